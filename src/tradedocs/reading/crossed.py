"""Tables that cross specimens with quantities: a row for each specimen, a column for each thing that was measured.

Mill certificates, battery tests and field measurements are printed so. The columns' headings name what was tested,
each with a unit of its own; the rows are told apart by a specimen's label.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from tradedocs.reading.columns import is_specimen, role_hit, role_of
from tradedocs.reading.notation import number_in
from tradedocs.reading.stacked import Quantity, named, quantities_over
from tradedocs.reading.table import Cell, Table, distinct
from tradedocs.reading.values import is_value_like, split_unit
from tradedocs.vocabulary import fold, lexicon
from tradedocs.vocabulary.parameters import meaning_of
from tradedocs.vocabulary.units import is_unit

REQUIRING = ("limit", "min", "max", "mdl", "loq", "unit", "method", "nominal", "tolerance")
_ASIDE = (
    *REQUIRING,
    "index",
    "specimen",
    "cas",
    "remark",
    "other",
    "uncertainty",
    "request",
    "reference",
    "basis",
    "condition",
)
_STANDARDS = ("标准", "standard", "std", "norm", "norme", "norma", "standart")
_LABELLING = ("specimen", "index")
_HIGHEST_HEADING, _LONGEST_LABEL = 10, 40


@dataclass(frozen=True)
class Crossed:
    """Where the specimens stand, and what the columns beside them measure.

    Attributes:
        label: the column of the specimens' labels.
        begin, body: the heading's first row, and the first row below it.
        measured: the quantities of each measuring column, more than one where the heading holds several tiers.
        judged: columns that state how the specimen's test ended.
        limits: the column with the limit of the measuring column left of it.
        heads: the heading of every column.
        title: what stands over the heading in the same frame.
    """

    label: int
    begin: int
    body: int
    measured: dict[int, list[Quantity]]
    judged: tuple[int, ...] = ()
    limits: dict[int, int] | None = None
    heads: dict[int, str] | None = None
    title: str | None = None


def crossed(table: Table) -> Crossed | None:
    """The table's crossed layout; None for any other table."""
    if table.width < 2 or len(table.rows) < 2 or any(map(_speaks_of_limits, table.above[-3:])):
        return None
    for label, at in _labelling(table):
        found = _under(table, label, at)
        if found is not None:
            return found
    return None


def _speaks_of_limits(line: str) -> bool:
    """A title of limits or requirements: the table under it holds no results."""
    hit = lexicon("columns").best(line) if "   " not in line else None
    return hit is not None and hit.meaning == "limit" and hit.cover > 0.45


def _labelling(table: Table) -> Iterator[tuple[int, int]]:
    """Columns that may label the rows, the surest first, with the row where their heading stands."""
    found: list[tuple[int, int, int]] = []
    for k in range(min(5, table.width)):
        before: Cell | None = None
        for at, row in enumerate(table.rows[:4]):
            cell = row[k]
            if not cell or cell is before or len(cell.text) > _LONGEST_LABEL:
                continue
            before = cell
            role = role_of(cell.text)
            if role == "specimen" or lexicon("fields").exact(cell.text) in ("lot", "sample_no"):
                found.append((0, k, at))
            elif role == "index":
                found.append((1, k, at))
            elif k == 0 and at <= 1 and role not in ("parameter", *REQUIRING):
                found.append((2, k, at))
    yield from ((k, at) for _, k, at in sorted(found))


def _under(table: Table, label: int, at: int) -> Crossed | None:
    begin, body = _heading(table, label, at)
    rows = list(body_rows(table, label, body))
    if not rows:
        return None
    texts = [first_line(row[label]) for row in rows]
    if any(len(text) > _LONGEST_LABEL for text in texts) or sum(map(_names_a_thing, texts)) > 0.3 * len(
        texts
    ):
        return None
    columns = [k for k in range(table.width) if k != label and _holds_figures([row[k] for row in rows])]
    stacked = quantities_over(table, begin, body, columns)
    heads = {
        k: " ".join(dict.fromkeys(r[k].text for r in table.rows[begin:body] if r[k]))
        for k in range(table.width)
    }
    roles = {k: _role(head, stacked.get(k)) for k, head in heads.items() if head}
    if any(_holds_names(rows, k) for k, role in roles.items() if k != label and role == "parameter"):
        return None
    judged = tuple(
        k for k in range(table.width) if k != label and roles.get(k) in ("result", "verdict") and k in heads
    )
    measured = {
        k: tiers
        for k, tiers in stacked.items()
        if k not in judged and _measures(tiers, roles.get(k), heads[k])
    }
    judged = tuple(k for k in judged if _is_filled(rows, k))
    if not _convinces(rows, label, role_of(_head(table, label, at)), measured, judged):
        return None
    limits = {k: j for k in measured if (j := _limit_of(k, measured, roles, table.width)) is not None}
    title = " ".join(
        dict.fromkeys(cell.text for row in table.rows[:begin] for cell in distinct(row) if len(cell.text) > 1)
    )
    return Crossed(
        label,
        begin,
        body,
        measured,
        judged,
        limits,
        {k: named(text)[0] for k, text in heads.items()},
        title or None,
    )


