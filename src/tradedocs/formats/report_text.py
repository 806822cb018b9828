"""A report as text for a person: what it says on top, results by section, doubts marked, unread pages named."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain, groupby

from tradedocs.formats.columns import table
from tradedocs.formats.doubts import in_words
from tradedocs.formats.plain import plain
from tradedocs.formats.report_facts import AnyStated, facts_of
from tradedocs.formats.signed import signed_in_words
from tradedocs.model.report import Part, Report, Result, StatedDate, Witness
from tradedocs.model.reportfile import Unread
from tradedocs.ui import columns, padded, say

_HEAD = ("parameter", "specimen", "result", "unit", "limit", "detection limit", "verdict", "method", "basis",
         "witness", "page", "doubt")  # fmt: skip
Rows = list[Sequence[str]]


def report_text(report: Report, *, width: int | None = None) -> str:
    """The whole report as plain lines; `?` and reason codes mark what is doubtful, and the codes are explained.

    Args:
        report: what was read.
        width: columns of the terminal, for wrapping long cells; None takes what is needed.
    """
    blocks = [
        _header(report),
        _unread(report),
        _parts(report.parts),
        *_results(report, width),
        _aql(report, width),
        _defects(report, width),
        *_checklist(report, width),
        _doubts(report, width),
        _tally(report),
    ]
    return "\n\n".join("\n".join(line.rstrip() for line in block) for block in blocks if block)


def _header(report: Report) -> list[str]:
    rows: list[tuple[str, str]] = [
        (say("file"), _file(report)),
        (say("signature"), signed_in_words(report)),
        (say("kind"), report.family or say("not told")),
        (say("sample drawn by"), report.sample_by or say("not told")),
    ]
    rows += [(label, _said(fact)) for _, label, fact in facts_of(report)]
    if report.pages_stated:
        rows.append((say("pages stated"), _pages_stated(report)))
    rows.append((say("conclusion"), _conclusion(report)))
    widest = max(columns(label) for label, _ in rows)
    return [f"{padded(label, widest)}  {text}" for label, text in rows]


def _file(report: Report) -> str:
    encrypted = say(", encrypted") if report.source.encrypted else ""
    by = {"text": "", "ocr": say(", read by OCR"), "mixed": say(", partly read by OCR")}[
        report.source.reading
    ]
    pages = say("{n} pages", n=report.source.pages) if report.source.pages != 1 else say("1 page")
    return f"{plain(report.source.file)} ({pages}{encrypted}{by})"


def _said(fact: AnyStated) -> str:
    text = plain(fact.text)
    if isinstance(fact, StatedDate) and fact.value.isoformat() != text:
        text = f"{fact.value.isoformat()} ({text})"
    return f"{text}  p.{fact.place.page}{_marks(fact.doubt)}"


def _marks(doubt: Sequence[str]) -> str:
    return f"  {_mark(doubt)}" if doubt else ""


def _mark(doubt: Sequence[str]) -> str:
    return f"? {', '.join(doubt)}" if doubt else ""


def _pages_stated(report: Report) -> str:
    """What the pages say of themselves; in short where that is what the file has."""
    stated = report.pages_stated
    counts = {at.of for at in stated}
    if all(at.number == at.page for at in stated) and counts <= {None, report.source.pages}:
        return say("as the file has them")
    said = (f"p.{at.page}: {at.number}" + (f"/{at.of}" if at.of else "") for at in stated)
    return ", ".join(said)


def _conclusion(report: Report) -> str:
    stated = report.conclusion_stated
    if stated is None:
        return report.conclusion or say("none stated")
    word = report.conclusion or say("not understood")
    return f"{word} ({plain(stated.text)})  p.{stated.place.page}{_marks(stated.doubt)}"


def _unread(report: Report) -> list[str]:
    if not report.unread:
        return []
    return [
        say("NOT READ"),
        *(f"  {_where(item)}: {plain(item.why)} ({item.code})" for item in report.unread),
    ]


def _where(item: Unread) -> str:
    return say("whole file") if item.page == 0 else say("page {n}", n=item.page)


def _parts(parts: Sequence[Part]) -> list[str]:
    if not parts:
        return []
    return [say("reports in this file"), *map(_part, parts)]


def _part(part: Part) -> str:
    pages = say("pages {first} to {last}", first=part.first_page, last=part.last_page)
    number = plain(part.report_no.text) if part.report_no else say("no number")
    date = part.issue_date.value.isoformat() if part.issue_date else ""
    return f"  {pages}: " + ", ".join(filter(None, (number, date, part.conclusion)))


def _results(report: Report, width: int | None) -> Iterator[list[str]]:
    for section, results in groupby(report.results, key=lambda result: result.section):
        rows: Rows = [tuple(map(say, _HEAD)), *map(_row, results)]
        yield [plain(section) if section else say("results"), *table(rows, width)]


def _row(result: Result) -> Sequence[str]:
    cells = (
        result.parameter,
        result.specimen,
        result.result,
        result.unit,
        result.limit,
        result.mdl,
        result.verdict,
        result.method,
        result.basis,
    )
    witnesses = ", ".join(map(_witness, result.witnesses))
    return (
        *(plain(cell) if cell else "" for cell in cells),
        witnesses,
        f"p.{result.place.page}",
        _mark(result.doubt),
    )


def _witness(witness: Witness) -> str:
    if witness.agrees:
        return say("{by} agrees", by=witness.by)
    return say(
        "{by} reads {text}", by=witness.by, text=plain(witness.text) if witness.text else say("nothing")
    )


def _aql(report: Report, width: int | None) -> list[str]:
    if not report.aql:
        return []
    head = [say(name) for name in ("defects", "AQL", "sample", "accept", "reject", "found", "page", "doubt")]
    rows: Rows = [head]
    for row in report.aql:
        counts = map(_count, (row.sample_size, row.accept, row.reject, row.found))
        rows.append(
            (row.defect_class, plain(row.aql or ""), *counts, f"p.{row.place.page}", _mark(row.doubt))
        )
    return [say("sampling inspection"), *table(rows, width)]


def _count(number: int | None) -> str:
    return "" if number is None else str(number)


def _defects(report: Report, width: int | None) -> list[str]:
    if not report.defects:
        return []
    rows: Rows = [[say(name) for name in ("class", "defect", "count", "page", "doubt")]]
    rows += [
        (row.defect_class or "", plain(row.text), _count(row.count), f"p.{row.place.page}", _mark(row.doubt))
        for row in report.defects
    ]
    return [say("defects found"), *table(rows, width)]


def _checklist(report: Report, width: int | None) -> Iterator[list[str]]:
    for section, lines in groupby(report.checklist, key=lambda line: line.section):
        rows: Rows = [[say(name) for name in ("item", "verdict", "meaning", "remark", "page", "doubt")]]
        for line in lines:
            printed = [plain(text or "") for text in (line.item, line.verdict, line.meaning, line.remark)]
            rows.append((*printed, f"p.{line.place.page}", _mark(line.doubt)))
        title = say("checklist: {section}", section=plain(section)) if section else say("checklist")
        yield [title, *table(rows, width)]


def _doubts(report: Report, width: int | None) -> list[str]:
    """The codes that occur, each with its words."""
    facts = [fact for _, _, fact in facts_of(report)]
    lines = (*report.results, *report.aql, *report.defects, *report.checklist)
    stated = (report.conclusion_stated,) if report.conclusion_stated else ()
    codes = dict.fromkeys(chain.from_iterable(item.doubt for item in (*facts, *stated, *lines)))
    if not codes:
        return []
    widest = max(map(len, codes))
    return [say("what the doubts mean"), *(f"  {code:{widest}}  {in_words(code)}" for code in codes)]


def _tally(report: Report) -> list[str]:
    doubtful = sum(bool(result.doubt) for result in report.results)
    header = sum(bool(fact.doubt) for _, _, fact in facts_of(report))
    lost = {item.page for item in report.unread} - {0}
    return [
        say("{n} results, {doubtful} doubtful; {header} doubtful facts above; {lost} of {pages} pages not read",
            n=len(report.results), doubtful=doubtful, header=header, lost=len(lost), pages=report.source.pages)
    ]  # fmt: skip
