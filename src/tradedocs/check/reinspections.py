"""Whether an inspection answers a failed one: what it cites, the rework, a fresh sample, every failed class again."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from tradedocs.check.against import AMONG_REPORTS, RULES, examined_days
from tradedocs.check.case import Case, Seen, make_case
from tradedocs.check.compare import compare
from tradedocs.check.evidence import issuer_agreed, may_prove, speaks_for_shipment
from tradedocs.check.names import begins_with, fold
from tradedocs.check.outcome import Outcome
from tradedocs.check.plan import CLASSES, WantedByClass, examined_whole, wanted
from tradedocs.check.reissues import same_goods
from tradedocs.check.rules import (
    aql_exceeded,
    conclusion_adverse,
    defects_differ,
    other_failure,
    related_failure,
    several_reports,
)
from tradedocs.check.said import says_fail
from tradedocs.errors import UsageError
from tradedocs.model.finding import Adverse, Remembered, Verdict
from tradedocs.model.report import AqlRow, DefectClass, Report
from tradedocs.ui import say


def answers(case: Case, report: Report, new: Remembered, old: Remembered) -> Iterator[str]:
    """What is missing for the report to answer a failed one; nothing when it does.

    Args:
        new: what is remembered of the report.
        old: the failed one.
    """
    alone = make_case(case.spec, case.shipment, (report,), case.standing)
    if report.rework is None and case.standing.rework is None:
        yield say("a record of the rework")
    if not speaks_for_shipment(report) or not issuer_agreed(case.spec, report):
        yield say("a sample drawn by an inspection body of the contract")
    yield from _fresh(report, old)
    if not same_goods(new, old, exact=False):
        yield say("a plain statement that it is about the same goods")
    if any(one.severity is Verdict.REJECT for one in new.adverse):
        yield say("a result that does not fail again")
    if report.unread or report.status is not None or len(report.parts) > 1:
        yield say("a final report that was read in full")
    seen = dict.fromkeys(missing for one in old.adverse if (missing := _unanswered(alone, report, one)))
    yield from seen


def _fresh(report: Report, old: Remembered) -> Iterator[str]:
    days, before = examined_days(report), old.examined or old.issued
    day = min(days, default=None)
    if day is None or before is None or day <= before:
        yield say("a fresh sample: a day of inspection ({new}) after that of the failed one ({old})",
                  new=day or "–", old=before or "–")  # fmt: skip


def _unanswered(alone: Case, report: Report, one: Adverse) -> str | None:
    """What is missing for one adverse finding."""
    if one.rule in AMONG_REPORTS:  # the fresh values are held against those of the other reports anew
        return None
    if one.line is not None and alone.about != ((one.line,),):
        return say("line {line} named as its goods", line=one.line)
    if one.rule == several_reports.ID or one.rule not in RULES:
        return say("an answer to: {what}", what=one.message)
    if one.rule == conclusion_adverse.ID:
        return None if report.conclusion == "pass" else say("the conclusion that the goods pass")
    if one.rule in (aql_exceeded.ID, defects_differ.ID):
        failed = CLASSES if one.defect_class is None else (one.defect_class,)
        return next((words for name in failed if (words := _class_missing(alone, report, name))), None)
    if one.rule in (other_failure.ID, related_failure.ID):
        return (
            None if _row_passes(alone, report, one) else say("{name} examined again", name=one.characteristic)
        )
    if _characteristic_passes(alone, report, one):
        return None
    return say(
        "{name} examined again in {n} values that meet the requirement", name=one.characteristic, n=one.values
    )


def _class_missing(alone: Case, report: Report, name: DefectClass) -> str | None:
    rows = [row for row in report.aql if row.defect_class == name]
    if len(rows) != 1 or rows[0].doubt or None in (rows[0].found, rows[0].accept, rows[0].sample_size):
        return say("the class {what} inspected again", what=name)
    if not _severe_enough(alone, report, rows[0]):
        return say("the class {what} inspected again at the agreed severity", what=name)
    return None


def _severe_enough(alone: Case, report: Report, row: AqlRow) -> bool:
    """A sample no smaller and an acceptance number no larger than the contract's plan allows."""
    agreed = alone.spec.inspection.aql
    if agreed is None or not alone.about[0]:
        return False
    try:
        limit = Decimal(row.aql) if row.aql is not None else None
        plans = wanted(alone, alone.spec.line(alone.about[0][0]), report)
    except (ArithmeticError, UsageError):
        return False
    if limit is None or limit > getattr(agreed, row.defect_class):
        return False
    return any(_within(row, plan) for plan in plans)


def _within(row: AqlRow, plan: WantedByClass) -> bool:
    wants = plan[row.defect_class]
    assert row.sample_size is not None
    assert row.accept is not None
    assert row.found is not None
    if examined_whole(row, wants):
        return row.found == 0 or row.found <= row.accept
    return row.sample_size >= wants.sample_size and row.found <= row.accept <= wants.accept


def _characteristic_passes(alone: Case, report: Report, one: Adverse) -> bool:
    """As many values as before at least, each of them read without doubt and meeting the requirement."""
    for item in alone.examined:
        if item.line.line == one.line and item.characteristic.name == one.characteristic:
            return (
                may_prove(item.characteristic, report)
                and len(item.seen) >= max(1, one.values)
                and all(map(_meets, item.seen))
            )
    return False


def _meets(seen: Seen) -> bool:
    return seen.comparison.outcome is Outcome.MEETS and not seen.result.doubt


def _row_passes(alone: Case, report: Report, one: Adverse) -> bool:
    """A row of the same name that fails nothing."""
    rows = [row for row in report.results if fold(row.parameter) == fold(one.characteristic or "")]
    related = [item.characteristic for item in alone.examined if one.rule == related_failure.ID
               and begins_with(item.characteristic, one.characteristic or "")]  # fmt: skip
    return bool(rows) and not any(
        row.doubt
        or any(says_fail(text) for text in (row.verdict, row.result) if text)
        or any(compare(each.require, row).outcome is not Outcome.MEETS for each in related)
        for row in rows
    )
