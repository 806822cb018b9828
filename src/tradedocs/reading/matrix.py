"""Results of tables that give a row to each specimen and a column to each measured quantity."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from tradedocs.model.base import Place
from tradedocs.model.report import Result
from tradedocs.pdf.page import Page
from tradedocs.reading.asides import is_aside
from tradedocs.reading.columns import role_of
from tradedocs.reading.lines import box_of
from tradedocs.reading.matrix_blocks import goes_on, matrices_of, with_line_above
from tradedocs.reading.matrix_columns import Quantity, bound, kind_of
from tradedocs.reading.matrix_heading import Matrix
from tradedocs.reading.naming import UNNAMED
from tradedocs.reading.notation import Notation, number_in
from tradedocs.reading.rows import MERGED, StatedVerdict
from tradedocs.reading.table import Cell, Table, distinct
from tradedocs.reading.values import TWO_VALUES, says_something, split_unit, understood
from tradedocs.reading.verdicts import verdict_of
from tradedocs.vocabulary import fold, lexicon
from tradedocs.vocabulary.units import is_unit, unit_key

_LONGEST_TITLE = 120
_REQUIRING = ("limit", "min", "max", "nominal", "tolerance", "mdl", "loq", "unit", "method")


@dataclass(frozen=True)
class MatrixRead:
    """What a table with a row a specimen gives.

    Attributes:
        matrix: its last layout, for a table that goes on with it; None for a list of equipment or limits.
        complete: no column of figures was left out.
    """

    matrix: Matrix | None
    results: tuple[Result, ...]
    verdicts: tuple[StatedVerdict, ...]
    complete: bool


@dataclass
class _Rows:
    """What the rows above hold for those below."""

    limits: dict[int, str] = field(default_factory=dict)
    units: dict[int, str] = field(default_factory=dict)
    label: Cell | None = None
    title: str | None = None


def matrix_results(page: Page, table: Table, notation: Notation, last: Matrix | None) -> MatrixRead | None:
    """What the table gives; None where it is no table with a row a specimen.

    A list of equipment or of limits gives nothing and leaves nothing out. Where columns cannot be told apart the
    table gives nothing and is not complete.

    Args:
        page: the page that it stands on.
        table: the table.
        notation: what its numbers prove about the decimal sign.
        last: the layout of the table before it, which it may go on with.
    """
    if is_aside(table):
        return MatrixRead(None, (), (), complete=True)
    found = list(matrices_of(table))
    if not found and last is not None and (more := goes_on(table, last)) is not None:
        found = [more]
    if not found:
        return None
    if not all(matrix.quantities for matrix in found) and (wider := with_line_above(page, table)) is not None:
        found = list(matrices_of(wider)) or found
    if not all(matrix.quantities for matrix in found):
        return MatrixRead(None, (), (), complete=False)
    results = tuple(result for matrix in found for result in _results(page, matrix, notation))
    if not results:
        return None
    verdicts = tuple(verdict for matrix in found for verdict in _title_verdicts(page, matrix))
    return MatrixRead(found[-1], results, verdicts, all(matrix.complete for matrix in found))


def _results(page: Page, matrix: Matrix, notation: Notation) -> Iterator[Result]:
    section = _section(matrix)
    repeated = _are_repeated(matrix)
    seen = _Rows(limits=_limits_below(matrix))
    for row in matrix.table.rows[matrix.body :]:
        cells = distinct(row)
        if len(cells) < 2:
            seen.title = cells[0].text if cells and len(cells[0].text) <= _LONGEST_TITLE else seen.title
            continue
        if _states_requirement(matrix, row, seen):
            continue
        shown = [q for q in matrix.of("measured", "stated", "verdict") if row[q.column]]
        own = row[matrix.label] if row[matrix.label] else None
        label = own or seen.label
        if label is None or not any(says_something(row[q.column].text) or q.part == "stated" for q in shown):
            continue
        seen.label = label
        specimen = _specimen(matrix, row, label, seen.title, repeated=repeated)
        doubt = () if own else (UNNAMED,)
        for found in _row(page, matrix, row, seen, notation):
            yield found.model_copy(
                update={"specimen": specimen, "section": section, "doubt": (*found.doubt, *doubt)}
            )


def _limits_below(matrix: Matrix) -> dict[int, str]:
    """The limits of a requirement row that stands under all specimens, where no other one stands above them."""
    rows = [row for row in matrix.table.rows[matrix.body :] if row[matrix.label] and len(distinct(row)) > 1]
    stating = [role_of(row[matrix.label].text.strip()) in ("limit", "nominal") for row in rows]
    if stating.count(True) != 1 or not stating[-1] or len(rows) < 2:
        return {}
    columns = [q.column for q in matrix.of("measured") if says_something(rows[-1][q.column].text)]
    return {k: rows[-1][k].text.strip() for k in columns}


def _states_requirement(matrix: Matrix, row: Sequence[Cell], seen: _Rows) -> bool:
    """Take a row of limits or units up; `Max` below the first specimen is the highest that was found, no limit."""
    label = row[matrix.label].text.strip()
    role = role_of(label) if label else None
    measured = matrix.of("measured")
    units = {q.column: text for q in measured if is_unit(text := row[q.column].text.strip("()[] "))}
    if units and not any(kind_of(row[q.column].text) == "number" for q in measured):
        seen.units |= units
        return True
    if role not in _REQUIRING or (seen.label is not None and role in ("min", "max")):
        return False
    if role in ("limit", "min", "max", "nominal"):
        stated = {
            q.column: row[q.column].text.strip() for q in measured if says_something(row[q.column].text)
        }
        bound_by = "" if role in ("limit", "nominal") else f"{role} "
        for column, text in stated.items():
            before = seen.limits.get(column)
            low = (
                before.removeprefix("min ")
                if before and role == "max" and before.startswith("min ")
                else None
            )
            seen.limits[column] = f"{low} - {text}" if low else f"{bound_by}{text}"
    return True


def _row(
    page: Page, matrix: Matrix, row: Sequence[Cell], seen: _Rows, notation: Notation
) -> Iterator[Result]:
    limits = dict(seen.limits) | _limits(matrix, row)
    bounded = {
        column
        for q in matrix.of("limit", "min", "max")
        if (column := bound(q, matrix.quantities)) is not None
    }
    judging = matrix.of("verdict")
    verdict = next((text for q in judging if (text := row[q.column].text.strip())), None)
    for quantity in matrix.of("measured", "stated", "verdict"):
        cell = row[quantity.column]
        if not cell or (quantity.part == "verdict" and bounded):
            continue
        judged = verdict if not bounded or quantity.column in bounded else None
        others = [q for q in matrix.of("measured") if row[q.column] is cell]
        merged = (MERGED,) if len(others) > 1 and kind_of(cell.text) == "number" else ()
        unit = quantity.unit or seen.units.get(quantity.column)
        found = _result(page, quantity, cell, unit, notation)
        yield found.model_copy(
            update={
                "limit": limits.get(quantity.column),
                "verdict": judged or found.verdict,
                "doubt": (*found.doubt, *merged),
            }
        )


def _limits(matrix: Matrix, row: Sequence[Cell]) -> dict[int, str]:
    """The limits that the row's own columns state, by the column of what they bound."""
    out: dict[int, str] = {}
    lows: dict[int, str] = {}
    for quantity in matrix.of("limit", "min", "max"):
        column = bound(quantity, matrix.quantities)
        text = row[quantity.column].text.strip()
        if column is None or not text:
            continue
        if quantity.part == "min":
            lows[column] = text
            out[column] = f"min {text}"
        elif quantity.part == "max":
            out[column] = f"{lows[column]} - {text}" if column in lows else f"max {text}"
        else:
            out[column] = text
    return out


