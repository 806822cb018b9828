"""Tables → results, requirements and verdicts of a whole report, page by page."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from tradedocs.model.report import Result
from tradedocs.pdf.page import Page
from tradedocs.reading.basis import first_basis
from tradedocs.reading.boxes import boxed_results, key_of
from tradedocs.reading.checklist import option_results
from tradedocs.reading.columns import is_heading, layout_of
from tradedocs.reading.conclusion import summary_verdicts
from tradedocs.reading.crossed import Crossed, crossed, goes_on
from tradedocs.reading.kinds import (
    adverse_cells,
    counts_defects,
    heads_classes,
    lists_orders,
    section_verdicts,
    sums_up,
)
from tradedocs.reading.layout import Layout
from tradedocs.reading.limits import Requirement, requirements_of
from tradedocs.reading.lines import Line, page_lines
from tradedocs.reading.matrix import matrix_results
from tradedocs.reading.matrix_heading import Matrix
from tradedocs.reading.notation import Notation, number_in
from tradedocs.reading.pairs import pairs_of
from tradedocs.reading.proof import proved_by
from tradedocs.reading.rows import Context, StatedVerdict, results_of
from tradedocs.reading.sections import title_over
from tradedocs.reading.specimens import specimen_over, unit_over
from tradedocs.reading.specimens_by_row import crossed_results
from tradedocs.reading.table import Table
from tradedocs.reading.values import is_value_like
from tradedocs.reading.wide import wide_results
from tradedocs.vocabulary import lexicon

_CONTROLS = re.compile(
    r"\bqc (?:notes?|analysis|data|results?|batch)\b|\bqa/qc\b|质控|정도관리"
    r"|quality control (?:checks?|data|results?|samples?)"
    r"|\b(?:method|reagent) blanks?\b|spike recover(?:y|ies)|qualitätskontrollprobe",
    re.I,
)
_BOUND = re.compile(r"\s*(?:[<>≤≥＜＞]|max|min|not (?:more|less)|n[ml]t\b)", re.I)
_MANY_FIGURES = 12
_FEW_BOUNDS = 6
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


@dataclass
class Gathered:
    """What the tables gave, page by page."""

    results: list[Result] = field(default_factory=list)
    requirements: list[Requirement] = field(default_factory=list)
    sections: list[StatedVerdict] = field(default_factory=list)
    adverse: list[StatedVerdict] = field(default_factory=list)
    open_tables: list[int] = field(default_factory=list)


def gathered_from(tables: Sequence[tuple[Page, Sequence[Table]]], rule: Notation) -> Gathered:
    """Everything that the tables state, page by page.

    Args:
        tables: the pages with their tables, in order.
        rule: the report's own rule about its decimal sign.
    """
    reading = _Reading(rule)
    summed: list[Result] = []
    for page, own in tables:
        summed += reading.page(page, own)
    _drop_repeated(reading.gathered.results, summed)
    return reading.gathered


@dataclass
class _Reading:
    """The tables of one report while they are read in order: one may go on with the layout of the one before."""

    rule: Notation
    gathered: Gathered = field(default_factory=Gathered)
    last: tuple[Table, Layout] | None = None
    crossing: tuple[Table, Crossed] | None = None
    matrix: Matrix | None = None

    def page(self, page: Page, own: Sequence[Table]) -> list[Result]:
        """Read the page's tables, then its boxes; gives the results of the boxes."""
        gathered = self.gathered
        before = len(gathered.results)
        open_words = {id(word) for word in page.words}
        for table in own:
            count = len(gathered.results)
            whole = self._marked(page, table) or self._lying(page, table)
            if not whole:
                self._headed(page, table)
            if whole or len(gathered.results) > count:
                open_words -= _words_of(table)
        told = {key_of(result) for result in gathered.results[before:]}
        boxed = boxed_results(page, [word for word in page.words if id(word) in open_words], told, self.rule)
        gathered.results += boxed
        return boxed

    def _marked(self, page: Page, table: Table) -> bool:
        """A table of options to mark, or of the laboratory's own checks."""
        marked = option_results(page, table)
        self.gathered.results += marked
        return bool(marked) or _is_about_controls(table)

    def _lying(self, page: Page, table: Table) -> bool:
        """A table with a quantity in each column."""
        gathered = self.gathered
        notation = proved_by(table, None, self.rule)
        by_row = matrix_results(page, table, notation, self.matrix)
        if by_row is not None:
            gathered.results += by_row.results
            gathered.sections += by_row.verdicts
            gathered.open_tables += [] if by_row.complete else [page.number]
            self.matrix = by_row.matrix or self.matrix
            return True
        cross = crossed(table) or (_continued(table, self.crossing) if self.crossing else None)
        if cross is not None and (items := crossed_results(page, table, cross, notation)):
            gathered.results += items
            self.crossing = (table, cross)
            return True
        if heads_classes(table):
            return False
        lying, complete = wide_results(page, table, notation)
        gathered.results += lying
        gathered.open_tables += [page.number] if lying and not complete else []
        return bool(lying)

    def _headed(self, page: Page, table: Table) -> None:
        """A table with a parameter in each row; one without a heading gives its pairs."""
        understood = False
        for part, layout in list(_parts(table, self.last)):
            context = _context(part, layout, page_lines(page), self.rule)
            understood |= _take(self.gathered, page, part, layout, context)
            self.last = (part, layout)
        if not understood:
            _take_unheaded(self.gathered, page, table, proved_by(table, None, self.rule))


