"""An inspection document that the contract or the letter of credit calls for is not among the reports.

What: each document of the contract and of the credit that an inspection body or a laboratory issues on the goods
(inspection, quality, quantity, weight, analysis, test, mill certificate) needs a report of its kind. The pre-shipment
inspection must be there to load; the others for the documents. What is no inspection document (invoice, packing list,
transport and insurance documents, certificates of authorities, what a party issues itself) is listed as not examined.

Why: a bank refuses a set that is not complete, and a missing certificate often means a missing inspection.

Bad: the contract calls for an inspection report and a RoHS test report, and the inspection report is given alone.
Good: both are given.

Source: UCP 600 art. 14(a), 14(f); CISG 34.
"""

from __future__ import annotations

from collections.abc import Iterator

from tradedocs.check.called import called
from tradedocs.check.case import Case
from tradedocs.model.finding import Finding, Verdict
from tradedocs.ui import say

ID = "document-missing"
RESTS_ON: tuple[str, ...] = ("commercial.documents",)


def check(case: Case) -> Iterator[Finding]:
    """HOLD for each such document that no report answers."""
    for wanted in called(case.spec):
        if any(wanted.answered_by(report) for report in case.reports):
            continue
        yield Finding(
            rule=ID,
            severity=Verdict.HOLD,
            message=say("the contract calls for {name!r}; none of the reports is a {kinds} report",
                        name=wanted.document.name, kinds=say(" or ").join(sorted(wanted.families))),
            way_out=say("Get it from its issuer and name it with the other reports."),
            gate=wanted.gate,
        )  # fmt: skip
