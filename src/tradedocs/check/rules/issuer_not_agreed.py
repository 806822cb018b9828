"""A report on the shipment comes from a body that the contract does not name.

What: the evidence for the shipment must come from one of the inspection bodies of the contract (a branch of a named
body is that body), and the report must say who issued it. Which companies are one body is told by a register; a body
that is not in it is what begins with the agreed name and goes on with its legal form, a place, or words that every
inspection body has. `issuers.yaml` in the workspace adds bodies and places.

Bad: the contract names two bodies, the report comes from a third; it names SGS, the report comes from SGS Trading Ltd.
Good: the report comes from a branch of a named body.

Source: UCP 600 art. 14(f): a certificate without a named issuer is accepted from anybody.
"""

from __future__ import annotations

from collections.abc import Iterator

from tradedocs.check.case import Case, at
from tradedocs.check.evidence import issuer_agreed, speaks_for_shipment
from tradedocs.model.finding import Finding, Verdict
from tradedocs.ui import say

ID = "issuer-not-agreed"
RESTS_ON: tuple[str, ...] = ("inspection.pre-shipment", "inspection.report")


def check(case: Case) -> Iterator[Finding]:
    """HOLD for each report on the shipment whose issuer is unknown or not agreed."""
    for report in case.reports:
        if not speaks_for_shipment(report) or issuer_agreed(case.spec, report):
            continue
        issuer = report.issuer.text if report.issuer is not None else None
        yield Finding(
            rule=ID,
            severity=Verdict.HOLD,
            message=say("{file} was issued by {issuer}, the contract names {bodies}", file=report.source.file,
                        issuer=repr(issuer) if issuer else say("nobody that it names"),
                        bodies=", ".join(case.spec.inspection.bodies)),
            way_out=say("Get the inspection from a body that the contract names, or amend the contract. A company of a "
                        "named body that is not known as one is added in issuers.yaml of the workspace."),
            places=(at(report, report.issuer.place),) if report.issuer is not None else (),
        )  # fmt: skip
