"""The rows of a crossed table → results: one for each specimen and each quantity."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from tradedocs.model.base import Place
from tradedocs.model.report import Result, Value
from tradedocs.pdf.page import Page, Word
from tradedocs.reading.basis import first_basis
from tradedocs.reading.columns import SCALED, is_specimen, role_of
from tradedocs.reading.crossed import Crossed, body_rows, requirement_of
from tradedocs.reading.lines import Line, box_of
from tradedocs.reading.notation import Notation
from tradedocs.reading.sections import title_over
from tradedocs.reading.stacked import Quantity
from tradedocs.reading.table import Cell, Table
from tradedocs.reading.values import TWO_VALUES, split_unit, understood
from tradedocs.reading.verdicts import verdict_of
from tradedocs.vocabulary import lexicon


@dataclass(frozen=True)
class _Specimen:
    """One specimen's part of the table: its label, and for each column its cells, one a tier."""

    label: str | None
    cells: dict[int, tuple[Cell, ...]]


def crossed_results(page: Page, table: Table, layout: Crossed, notation: Notation) -> list[Result]:
    """Every specimen × quantity of the table, top to bottom."""
    stated = _stated(table, layout)
    section = layout.title or title_over(table, layout.begin)
    over = first_basis(section, *reversed(table.above[-4:]))
    found: list[Result] = []
    for row in body_rows(table, layout.label, layout.body):
        for specimen in _specimens(row, layout):
            found += _row(page, layout, specimen, stated, notation)
    return [
        item.model_copy(update={"section": section, "basis": first_basis(item.parameter) or over})
        for item in found
    ]


def _stated(table: Table, layout: Crossed) -> dict[str, dict[int, str]]:
    """What the rows of limits state for each column: `{"max": {4: "0.20"}}`."""
    out: dict[str, dict[int, str]] = {}
    for row in table.rows[layout.begin :]:
        label = next((cell.text for cell in row[: layout.label + 1] if cell), "")
        role = requirement_of(label)
        if role is not None:
            own = {k: row[k].text for k in layout.measured if row[k]}
            out.setdefault(role, {}).update(own)
    return out


def _specimens(row: Sequence[Cell], layout: Crossed) -> Iterator[_Specimen]:
    """The specimens of a drawn row; several when their labels stand one under the other in its cell."""
    label = row[layout.label]
    if not label:
        return
    lines = label.lines if len(label.words) > 1 else ()
    anchors = [line for line in lines if is_specimen(line.text)]
    if len(anchors) < 2:
        tiers = max((len(t) for t in layout.measured.values()), default=1)
        cells = {k: _by_line(row[k]) if tiers > 1 else (row[k],) for k in _columns(row, layout)}
        yield _Specimen(_role_less(label.text), cells)
        return
    notes = [line.middle for line in lines if not is_specimen(line.text)]
    columns = {k: row[k].lines for k in _columns(row, layout)}
    for at, anchor in enumerate(anchors):
        top = anchor.middle - 0.5 * (anchor.y1 - anchor.y0)
        end = (
            anchors[at + 1].middle - 0.5 * (anchor.y1 - anchor.y0) if at + 1 < len(anchors) else float("inf")
        )
        own = {
            k: [line for line in found if top <= line.middle < end and not _beside(line, notes)]
            for k, found in columns.items()
        }
        yield _Specimen(anchor.text, _in_tiers(own))


def _role_less(label: str) -> str | None:
    """The specimen's label; a row headed `Result` names none."""
    return None if role_of(label) == "result" else label


def _columns(row: Sequence[Cell], layout: Crossed) -> list[int]:
    """The columns that give results in this row; a cell that spans several counts once."""
    out: list[int] = []
    for k in sorted({*layout.measured, *layout.judged, *(layout.limits or {}).values()}):
        if row[k] and row[k] is not row[layout.label] and not any(row[k] is row[j] for j in out):
            out.append(k)
    return out


def _beside(line: Line, heights: Sequence[float]) -> bool:
    return any(abs(line.middle - height) < 0.4 * (line.y1 - line.y0) for height in heights)


def _by_line(cell: Cell) -> tuple[Cell, ...]:
    return tuple(Cell(line.words) for line in cell.lines)


