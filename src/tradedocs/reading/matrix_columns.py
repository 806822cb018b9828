"""What each column beside the specimens' labels holds: a quantity with its composed name, a verdict, a limit."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from tradedocs.reading.columns import is_specimen, role_of
from tradedocs.reading.lines import lines_of
from tradedocs.reading.stacked import Quantity as Named
from tradedocs.reading.table import Cell
from tradedocs.reading.values import is_measured, is_value_like, split_unit
from tradedocs.vocabulary import fold, lexicon, remembered
from tradedocs.vocabulary.units import is_unit, unit_in_heading

Kind = Literal["blank", "none", "number", "word", "code", "text"]
Part = Literal["measured", "stated", "verdict", "limit", "min", "max"]
VALUES = ("number", "word", "code", "none")
_SIGNS = frozenset("√×✓✔✗✘○●◯〇☑☒")
_LONGEST_NAME = 90
_QUESTION = re.compile(
    r"\b(?:y|yes)\s*/\s*(?:n|no)\b|\bwhether\b|[?？]|是否|有无|\bja?\s*/\s*ne?i?n?\b|\boui\s*/\s*non\b", re.I
)
_SHARES = ("%", "wt%", "wt.%", "% m/m", "ppm", "mg/kg")
_DIRECTIONS = frozenset(
    "warp weft length width longitudinal transverse lengthwise widthwise md cd td l t x y z left right top bottom"
    " kette schuss längs quer trame chaîne 经向 纬向 纵向 横向 直向 경사 위사".split()
)


@dataclass(frozen=True)
class Quantity:
    """One column that says something of each specimen.

    Attributes:
        part: `measured`, `stated` (a word or sign as the result), `verdict`, or a column of limits.
        strong: the heading names a unit or a known parameter, or asks a question.
    """

    column: int
    name: str
    unit: str | None
    part: Part
    strong: bool = False


@dataclass(frozen=True)
class Columns:
    """All columns beside the label.

    Attributes:
        quantities: those that say something of the specimen, left to right.
        groups: those that tell specimens of one label apart (heat, batch, state).
        names_rows: a text column gives each row its own name, as a list of parameters does.
        left_out: a column of figures has no name that could be told.
    """

    quantities: tuple[Quantity, ...]
    groups: tuple[int, ...]
    names_rows: bool
    left_out: bool


@dataclass(frozen=True)
class _Heading:
    """A column's heading: the lowest text, what stands over it, its unit and whether that is its own."""

    leaf: str
    over: tuple[str, ...] = ()
    unit: str | None = None
    own_unit: bool = False

    @property
    def alone(self) -> str:
        """The name that the lowest text gives by itself; empty where it only numbers or qualifies."""
        return self.leaf if _stands_alone(self) else ""

    @property
    def whole(self) -> str:
        """The name with everything that stands over it."""
        return " ".join((*self.over, self.leaf)).strip()


@remembered
def kind_of(text: str) -> Kind:
    """What a cell holds: a number, a verdict or absence word, a sign that answers a question, a dash, or text."""
    flat = text.strip()
    if not flat:
        return "blank"
    if flat in _SIGNS or lexicon("matrix").exact(flat) == "code":
        return "code"
    bare = split_unit(flat)[0]
    if not is_value_like(bare):
        return "text"
    if any(char.isdigit() for char in bare):
        return "number"
    return (
        "none"
        if not any(char.isalnum() for char in bare) or lexicon("words").said(bare) == "none"
        else "word"
    )


def columns_of(parts: Mapping[int, Sequence[Cell]], texts: Mapping[int, Sequence[str]]) -> Columns:
    """What the columns hold.

    Args:
        parts: the heading's cells over each column, topmost first.
        texts: the values of each column.
    """
    headings = {k: _heading(cells) for k, cells in parts.items()}
    names = _names(headings)
    quantities: list[Quantity] = []
    groups: list[int] = []
    names_rows = left_out = False
    for k, heading in headings.items():
        kinds = [kind for text in texts[k] if (kind := kind_of(text)) != "blank"]
        part = _part(heading, kinds)
        if part == "group":
            groups += [] if quantities else [k]
            names_rows |= _names_each(heading, texts[k])
        elif part is not None and names[k]:
            strong = bool(heading.unit) or _is_known(names[k]) or bool(_QUESTION.search(names[k]))
            quantities.append(Quantity(k, names[k], heading.unit, part, strong))
        elif part == "measured" or (part is None and _is_left_out(heading, texts[k])):
            left_out = True
    return Columns(tuple(quantities), tuple(groups), names_rows, left_out)


def _heading(parts: Sequence[Cell]) -> _Heading:
    """The heading's texts taken apart; a unit may stand in it, under it, or in what stands over it."""
    split = [_with_unit(part) for part in parts]
    units = sum(unit is not None for _, unit in split)
    for k, part in enumerate(parts):
        letter = part.text.strip()
        if not split[k][0] and len(letter) == 1 and letter.isalpha() and (units > 1 or len(parts) == 1):
            split[k] = (letter, None)  # `C` over `%` is carbon, `A` under `Thickness (mm)` a place
    named = [text for text, _ in split if text]
    if not named:
        return _Heading("", unit=next((unit for _, unit in reversed(split) if unit), None))
    lowest = max(k for k, (text, _) in enumerate(split) if text)
    own = next((unit for _, unit in split[lowest:] if unit), None)
    over = next((unit for _, unit in reversed(split[:lowest]) if unit), None)
    return _Heading(named[-1], tuple(named[:-1]), own or over, own is not None)


