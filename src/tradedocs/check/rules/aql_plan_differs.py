"""The inspector used another AQL than the contract sets.

What: for each class of defects the AQL in the report is compared with the contract's.

Why: at AQL 4.0 a lot passes that must fail at 2.5.

Bad: the contract sets 2.5 for major defects, the report used 4.0.
Good: the report used 2.5.

Source: ISO 2859-1 (acceptance quality limit).
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal, InvalidOperation

from tradedocs.check.case import Case, at
from tradedocs.check.plan import inspections
from tradedocs.model.finding import Finding, Verdict
from tradedocs.ui import say

ID = "aql-plan-differs"


def check(case: Case) -> Iterator[Finding]:
    """HOLD for each class whose AQL is another one, or no number."""
    agreed = case.spec.inspection.aql
    if agreed is None:
        return
    for line in case.lines:
        for report in inspections(case, line):
            for row in report.aql:
                wanted: Decimal = getattr(agreed, row.defect_class)
                if row.aql is None or _number(row.aql) == wanted:
                    continue
                yield Finding(
                    rule=ID,
                    severity=Verdict.HOLD,
                    message=say("{file}: {what} defects were judged at AQL {given}, the contract sets {wanted}",
                                file=report.source.file, what=row.defect_class, given=row.aql, wanted=wanted),
                    way_out=say("Have the lot judged by the plan of the contract."),
                    places=(at(report, row.place),),
                    line=line.line,
                )  # fmt: skip


def _number(text: str) -> Decimal | None:
    try:
        return Decimal(text.strip().removesuffix("%").strip())
    except InvalidOperation:
        return None
