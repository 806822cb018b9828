"""What one report says against the goods: worked out from the report alone, so that it can be remembered."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from tradedocs.check.case import Case, Seen, make_case
from tradedocs.check.outcome import Outcome
from tradedocs.check.rules import (
    aql_exceeded,
    conclusion_adverse,
    defects_differ,
    other_failure,
    outside_limit,
    price_adjustment,
    re_inspected,
    related_failure,
    report_superseded,
    reports_differ,
    several_reports,
    uncertainty_straddles,
    values_differ,
)
from tradedocs.check.unclear import specimen_words
from tradedocs.check.zones import ADJUSTED, ADJUSTMENT
from tradedocs.model.finding import Adverse, Finding, Remembered, Verdict
from tradedocs.model.report import Report, StatedDate
from tradedocs.ui import say

AMONG_REPORTS = frozenset(rule.ID for rule in (reports_differ, report_superseded, re_inspected))
"""The rules whose findings are about several reports together."""
_WHOLE = (conclusion_adverse, uncertainty_straddles, values_differ, defects_differ, several_reports)
RULES = frozenset(
    rule.ID
    for rule in (outside_limit, price_adjustment, aql_exceeded, other_failure, related_failure, *_WHOLE)
)
"""The rules whose findings are adverse evidence: they speak of the goods, not of what is missing or unread."""


def remembered(case: Case, report: Report) -> Remembered:
    """What is remembered of a report of the case; the other reports and what they answer do not count."""
    only = len(case.reports) == 1 and not case.weighed
    alone = case if only else make_case(case.spec, case.shipment, (report,), case.standing)
    identity = report.identity
    return Remembered(
        file=report.source.file,
        sha256=report.source.sha256,
        report_no=_plain(report.report_no),
        issuer=_plain(report.issuer),
        family=report.family,
        contract_no=_plain(identity.contract_no),
        model=_plain(identity.model),
        lots=tuple(lot.text for lot in report.lots),
        issued=_day(report.issue_date),
        examined=max(examined_days(report), default=None),
        adverse=tuple(dict.fromkeys((*_values(alone), *_rows(alone), *_whole(alone)))),
    )


def in_company(kept: Remembered, findings: Iterable[Finding]) -> Remembered:
    """With what is against the goods only because of the other reports: a conflict, a reply that does not count.

    Args:
        kept: what is remembered of the report alone.
        findings: those of the whole case.
    """
    more = (
        _of(finding)
        for finding in findings
        if finding.rule in AMONG_REPORTS
        and finding.severity is not Verdict.RELEASE
        and any(place.document == kept.file for place in finding.places)
    )
    return kept.model_copy(update={"adverse": tuple(dict.fromkeys((*kept.adverse, *more)))})


def examined_days(report: Report) -> tuple[date, ...]:
    """The days of the inspection and of the sampling that the report states plainly."""
    stated = (report.dates.inspected, report.dates.sampled)
    return tuple(day for one in stated if (day := _day(one)) is not None)


def _values(alone: Case) -> Iterator[Adverse]:
    """Values beyond the limit or the guarantee; those of a report that may be about several lines hold each of them."""
    for item in alone.examined:
        about = alone.reports_about(item.line)
        for seen in item.seen:
            beyond = seen.comparison.outcome is Outcome.FAILS
            if not beyond and seen.comparison.reason not in (ADJUSTED, ADJUSTMENT):
                continue
            yield Adverse(
                rule=outside_limit.ID if beyond else price_adjustment.ID,
                severity=Verdict.REJECT if beyond and seen.report in about else Verdict.HOLD,
                message=_words(item.line.line, item.characteristic.name, seen),
                line=item.line.line,
                characteristic=item.characteristic.name,
                value=seen.result.shown,
                limit=item.characteristic.require.shown,
                pages=(seen.place.page,),
                values=len(item.seen),
            )


def _words(line: int, name: str, seen: Seen) -> str:
    return say("line {line}: {name}{specimen}: {words}", line=line, name=name,
               specimen=specimen_words(seen.result.specimen), words=seen.comparison.words)  # fmt: skip


def _rows(alone: Case) -> Iterator[Adverse]:
    for row, finding in aql_exceeded.by_row(alone):
        yield _of(finding).model_copy(
            update={
                "defect_class": row.defect_class,
                "value": None if row.found is None else str(row.found),
                "limit": None if row.accept is None else str(row.accept),
            }
        )
    for rule in (other_failure, related_failure):
        for result, finding in rule.by_row(alone):
            yield _of(finding).model_copy(
                update={"characteristic": result.parameter, "value": result.verdict or result.shown}
            )


def _whole(alone: Case) -> Iterator[Adverse]:
    for rule in _WHOLE:
        yield from (_of(finding) for finding in rule.check(alone) if finding.severity is not Verdict.RELEASE)


def _of(finding: Finding) -> Adverse:
    return Adverse(
        rule=finding.rule,
        severity=finding.severity,
        message=finding.message,
        line=finding.line,
        characteristic=finding.characteristic,
        pages=tuple(dict.fromkeys(place.page for place in finding.places)),
    )


def _plain(stated: object) -> str | None:
    return getattr(stated, "text", None)


def _day(stated: StatedDate | None) -> date | None:
    return stated.value if stated is not None and not stated.doubt else None