def _in_tiers(columns: dict[int, list[Line]]) -> dict[int, tuple[Cell, ...]]:
    """The lines of one specimen, each on the tier that its height makes it."""
    heights: list[float] = []
    for height in sorted(line.middle for lines in columns.values() for line in lines):
        if not heights or height - heights[-1] > 4:
            heights.append(height)
    out: dict[int, tuple[Cell, ...]] = {}
    for k, lines in columns.items():
        tiers: list[tuple[Word, ...]] = [()] * len(heights)
        for line in lines:
            at = min(range(len(heights)), key=lambda q: abs(heights[q] - line.middle))
            tiers[at] = (*tiers[at], *line.words)
        out[k] = tuple(map(Cell, tiers))
    return out


def _row(
    page: Page, layout: Crossed, specimen: _Specimen, stated: dict[str, dict[int, str]], notation: Notation
) -> Iterator[Result]:
    verdict = _verdict(layout, specimen)
    for k, cells in specimen.cells.items():
        tiers = layout.measured.get(k)
        if tiers is None:
            continue
        for at, cell in enumerate(cells[: len(tiers)]):
            if cell:
                surplus = len(cells) > len(tiers) and any(cells[len(tiers) :])
                found = _result(page, specimen.label, tiers[at], cell, notation, surplus=surplus)
                limit = _limit(layout, specimen, stated, k) if at == 0 else None
                mdl = next((stated[role][k] for role in ("mdl", "loq") if k in stated.get(role, {})), None)
                unit = found.unit or stated.get("unit", {}).get(k)
                yield found.model_copy(update={"limit": limit, "mdl": mdl, "verdict": verdict, "unit": unit})
    if layout.limits and verdict is not None:
        return
    for k in layout.judged:
        for cell in specimen.cells.get(k, ())[:1]:
            if cell:
                head = layout.heads.get(k, "") if layout.heads else ""
                yield _result(page, specimen.label, Quantity(head or "Result"), cell, notation, surplus=False)


def _verdict(layout: Crossed, specimen: _Specimen) -> str | None:
    texts = [cell.text for k in layout.judged for cell in specimen.cells.get(k, ()) if cell]
    judged = [text for text in texts if lexicon("words").said(text) in ("pass", "fail", "pending", "none")]
    grave = [text for text in judged if verdict_of(text) in ("fail", "pending")]
    return next(iter(grave or judged), None)


def _limit(layout: Crossed, specimen: _Specimen, stated: dict[str, dict[int, str]], k: int) -> str | None:
    if layout.limits and k in layout.limits:
        cells = specimen.cells.get(layout.limits[k])
        return cells[0].text if cells and cells[0] else None
    if k in stated.get("limit", {}):
        return stated["limit"][k]
    low, high = stated.get("min", {}).get(k), stated.get("max", {}).get(k)
    if low and high:
        return f"{low} - {high}"
    return f"min {low}" if low else f"max {high}" if high else None


def _result(
    page: Page, specimen: str | None, quantity: Quantity, cell: Cell, notation: Notation, *, surplus: bool
) -> Result:
    printed, stuck = split_unit(cell.text.strip())
    unit = stuck or quantity.unit
    value, doubt = understood(printed, unit=unit, notation=notation)
    if quantity.factor is not None:
        value, doubt = _scaled(value, quantity.factor), doubt if _is_sure(quantity) else (*doubt, SCALED)
    if surplus or (len(cell.words) > 1 and value.kind == "text" and any(c.isdigit() for c in printed)):
        doubt = (*doubt, TWO_VALUES)
    said = lexicon("words").said(printed)
    return Result(
        parameter=quantity.own,
        specimen=specimen,
        unit=unit,
        result=printed,
        verdict=printed if said in ("pass", "fail", "pending", "none") else None,
        value=value,
        place=Place(page=page.number, box=page.shown(box_of(cell.words))),
        doubt=tuple(dict.fromkeys(doubt)),
    )


def _is_sure(quantity: Quantity) -> bool:
    """A scale from the table's own legend, or a negative power over a chemical symbol: mill certificates print so."""
    small = quantity.factor is not None and quantity.factor < 1
    return small and (quantity.marked or (quantity.is_symbol and quantity.unit in (None, "%", "wt%")))


def _scaled(value: Value, factor: Decimal) -> Value:
    low = value.low * factor if value.low is not None else None
    high = value.high * factor if value.high is not None else None
    return value.model_copy(update={"low": low, "high": high})