def _context(table: Table, layout: Layout, lines: Sequence[Line], rule: Notation) -> Context:
    return Context(
        proved_by(table, layout, rule),
        unit_over(table),
        specimen_over(lines, table),
        title_over(table, layout.start),
        first_basis(*reversed(table.above[-4:])),
    )


def _is_about_controls(table: Table) -> bool:
    """Whether the table tells how the laboratory checked itself (blanks, spikes), not what it found in the goods."""
    return any(_CONTROLS.search(line) for line in table.above[-4:])


def _drop_repeated(results: list[Result], boxed: Sequence[Result]) -> None:
    """A box of a summary repeats what a later page states in full."""
    for item in boxed:
        if any(
            other is not item and key_of(other) == key_of(item) and other.place.page > item.place.page
            for other in results
        ):
            results[:] = [other for other in results if other is not item]


def _words_of(table: Table) -> set[int]:
    return {id(word) for row in table.rows for cell in row for word in cell.words}


def _continued(table: Table, before: tuple[Table, Crossed]) -> Crossed | None:
    """The layout of the table before where this one goes on with it: on the same page or the next."""
    return goes_on(table, *before) if table.page - before[0].page in (0, 1) else None


def _take_unheaded(gathered: Gathered, page: Page, table: Table, notation: Notation) -> None:
    """What a table under no heading gives row by row; the page is named where that is not all."""
    pairs = pairs_of(page, table, notation)
    gathered.results += pairs.results
    gathered.adverse += adverse_cells(page, table) if not pairs.results else ()
    if (pairs.left_out or (not pairs.results and _holds_figures(table))) and not _limits_by_category(table):
        gathered.open_tables.append(page.number)


def _states_bounds(table: Table, layout: Layout) -> bool:
    """Whether all figures beside the names are bounds (`< 0.2`), as in a table of limits by category."""
    at = layout.first("parameter")
    cells = [
        c.text
        for row in table.rows[layout.body :]
        for k, c in enumerate(row)
        if k != at and any(map(str.isdigit, c.text))
    ]
    return len(cells) >= _MANY_FIGURES and all(_BOUND.match(text) for text in cells)


def _limits_by_category(table: Table) -> bool:
    """Whether a table under a title of requirements holds bounds and nothing else, and not one for every column."""
    said = (hit.meaning for line in table.above[-3:] for hit in lexicon("columns").all_in(line))
    rows = [
        [cell.text for cell in row[1:] if number_in(cell.text.lstrip("<>≤≥ ")) is not None]
        for row in table.rows
    ]
    figures = [text for row in rows for text in row]
    return (
        "limit" in said
        and len(figures) >= _FEW_BOUNDS
        and all(_BOUND.match(text) for text in figures)
        and any(len(set(row)) > 1 for row in rows)
    )


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


def _take(gathered: Gathered, page: Page, table: Table, layout: Layout, context: Context) -> bool:
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
        return _states_bounds(table, layout) or (bool(required) and not _leaves_figures(table, layout))
    items = list(results_of(page, table, layout, context))
    gathered.sections += [item for item in items if isinstance(item, StatedVerdict)]
    gathered.results += [item for item in items if isinstance(item, Result)]
    return bool(items)