def _with_unit(part: Cell) -> tuple[str, str | None]:
    text = " ".join(part.text.split())
    if is_unit(text.strip("()[]（） ")):
        return "", text.strip("()[]（） ")
    bare, unit = unit_in_heading(text)
    if unit or not part.words:
        return bare, unit
    last = lines_of(part.words)[-1].words
    tail = " ".join(word.text for word in last).strip("()[]（） ")
    if is_unit(tail) and len(last) < len(part.words):
        return text[: text.rfind(last[0].text)].strip(), tail
    words = text.split()
    if len(words) > 1 and is_unit(words[-1]) and (len(words[-1]) > 1 and not words[-1].islower()):
        return " ".join(words[:-1]), words[-1]
    return text, None


def _stands_alone(heading: _Heading) -> bool:
    leaf = heading.leaf
    if not any(char.isalpha() for char in leaf) or len(leaf) > _LONGEST_NAME:
        return False
    if not heading.over:
        return True
    if _role(leaf) in ("statistic", "min", "max", "index") and lexicon("columns").exact(leaf):
        return False
    if is_specimen(leaf) and not _is_known(leaf) and not heading.own_unit:
        return False
    if (fold(leaf) in _DIRECTIONS or len(leaf) < 3) and not heading.own_unit:
        return _is_known(leaf) and heading.unit in (None, *_SHARES)
    return True


def _role(name: str) -> str | None:
    """The role that a heading names; none for a chemical symbol: `N` is nitrogen, not a number."""
    return None if Named(name).is_symbol else role_of(name)


def _is_known(name: str) -> bool:
    """Whether it names a tested thing: by a word or by a chemical symbol."""
    return Named(name).is_known


def _names(headings: Mapping[int, _Heading]) -> dict[int, str]:
    """A name for each column: its lowest text, with what stands over it where that alone is not enough."""
    alike = [_without_digits(heading.leaf) for heading in headings.values()]
    names: dict[int, str] = {}
    for k, heading in headings.items():
        repeated = alike.count(_without_digits(heading.leaf)) > 1
        alone = heading.alone
        whole = heading.whole if any(c.isalpha() for c in heading.whole) else ""
        names[k] = whole if heading.over and (repeated or not alone) else alone
    return names


def _without_digits(text: str) -> str:
    return "".join(char for char in fold(text) if not char.isdigit())


def _part(heading: _Heading, kinds: Sequence[Kind]) -> Part | Literal["group"] | None:
    """What the column is, by its heading and its cells; None for one that says nothing of the specimen."""
    role = _role(heading.leaf)
    exact = lexicon("columns").exact(heading.leaf) if role else None
    stated_over = {lexicon("columns").exact(text) for text in heading.over}
    field = lexicon("fields").exact(heading.leaf)
    share = {kind: kinds.count(kind) / len(kinds) for kind in kinds} if kinds else {}
    if (exact == "limit" or "limit" in stated_over) and share.get("text", 0.0) <= 0.5:
        return "min" if exact == "min" else "max" if exact == "max" else "limit"
    if role in ("remark", "basis", "uncertainty") or (role == "index" and not heading.own_unit) or not kinds:
        return None
    if role == "specimen" or exact == "condition" or field == "lot":
        return "group"
    if share.get("text", 0.0) > 0.2:
        return None if _QUESTION.search(heading.leaf) else "group"
    if share.get("number", 0.0) > 0:
        aside = (role == "other" or exact in ("min", "max", "result")) and not (
            heading.own_unit or heading.over
        )
        derived = lexicon("matrix").said(heading.leaf) == "derived"
        return None if aside and not derived else "measured"
    if share.get("word", 0.0) + share.get("code", 0.0) > 0:
        judged = "code" not in share and role in ("verdict", "result")
        return "verdict" if judged else "stated" if role not in ("other",) else None
    return "measured" if heading.own_unit else None


def _names_each(heading: _Heading, texts: Sequence[str]) -> bool:
    """Whether the text column gives the rows names of their own, under no heading of a state or a specimen."""
    if role_of(heading.leaf) in ("specimen", "condition", "other") or len(texts) < 2:
        return False
    if lexicon("matrix").said(heading.leaf) == "state":
        return False
    return len(set(texts)) >= 0.9 * len(texts)


def _is_left_out(heading: _Heading, texts: Sequence[str]) -> bool:
    """Figures that nothing accounts for: no remark, no index, no date."""
    if role_of(heading.leaf) in ("remark", "index", "uncertainty", "condition", "basis"):
        return False
    return any(is_measured(text) for text in texts)


def without_repeats(quantities: Sequence[Quantity]) -> bool:
    """Whether each result column has a name of its own."""
    names = [fold(quantity.name) for quantity in quantities if quantity.part in ("measured", "stated")]
    return len(set(names)) == len(names)


def bound(limit: Quantity, quantities: Sequence[Quantity]) -> int | None:
    """The measured column that a column of limits speaks of: the nearest to its left of the same unit, else right."""
    measured = [q for q in quantities if q.part == "measured"]
    fitting = [q for q in measured if not (limit.unit and q.unit) or fold(limit.unit) == fold(q.unit)]
    left = [q.column for q in fitting if q.column < limit.column]
    right = [q.column for q in fitting if q.column > limit.column]
    return max(left) if left else min(right, default=None)
