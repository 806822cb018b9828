"""A report on the shipment fails something that the contract does not name.

What: a row that is no characteristic of the contract, and that the report itself marks as failed.

Why: live insects in the cargo are no line of the specification, and no reason to ship.

Bad: the certificate of a sugar cargo gives every characteristic, and "Live insects: Fail".
Good: every row that the report judges is judged a pass, or not applicable.
"""

from __future__ import annotations

from collections.abc import Iterator

from tradedocs.check.case import Case, at
from tradedocs.check.evidence import speaks_for_shipment
from tradedocs.check.said import says_fail
from tradedocs.model.finding import Finding, Verdict
from tradedocs.model.report import Result
from tradedocs.ui import say

ID = "other-failure"
RESTS_ON: tuple[str, ...] = ("inspection.pre-shipment", "inspection.report")


def check(case: Case) -> Iterator[Finding]:
    """HOLD for each failed row that no characteristic of the contract answers for."""
    for _, finding in by_row(case):
        yield finding


def by_row(case: Case) -> Iterator[tuple[Result, Finding]]:
    """Each finding with the row that it is about."""
    named = {id(seen.result) for item in case.examined for seen in item.seen}
    for report in case.reports:
        if not speaks_for_shipment(report):
            continue
        for row in report.results:
            if id(row) in named or not any(says_fail(text) for text in (row.verdict, row.result) if text):
                continue
            yield row, Finding(
                rule=ID,
                severity=Verdict.HOLD,
                message=say("{file}: {name}: {value}", file=report.source.file, name=row.parameter,
                            value=row.verdict or row.shown),
                way_out=say("Ask the inspection body what failed; have it put right, or agree it with the other side."),
                places=(at(report, row.place),),
            )  # fmt: skip
