"""A report on the shipment has released another shipment already.

What: the ledger shows a RELEASE of another shipment, of this or another contract, that rested on the same file. A
report on a submitted sample (a type test) may be used again.

Why: an inspection of one lot says nothing about the next one, and the same PDF is easy to attach twice.

Bad: shipments 1 and 2 of one contract, each checked with the certificate of the first.
Good: each shipment has its own certificate.
"""

from __future__ import annotations

from collections.abc import Iterator

from tradedocs.check.case import Case
from tradedocs.check.evidence import speaks_for_shipment
from tradedocs.model.finding import Finding, Verdict
from tradedocs.ui import say

ID = "report-reused"


def check(case: Case) -> Iterator[Finding]:
    """HOLD for each report that released something else before."""
    for report in case.reports:
        if not speaks_for_shipment(report):
            continue
        for use in case.standing.uses:
            this = (use.contract_no, use.shipment) == (case.spec.contract_no, case.shipment.number)
            if use.report_sha256 == report.source.sha256 and not this:
                yield Finding(
                    rule=ID,
                    severity=Verdict.HOLD,
                    message=say("{file} released shipment {n} of contract {no} already (ledger row {row})",
                                file=report.source.file, n=use.shipment, no=use.contract_no, row=use.row),
                    way_out=say("Get the report on this shipment."),
                )  # fmt: skip
