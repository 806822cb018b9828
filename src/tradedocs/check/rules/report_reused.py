"""A report on the shipment has released another shipment already.

What: the ledger shows a RELEASE of another shipment, of this or another contract, that rested on the same file, or on
a report of the same number. A
report on a submitted sample (a type test) may be used again.

Why: an inspection of one lot says nothing about the next one, and the same PDF is easy to attach twice.

Bad: shipments 1 and 2 of one contract, each checked with the certificate of the first.
Good: each shipment has its own certificate.
"""

from __future__ import annotations

from collections.abc import Iterator

from tradedocs.check.case import Case, Use
from tradedocs.check.evidence import speaks_for_shipment
from tradedocs.check.names import fold_number
from tradedocs.model.finding import Finding, Verdict
from tradedocs.model.report import Report
from tradedocs.ui import say

ID = "report-reused"
RESTS_ON: tuple[str, ...] = ("inspection.report",)


def check(case: Case) -> Iterator[Finding]:
    """HOLD for each report that released something else before."""
    for report in case.reports:
        if not speaks_for_shipment(report):
            continue
        for use in case.standing.uses:
            this = (use.contract_no, use.shipment) == (case.spec.contract_no, case.shipment.number)
            if not this and _same(use, report):
                yield Finding(
                    rule=ID,
                    severity=Verdict.HOLD,
                    message=say("{file} released shipment {n} of contract {no} already (ledger row {row})",
                                file=report.source.file, n=use.shipment, no=use.contract_no, row=use.row),
                    way_out=say("Get the report on this shipment."),
                )  # fmt: skip


def _same(use: Use, report: Report) -> bool:
    """The same file, or another file with the same report number: one byte more makes no other inspection."""
    if use.report_sha256 == report.source.sha256:
        return True
    number = report.report_no
    return (
        number is not None
        and use.report_no is not None
        and fold_number(number.text) == fold_number(use.report_no)
    )