def _result(page: Page, quantity: Quantity, cell: Cell, unit: str | None, notation: Notation) -> Result:
    whole = cell.text.strip()
    printed, stuck = split_unit(whole)
    if stuck and (unit is None or unit_key(stuck) != unit_key(unit)):
        unit = stuck
    value, doubt = understood(printed, unit=unit, notation=notation)
    numbers = sum(number_in(word.text) is not None for word in cell.words)
    torn = (TWO_VALUES,) if len(cell.words) > 1 and numbers > 1 and quantity.part == "measured" else ()
    said = lexicon("words").said(printed)
    return Result(
        parameter=quantity.name,
        unit=unit,
        result=printed,
        verdict=printed
        if said in ("pass", "fail", "pending", "none") and quantity.part != "measured"
        else None,
        value=value,
        place=Place(page=page.number, box=page.shown(box_of(cell.words))),
        doubt=tuple(dict.fromkeys((*doubt, *torn))),
    )


def _are_repeated(matrix: Matrix) -> bool:
    """Whether one label stands for several rows, so that it alone does not tell the specimen."""
    rows = [row for row in matrix.table.rows[matrix.body :] if row[matrix.label] and len(distinct(row)) > 1]
    labels = [fold(row[matrix.label].text) for row in rows]
    return len(set(labels)) < len(labels)


def _specimen(matrix: Matrix, row: Sequence[Cell], label: Cell, title: str | None, *, repeated: bool) -> str:
    """The row's label; with its group in front where labels come again."""
    text = label.text.strip()
    if matrix.label_unit and number_in(text) is not None:
        text = f"{text} {matrix.label_unit}"
    if not repeated:
        return text
    groups = [row[k].text.strip() for k in matrix.groups if row[k] and row[k] is not label]
    return " ".join([*([title] if title else []), *groups, text])


def _titles(matrix: Matrix) -> list[tuple[Cell, ...]]:
    return list(matrix.table.rows[: matrix.start])


def _section(matrix: Matrix) -> str | None:
    """What the titles in the table say, else the line right above it."""
    cells = [cell for row in _titles(matrix) for cell in distinct(row)]
    named = [c.text.strip() for c in cells if kind_of(c.text) == "text" and role_of(c.text) is None]
    if named:
        return " ".join(named)[:_LONGEST_TITLE]
    above = matrix.table.above[-1].strip() if matrix.table.above and not cells else ""
    return above if 0 < len(above) <= _LONGEST_TITLE and "   " not in above else None


def _title_verdicts(page: Page, matrix: Matrix) -> Iterator[StatedVerdict]:
    """A verdict that stands in a title row holds for the whole table."""
    for row in _titles(matrix):
        cells = distinct(row)
        for cell in cells[1:]:
            if (
                lexicon("words").said(cell.text) in ("pass", "fail", "pending")
                and cell.box
                and verdict_of(cell.text)
            ):
                yield StatedVerdict(
                    _section(matrix) or cells[0].text,
                    cell.text,
                    Place(page=page.number, box=page.shown(cell.box)),
                )
