"""The checklist of an inspection: every line that was checked, with its verdict."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from tradedocs.model.base import Place
from tradedocs.model.report import ChecklistLine, Result, Value
from tradedocs.pdf.geometry import Box
from tradedocs.pdf.page import Page
from tradedocs.reading.checkplan import Plan, plan_of_content, plan_of_heading
from tradedocs.reading.judged import EMPTY_MARKS, MARKS, TICK_UNCLEAR, Judged, judged, meaning_of_word
from tradedocs.reading.lines import Line, box_of, page_lines
from tradedocs.reading.rows import NOT_MARKED
from tradedocs.reading.table import Cell, Table, distinct
from tradedocs.reading.verdicts import ticked
from tradedocs.vocabulary import fold, lexicon

_LEADERS = re.compile(r"[\s.…_:：]+$")
_NUMBERED = re.compile(r"\s*(?:[A-Z]|\d+(?:\.\d+)*)\s*[.)．、]\s*")
_SIGNED = re.compile(
    r"(?:tested|checked|reviewed|approved|prepared|inspected|issued|signed|compiled|verified|authori[sz]ed)\b.{0,6}\bby\b"
    r"|signature|审核|批准|编制|签名|签字|主检",
    re.I,
)
_BOXES = frozenset("☐☒☑□■")
_ICON = (4.0, 30.0)  # the side of a picture that may be a tick


@dataclass(frozen=True)
class _Before:
    """The table that a table without a heading may go on from."""

    table: Table
    plan: Plan
    section: str | None


def checklist_of(pages: Sequence[tuple[Page, Sequence[Table]]]) -> tuple[ChecklistLine, ...]:
    """Every checklist line of the report, top to bottom; a verdict that is not understood keeps its words only."""
    out: list[ChecklistLine] = []
    before: _Before | None = None
    for page, tables in pages:
        covered: list[tuple[float, float]] = []
        own: list[ChecklistLine] = []
        for table in tables:
            lines, before = _of_table(page, table, before)
            own += lines
            if lines:
                covered.append((table.box[1], table.box[3]))
        own += _loose_lines(page, covered)
        out += own if page.turn else sorted(own, key=_top)
    return tuple(out)


def _top(line: ChecklistLine) -> float:
    return line.place.box[1] if line.place.box else 0.0


def option_results(page: Page, table: Table) -> tuple[Result, ...]:
    """The results of a table whose columns are the possible verdicts (`Pass | Fail | N/A`), one of them marked."""
    lines, before = _of_table(page, table, None)
    if before is None or before.table is not table or not before.plan.options:
        return ()
    return tuple(_as_result(line) for line in lines if line.verdict)


def with_checked(results: Sequence[Result], lines: Sequence[ChecklistLine]) -> tuple[Result, ...]:
    """The results of an inspection with the checklist lines that gave none: their verdict is their result."""
    named = {(result.place.page, fold(result.parameter)) for result in results}
    taken: dict[int, list[Box]] = {}
    for result in results:
        if result.place.box:
            taken.setdefault(result.place.page, []).append(result.place.box)
    added = [
        _as_result(line)
        for line in lines
        if line.verdict
        and line.place.box
        and (line.place.page, fold(line.item)) not in named
        and not any(_share(line.place.box, box) for box in taken.get(line.place.page, ()))
    ]
    return (*results, *added)


def _share(a: Box, b: Box) -> bool:
    return a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]


def _as_result(line: ChecklistLine) -> Result:
    return Result(
        parameter=line.item,
        result=line.verdict,
        verdict=line.verdict,
        section=line.section,
        value=Value(kind="none") if line.meaning == "na" else Value(kind="text", text=line.meaning),
        place=line.place,
        doubt=line.doubt,
    )


def _of_table(page: Page, table: Table, before: _Before | None) -> tuple[list[ChecklistLine], _Before | None]:
    out: list[ChecklistLine] = []
    plan: Plan | None = None
    section = _title_over(table)
    if before is not None and _goes_on(table, before.table):
        plan, section = before.plan, before.section
    begin = 0
    for at, row in enumerate(table.rows):
        if at < begin:
            continue
        headed = plan_of_heading(table, at)
        if headed is not None and not (plan is not None and _judges_here(row, plan)):
            plan, begin = headed, headed.body
            if at and (title := _title(table.rows[at - 1])):
                section = title
            continue
        if at == 0 and plan is None:
            plan = plan_of_content(table)
        if title := _title(row):
            section = title
        elif plan is not None and not _is_passed_over(table, at, plan):
            out += _lines(page, table, row, plan, section)
    if plan is None:
        return [], before
    if plan.guessed and sum(line.meaning is not None for line in out) < 2:
        return [], before
    return out, _Before(table, plan, section)


def _goes_on(table: Table, before: Table) -> bool:
    return (
        table.page - before.page in (0, 1)
        and table.width == before.width
        and all(abs(a - b) <= 8 for a, b in zip(table.edges, before.edges, strict=True))
    )


def _judges_here(row: Sequence[Cell], plan: Plan) -> bool:
    """Whether the row gives a verdict where the heading above says: `E Measurements | Conform` is no new heading."""
    return not plan.options and any(
        meaning_of_word(row[k].text) is not None for group in plan.groups for k in group.verdicts
    )


def _is_passed_over(table: Table, at: int, plan: Plan) -> bool:
    """The heading of a guessed plan, and a row that only goes on with cells which span rows."""
    if at < (plan.body if plan.guessed else 1):
        return plan.guessed and at < plan.body
    row, above = table.rows[at], table.rows[at - 1]
    return all(row[k] is above[k] for group in plan.groups for k in (group.item, *group.verdicts) if row[k])


def _lines(
    page: Page, table: Table, row: Sequence[Cell], plan: Plan, section: str | None
) -> Iterator[ChecklistLine]:
    for group in plan.groups:
        item = row[group.item]
        if not item or any(item is row[k] for k in group.verdicts) or not _names(item.text):
            continue
        found = (
            _of_options(page, table, row, group.verdicts, plan.options, item)
            if plan.options
            else _of_cell(page, table, row, group.verdicts, item)
        )
        if found is None or (found.meaning is None and _SIGNED.match(item.text)):
            continue
        remarks = [row[k].text.strip() for k in group.remarks if row[k] and row[k] is not item]
        remark = " ".join(text for text in (found.remark, *remarks) if text) or None
        if not (found.verdict or found.doubt or (remark and any(c.isalnum() for c in remark))):
            continue
        cells = [row[k] for k in group.verdicts if row[k]]
        box = box_of([word for cell in (cells or [item]) for word in cell.words])
        yield ChecklistLine(
            item=_LEADERS.sub("", item.text).strip(),
            section=section,
            verdict=found.verdict,
            meaning=found.meaning,
            remark=remark,
            place=Place(page=page.number, box=page.shown(box)),
            doubt=found.doubt,
        )


def _names(text: str) -> bool:
    """Whether the text can name what was checked; the overall result is no line of the checklist."""
    return sum(c.isalpha() for c in text) >= 2 and lexicon("fields").exact(text.strip(" :：")) != "conclusion"


def _of_cell(
    page: Page, table: Table, row: Sequence[Cell], columns: Sequence[int], item: Cell
) -> Judged | None:
    cells = [row[k] for k in columns if row[k]]
    if not cells:
        return Judged(doubt=(TICK_UNCLEAR,)) if _pictured(page, table, columns, item) else None
    found = [judged(cell.text) for cell in cells]
    return next((one for one in found if one.meaning is not None), found[0])


def _of_options(
    page: Page,
    table: Table,
    row: Sequence[Cell],
    columns: Sequence[int],
    options: Mapping[int, str],
    item: Cell,
) -> Judged | None:
    """The verdict whose column is marked. None where the row marks nothing."""
    said = {k: row[k].text.strip() for k in columns if row[k]}
    if any(text.isdecimal() for text in said.values()):
        return None
    marked = [k for k, text in said.items() if _is_mark(text, options[k])]
    if len(marked) == 1:
        return Judged(options[marked[0]], meaning_of_word(options[marked[0]]))
    if marked:
        return Judged(doubt=(TICK_UNCLEAR,))
    if any(set(text) <= EMPTY_MARKS for text in said.values()):
        return Judged(doubt=(NOT_MARKED,))
    return Judged(doubt=(TICK_UNCLEAR,)) if _pictured(page, table, columns, item) else None


def _is_mark(text: str, option: str) -> bool:
    said = meaning_of_word(text)
    return bool(text) and (set(text) <= MARKS or (said is not None and said == meaning_of_word(option)))


def _pictured(page: Page, table: Table, columns: Sequence[int], item: Cell) -> bool:
    """Whether a small picture stands where the verdict should: a tick or a cross that was not told apart."""
    if item.box is None:
        return False
    low, high = _ICON
    for x0, y0, x1, y1 in page.images:
        across = any(table.edges[k] <= (x0 + x1) / 2 <= table.edges[k + 1] for k in columns)
        beside = y0 <= item.box[3] and y1 >= item.box[1]
        if across and beside and low <= x1 - x0 <= high and low <= y1 - y0 <= high:
            return True
    return False


def _title(row: Sequence[Cell]) -> str | None:
    """The text of a row that holds one text only, if it is short enough to be a heading."""
    cells = distinct(tuple(row))
    if len(cells) != 1 or judged(cells[0].text).meaning is not None:
        return None
    text = cells[0].text.strip()
    spans = sum(cell is cells[0] for cell in row) > 1 or len(row) == 1
    return text if spans and 2 < len(text) <= 100 and any(c.isalpha() for c in text) else None


def _title_over(table: Table) -> str | None:
    """The line right over the table, where it reads like a section's title."""
    text = table.above[-1].strip() if table.above else ""
    wordy = 2 < len(text) <= 80 and "   " not in text and any(c.isalpha() for c in text)
    return text if wordy and text[-1] not in ".;,。" and ":" not in text else None


