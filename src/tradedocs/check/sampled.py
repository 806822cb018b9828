"""Sampling worked out again: the plan for each line's lot beside what the inspector used and found."""

from __future__ import annotations

from collections.abc import Iterator

from tradedocs.check.case import Case, at
from tradedocs.check.plan import CLASSES, Wanted, WantedByClass, differences, inspections, wanted
from tradedocs.errors import UsageError
from tradedocs.model.finding import Finding, SampleNumbers, SamplingRow, Verdict, gravest
from tradedocs.model.report import AqlRow, DefectClass, Report
from tradedocs.model.spec import SpecLine


def sampled(case: Case, findings: tuple[Finding, ...]) -> tuple[SamplingRow, ...]:
    """A row for each class of defects of each inspection; nothing where the contract sets no AQL.

    It decides nothing: each row repeats the gravest of what the findings say of it.
    """
    if case.spec.inspection.aql is None:
        return ()
    return tuple(row for line in case.lines for row in _of_line(case, line, findings))


def _of_line(case: Case, line: SpecLine, findings: tuple[Finding, ...]) -> Iterator[SamplingRow]:
    reports = inspections(case, line)
    if not reports:
        plans = _plans(case, line, None)
        yield from (_without(line, name, plans[0].get(name) if plans else None, None) for name in CLASSES)
    for report in reports:
        plan = _closest(case, line, report)
        for name in CLASSES:
            rows = [row for row in report.aql if row.defect_class == name]
            if not rows:
                yield _without(line, name, plan.get(name), report)
            yield from (_with(line, report, row, plan.get(name), findings) for row in rows)


def _plans(case: Case, line: SpecLine, report: Report | None) -> tuple[WantedByClass, ...]:
    try:
        return wanted(case, line, report)
    except UsageError:
        return ()


def _closest(case: Case, line: SpecLine, report: Report) -> WantedByClass:
    """The plan that the report agrees with best, as the rule `aql-plan-differs` takes it."""
    plans = _plans(case, line, report)
    return min(plans, key=lambda plan: len(tuple(differences(report.aql, plan))), default={})


def _without(line: SpecLine, name: DefectClass, plan: Wanted | None, report: Report | None) -> SamplingRow:
    file = None if report is None else report.source.file
    return SamplingRow(line=line.line, defect_class=name, report=file, verdict=Verdict.HOLD, **_planned(plan))


def _with(
    line: SpecLine, report: Report, row: AqlRow, plan: Wanted | None, findings: tuple[Finding, ...]
) -> SamplingRow:
    place = at(report, row.place)
    said = tuple(one.severity for one in findings if one.rule.startswith("aql-") and place in one.places)
    whole = row.found is not None and row.sample_size is not None and plan is not None
    return SamplingRow(
        line=line.line,
        defect_class=row.defect_class,
        report=report.source.file,
        place=row.place,
        used=SampleNumbers(aql=row.aql, sample_size=row.sample_size, accept=row.accept, reject=row.reject),
        found=row.found,
        verdict=gravest((*said, Verdict.RELEASE if whole and not row.doubt else Verdict.HOLD)),
        **_planned(plan),
    )


def _planned(plan: Wanted | None) -> dict[str, object]:
    if plan is None:
        return {}
    numbers = SampleNumbers(
        aql=plan.aql, sample_size=plan.sample_size, accept=plan.accept, reject=plan.reject
    )
    return {
        "standard": plan.standard,
        "level": plan.level,
        "lot": plan.lot,
        "letter": plan.letter,
        "plan": numbers,
    }
