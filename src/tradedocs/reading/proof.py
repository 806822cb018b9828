"""What the numbers of one table prove about its decimal sign."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

from tradedocs.reading.layout import Layout
from tradedocs.reading.notation import Notation, notation_of
from tradedocs.reading.table import Table, distinct
from tradedocs.reading.values import is_value_like, split_unit

_NUMERIC = (
    "result",
    "limit",
    "min",
    "max",
    "mdl",
    "loq",
    "nominal",
    "tolerance",
    "uncertainty",
    "statistic",
    "reference",
)


def proved_by(table: Table, layout: Layout | None, stated: Notation) -> Notation:
    """The table's decimal sign: as the report states it, else as the table's values and limits prove it.

    Args:
        table: the table, its heading included.
        layout: its columns; None where it has no heading, then the cells that hold one value count.
        stated: what the report says of itself.
    """
    if stated.point or stated.comma:
        return stated
    return notation_of(_in_columns(table, layout)) if layout else proved_alone(table)


def proved_by_all(tables: Sequence[Table], stated: Notation) -> Notation:
    """What all the tables together prove, for figures that stand in none of them."""
    if stated.point or stated.comma:
        return stated
    point = comma = False
    for table in tables:
        if not (point and comma):
            proved = proved_alone(table)
            point, comma = point or proved.point, comma or proved.comma
    return Notation(point, comma)


@lru_cache(maxsize=64)
def proved_alone(table: Table) -> Notation:
    """What the values of one table prove."""
    return notation_of(_value_cells(table))


def _in_columns(table: Table, layout: Layout) -> Iterator[str]:
    for row in table.rows[layout.body :]:
        for k, column in enumerate(layout.columns):
            if column.role in _NUMERIC and row[k]:
                yield row[k].text


def _value_cells(table: Table) -> Iterator[str]:
    for row in table.rows:
        for cell in distinct(row):
            if is_value_like(split_unit(cell.text)[0]):
                yield cell.text
