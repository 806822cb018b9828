"""A verdict as plain tables, for a spreadsheet: the results, the sampling and the findings."""

from __future__ import annotations

from collections.abc import Iterator

from tradedocs.formats.numbered import numbered
from tradedocs.formats.order import telling_first
from tradedocs.formats.plain import plain
from tradedocs.formats.witnessed import witnessed
from tradedocs.model.finding import Checked, Evidence, Judgement, LineVerdict, SampleNumbers
from tradedocs.ui import say

Cell = str | int | None
Row = tuple[Cell, ...]

RESULTS = (
    "contract",
    "shipment",
    "line",
    "goods",
    "characteristic",
    "requirement",
    "method",
    "class",
    "result",
    "number",
    "value",
    "unit",
    "specimen",
    "parameter",
    "report",
    "page",
    "comparison",
    "witness",
    "doubt",
)
SAMPLING = (
    "line",
    "report",
    "page",
    "class",
    "standard",
    "level",
    "lot",
    "letter",
    "plan_aql",
    "plan_sample",
    "plan_accept",
    "plan_reject",
    "used_aql",
    "used_sample",
    "used_accept",
    "used_reject",
    "found",
    "result",
)
FINDINGS = ("severity", "rule", "shipment", "line", "characteristic", "message", "next_step", "pages")
VERDICT = ("fact", "value")


def results(judgement: Judgement) -> Iterator[Row]:
    """One row a value; a characteristic for which there is none has one row without it."""
    marks = numbered(judgement)
    for line in judgement.lines:
        for item in line.checked:
            head = _head(judgement, line, item)
            if not item.evidence:
                yield (*head, *[None] * (len(RESULTS) - len(head)))
            for one in telling_first(item.evidence):
                yield (*head, marks.get((one.report, one.result.place)), *_value(one))


def _head(judgement: Judgement, line: LineVerdict, item: Checked) -> Row:
    what = item.characteristic
    return (
        plain(judgement.contract_no), line.shipment, line.line, plain(line.goods), plain(what.name),
        plain(what.require.shown), plain(what.method or ""), what.characteristic_class, str(item.verdict),
    )  # fmt: skip


def _value(one: Evidence) -> Row:
    result = one.result
    texts = (result.result or result.verdict, result.unit, result.specimen, result.parameter, one.report)
    doubt = ", ".join(result.doubt)
    return (
        *(plain(text or "") for text in texts),
        result.place.page,
        plain(one.comparison),
        plain(witnessed(result)),
        doubt,
    )


def sampling(judgement: Judgement) -> Iterator[Row]:
    """One row a class of defects of each inspection."""
    for row in judgement.sampling:
        plan = row.plan or SampleNumbers()
        yield (
            row.line, plain(row.report or ""), None if row.place is None else row.place.page, row.defect_class,
            row.standard, row.level, row.lot, row.letter, plan.aql, plan.sample_size, plan.accept, plan.reject,
            row.used.aql and plain(row.used.aql), row.used.sample_size, row.used.accept, row.used.reject, row.found,
            str(row.verdict),
        )  # fmt: skip


def findings(judgement: Judgement) -> Iterator[Row]:
    """One row a finding."""
    for one in judgement.findings:
        pages = ", ".join(dict.fromkeys(f"{place.document} p.{place.page}" for place in one.places))
        texts = (one.characteristic or "", one.message, one.way_out, pages)
        yield (str(one.severity), one.rule, one.shipment, one.line, *(plain(text) for text in texts))


def verdict(judgement: Judgement) -> Iterator[Row]:
    """What the verdict is, what it rests on and where it is recorded."""
    yield say("verdict"), str(judgement.verdict)
    yield say("contract"), plain(judgement.contract_no)
    yield say("checked against"), plain(judgement.contract_file)
    yield say("SHA-256 of the file"), judgement.contract_sha256
    yield say("SHA-256 of the specification"), judgement.spec_sha256
    yield say("unsigned"), say("yes") if judgement.unsigned else say("no")
    for report in judgement.reports:
        yield (
            say("report"),
            plain(f"{report.file}, {report.issuer or '?'}, {report.report_no or '?'}, {report.sha256}"),
        )
    anchor = judgement.anchor
    yield (
        say("ledger"),
        say("row {row}, {sha}", row=anchor.row, sha=anchor.sha256) if anchor else say("not recorded"),
    )
