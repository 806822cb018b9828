"""The rows of a table under its layout → results."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from tradedocs.model.base import Place
from tradedocs.model.report import Result
from tradedocs.pdf.geometry import Box
from tradedocs.pdf.page import Page
from tradedocs.reading.basis import first_basis
from tradedocs.reading.columns import is_heading, with_unit
from tradedocs.reading.detection import bounds_of, in_unit
from tradedocs.reading.doubts import cell_doubts, row_doubts, unit_doubts
from tradedocs.reading.layout import Column, Layout
from tradedocs.reading.limits import deviates, heading_unit, is_title_row, limit_of, text_in, unit_of_limit
from tradedocs.reading.lines import box_of
from tradedocs.reading.naming import Named
from tradedocs.reading.notation import NO_NOTATION, Notation, number_in
from tradedocs.reading.sections import is_title
from tradedocs.reading.table import Cell, Table, distinct
from tradedocs.reading.values import is_value_like, says_something, split_unit, understood, with_uncertainty
from tradedocs.reading.verdicts import is_option_list, ticked, verdict_of
from tradedocs.reading.watch import NOT_UNDERSTOOD
from tradedocs.vocabulary import lexicon
from tradedocs.vocabulary.units import is_unit, unit_key

NOT_MARKED = "options-not-marked"
MERGED = "merged-columns"
_JUDGED = re.compile(r"(?P<word>[^\W\d_]+(?: [^\W\d_]+)?)\s*[.]?\s*(?:[-–:.]|\s(?=\d))\s*(?P<rest>.*\S)")
# `Date: 2024-05-05` is a fact about the test, not a result
_LABELLED = re.compile(r"[^\W\d_][^:：]{1,28}[:：]\s+(?P<rest>.*)")
_VERDICTS = ("pass", "fail", "pending")
_SYMBOL = re.compile(r"[A-Z][a-z]?")
_LEADERS = re.compile(r"\s*[.…·_]{4,}\s*[:：]?\s*$")


@dataclass(frozen=True)
class Context:
    """What the rows inherit from around their table: unit, specimen and section stated above it, the decimal sign."""

    notation: Notation = NO_NOTATION
    unit: str | None = None
    specimen: str | None = None
    section: str | None = None
    basis: str | None = None


@dataclass(frozen=True)
class StatedVerdict:
    """A verdict that a table states for a whole column or section, not for one row."""

    label: str
    text: str
    place: Place


def results_of(
    page: Page, table: Table, layout: Layout, context: Context
) -> Iterator[Result | StatedVerdict]:
    """Every parameter × specimen of the table's body, top to bottom.

    A row whose label says conclusion gives the section's verdicts instead of results.
    """
    at = layout.first("parameter")
    if at is None:
        return
    if layout.first("result") is None and not _judges(table, layout):
        return
    specimens = _Carried(layout.first("specimen"))
    last = layout.columns[at].heading or "?"
    before: tuple[Cell, ...] = ()
    for row in table.rows[layout.body :]:
        if _tells_of_the_test(row):
            return
        if _is_the_same_item(row, before, layout):
            continue
        before = row
        specimen = specimens.of(row)
        name = Named.of(_LEADERS.sub("", row[at].text), last)
        if is_heading(row) or (is_title_row(row) and (row[at] or not _gives_value(row, layout))):
            context = _under_title(context, row)
            continue
        if lexicon("fields").exact(row[at].text.strip()) == "conclusion":
            yield from _section_verdicts(page, row, layout, row[at].text.strip())
            continue
        if name.goes_on and not _gives_value(row, layout):
            continue
        own = text_in(row, layout.first("specimen"))
        name = replace(name, doubt=()) if own else name  # its specimen tells the row from the one above
        yield from _row_results(page, row, layout, context, name, own or name.specimen or specimen)
        last = name.parameter


def _under_title(context: Context, row: tuple[Cell, ...]) -> Context:
    """What the rows under a title in the table inherit: its text as their section."""
    cells = distinct(row)
    if len(cells) == 1 and is_title(cells[0].text):
        return replace(context, section=cells[0].text)
    return context


def _judges(table: Table, layout: Layout) -> bool:
    """Whether the verdict columns hold a verdict at all: marks of conformity of a part (`cURus`) are none."""
    texts = [row[k].text for row in table.rows[layout.body :] for k in layout.every("verdict") if row[k]]
    return not texts or any(verdict_of(text) or lexicon("words").said(text) for text in texts)


def _tells_of_the_test(row: tuple[Cell, ...]) -> bool:
    """A row of facts about the test under its results: `Analysed by … | Extraction date …`."""
    hits = [lexicon("columns").start(cell.text) for cell in distinct(row)]
    return sum(hit is not None and hit.meaning == "other" for hit in hits) >= 2


def _is_the_same_item(row: tuple[Cell, ...], before: Sequence[Cell], layout: Layout) -> bool:
    """A further line of one item, whose number and result stand once in cells that span its lines."""
    at = layout.first("index")
    if at is None or not before or not row[at] or row[at] is not before[at]:
        return False
    stated = (*layout.every("result"), *layout.every("verdict"))
    return bool(stated) and all(row[k] is before[k] for k in stated) and any(row[k] for k in stated)


def _gives_value(row: Sequence[Cell], layout: Layout) -> bool:
    """Whether the row holds something in its result or verdict columns."""
    cells = [row[k].text for k in (*layout.every("result"), *layout.every("verdict"))]
    return any(says_something(text) and not is_unit(text.strip("()[] ")) for text in cells)


class _Carried:
    """A label column whose blank cells mean the label above."""

    def __init__(self, column: int | None) -> None:
        self._column = column
        self._last: str | None = None

    def of(self, row: Sequence[Cell]) -> str | None:
        if self._column is None:
            return None
        self._last = row[self._column].text or self._last
        return self._last


def _section_verdicts(
    page: Page, row: tuple[Cell, ...], layout: Layout, label: str
) -> Iterator[StatedVerdict]:
    for cell in distinct(row):
        if lexicon("words").exact(cell.text) in _VERDICTS and cell.box:
            yield StatedVerdict(label, cell.text, Place(page=page.number, box=page.shown(cell.box)))


def _row_results(
    page: Page, row: tuple[Cell, ...], layout: Layout, context: Context, name: Named, specimen: str | None
) -> Iterator[Result]:
    columns = _with_values(row, layout.every("result") or layout.every("verdict")[:1], layout)
    for k in columns:
        if any(
            row[k] is row[j] and layout.columns[j].specimen == layout.columns[k].specimen
            for j in columns
            if j < k
        ):
            continue
        labelled = _LABELLED.match(row[k].text)
        if row[k] is row[layout.first("parameter") or 0] or (labelled and not _says_value(labelled["rest"])):
            continue
        found = _result(page, row, layout, context, layout.columns[k], row[k], specimen)
        doubt = tuple(dict.fromkeys((*found.doubt, *name.doubt, *((NOT_UNDERSTOOD,) if labelled else ()))))
        yield found.model_copy(update={"parameter": name.parameter, "doubt": doubt})


def _says_value(text: str) -> bool:
    return says_something(text) and is_value_like(split_unit(text)[0])


def _with_values(row: Sequence[Cell], columns: Sequence[int], layout: Layout) -> list[int]:
    """The columns to take: blank cells are results only where the row has others, or says nothing else."""
    filled = [k for k in columns if row[k]]
    if filled:
        return filled
    verdict = [k for k in layout.every("verdict") if row[k]]
    return verdict[:1]


def _result(
    page: Page,
    row: tuple[Cell, ...],
    layout: Layout,
    context: Context,
    column: Column,
    cell: Cell,
    specimen: str | None,
) -> Result:
    whole, verdict, unmarked = _judged(cell.text.strip(), _verdict(row, layout))
    printed, stuck = split_unit(whole)
    meaning = lexicon("words").said(printed)
    if verdict is None and meaning in (*_VERDICTS, "none"):
        verdict = printed
    name = row[layout.first("parameter") or 0].text.strip()
    unit = (
        text_in(row, layout.first("unit"))
        or column.unit
        or stuck
        or _unit_in_name(name)
        or heading_unit(layout)
        or context.unit
    )
    if unit is None and number_in(printed.lstrip("<≤ ")) is not None:
        unit = unit_of_limit(limit_of(row, layout))
    if unit is not None and stuck and unit_key(stuck) != unit_key(unit):
        unit = stuck
    mdl, loq = text_in(row, layout.first("mdl")), text_in(row, layout.first("loq"))
    detected, quantified = bounds_of(layout, mdl, loq, unit)
    value, doubt = understood(
        printed,
        mdl=detected,
        loq=quantified,
        unit=unit,
        notation=context.notation,
    )
    value = with_uncertainty(value, _margin(row, layout, unit), unit, context.notation)
    return Result(
        parameter=name,
        specimen=column.specimen or specimen or context.specimen,
        unit=unit,
        method=text_in(row, layout.first("method")),
        mdl=mdl or loq,
        limit=_limit_with_unit(row, layout, unit),
        result=printed,
        verdict=verdict,
        section=context.section,
        basis=text_in(row, layout.first("basis"))
        or first_basis(column.heading, name, context.section, context.basis),
        value=value,
        place=Place(page=page.number, box=page.shown(_value_box(row, layout, cell))),
        doubt=tuple(dict.fromkeys((*doubt, *unmarked, *_placed_doubts(row, layout, column, cell, stuck)))),
    )


def _margin(row: Sequence[Cell], layout: Layout, unit: str | None) -> str | None:
    """The row's uncertainty in the unit of its result, or as a share of it in percent.

    A column in `mg/g` stands beside results in `mg/g` and in `%`; for the second it is converted.
    """
    at = layout.first("uncertainty")
    text = text_in(row, at)
    if at is None or text is None:
        return None
    number, stuck = split_unit(text)
    stated = stuck or layout.columns[at].unit
    if stated is None or unit is None or unit_key(stated) in ("%", unit_key(unit)):
        return f"{number} {stated or ''}".strip()
    return in_unit(number.strip("±+-/ "), stated, unit)


def _unit_in_name(name: str) -> str | None:
    """The unit that a row's own name states, `Weight in grams`; `(Cd)` and `(N)` are elements."""
    unit = with_unit(name)[1]
    return None if unit is None or _SYMBOL.fullmatch(unit) else unit


