"""What one page of a PDF shows, free of any PDF library.

Coordinates are PDF points, origin at the top left, of the page turned so that most of its text stands upright.
`Page.shown` takes a box back to the page as a viewer shows it, which is how a `Place` counts.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from tradedocs.pdf.geometry import Box, turned

MAP_ERRORS_ALLOWED = 0.3


class Word(NamedTuple):
    """One run of characters without a blank.

    Attributes:
        start, end: where it stands in the page's text order (end is exclusive).
        blank_is_real: the blank behind it was printed, not made up from a gap.
        broken: the line ended inside this word, with a hyphen that may belong to it or not.
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


@dataclass(frozen=True, eq=False)
class Page:
    """One page: its size, what stands on it, and how far its text layer can be believed.

    Attributes:
        number: counted from 1.
        turn: quarter turns clockwise that were made to bring the text upright.
        map_errors: share of characters that the file gives no meaning for.
        hidden: share of words that are in the file but not drawn (a scan's machine-read layer).
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
    map_errors: float = 0.0
    hidden: float = 0.0
    problem: str | None = None

    def shown(self, box: Sequence[float]) -> Box:
        """The box on the page as a viewer shows it, rounded to a tenth of a point."""
        back = turned((box[0], box[1], box[2], box[3]), self.width, self.height, -self.turn % 4)
        return (round(back[0], 1), round(back[1], 1), round(back[2], 1), round(back[3], 1))

    @property
    def picture_share(self) -> float:
        """How much of the page its largest picture covers, 0 to 1."""
        area = self.width * self.height or 1.0
        return max((min(1.0, (b[2] - b[0]) * (b[3] - b[1]) / area) for b in self.images), default=0.0)
