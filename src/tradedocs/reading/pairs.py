"""Tables without a heading: rows of a name and one value (`Moisture | 0.09 %`), and rows that hold more than that."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from tradedocs.model.base import Place
from tradedocs.model.report import Result
from tradedocs.pdf.page import Page
from tradedocs.reading.columns import role_of
from tradedocs.reading.doubts import COLUMN_INFERRED
from tradedocs.reading.labelkeys import meaning_of as label_meaning
from tradedocs.reading.notation import Notation
from tradedocs.reading.table import Cell, Table, distinct
from tradedocs.reading.values import is_measured, is_value_like, says_something, split_unit, understood
from tradedocs.vocabulary import lexicon
from tradedocs.vocabulary.parameters import meaning_of
from tradedocs.vocabulary.units import is_unit, unit_in_heading

_LONGEST_NAME = 60
_COUNTED = re.compile(r"\b(?:weight|quantity|qty|number|volume|size|dimensions?)\b|重量?$|数量", re.I)
_SUM = re.compile(
    r"(?:total|other|sum of|sum|summe|gesamt\w*|somme|suma|toplam|σύνολο|сумма|всего)\b.{2,}"
    r"|总.{1,}|.{1,}(?:总和|总量|之和)|총.{1,}|합계.*",
    re.I | re.S,
)


def sums_up(name: str) -> bool:
    """Whether the name says that its value is a sum: `Total THC`, `Sum of PBBs`."""
    return bool(_SUM.fullmatch(name.strip()))


@dataclass(frozen=True)
class Pairs:
    """What a table without a heading gives: its results, and whether rows that look like results were left out."""

    results: tuple[Result, ...]
    left_out: bool


def pairs_of(page: Page, table: Table, notation: Notation) -> Pairs:
    """The rows of a name and exactly one value, all of them doubtful; none where no row is surely a result."""
    parted = [cells for row in table.rows for cells in _parted(distinct(row))]
    named = [cells for cells in parted if cells and _is_name(cells[0].text)]
    if not any(_is_value(cells[0].text, cell.text) for cells in named for cell in cells[1:]):
        return Pairs((), left_out=False)
    backed = [cells for cells in named if _is_backed(cells)]
    valued = [cells for cells in named if any(_says_value(cell.text) for cell in cells[1:])]
    if 2 * len(backed) < len(valued):
        named = backed
    found: list[Result] = []
    left_out = False
    for name, *others in named:
        values = [c for c in others if _says_value(c.text)]
        left_out |= len(values) > 1
        if len(values) == 1:
            rest = [cell for cell in others if cell is not values[0]]
            found.append(_result(page, name, values[0], rest, notation))
    return Pairs(tuple(found), left_out)


def _parted(cells: tuple[Cell, ...]) -> list[tuple[Cell, ...]]:
    """The row; two names with a value each side by side are two rows, and what was weighed or counted is none."""
    if len(cells) != 4 or not _says_value(cells[3].text):
        return [cells]
    if not all(_names_only(cells[k].text) for k in (0, 2)):
        return [cells]
    return [pair for pair in (cells[:2], cells[2:]) if not _COUNTED.search(pair[0].text)]


def _names_only(text: str) -> bool:
    """Whether a cell is a name in words: no figure, no unit, no verdict, no standard's number."""
    bare = text.strip()
    worded = sum(c.isalpha() for c in bare) >= 3 and not any(map(str.isdigit, bare))
    return worded and not is_unit(bare) and not is_value_like(bare)


def _says_value(text: str) -> bool:
    return says_something(text) and is_value_like(split_unit(text)[0])


def _is_backed(cells: Sequence[Cell]) -> bool:
    """Whether anything says that the row is a result: a known name, or a unit beside the value or in the name."""
    name = cells[0].text.strip().rstrip(":： ")
    bare, own = unit_in_heading(name)
    if own is not None or meaning_of(bare) is not None or sums_up(bare):
        return True
    return any(split_unit(cell.text)[1] or is_unit(cell.text.strip("()[] ")) for cell in cells[1:])


def _is_name(text: str) -> bool:
    """Whether the row's first cell could name a tested thing: no header label, no defect class, no sentence."""
    label = text.strip().rstrip(":： ")
    if (
        not 2 <= len(label) <= _LONGEST_NAME
        or sum(c.isalpha() for c in label) < 2
        or is_value_like(label)
        or is_measured(label.split()[0])
    ):
        return False
    if label_meaning(label) is not None or lexicon("aql").exact(label) is not None:
        return False
    return sums_up(label) or role_of(label) is None


def _is_value(name: str, text: str) -> bool:
    """A measured value; behind the name of a tested thing any value."""
    if is_measured(text) and any(char.isdigit() for char in text):
        return True
    known = meaning_of(unit_in_heading(name.strip().rstrip(":： "))[0]) is not None
    return known and says_something(text) and is_value_like(split_unit(text)[0])


def _result(page: Page, name: Cell, cell: Cell, rest: list[Cell], notation: Notation) -> Result:
    parameter, own = unit_in_heading(name.text.strip().rstrip(":： "))
    printed, stuck = split_unit(cell.text.strip())
    unit = stuck or next((c.text for c in rest if is_unit(c.text.strip("()[] "))), None) or own
    value, doubt = understood(printed, unit=unit, notation=notation)
    return Result(
        parameter=parameter or name.text.strip(),
        unit=unit,
        result=printed,
        value=value,
        place=Place(page=page.number, box=page.shown(cell.box or (0.0, 0.0, 0.0, 0.0))),
        doubt=(*doubt, COLUMN_INFERRED),
    )