def _placed_doubts(
    row: tuple[Cell, ...], layout: Layout, column: Column, cell: Cell, stuck: str | None
) -> tuple[str, ...]:
    """What the column, the cell, the row and the units leave open."""
    units = unit_doubts(text_in(row, layout.first("unit")), column.unit, stuck)
    return (*column.doubt, *cell_doubts(cell, layout), *row_doubts(row, layout), *units)


def _limit_with_unit(row: Sequence[Cell], layout: Layout, unit: str | None) -> str | None:
    """The row's limit; with its own unit where its column names another one than the result has."""
    limit = limit_of(row, layout, deviating=deviates(row, layout))
    at = layout.first("limit")
    own = layout.columns[at].unit if at is not None else None
    if limit and own and unit and number_in(limit) is not None and unit_doubts(own, unit):
        return f"{limit} {own}"
    return limit


def _judged(text: str, verdict: str | None) -> tuple[str, str | None, tuple[str, ...]]:
    """The result, the verdict and the doubts of a cell that may hold both: `Pass - 45 mm`, `☒ Pass ☐ Fail`."""
    chosen = ticked(text)
    if chosen is not None:
        return (chosen[0], verdict or chosen[0], ()) if len(chosen) == 1 else (text, verdict, (NOT_MARKED,))
    if is_option_list(text):
        return text, verdict, (NOT_MARKED,)
    match = _JUDGED.match(text)
    meaning = lexicon("words").exact(match["word"]) if match else None
    if match and meaning in (*_VERDICTS, "none") and not (len(match["rest"]) > 40 or meaning == "pending"):
        return match["rest"].strip(), verdict or (match["word"] if meaning in _VERDICTS else None), ()
    if match and meaning in _VERDICTS and verdict is None:
        return text, match["word"], ()
    words = text.split()
    for word, rest in ((words[0], words[1:]), (words[-1], words[:-1])) if len(words) > 1 else ():
        if lexicon("words").exact(word) in ("pass", "fail") and is_value_like(split_unit(" ".join(rest))[0]):
            return " ".join(rest), verdict or word, (MERGED,)  # two columns ran into one
    return text, verdict, ()


def _verdict(row: Sequence[Cell], layout: Layout) -> str | None:
    """What the row's verdict column says; of several columns the gravest."""
    texts = [text for k in layout.every("verdict") if (text := text_in(row, k))]
    said = [lexicon("words").said(text) for text in texts]
    grave = next(
        (t for word in ("fail", "pending") for t, m in zip(texts, said, strict=True) if m == word), None
    )
    text = grave or next(iter(texts), None)
    chosen = ticked(text) if text else None
    return chosen[0] if chosen else text


def _value_box(row: Sequence[Cell], layout: Layout, cell: Cell) -> Box:
    """The value itself; where the cell is blank, the name of what has no value."""
    return box_of(cell.words or row[layout.first("parameter") or 0].words)
