"""A report as text for a person: what it says on top, results page by page, doubts marked, unread pages named."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from tradedocs.formats.plain import plain
from tradedocs.model.report import Report, Result, Stated, StatedCount, StatedDate

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
        (
            "file",
            _file(report),
        ),
        ("kind", report.family or "not told"),
        ("sample drawn by", report.sample_by or "not told"),
    ]
    rows += [(label, _said(fact)) for label, fact in _facts(report) if fact is not None]
    rows.append(("conclusion", _conclusion(report)))
    widest = max(len(label) for label, _ in rows)
    return [f"{label:<{widest}}  {text}" for label, text in rows]


def _file(report: Report) -> str:
    encrypted = ", encrypted" if report.source.encrypted else ""
    return f"{plain(report.source.file)} ({report.source.pages} pages{encrypted})"


def _facts(report: Report) -> Iterator[tuple[str, Stated | StatedDate | StatedCount | None]]:
    yield "issuer", report.issuer
    yield "report number", report.report_no
    yield "issued", report.issue_date
    yield "client", report.client
    yield "seller", report.identity.seller
    yield "buyer", report.identity.buyer
    yield "contract", report.identity.contract_no
    yield "goods", report.goods
    yield "model", report.identity.model
    yield from (("lot", lot) for lot in report.lots)
    quantities = report.quantities
    yield from (
        ("ordered", quantities.ordered),
        ("inspected", quantities.inspected),
        ("lot size", quantities.lot),
        ("packed", quantities.packed),
    )


def _said(fact: Stated | StatedDate | StatedCount) -> str:
    text = plain(fact.text)
    if isinstance(fact, StatedDate) and fact.value.isoformat() != text:
        text = f"{fact.value.isoformat()} ({text})"
    return f"{text}{_marks(fact.doubt)}  p.{fact.place.page}"


def _marks(doubt: Sequence[str]) -> str:
    return f"  ? {', '.join(doubt)}" if doubt else ""


def _conclusion(report: Report) -> str:
    if report.conclusion is None or report.conclusion_stated is None:
        return "none stated"
    stated = report.conclusion_stated
    return f"{report.conclusion} ({plain(stated.text)}){_marks(stated.doubt)}  p.{stated.place.page}"


def _result_blocks(report: Report) -> Iterator[list[str]]:
    for page, results in groupby(report.results, key=lambda result: result.place.page):
        yield [f"page {page}", *_table([_HEAD, *(_row(result) for result in results)])]


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
    widths = {k: max(len(row[k]) for row in rows) for k in used}
    return ["  " + "  ".join(f"{row[k]:<{widths[k]}}" for k in used) for row in rows]


def _aql(report: Report) -> list[str]:
    if not report.aql:
        return []
    head = ("defects", "AQL", "sample", "accept", "reject", "found", "")
    rows = [
        (
            row.defect_class,
            row.aql or "",
            *(_count(n) for n in (row.sample_size, row.accept, row.reject, row.found)),
            _marks(row.doubt).strip(),
        )
        for row in report.aql
    ]
    return [f"sampling inspection, page {report.aql[0].place.page}", *_table([head, *rows])]


def _count(number: int | None) -> str:
    return "" if number is None else str(number)


def _unread(report: Report) -> list[str]:
    if not report.unread:
        return []
    return [
        "not read",
        *(
            f"  {'whole file' if item.page == 0 else f'page {item.page}'}: {plain(item.why)} ({item.code})"
            for item in report.unread
        ),
    ]


def _tally(report: Report) -> list[str]:
    doubtful = sum(bool(result.doubt) for result in report.results)
    unread = f"{len(report.unread)} of {report.source.pages} pages not read"
    return [f"{len(report.results)} results, {doubtful} doubtful; {unread}"]
