"""What was read, as rows of tables for a page: each with its place on the paper, its cells and its doubts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from html import escape
from itertools import groupby
from typing import Literal, TypeVar

from tradedocs.formats.doubts import words_of
from tradedocs.formats.plain import plain
from tradedocs.formats.report_facts import AnyStated, facts_of
from tradedocs.model.base import Place
from tradedocs.model.report import AqlRow, ChecklistLine, Defect, Report, Result, StatedDate, Witness
from tradedocs.ui import say

Found = TypeVar("Found", Result, AqlRow, Defect, ChecklistLine)


@dataclass(frozen=True)
class Row:
    """One thing that was read.

    Attributes:
        cells: HTML, one a column of its table.
        told: in one line of plain text, for a box's tooltip.
        kind: a fact of the header, or a finding.
    """

    place: Place
    cells: tuple[str, ...]
    told: str
    doubt: tuple[str, ...] = ()
    kind: Literal["fact", "found"] = "found"


@dataclass(frozen=True)
class Block:
    """Rows under one title and one heading."""

    title: str
    heads: tuple[str, ...]
    rows: tuple[Row, ...]


def blocks_on(report: Report, page: int) -> Iterator[Block]:
    """Everything that was read from one page, in the order of the report."""
    facts = tuple(row for row in fact_rows(report) if row.place.page == page)
    yield Block(say("Facts"), (), facts)
    for section, results in groupby(_of_page(report.results, page), key=lambda result: result.section):
        heads = (say("Parameter"), say("Result"), say("Limit"), say("Verdict"))
        title = plain(section) if section else say("Results")
        yield Block(title, heads, tuple(map(_result, results)))
    plan = tuple(map(say, ("Defects", "AQL", "Sample", "Accept", "Reject", "Found")))
    yield Block(say("Sampling inspection"), plan, tuple(map(_aql, _of_page(report.aql, page))))
    listed = (say("Class"), say("Defect"), say("Count"))
    yield Block(say("Defects found"), listed, tuple(map(_defect, _of_page(report.defects, page))))
    for section, lines in groupby(_of_page(report.checklist, page), key=lambda line: line.section):
        title = say("Checklist: {section}", section=plain(section)) if section else say("Checklist")
        yield Block(title, (say("Item"), say("Verdict"), say("Remark")), tuple(map(_line, lines)))


def fact_rows(report: Report) -> Iterator[Row]:
    """The header facts and the conclusion."""
    for _, label, fact in facts_of(report):
        yield _fact(label, _value(fact), fact)
    if report.conclusion_stated is not None:
        word = report.conclusion or say("not understood")
        value = f"{word} ({plain(report.conclusion_stated.text)})"
        yield _fact(say("conclusion"), value, report.conclusion_stated)


def _fact(label: str, value: str, fact: AnyStated) -> Row:
    return Row(fact.place, (_text(label), _strong(value)), f"{label}: {value}", fact.doubt, "fact")


def _value(fact: AnyStated) -> str:
    text = plain(fact.text)
    if isinstance(fact, StatedDate) and fact.value.isoformat() != text:
        return f"{fact.value.isoformat()} ({text})"
    return text


def _of_page(rows: Iterable[Found], page: int) -> Iterator[Found]:
    return (row for row in rows if row.place.page == page)


def _result(result: Result) -> Row:
    small = [
        (say("specimen"), result.specimen),
        (say("method"), result.method),
        (say("basis"), result.basis),
        (say("detection limit"), result.mdl),
    ]
    notes = ", ".join(f"{label} {plain(text)}" for label, text in small if text)
    value = plain(result.result or result.verdict or "")
    unit = f" {_text(result.unit)}" if result.unit else ""
    cells = (
        _strong(result.parameter) + _small(notes),
        _strong(value) + unit + _small("; ".join(map(_witness, result.witnesses))),
        _text(result.limit),
        _text(result.verdict),
    )
    return Row(result.place, cells, f"{plain(result.parameter)}: {plain(result.shown)}", result.doubt)


def _witness(witness: Witness) -> str:
    if witness.agrees:
        return say("{by} agrees", by=witness.by)
    return say(
        "{by} reads {text}", by=witness.by, text=plain(witness.text) if witness.text else say("nothing")
    )


def _aql(row: AqlRow) -> Row:
    counts = tuple("" if n is None else str(n) for n in (row.sample_size, row.accept, row.reject, row.found))
    told = f"{row.defect_class}: {counts[-1] or '?'}"
    return Row(row.place, (_strong(row.defect_class), _text(row.aql), *counts), told, row.doubt)


def _defect(row: Defect) -> Row:
    count = "" if row.count is None else str(row.count)
    return Row(row.place, (_text(row.defect_class), _strong(row.text), count), plain(row.text), row.doubt)


def _line(row: ChecklistLine) -> Row:
    meaning = row.meaning if row.meaning and row.meaning != (row.verdict or "").casefold() else ""
    cells = (_strong(row.item), _text(row.verdict) + _small(meaning or ""), _text(row.remark))
    return Row(row.place, cells, f"{plain(row.item)}: {plain(row.verdict or '')}", row.doubt)


def _text(text: str | None) -> str:
    return escape(plain(text)) if text else ""


def _strong(text: str) -> str:
    return f"<b>{_text(text)}</b>"


def _small(text: str) -> str:
    return f"<small>{escape(text)}</small>" if text else ""


def doubts_of(row: Row) -> str:
    """The row's doubts in words, as HTML; empty when there are none."""
    return f'<small class="why">? {escape(words_of(row.doubt))}</small>' if row.doubt else ""
