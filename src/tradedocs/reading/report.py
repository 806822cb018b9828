"""Pages → Report: tables to results, labels to header facts, and what could not be read named."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from tradedocs.model.report import AqlRow, Report, ReportSource, Result, Unread
from tradedocs.pdf.page import MAP_ERRORS_ALLOWED, Page
from tradedocs.reading.aql import aql_of
from tradedocs.reading.columns import is_heading, layout_of
from tradedocs.reading.conclusion import conclusion_of, summary_verdicts
from tradedocs.reading.dates import order_of
from tradedocs.reading.family import family_of
from tradedocs.reading.fields import header_of
from tradedocs.reading.joining import joined_results
from tradedocs.reading.kinds import adverse_cells, counts_defects, lists_orders, section_verdicts, sums_up
from tradedocs.reading.labels import found_on
from tradedocs.reading.layout import Layout
from tradedocs.reading.lines import page_lines
from tradedocs.reading.notation import Notation, number_in, stated_notation
from tradedocs.reading.pairs import pairs_of
from tradedocs.reading.parties import client_over_intro, company_at_top, issuer_of
from tradedocs.reading.proof import proved_by, proved_by_all
from tradedocs.reading.quantities import quantities_of
from tradedocs.reading.rows import Context, Requirement, StatedVerdict, requirements_of, results_of
from tradedocs.reading.sampling import sample_by
from tradedocs.reading.specimens import descriptions_of, specimen_over, unit_over
from tradedocs.reading.status import status_of
from tradedocs.reading.table import Table
from tradedocs.reading.tables import tables_of
from tradedocs.reading.values import is_value_like
from tradedocs.reading.wide import wide_results
from tradedocs.ui import say

NO_TEXT, GARBLED, MACHINE_READ, MOSTLY_PICTURE = (
    "no-text-layer",
    "garbled-text-layer",
    "machine-read-layer",
    "mostly-picture",
)
NOT_UNDERSTOOD = "table-not-understood"
_MANY_FIGURES = 12
_REQUIRING = (
    "parameter",
    "limit",
    "min",
    "max",
    "mdl",
    "loq",
    "unit",
    "method",
    "cas",
    "index",
    "nominal",
    "tolerance",
)
_WHY = {
    NOT_UNDERSTOOD: "a table of figures on the page was not understood and left out",
    NO_TEXT: "the page has no text layer; it is a picture and needs OCR",
    GARBLED: "the text layer does not say what the page shows; the page needs OCR",
    MACHINE_READ: "the text lies hidden behind a scan and was read by a machine; the page needs OCR and a second look",
    MOSTLY_PICTURE: "the page is mostly one picture, which was not read",
    "broken-page": "the page is broken",
    "too-many-objects": "the page draws more objects than any report page does",
    "too-many-characters": "the page holds more characters than any report page does",
}


@dataclass
class _Gathered:
    """What the tables gave, page by page."""

    results: list[Result] = field(default_factory=list)
    requirements: list[Requirement] = field(default_factory=list)
    sections: list[StatedVerdict] = field(default_factory=list)
    adverse: list[StatedVerdict] = field(default_factory=list)
    open_tables: list[int] = field(default_factory=list)


def unread_reason(page: Page) -> Unread | None:
    """Why the page's text layer cannot be used; None when it can, or when the page is blank."""
    code = page.problem
    share = page.picture_share
    if code is None and not page.words and (share > 0.1 or page.across or page.filled):
        code = NO_TEXT
    elif code is None and page.map_errors > MAP_ERRORS_ALLOWED:
        code = GARBLED
    elif code is None and page.hidden > 0.5:
        code = MACHINE_READ
    elif code is None and share > 0.85 and len(page.words) < 25:
        code = MOSTLY_PICTURE
    return Unread(page=page.number, code=code, why=say(_WHY[code])) if code else None


def read_pages(pages: Sequence[Page], source: ReportSource, unread: Sequence[Unread] = ()) -> Report:
    """Everything that the pages state.

    Args:
        pages: all pages of the file that could be taken apart.
        source: the file they come from.
        unread: pages that are known to be unread already.
    """
    missing = [reason for page in pages if (reason := unread_reason(page))]
    closed = {item.page for item in missing}
    open_pages = [page for page in pages if page.number not in closed]
    tables = [(page, tables_of(page)) for page in open_pages]
    lines = [line for page in open_pages for line in page_lines(page)]
    texts = [line.text for line in lines]
    rule = stated_notation(texts)
    notation = proved_by_all([table for _, own in tables for table in own], rule)
    found = [item for page, own in tables for item in found_on(page, own)]
    gathered = _gathered(tables, rule)
    header = header_of(found, order_of(texts))
    first = open_pages[0] if open_pages else None
    client = header.client or (client_over_intro(first) if first else None)
    issuer = issuer_of(open_pages, (client, header.identity.seller, header.identity.buyer))
    if client is None and first is not None and first.number == 1 and issuer is not None:
        client = company_at_top(first, issuer)
    aql = aql_of(tables, found)
    conclusion, stated = conclusion_of(open_pages, found, gathered.sections, gathered.adverse)
    return Report(
        source=source,
        family=family_of(lines, has_aql=bool(aql)),
        sample_by=sample_by(lines, found),
        issuer=issuer,
        report_no=header.report_no,
        issue_date=header.issue_date,
        client=client,
        goods=header.goods,
        lots=header.lots,
        identity=header.identity,
        conclusion=conclusion,
        conclusion_stated=stated,
        status=status_of(open_pages),
        results=joined_results(gathered.results, gathered.requirements, descriptions_of(tables), notation),
        aql=aql,
        quantities=quantities_of(found, notation),
        unread=tuple(
            sorted((*unread, *missing, *_not_understood(gathered, aql)), key=lambda item: item.page)
        ),
    )


