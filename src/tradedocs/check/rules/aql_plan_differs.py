"""The inspector used another sampling plan than the contract sets.

What: the plan of each class of defects is worked out from the lot (the line's share of the shipment, or the lot that
the report states where that is within the tolerance), the contract's standard, level and AQL. The AQL in the report
must be the contract's, its sample no smaller than the plan's, and its acceptance and rejection numbers those of the
plan. Where the plan asks for the whole lot, every piece must have been examined, and the numbers do not matter. A
re-inspection may use the tightened plan. A plan that cannot be worked out (a standard whose tables are not held) is
held as well.

Why: at AQL 4.0 a lot passes that must fail at 2.5; a sample of 80 lets through what one of 315 finds.

Bad: lot 12,000, level II, AQL 2.5: sample 315, accept 14, reject 15; the report used 200 pieces and accepts 10.
Good: the report used 315 pieces, accepts 14 and rejects 15.

Source: ISO 2859-1 (sampling plans, tables 1 and 2-A); ANSI/ASQ Z1.4 (its reduced plans alone have a gap between the
two numbers).
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal, InvalidOperation

from tradedocs.check.case import Case, at
from tradedocs.check.plan import WantedByClass, differences, inspections, wanted
from tradedocs.errors import UsageError
from tradedocs.model.finding import Finding, Verdict
from tradedocs.model.report import AqlRow, Report
from tradedocs.model.spec import SpecLine
from tradedocs.sampling.standards import standard_of
from tradedocs.sampling.tables import State
from tradedocs.ui import say

ID = "aql-plan-differs"
RESTS_ON: tuple[str, ...] = ("inspection.sampling-plan",)
_RESUBMITTED: tuple[State, ...] = ("normal", "tightened")  # a lot that was rejected and submitted again
_GAP_OF_REDUCED = 3  # between the two numbers of a reduced plan of Z1.4 at most


def check(case: Case) -> Iterator[Finding]:
    """HOLD for each class whose plan is another one, and for each line whose plan cannot be worked out."""
    if case.spec.inspection.aql is None:
        return
    for line in case.lines:
        yield from _no_plan(case, line)
        for report in inspections(case, line):
            problems = _closest(case, line, report)
            for row in report.aql:
                problem = _odd(case, row) or problems.get(id(row)) or _unpaired(case, row)
                if problem is not None:
                    yield _finding(line, report, row, problem)


def _no_plan(case: Case, line: SpecLine) -> Iterator[Finding]:
    try:
        wanted(case, line)
    except UsageError as error:
        yield Finding(
            rule=ID,
            severity=Verdict.HOLD,
            message=say("line {line}: the sampling plan of the contract cannot be worked out: {why}", line=line.line,
                        why=error.message),
            way_out=error.way_out or say("Agree a sampling plan for a lot that is counted."),
            line=line.line,
        )  # fmt: skip


def _closest(case: Case, line: SpecLine, report: Report) -> dict[int, str]:
    """What differs from the plan of the lot that the report agrees with best, by row; the shipment's share first."""
    try:
        plans = wanted(case, line, report, states=_RESUBMITTED if report.reinspects else ("normal",))
    except UsageError:
        return {}
    return min((_against(report, plan) for plan in plans), key=len)


def _against(report: Report, plan: WantedByClass) -> dict[int, str]:
    return {id(row): problem for row, problem in differences(report.aql, plan)}


def _finding(line: SpecLine, report: Report, row: AqlRow, problem: str) -> Finding:
    return Finding(
        rule=ID,
        severity=Verdict.HOLD,
        message=say("{file}: {what} defects: {problem}", file=report.source.file, what=row.defect_class,
                    problem=problem),
        way_out=say("Have the lot judged by the plan of the contract."),
        places=(at(report, row.place),),
        line=line.line,
    )  # fmt: skip


def _odd(case: Case, row: AqlRow) -> str | None:
    assert case.spec.inspection.aql is not None
    agreed: Decimal = getattr(case.spec.inspection.aql, row.defect_class)
    if row.aql is not None and _number(row.aql) != agreed:
        return say("judged at AQL {given}, the contract sets {wanted}", given=row.aql, wanted=agreed)
    if agreed == 0 and row.accept:
        return say("{accept} accepted, although the contract accepts none", accept=row.accept)
    if row.sample_size is not None and row.sample_size < 1:
        return say("a sample of {n}", n=row.sample_size)
    return None


def _unpaired(case: Case, row: AqlRow) -> str | None:
    if row.accept is None or row.reject is None or 1 <= row.reject - row.accept <= _widest(case):
        return None
    return say("{accept} accepted and {reject} rejected do not belong together in single sampling",
               accept=row.accept, reject=row.reject)  # fmt: skip


def _widest(case: Case) -> int:
    try:
        return _GAP_OF_REDUCED if standard_of(case.spec.inspection.standard).family == "z1.4" else 1
    except UsageError:
        return 1


def _number(text: str) -> Decimal | None:
    try:
        return Decimal(text.strip().removesuffix("%").strip())
    except InvalidOperation:
        return None
