"""What a sample report is made of, and how a variant is made of it. All texts are as they are printed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

Style = Literal["boxed", "certificate", "laboratory"]


@dataclass(frozen=True)
class Letterhead:
    """The issuer, as the head and the foot of every page show it."""

    name: str
    tagline: str
    foot: tuple[str, ...]
    small_print: str
    style: Style
    colour: str
    emblem: Literal["diamonds", "arches"] = "diamonds"


@dataclass(frozen=True)
class Heading:
    """The title of a section."""

    text: str


@dataclass(frozen=True)
class Paragraph:
    """Running text; `bold` for statements that the report stresses."""

    text: str
    bold: bool = False


@dataclass(frozen=True)
class Facts:
    """Labels and their values: in a grid, or as plain lines with colons."""

    items: tuple[tuple[str, str], ...]
    ruled: bool = True


@dataclass(frozen=True)
class Row:
    """One row of a results table.

    Attributes:
        name: the first cell.
        cells: the others.
        called_for: whether the deal calls for this row; others are there as in any real report.
    """

    name: str
    cells: tuple[str, ...]
    called_for: bool = True


def row(name: str, *cells: str, called_for: bool = True) -> Row:
    """A row with its cells written one after the other."""
    return Row(name, cells, called_for)


@dataclass(frozen=True)
class Results:
    """A results table.

    Attributes:
        columns: the headings, the first one over the rows' names.
        widths: of the columns, in millimetres.
        rows: in the order in which they are printed.
        values: which of the rows' cells hold what was found (0 is the one after the name).
        numbered: whether a column with running numbers stands before the names.
    """

    columns: tuple[str, ...]
    widths: tuple[float, ...]
    rows: tuple[Row, ...]
    values: tuple[int, ...]
    numbered: bool = False


@dataclass(frozen=True)
class Grid:
    """Any other ruled table; the first row is its heading. `labels`: the first column is set flush left."""

    rows: tuple[tuple[str, ...], ...]
    widths: tuple[float, ...]
    labels: bool = True


@dataclass(frozen=True)
class Conclusion:
    """The overall conclusion in its box."""

    label: str
    value: str
    note: str


@dataclass(frozen=True)
class Signature:
    """Who signs, for whom."""

    intro: str
    company: str
    people: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class NewPage:
    """The next block begins a page."""


Block = Heading | Paragraph | Facts | Results | Grid | Conclusion | Signature | NewPage


@dataclass(frozen=True)
class SampleReport:
    """One report: its letterhead, what every page's head says, and its blocks."""

    letterhead: Letterhead
    title: str
    number_label: str
    number: str
    date_label: str
    date: str
    blocks: tuple[Block, ...]


def with_note(report: SampleReport, note: str) -> SampleReport:
    """The report with another text under its conclusion."""
    blocks = (
        replace(block, note=note) if isinstance(block, Conclusion) else block for block in report.blocks
    )
    return replace(report, blocks=tuple(blocks))


def called_for(report: SampleReport) -> tuple[str, ...]:
    """The names of the rows that the deal calls for, in printed order."""
    return tuple(
        one.name
        for block in report.blocks
        if isinstance(block, Results)
        for one in block.rows
        if one.called_for
    )


def varied(report: SampleReport, drop_rows: frozenset[str], changes: Mapping[str, str]) -> SampleReport:
    """The report without some rows and with other values.

    Args:
        report: what the variant is made of.
        drop_rows: names of rows that are left out.
        changes: a row's name, a fact's label or the conclusion's label → what is printed instead. For a row
            with several specimens the values are parted by `|`; one value alone is printed for each of them.

    Raises:
        KeyError: a name or label that the report does not have.
    """
    unknown = (set(drop_rows) | set(changes)) - _names(report)
    if unknown:
        raise KeyError(", ".join(sorted(unknown)))
    return replace(
        report,
        number=changes.get(report.number_label, report.number),
        date=changes.get(report.date_label, report.date),
        blocks=tuple(_varied_block(block, drop_rows, changes) for block in report.blocks),
    )


def _names(report: SampleReport) -> set[str]:
    names = {report.number_label, report.date_label}
    for block in report.blocks:
        match block:
            case Results():
                names |= {one.name for one in block.rows}
            case Facts():
                names |= {label for label, _ in block.items}
            case Conclusion():
                names.add(block.label)
            case _:
                pass
    return names


def _varied_block(block: Block, drop_rows: frozenset[str], changes: Mapping[str, str]) -> Block:
    match block:
        case Results():
            kept = (one for one in block.rows if one.name not in drop_rows)
            return replace(block, rows=tuple(_varied_row(one, block.values, changes) for one in kept))
        case Facts():
            items = tuple((label, changes.get(label, value)) for label, value in block.items)
            return replace(block, items=items)
        case Conclusion():
            return replace(block, value=changes.get(block.label, block.value))
        case _:
            return block


def _varied_row(printed: Row, values: Sequence[int], changes: Mapping[str, str]) -> Row:
    if printed.name not in changes:
        return printed
    given = [part.strip() for part in changes[printed.name].split("|")]
    if len(given) == 1:
        given *= len(values)
    cells = list(printed.cells)
    for at, value in zip(values, given, strict=True):
        cells[at] = value
    return replace(printed, cells=tuple(cells))