def _role(head: str, tiers: Sequence[Quantity] | None) -> str | None:
    """The heading's role; a bound that is only a part of a quantity's name (`Maximum EIRP (dBm)`) is none."""
    hit = role_hit(named(head)[0]) or (role_hit(tiers[0].own) if tiers else None)
    if (
        hit is None
        or (hit.meaning == "condition" and hit.cover < 1)
        or (hit.meaning in ("min", "max", "limit") and hit.cover < 0.9 and tiers and tiers[0].unit)
    ):
        return None
    return hit.meaning


def _head(table: Table, label: int, at: int) -> str:
    return table.rows[at][label].text


def _heading(table: Table, label: int, at: int) -> tuple[int, int]:
    """The heading's rows: those that the label's own heading spans, a group row over it, unit rows below it."""
    begin, body = at, at + 1
    while body < len(table.rows) and table.rows[body][label] is table.rows[at][label]:
        body += 1
    while begin > 0 and not table.rows[begin - 1][label] and len(distinct(table.rows[begin - 1])) > 1:
        begin -= 1
    while (
        body < min(len(table.rows), at + _HIGHEST_HEADING)
        and (not table.rows[body][label] or _is_row_of_units(table.rows[body], label))
        and not _is_row_of_values(table.rows[body])
    ):
        body += 1
    return begin, body


def _is_row_of_units(row: Sequence[Cell], label: int) -> bool:
    """The heading's second line under a label of two words: `Specimen` over `No.`, `Thickness` over `mm`."""
    others = [cell for k, cell in enumerate(row) if k != label and cell]
    units_ = [cell for cell in others if is_unit(cell.text.strip("()[] "))]
    return len(units_) >= 2 and len(units_) == len(others) and role_of(row[label].text) in _LABELLING


def _is_row_of_values(row: Sequence[Cell]) -> bool:
    cells = distinct(tuple(row))
    return bool(cells) and sum(number_in(cell.text) is not None for cell in cells) >= 0.5 * len(cells)


def body_rows(table: Table, label: int, body: int) -> Iterator[tuple[Cell, ...]]:
    """The rows that a specimen's label begins; rows of limits are left out."""
    numbered = False
    for row in table.rows[body:]:
        cell = row[label]
        alone = len(distinct(row)) < 2 or (label + 1 < len(row) and row[label + 1] is cell)
        if not cell or alone or requirement_of(cell.text) is not None:
            continue
        if numbered and not any(char.isdigit() for char in cell.text):
            return  # totals and notes under the specimens
        numbered |= is_specimen(first_line(cell))
        yield row


def first_line(cell: Cell) -> str:
    """The text of the cell's first line: labels of several specimens stand one under the other."""
    return cell.lines[0].text if len(cell.words) > 1 else cell.text


def requirement_of(label: str) -> str | None:
    """The role of a row that states what is required, by its label (`Min`, `Limit`, `LOD`, a unit)."""
    bare = label.strip("()[] :.")
    role = "limit" if fold(bare) in _STANDARDS else role_of(bare)
    if role in REQUIRING:
        return role
    return "unit" if is_unit(bare) and bare.casefold() not in ("c", "v", "a", "s") else None


def _names_a_thing(text: str) -> bool:
    return meaning_of(text) is not None


def _holds_figures(cells: Sequence[Cell]) -> bool:
    filled = [cell.text for cell in cells if cell]
    return bool(filled) and sum(map(_is_figure, filled)) >= 0.6 * len(filled)


