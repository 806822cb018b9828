"""Tables of orders: one row for each order or article, its quantities in columns, and perhaps a total."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal

from tradedocs.model.base import Place
from tradedocs.model.report import StatedCount
from tradedocs.pdf.page import Page
from tradedocs.reading.labelkeys import meaning_of
from tradedocs.reading.labels import Found
from tradedocs.reading.notation import Notation
from tradedocs.reading.quantities import SEVERAL, count_of
from tradedocs.reading.table import Cell, Table
from tradedocs.vocabulary import lexicon

_MEASURES = ("ordered", "finished", "inspected", "packed", "lot_size")


def orders_of(pages: Sequence[tuple[Page, Sequence[Table]]], notation: Notation) -> Mapping[str, StatedCount]:
    """The total of each kind of quantity: as printed, else of the only row, else added up, which is a doubt."""
    out: dict[str, StatedCount] = {}
    for page, tables in pages:
        for table in tables:
            for meaning, count in _of_table(page, table, notation).items():
                known = out.setdefault(meaning, count)
                if known.number != count.number and SEVERAL not in known.doubt:
                    out[meaning] = known.model_copy(update={"doubt": (*known.doubt, SEVERAL)})
    return out


def _of_table(page: Page, table: Table, notation: Notation) -> Mapping[str, StatedCount]:
    for at, row in enumerate(table.rows[:-1]):
        columns = {
            k: meaning
            for k, cell in enumerate(row)
            if cell and not (k and row[k - 1] is cell) and (meaning := _heads(cell.text)) is not None
        }
        if len(set(columns.values())) >= 2:
            body = [line for line in table.rows[at + 1 :] if not any(line[k] is row[k] for k in columns)]
            return {
                meaning: count
                for k, meaning in columns.items()
                if (count := _total(page, body, k, meaning, notation)) is not None
            }
    return {}


def _heads(text: str) -> str | None:
    meaning = meaning_of(text.strip()) if len(text) <= 60 else None
    return meaning if meaning in _MEASURES else None


def _total(
    page: Page, body: Sequence[Sequence[Cell]], k: int, meaning: str, notation: Notation
) -> StatedCount | None:
    counts: list[StatedCount] = []
    for at, row in enumerate(body):
        cell = row[k]
        if not cell or cell.box is None or (at and body[at - 1][k] is cell):
            continue
        place = Place(page=page.number, box=page.shown(cell.box))
        count = count_of(Found(meaning, meaning, cell.text, place, cell.text), notation)
        if count is None:
            continue
        if any(lexicon("checklist").said(other.text) == "total" for other in row[:k] if other):
            return count
        counts.append(count)
    if len(counts) < 2:
        return counts[0] if counts else None
    if len({count.unit for count in counts}) > 1:
        return counts[0].model_copy(update={"doubt": (*counts[0].doubt, SEVERAL)})
    added = sum((count.number for count in counts), Decimal(0))
    doubt = tuple(dict.fromkeys((*(code for count in counts for code in count.doubt), SEVERAL)))
    text = " + ".join(count.text for count in counts)
    return counts[0].model_copy(update={"number": added, "text": text, "doubt": doubt})
