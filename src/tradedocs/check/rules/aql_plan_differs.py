"""The inspector used another AQL than the contract sets.

What: for each class of defects the AQL in the report is compared with the contract's, and acceptance and rejection
number must belong together.

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
from tradedocs.model.report import AqlRow
from tradedocs.ui import say

ID = "aql-plan-differs"


def check(case: Case) -> Iterator[Finding]:
    """HOLD for each class whose AQL is another one, or whose numbers cannot be those of a sampling plan."""
    agreed = case.spec.inspection.aql
    if agreed is None:
        return
    for line in case.lines:
        for report in inspections(case, line):
            for row in report.aql:
                problem = _problem(row, getattr(agreed, row.defect_class))
                if problem is not None:
                    yield Finding(
                        rule=ID,
                        severity=Verdict.HOLD,
                        message=say("{file}: {what} defects: {problem}", file=report.source.file,
                                    what=row.defect_class, problem=problem),
                        way_out=say("Have the lot judged by the plan of the contract."),
                        places=(at(report, row.place),),
                        line=line.line,
                    )  # fmt: skip


def _problem(row: AqlRow, wanted: Decimal) -> str | None:
    if row.aql is not None and _number(row.aql) != wanted:
        return say("judged at AQL {given}, the contract sets {wanted}", given=row.aql, wanted=wanted)
    if wanted == 0 and row.accept:
        return say("{accept} accepted, although the contract accepts none", accept=row.accept)
    if row.accept is not None and row.reject is not None and row.reject != row.accept + 1:
        return say("{accept} accepted and {reject} rejected do not belong together in single sampling",
                   accept=row.accept, reject=row.reject)  # fmt: skip
    if row.sample_size is not None and row.sample_size < 1:
        return say("a sample of {n}", n=row.sample_size)
    return None


def _number(text: str) -> Decimal | None:
    try:
        return Decimal(text.strip().removesuffix("%").strip())
    except InvalidOperation:
        return None
