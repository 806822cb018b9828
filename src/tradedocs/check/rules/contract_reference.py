"""A report on the shipment does not name this contract.

What: an inspection of the shipment must state the contract (or order) number, and it must be this contract's.

Why: a clean report for last month's shipment is easy to send again.

Bad: the report states order HX-2025-118, the contract is HX-2026-031.
Good: the report states contract HX-2026-031.
"""

from __future__ import annotations

from collections.abc import Iterator

from tradedocs.check.case import Case, at
from tradedocs.check.evidence import speaks_for_shipment
from tradedocs.check.names import fold_number
from tradedocs.model.finding import Finding, Verdict
from tradedocs.ui import say

ID = "contract-reference"
RESTS_ON: tuple[str, ...] = ("inspection.report",)


def check(case: Case) -> Iterator[Finding]:
    """HOLD where the number is missing or another one."""
    wanted = case.spec.contract_no
    for report in case.reports:
        stated = report.identity.contract_no
        if not speaks_for_shipment(report) or (
            stated is not None and fold_number(stated.text) == fold_number(wanted)
        ):
            continue
        yield Finding(
            rule=ID,
            severity=Verdict.HOLD,
            message=say("{file} names contract {stated}, this is {wanted}", file=report.source.file,
                        stated=repr(stated.text) if stated is not None else say("no number"), wanted=wanted),
            way_out=say("Ask the issuer for the report on contract {wanted}.", wanted=wanted),
            places=(at(report, stated.place),) if stated is not None else (),
        )  # fmt: skip