def _not_understood(gathered: _Gathered, aql: Sequence[AqlRow]) -> list[Unread]:
    """Pages with a table of figures that no layout fits: named, because what is left out must not pass for read."""
    counted = {row.place.page for row in aql}
    return [
        Unread(page=number, code=NOT_UNDERSTOOD, why=say(_WHY[NOT_UNDERSTOOD]))
        for number in sorted(set(gathered.open_tables) - counted)
    ]


def _gathered(tables: Sequence[tuple[Page, Sequence[Table]]], rule: Notation) -> _Gathered:
    gathered = _Gathered()
    last: tuple[Table, Layout] | None = None
    for page, own in tables:
        lines = page_lines(page)
        for table in own:
            lying, complete = wide_results(page, table, proved_by(table, None, rule))
            if lying:
                gathered.results += lying
                gathered.open_tables += [] if complete else [page.number]
                continue
            parts = list(_parts(table, last))
            told = False
            for part, layout in parts:
                context = Context(proved_by(part, layout, rule), unit_over(part), specimen_over(lines, part))
                told |= _take(gathered, page, part, layout, context)
                last = (part, layout)
            if not told:
                _take_unheaded(gathered, page, table, proved_by(table, None, rule))
    return gathered


def _take_unheaded(gathered: _Gathered, page: Page, table: Table, notation: Notation) -> None:
    """What a table under no heading gives row by row; the page is named where that is not all."""
    pairs = pairs_of(page, table, notation)
    gathered.results += pairs.results
    gathered.adverse += adverse_cells(page, table) if not pairs.results else ()
    if pairs.left_out or (not pairs.results and _holds_figures(table)):
        gathered.open_tables.append(page.number)


def _leaves_figures(table: Table, layout: Layout) -> bool:
    """Whether columns that state no requirement hold many figures."""
    unknown = [k for k, column in enumerate(layout.columns) if column.role not in _REQUIRING]
    words = [word.text for row in table.rows[layout.body :] for k in unknown for word in row[k].words]
    return sum(number_in(word) is not None for word in words) >= _MANY_FIGURES


def _holds_figures(table: Table) -> bool:
    """Whether the table holds so many figures that a person would take them for results."""
    cells = {id(cell): cell for row in table.rows for cell in row if cell}
    numbers = [[number_in(word.text) is not None for word in cell.words] for cell in cells.values()]
    figures = sum(all(words) for words in numbers)
    dense = figures >= _MANY_FIGURES and figures >= 0.4 * len(cells)
    return table.ruled and (dense or sum(map(sum, numbers)) >= 5 * _MANY_FIGURES)


def _parts(table: Table, last: tuple[Table, Layout] | None) -> Iterator[tuple[Table, Layout]]:
    """The table cut where a new heading stands in it; one without a heading goes on with the layout before it."""
    begin = 0
    layout = layout_of(table)
    if (layout is None or layout.start > 0) and last is not None and _goes_on(table, *last):
        end = layout.start if layout else len(table.rows)
        yield replace(table, rows=table.rows[:end]), replace(last[1], start=0, body=0)
    while layout is not None:
        after = next(
            (k for k in range(layout.body, len(table.rows)) if is_heading(table.rows[k])), len(table.rows)
        )
        yield replace(table, rows=table.rows[:after]), layout
        begin = after
        layout = layout_of(table, begin) if begin < len(table.rows) - 1 else None


def _goes_on(table: Table, before: Table, layout: Layout) -> bool:
    """Whether the table has the columns of the one before it: as many, at the same places, holding the same kind."""
    if table.width != before.width or table.page - before.page not in (0, 1):
        return False
    if any(abs(a - b) > 8 for a, b in zip(table.edges, before.edges, strict=True)):
        return False
    cells = [row[k].text for row in table.rows for k in layout.every("result") if row[k]]
    return table.ruled or (bool(cells) and sum(is_value_like(text) for text in cells) >= 0.6 * len(cells))


def _take(gathered: _Gathered, page: Page, table: Table, layout: Layout, context: Context) -> bool:
    """Put what the table states where it belongs; False when nothing was found in it."""
    if layout.first("request") is not None:
        gathered.sections += summary_verdicts(page, table, layout)
        return True
    if sums_up(table, layout):
        gathered.sections += section_verdicts(page, table, layout)
        return True
    if lists_orders(layout) or counts_defects(table, layout):
        gathered.adverse += adverse_cells(page, table)
        return True
    if layout.first("result") is None and layout.first("verdict") is None:
        gathered.adverse += adverse_cells(page, table)
        required = list(requirements_of(table, layout))
        gathered.requirements += required
        return bool(required) and not _leaves_figures(table, layout)
    items = list(results_of(page, table, layout, context))
    gathered.sections += [item for item in items if isinstance(item, StatedVerdict)]
    gathered.results += [item for item in items if isinstance(item, Result)]
    return bool(items)