def _loose_lines(page: Page, covered: Sequence[tuple[float, float]]) -> Iterator[ChecklistLine]:
    """Lines with boxes to tick that stand in no table: `Shipping mark  ☒ Conform ☐ Not conform`."""
    for line in page_lines(page):
        if any(low - 2 <= line.middle <= high + 2 for low, high in covered):
            continue
        yield from _loose(page, line)


def _loose(page: Page, line: Line) -> Iterator[ChecklistLine]:
    words = line.words
    first = next((k for k, word in enumerate(words) if word.text[0] in _BOXES), None)
    if not first:
        return
    options = words[first:]
    text = " ".join(word.text for word in options)
    offered = [part.strip() for part in re.split(r"[☐☒☑□■]", text) if part.strip()]
    if len(offered) < 2 or any(meaning_of_word(part) is None for part in offered[:2]):
        return
    found = judged(text) if ticked(text) is not None else Judged(doubt=(NOT_MARKED,))
    item = _LEADERS.sub("", " ".join(word.text for word in words[:first])).strip()
    if sum(c.isalpha() for c in item) < 3:
        return
    yield ChecklistLine(
        item=item,
        verdict=found.verdict,
        meaning=found.meaning,
        place=Place(page=page.number, box=page.shown(box_of(options))),
        doubt=found.doubt,
    )