def _is_figure(text: str) -> bool:
    """A value, several of them one under the other, or a letter that a legend explains."""
    if is_value_like(split_unit(text)[0]) or (len(text) == 1 and text.isalpha()):
        return True
    words = text.split()
    return len(words) > 1 and sum(number_in(word) is not None for word in words) >= 0.6 * len(words)


def _holds_names(rows: Sequence[tuple[Cell, ...]], k: int) -> bool:
    """Whether the column tells the rows apart by words: then it names what was tested, row by row."""
    texts = [row[k].text for row in rows if row[k]]
    named_ = {text for text in texts if not is_value_like(text) and sum(c.isalpha() for c in text) >= 2}
    return len(named_) >= max(2, 0.5 * len(rows))


def _measures(tiers: Sequence[Quantity], role: str | None, head: str) -> bool:
    """Whether the heading names a quantity: no role of another kind, no order's number or count, no specimen."""
    own = tiers[0].own
    if tiers[0].is_known:
        return True
    if role in _ASIDE:
        return False
    if lexicon("fields").exact(head) is not None or lexicon("fields").exact(own) is not None:
        return False
    if lexicon("aql").exact(own) is not None or not any(char.isalpha() for char in own):
        return False
    if _describes(tiers[0]):
        return False
    return not is_specimen(own) or tiers[0].unit is not None


def _describes(quantity: Quantity) -> bool:
    """Whether the column describes the goods or the test's condition, and was not measured in the test."""
    columns = lexicon("columns")
    if columns.said(quantity.own) == "condition":
        return True
    return any(
        (best := columns.best(text)) and best.meaning == "condition" and best.cover > 0.5
        for text in quantity.groups
    )


def _is_filled(rows: Sequence[tuple[Cell, ...]], k: int) -> bool:
    return any(row[k] for row in rows)


def _convinces(
    rows: Sequence[tuple[Cell, ...]],
    label: int,
    role: str | None,
    measured: dict[int, list[Quantity]],
    judged: Sequence[int],
) -> bool:
    """Whether the columns are surely quantities: by their units, by known names, or because the rows are specimens."""
    texts = [first_line(row[label]) for row in rows]
    if len({id(row[label]) for row in rows}) < len(rows) or len(set(texts)) < 0.6 * len(texts):
        return False
    first = [tiers[0] for tiers in {id(tiers): tiers for tiers in measured.values()}.values()]
    names = {quantity.own for quantity in first}
    units = {quantity.unit for quantity in first if quantity.unit}
    symbols = sum(quantity.is_known for quantity in first)
    labelled = role in _LABELLING and sum(map(is_specimen, texts)) >= 0.8 * len(texts)
    if (
        len(names) >= 2
        and len(names) == len(first)
        and (len(units) >= 2 or symbols >= 3 or (labelled and units))
    ):
        return True
    others = [k for k in range(len(rows[0])) if k != label and k not in measured and k not in judged]
    plain = all(len({row[k].text for row in rows}) <= max(1, 0.34 * len(rows)) for k in others)
    stated = all(_is_figure(row[k].text) for row in rows for k in judged if row[k])
    return bool(names or judged) and labelled and plain and stated and len(rows) > 2


def _limit_of(
    k: int, measured: dict[int, list[Quantity]], roles: dict[int, str | None], width: int
) -> int | None:
    """The limit column right of a measuring column, before the next one."""
    for j in range(k + 1, width):
        if j in measured:
            return None
        if roles.get(j) in ("limit", "max"):
            return j
    return None


def goes_on(table: Table, before: Table, layout: Crossed) -> Crossed | None:
    """The layout of the table before, when this one has its columns and no heading of its own."""
    if table.width != before.width or any(
        abs(a - b) > 4 for a, b in zip(table.edges, before.edges, strict=True)
    ):
        return None
    if not is_specimen(first_line(table.rows[0][layout.label])):
        return None
    rows = list(body_rows(table, layout.label, 0))
    named_ = [row for row in rows if is_specimen(row[layout.label].text)]
    return (
        replace(layout, begin=0, body=0, title=layout.title)
        if rows and len(named_) >= 0.7 * len(rows)
        else None
    )


__all__ = ["Crossed", "crossed", "goes_on", "named", "requirement_of"]
