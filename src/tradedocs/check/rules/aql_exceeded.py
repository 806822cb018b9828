"""More defects were found than the plan accepts.

What: for each class the number found is compared with the acceptance number of the report, and, in an inspection of
the goods line, with the one that follows from the lot, the contract's standard, level and AQL. A report that concludes
PASS although a number is exceeded is rejected as well: a more generous number in the report does not help where the
sample was no larger than the plan's. One critical defect is always too many. Where the plan asks for the whole lot
and every piece was examined, major and minor defects do not fail the lot: each defective piece is taken out, and
the shipment is held until that is shown.

Bad: lot 12,000, level II, AQL 2.5: 15 major defects in 315 pieces, and the report accepts 21.
Good: 14 major defects in 315 pieces.

Source: ISO 2859-1 (determination of acceptability); clause inspection.acceptance.
"""

from __future__ import annotations

from collections.abc import Iterator

from tradedocs.check.case import Case, at, concession_for
from tradedocs.check.conceding import conceded_words
from tradedocs.check.plan import Wanted, examined_whole, inspections, wanted
from tradedocs.errors import UsageError
from tradedocs.model.concession import Concession
from tradedocs.model.finding import Finding, Verdict
from tradedocs.model.report import AqlRow, Report
from tradedocs.ui import say

ID = "aql-exceeded"
RESTS_ON: tuple[str, ...] = ("inspection.acceptance", "inspection.sampling-plan")


def check(case: Case) -> Iterator[Finding]:
    """REJECT for each class that exceeds its acceptance number; HOLD where every piece of the lot was examined."""
    for _, finding in by_row(case):
        yield finding


def by_row(case: Case) -> Iterator[tuple[AqlRow, Finding]]:
    """Each finding with the row that it is about."""
    for report, lines in zip(case.reports, case.about, strict=True):
        line = lines[0] if len(lines) == 1 else None
        for row in report.aql:
            if row.doubt or row.found is None:
                continue
            plans = _plans(case, report, line, row)
            if plans and row.defect_class != "critical" and all(examined_whole(row, plan) for plan in plans):
                if row.found > 0:
                    yield row, _taken_out(report, row, line)
            elif (message := _exceeded(row, plans)) is not None:
                signed = concession_for(case, report, defects=row)
                yield row, _rejected(report, row, line, message, signed)


def _rejected(
    report: Report, row: AqlRow, line: int | None, message: str, signed: Concession | None
) -> Finding:
    severity, way_out = (
        Verdict.REJECT,
        say("Do not ship. Sort or rework the lot and have it inspected again."),
    )
    if signed is not None:
        severity, way_out = Verdict.CONCESSION, conceded_words(signed)
    found = _finding(report, row, line, severity, f"{report.source.file}: {message}", way_out)
    return found.model_copy(update={"conceded": signed})


def _plans(case: Case, report: Report, number: int | None, row: AqlRow) -> tuple[Wanted, ...]:
    """The plans of the row's class for each lot that may be meant; none where none can be worked out."""
    if case.spec.inspection.aql is None or number is None:
        return ()
    line = case.spec.line(number)
    if report not in inspections(case, line):
        return ()
    try:
        return tuple(plan[row.defect_class] for plan in wanted(case, line, report))
    except UsageError:
        return ()


def _exceeded(row: AqlRow, plans: tuple[Wanted, ...]) -> str | None:
    """By the report's own numbers, as a critical defect, or by a plan that may be meant where no other accepts it."""
    assert row.found is not None
    over = row.accept is not None and row.found > row.accept
    if over or (row.reject is not None and row.found >= row.reject):
        counted = say("{found} {what} defects found, accept {accept}, reject {reject} (sample of {n})", found=row.found,
                      what=row.defect_class, accept=_number(row.accept), reject=_number(row.reject),
                      n=_number(row.sample_size))  # fmt: skip
        return "; ".join((counted, *(plan.shown for plan in plans)))
    if row.defect_class == "critical" and row.found > 0:
        return say("{found} critical defects found, and not one is accepted", found=row.found)
    beyond = next((plan for plan in plans if _beyond(row, plan)), None)
    if beyond is not None and all(row.found > plan.accept for plan in plans):
        return say("{found} {what} defects found in {n}; {wanted}; the report accepts {accept}", found=row.found,
                   what=row.defect_class, n=_number(row.sample_size), wanted=beyond.shown,
                   accept=_number(row.accept))  # fmt: skip
    return None


def _beyond(row: AqlRow, plan: Wanted) -> bool:
    """More than the plan accepts, in a sample that is no larger than the plan's."""
    assert row.found is not None
    return row.sample_size is not None and row.sample_size <= plan.sample_size and row.found > plan.accept


def _taken_out(report: Report, row: AqlRow, line: int | None) -> Finding:
    message = say("{file}: every piece of the lot was examined and {found} {what} defects were found; each defective "
                  "piece must be taken out, corrected or replaced", file=report.source.file, found=row.found,
                  what=row.defect_class)  # fmt: skip
    way_out = say("Get the inspection body's word that no defective piece remains.")
    return _finding(report, row, line, Verdict.HOLD, message, way_out)


def _finding(
    report: Report, row: AqlRow, line: int | None, severity: Verdict, message: str, way_out: str
) -> Finding:
    return Finding(rule=ID, severity=severity, message=message, way_out=way_out,
                   places=(at(report, row.place),), line=line)  # fmt: skip


def _number(number: int | None) -> str:
    return "?" if number is None else str(number)
