"""A report as text for a person: what it says on top, results page by page, doubts marked, unread pages named."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from tradedocs.formats.plain import plain
from tradedocs.model.report import Report, Result, Stated, StatedCount, StatedDate, Unread
from tradedocs.ui import columns, padded, say

_HEAD = ("parameter", "specimen", "result", "unit", "limit", "detection limit", "verdict", "method", "")
_WIDEST = 44


def report_text(report: Report, *, width: int | None = None) -> str:
    """The whole report as plain lines; `?` and reason codes mark what is doubtful.

    Args:
        report: what was read.
        width: columns of the terminal; None cuts nothing off.
    """
    blocks = [_header(report), *_result_blocks(report), _aql(report), _unread(report), _tally(report)]
    lines = [line for block in blocks if block for line in (*block, "")]
    return "\n".join(line[:width].rstrip() if width else line.rstrip() for line in lines)


def _header(report: Report) -> list[str]:
    rows: list[tuple[str, str]] = [
        (say("file"), _file(report)),
        (say("kind"), report.family or say("not told")),
        (say("sample drawn by"), report.sample_by or say("not told")),
    ]
    rows += [(label, _said(fact)) for label, fact in _facts(report) if fact is not None]
    rows.append((say("conclusion"), _conclusion(report)))
    widest = max(columns(label) for label, _ in rows)
    return [f"{padded(label, widest)}  {text}" for label, text in rows]


def _file(report: Report) -> str:
    encrypted = say(", encrypted") if report.source.encrypted else ""
    pages = say("{n} pages", n=report.source.pages)
    return f"{plain(report.source.file)} ({pages}{encrypted})"


def _facts(report: Report) -> Iterator[tuple[str, Stated | StatedDate | StatedCount | None]]:
    yield say("issuer"), report.issuer
    yield say("report number"), report.report_no
    yield say("issued"), report.issue_date
    yield say("client"), report.client
    yield say("seller"), report.identity.seller
    yield say("buyer"), report.identity.buyer
    yield say("contract"), report.identity.contract_no
    yield say("goods"), report.goods
    yield say("model"), report.identity.model
    yield say("status"), report.status
    yield from ((say("lot"), lot) for lot in report.lots)
    quantities = report.quantities
    yield from (
        (say("ordered"), quantities.ordered),
        (say("inspected"), quantities.inspected),
        (say("lot size"), quantities.lot),
        (say("packed"), quantities.packed),
    )


def _said(fact: Stated | StatedDate | StatedCount) -> str:
    text = plain(fact.text)
    if isinstance(fact, StatedDate) and fact.value.isoformat() != text:
        text = f"{fact.value.isoformat()} ({text})"
    return f"{text}{_marks(fact.doubt)}  p.{fact.place.page}"


def _marks(doubt: Sequence[str]) -> str:
    return f"  ? {', '.join(doubt)}" if doubt else ""


def _conclusion(report: Report) -> str:
    stated = report.conclusion_stated
    if stated is None:
        return say("none stated")
    word = report.conclusion or say("not understood")
    return f"{word} ({plain(stated.text)}){_marks(stated.doubt)}  p.{stated.place.page}"


def _result_blocks(report: Report) -> Iterator[list[str]]:
    for page, results in groupby(report.results, key=lambda result: result.place.page):
        yield [
            say("page {n}", n=page),
            *_table(
                [tuple(say(name) if name else "" for name in _HEAD), *(_row(result) for result in results)]
            ),
        ]


def _row(result: Result) -> tuple[str, ...]:
    cells = (
        result.parameter,
        result.specimen,
        result.result,
        result.unit,
        result.limit,
        result.mdl,
        result.verdict,
        result.method,
    )
    return (*(_short(plain(cell)) if cell else "" for cell in cells), _marks(result.doubt).strip())


def _short(text: str) -> str:
    return text if len(text) <= _WIDEST else text[: _WIDEST - 1] + "…"


def _table(rows: Sequence[Sequence[str]]) -> list[str]:
    used = [k for k in range(len(rows[0])) if any(row[k] for row in rows[1:])]
    widths = {k: max(columns(row[k]) for row in rows) for k in used}
    return ["  " + "  ".join(padded(row[k], widths[k]) for k in used) for row in rows]


def _aql(report: Report) -> list[str]:
    if not report.aql:
        return []
    head = (*(say(name) for name in ("defects", "AQL", "sample", "accept", "reject", "found")), "")
    rows = [
        (
            row.defect_class,
            row.aql or "",
            *(_count(n) for n in (row.sample_size, row.accept, row.reject, row.found)),
            _marks(row.doubt).strip(),
        )
        for row in report.aql
    ]
    return [say("sampling inspection, page {n}", n=report.aql[0].place.page), *_table([head, *rows])]


def _count(number: int | None) -> str:
    return "" if number is None else str(number)


def _unread(report: Report) -> list[str]:
    if not report.unread:
        return []
    return [
        say("not read"),
        *(f"  {_where(item)}: {plain(item.why)} ({item.code})" for item in report.unread),
    ]


def _where(item: Unread) -> str:
    return say("whole file") if item.page == 0 else say("page {n}", n=item.page)


def _tally(report: Report) -> list[str]:
    doubtful = sum(bool(result.doubt) for result in report.results)
    header = sum(bool(fact.doubt) for _, fact in _facts(report) if fact is not None)
    lost = {item.page for item in report.unread} - {0}
    return [
        say("{n} results, {doubtful} doubtful; {header} doubtful facts above; {lost} of {pages} pages not read",
            n=len(report.results), doubtful=doubtful, header=header, lost=len(lost), pages=report.source.pages)
    ]  # fmt: skip
