"""What one page of a PDF shows, free of any PDF library.

Coordinates are PDF points, origin at the top left, of the page turned so that most of its text stands upright.
`Page.shown` takes a box back to the page as a viewer shows it, which is how a `Place` counts.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple

from tradedocs.pdf.geometry import Box, rounded, turned

MAP_ERRORS_ALLOWED = 0.3


class Word(NamedTuple):
    """One run of characters without a blank.

    Attributes:
        start, end: where it stands in the page's text order (end is exclusive).
        blank_is_real: the blank behind it was printed, not made up from a gap.
        broken: the line ended inside this word, with a hyphen that may belong to it or not.
        score: how sure its least sure letter is, 0 to 1; a text layer is sure.
    """

    x0: float
    y0: float
    x1: float
    y1: float
    text: str
    start: int = 0
    end: int = 0
    blank_is_real: bool = False
    broken: bool = False
    score: float = 1.0

    @property
    def middle(self) -> float:
        """The height of its middle line on the page."""
        return (self.y0 + self.y1) / 2

    @property
    def height(self) -> float:
        """How high its letters may be: close to the font size."""
        return self.y1 - self.y0


class Rule(NamedTuple):
    """A drawn straight line: `at` is its fixed coordinate, `low` to `high` its stretch along the other axis."""

    at: float
    low: float
    high: float


class Filled(NamedTuple):
    """A filled box: a band behind a heading, or a zebra stripe."""

    x0: float
    y0: float
    x1: float
    y1: float
    colour: tuple[int, int, int]


class Suspect(NamedTuple):
    """A word of the file that a person may not see on the page as the file says it; `code` tells why.

    Attributes:
        seen: it stands among the page's words; otherwise it was left out of them.
    """

    x0: float
    y0: float
    x1: float
    y1: float
    text: str
    code: str
    seen: bool


class Note(NamedTuple):
    """What lies over the page and is no part of it: an annotation or a form field.

    Attributes:
        box: on the page as a viewer shows it.
        kind: `FreeText`, `Stamp`, `Ink`, `Widget`, …, as the file calls it.
        text: what it says, as far as the file tells.
    """

    box: Box
    kind: str
    text: str


@dataclass(frozen=True, eq=False)
class Page:
    """One page: its size, what stands on it, and how far its text layer can be believed.

    Attributes:
        number: counted from 1.
        turn: quarter turns clockwise that were made to bring the text upright.
        lean: radians by which its lines fell to the right, after the turn, before they were made level.
        map_errors: share of characters that the file gives no meaning for.
        hidden: share of words that are in the file but not drawn (a scan's machine-read layer).
        suspects: words that are in the file and not, or not in that way, on the page.
        notes: annotations and form fields, links left out.
        read_by: where the words come from: the file's text layer, or a picture of the page.
        problem: a reason code when the page could not be taken apart at all.
    """

    number: int
    width: float
    height: float
    words: tuple[Word, ...] = ()
    across: tuple[Rule, ...] = ()
    down: tuple[Rule, ...] = ()
    filled: tuple[Filled, ...] = ()
    images: tuple[Box, ...] = ()
    turn: int = 0
    lean: float = 0.0
    map_errors: float = 0.0
    hidden: float = 0.0
    suspects: tuple[Suspect, ...] = ()
    notes: tuple[Note, ...] = ()
    problem: str | None = None
    read_by: Literal["text", "ocr"] = "text"

    def shown(self, box: Sequence[float]) -> Box:
        """The box on the page as a viewer shows it, rounded to a tenth of a point."""
        return rounded(self.placed(box))

    def placed(self, box: Sequence[float]) -> Box:
        """The box on the page as a viewer shows it."""
        x0, y0, x1, y1 = box
        if not self.turn and not self.lean:
            return x0, y0, x1, y1
        upright = self._leaning((x0, y0, x1, y1))
        return turned(upright, self.width, self.height, -self.turn % 4)

    def _leaning(self, box: Box) -> Box:
        """The box around what was there before the page was made level, about its middle."""
        if not self.lean:
            return box
        c, s, x, y = math.cos(self.lean), math.sin(self.lean), self.width / 2, self.height / 2
        corners = [(box[i] - x, box[j] - y) for i in (0, 2) for j in (1, 3)]
        xs, ys = [x + c * u - s * v for u, v in corners], [y + s * u + c * v for u, v in corners]
        return min(xs), min(ys), max(xs), max(ys)

    @property
    def picture_share(self) -> float:
        """How much of the page its largest picture covers, 0 to 1."""
        area = self.width * self.height or 1.0
        return max((min(1.0, (b[2] - b[0]) * (b[3] - b[1]) / area) for b in self.images), default=0.0)
