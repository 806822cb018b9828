"""Tables that lie on their side: a row for each specimen and a column for each parameter, as mill certificates print
them, or a column for each analyte over rows of results, limits and detection limits."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tradedocs.model.base import Place
from tradedocs.model.report import Result
from tradedocs.pdf.page import Page
from tradedocs.reading.columns import is_scaled, role_of
from tradedocs.reading.lines import box_of
from tradedocs.reading.naming import UNNAMED
from tradedocs.reading.notation import Notation, number_in
from tradedocs.reading.table import Cell, Table, distinct
from tradedocs.reading.values import is_measured, is_value_like, says_something, understood
from tradedocs.vocabulary import lexicon
from tradedocs.vocabulary.units import is_unit, unit_in_heading

_FEWEST_COLUMNS, _LONGEST_NAME = 3, 28
_ELEMENTS = frozenset("BCHNOPSVW")  # one letter over a column of figures is an element: N is no number here
_REQUIRING = ("limit", "min", "max", "mdl", "loq", "unit", "method", "nominal", "tolerance")


@dataclass(frozen=True)
class _Wide:
    """Where the specimens stand, and which parameter each of the other columns holds."""

    specimen: int
    body: int
    names: dict[int, tuple[str, str | None]]
    left_out: bool


def wide_results(page: Page, table: Table, notation: Notation) -> tuple[list[Result], bool]:
    """The results of a table with one parameter a column, empty when it is no such table; whether that is all.

    It is not all when a column of figures has no name, or says that its figures are scaled.
    """
    wide = _wide(table)
    if wide is not None:
        return list(_by_specimen(page, table, wide, notation)), not wide.left_out
    return list(_by_row_label(page, table, notation)), True


def _wide(table: Table) -> _Wide | None:
    for at, row in enumerate(table.rows[:4]):
        specimen = next((k for k, cell in enumerate(row) if cell and _is_specimen_label(cell.text)), None)
        if specimen is None:
            continue
        body = _body(table, at, specimen)
        names = {k: name for k in range(table.width) if k != specimen and (name := _name(table, at, body, k))}
        cells = {k: [r[k] for r in table.rows[body:] if r[specimen]] for k in range(table.width)}
        told = {k: name for k, name in names.items() if _mostly_values(cells[k])}
        if sum(_all_values(cells[k]) for k in told) >= _FEWEST_COLUMNS and body < len(table.rows):
            others = [cells[k] for k in cells if k not in told and k != specimen]
            return _Wide(specimen, body, told, any(map(_holds_measures, others)))
    return None


def _holds_measures(cells: Sequence[Cell]) -> bool:
    return any(
        is_measured(cell.text) or number_in(cell.text) is not None for cell in cells if cell
    ) and _mostly_values(cells)


def _is_specimen_label(text: str) -> bool:
    return len(text) <= 40 and (role_of(text) == "specimen" or lexicon("fields").exact(text) == "lot")


def _body(table: Table, at: int, specimen: int) -> int:
    """The first row below the heading: where the specimen column leaves its label, and units are over."""
    body = at + 1
    while body < len(table.rows) and (
        table.rows[body][specimen] is table.rows[at][specimen]
        or (not table.rows[body][specimen] and all(_is_unit_cell(c) for c in distinct(table.rows[body])))
    ):
        body += 1
    return body


def _is_unit_cell(cell: Cell) -> bool:
    return is_unit(cell.text.strip("()[] "))


def _name(table: Table, at: int, body: int, column: int) -> tuple[str, str | None] | None:
    """The parameter that the column's lowest heading names, and its unit."""
    parts = [row[column].text for row in table.rows[at:body] if row[column]]
    unit = next(
        (part.strip("()[] ") for part in reversed(parts) if is_unit(part.strip("()[] ")) and len(part) > 0),
        None,
    )
    named = [part for part in dict.fromkeys(parts) if not (unit and part.strip("()[] ") == unit)]
    if not named:
        return None
    if any(map(is_scaled, parts)):
        return None  # scaled figures (C 9 for 0.09 %) are left to be named as not understood, never read as they stand
    name, own = unit_in_heading(named[-1])
    above = next((u for part in named[:-1] if (u := unit_in_heading(part)[1])), None)
    if not name or len(name) > _LONGEST_NAME or not any(c.isalpha() for c in name):
        return None
    if name in _ELEMENTS:
        return name, own or unit or above
    if lexicon("fields").exact(name) is not None or role_of(name) in (
        "index",
        "remark",
        "other",
        "unit",
        "method",
    ):
        return None
    return name, own or unit or above


def _all_values(cells: Sequence[Cell]) -> bool:
    filled = [cell.text for cell in cells if cell]
    return bool(filled) and all(is_value_like(text) for text in filled)


def _mostly_values(cells: Sequence[Cell]) -> bool:
    filled = [cell.text for cell in cells if cell]
    return bool(filled) and sum(is_value_like(text) for text in filled) >= 0.6 * len(filled)


def _requires(label: str, *, begun: bool) -> bool:
    """A row of limits or units. `Max` below the first specimen is the highest that was found, not a limit."""
    role = role_of(label)
    return is_unit(label.strip("()[] ")) or (role in _REQUIRING and not (begun and role in ("min", "max")))


def _by_specimen(page: Page, table: Table, wide: _Wide, notation: Notation) -> Iterator[Result]:
    label: Cell | None = None
    for row in table.rows[wide.body :]:
        own = row[wide.specimen]
        if own and _requires(own.text, begun=label is not None):
            continue
        if not any(says_something(row[k].text) for k in wide.names):
            continue
        label = own or label
        if label is None:
            continue
        doubt = () if own else (UNNAMED,)
        for k, (name, unit) in wide.names.items():
            if row[k]:
                found = _result(page, name, label.text, unit, row[k], notation)
                yield found.model_copy(update={"doubt": (*found.doubt, *doubt)})


def _by_row_label(page: Page, table: Table, notation: Notation) -> Iterator[Result]:
    """Analytes over their results: the rows begin with a unit, or with what they state (`LOD`)."""
    head, *body = table.rows
    names = [(k, cell.text) for k, cell in enumerate(head) if k and cell]
    if len(names) < _FEWEST_COLUMNS or any(
        is_value_like(t) or role_of(t) or len(t) > _LONGEST_NAME for _, t in names
    ):
        return
    labels = [row[0].text for row in body]
    results = [
        row for row, label in zip(body, labels, strict=True) if is_unit(label) or role_of(label) == "result"
    ]
    stated = {
        role_of(label): row for row, label in zip(body, labels, strict=True) if label and not is_unit(label)
    }
    if not results or not all(_all_values(row[1:]) for row in results):
        return
    for row in results:
        unit = row[0].text if is_unit(row[0].text) else None
        for k, name in names:
            if row[k]:
                found = _result(page, name, None, unit, row[k], notation)
                mdl, limit = (stated[role][k].text if role in stated else None for role in ("mdl", "limit"))
                yield found.model_copy(update={"mdl": mdl or None, "limit": limit or None})


def _result(
    page: Page,
    name: str,
    specimen: str | None,
    unit: str | None,
    cell: Cell,
    notation: Notation,
) -> Result:
    printed = cell.text.strip()
    value, doubt = understood(printed, unit=unit, notation=notation)
    place = Place(page=page.number, box=page.shown(box_of(cell.words)))
    return Result(
        parameter=name, specimen=specimen, unit=unit, result=printed, value=value, place=place, doubt=doubt
    )  # fmt: skip
