"""The rows of a table under its layout → results."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from tradedocs.model.base import Place
from tradedocs.model.report import Result
from tradedocs.pdf.geometry import Box
from tradedocs.pdf.page import Page
from tradedocs.reading.columns import is_heading
from tradedocs.reading.doubts import cell_doubts, row_doubts, unit_doubts
from tradedocs.reading.layout import Column, Layout
from tradedocs.reading.lines import box_of
from tradedocs.reading.naming import Named
from tradedocs.reading.notation import NO_NOTATION, Notation
from tradedocs.reading.table import Cell, Table, distinct
from tradedocs.reading.values import is_value_like, says_something, split_unit, understood
from tradedocs.reading.verdicts import is_option_list, ticked
from tradedocs.reading.watch import NOT_UNDERSTOOD
from tradedocs.vocabulary import lexicon
from tradedocs.vocabulary.units import is_unit, unit_key

NOT_MARKED = "options-not-marked"
MERGED = "merged-columns"
_JUDGED = re.compile(r"(?P<word>[^\W\d_]+(?: [^\W\d_]+)?)\s*[.]?\s*(?:[-–:.]|\s(?=\d))\s*(?P<rest>.*\S)")
# `Date: 2024-05-05` is a fact about the test, not a result
_LABELLED = re.compile(r"[^\W\d_][^:：]{1,28}[:：]\s+(?P<rest>.*)")
_VERDICTS = ("pass", "fail", "pending")


@dataclass(frozen=True)
class Context:
    """What the rows inherit from around their table: unit and specimen stated above it, and the report's notation."""

    notation: Notation = NO_NOTATION
    unit: str | None = None
    specimen: str | None = None


@dataclass(frozen=True)
class Requirement:
    """One row of a table that states limits, units and methods but no results."""

    parameter: str
    unit: str | None
    method: str | None
    mdl: str | None
    limit: str | None


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
    specimens = _Carried(layout.first("specimen"))
    last = layout.columns[at].heading or "?"
    for row in table.rows[layout.body :]:
        specimen = specimens.of(row)
        name = Named.of(row[at].text, last)
        if is_heading(row) or (_is_title(row) and (row[at] or not _gives_value(row, layout))):
            continue
        if lexicon("fields").exact(row[at].text.strip()) == "conclusion":
            yield from _section_verdicts(page, row, layout, row[at].text.strip())
            continue
        if name.goes_on and not _gives_value(row, layout):
            continue
        own = _text(row, layout.first("specimen"))
        name = replace(name, doubt=()) if own else name  # its specimen tells the row from the one above
        yield from _row_results(page, row, layout, context, name, own or name.specimen or specimen)
        last = name.parameter


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


def _is_title(row: tuple[Cell, ...]) -> bool:
    """One text alone in the row: a section's title or a note."""
    return len(distinct(row)) < 2


def _text(row: Sequence[Cell], column: int | None) -> str | None:
    if column is None or not row[column]:
        return None
    return row[column].text.strip() or None


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
    unit = _text(row, layout.first("unit")) or column.unit or stuck or _heading_unit(layout) or context.unit
    if unit is not None and stuck and unit_key(stuck) != unit_key(unit):
        unit = stuck
    mdl, loq = _text(row, layout.first("mdl")), _text(row, layout.first("loq"))
    usable = _same_unit(layout, unit)
    value, doubt = understood(
        printed,
        mdl=mdl if usable else None,
        loq=loq if usable else None,
        unit=unit,
        notation=context.notation,
    )
    return Result(
        parameter=row[layout.first("parameter") or 0].text.strip(),
        specimen=column.specimen or specimen or context.specimen,
        unit=unit,
        method=_text(row, layout.first("method")),
        mdl=mdl or loq,
        limit=_limit(row, layout),
        result=printed,
        verdict=verdict,
        value=value,
        place=Place(page=page.number, box=page.shown(_value_box(row, layout, cell))),
        doubt=tuple(
            dict.fromkeys(
                (
                    *doubt,
                    *unmarked,
                    *column.doubt,
                    *cell_doubts(cell, layout),
                    *row_doubts(row, layout),
                    *unit_doubts(_text(row, layout.first("unit")), column.unit, stuck),
                )
            )
        ),
    )


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


def _same_unit(layout: Layout, unit: str | None) -> bool:
    """A detection limit in another unit than the result bounds nothing."""
    stated = [layout.columns[k].unit for k in (*layout.every("mdl"), *layout.every("loq"))]
    return not any(other and unit and unit_key(other) != unit_key(unit) for other in stated)


def _verdict(row: Sequence[Cell], layout: Layout) -> str | None:
    """What the row's verdict column says; of several columns the gravest."""
    texts = [text for k in layout.every("verdict") if (text := _text(row, k))]
    said = [lexicon("words").said(text) for text in texts]
    grave = next(
        (t for word in ("fail", "pending") for t, m in zip(texts, said, strict=True) if m == word), None
    )
    text = grave or next(iter(texts), None)
    chosen = ticked(text) if text else None
    return chosen[0] if chosen else text


def _heading_unit(layout: Layout) -> str | None:
    """A unit that the heading of the limit or the detection limit names holds for the row as well."""
    for role in ("limit", "mdl", "loq", "min", "max"):
        at = layout.first(role)
        if at is not None and layout.columns[at].unit:
            return layout.columns[at].unit
    return None


def _limit(row: Sequence[Cell], layout: Layout) -> str | None:
    if limit := _text(row, layout.first("limit")):
        return limit
    low, high = _text(row, layout.first("min")), _text(row, layout.first("max"))
    if low and high:
        return f"{low} - {high}"
    if low or high:
        return f"min {low}" if low else f"max {high}"
    nominal, tolerance = _text(row, layout.first("nominal")), _text(row, layout.first("tolerance"))
    if nominal and tolerance:
        return f"{nominal} {tolerance}" if tolerance[0] in "±+-" else f"{nominal} ± {tolerance}"
    return nominal or tolerance


def _value_box(row: Sequence[Cell], layout: Layout, cell: Cell) -> Box:
    """The value itself; where the cell is blank, the name of what has no value."""
    return box_of(cell.words or row[layout.first("parameter") or 0].words)


def requirements_of(table: Table, layout: Layout) -> Iterator[Requirement]:
    """The rows of a table that states requirements only."""
    at = layout.first("parameter")
    if at is None or not any(
        layout.first(role) is not None for role in ("limit", "mdl", "unit", "min", "max")
    ):
        return
    for row in table.rows[layout.body :]:
        name = row[at].text.strip()
        if not name or _is_title(row) or is_heading(row):
            continue
        yield Requirement(
            name,
            _text(row, layout.first("unit")) or _heading_unit(layout),
            _text(row, layout.first("method")),
            _text(row, layout.first("mdl")) or _text(row, layout.first("loq")),
            _limit(row, layout),
        )
