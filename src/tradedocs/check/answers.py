"""What becomes of earlier adverse reports: replaced by a reissue, answered by a re-inspection, or still in force.

Nothing here lifts a report's evidence unless the reply to it lacks nothing. The order in which the reports were given
does not matter.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from tradedocs.check.against import remembered
from tradedocs.check.case import Case, Reply, make_case
from tradedocs.check.names import fold_number
from tradedocs.check.reinspections import answers
from tradedocs.check.reissues import replaces
from tradedocs.model.finding import Remembered
from tradedocs.model.report import Cited, Report
from tradedocs.ui import say


def weighed(case: Case) -> Case:
    """The case with every reply worked out, without the reports that were replaced or answered."""
    if case.weighed:
        return case
    at_hand = {report.source.sha256 for report in case.reports}
    on_record = tuple(one for one in case.standing.on_record if one.sha256 not in at_hand)
    if not on_record and not any(report.supersedes or report.reinspects for report in case.reports):
        return replace(case, weighed=True)
    known = {report.source.sha256: remembered(case, report) for report in case.reports}
    earlier = (*known.values(), *on_record)
    reissues = tuple(_reissues(case, known, earlier))
    gone = {reply.old.sha256 for reply in reissues if reply.old is not None and reply.counts}
    again = tuple(_reinspections(case, known, earlier, gone))
    gone |= {reply.old.sha256 for reply in again if reply.old is not None and reply.counts}
    kept = tuple(report for report in case.reports if report.source.sha256 not in gone)
    return replace(
        make_case(case.spec, case.shipment, kept, case.standing),
        answered=case.answered,
        replies=(*reissues, *again),
        recalled=tuple(one for one in on_record if one.sha256 not in gone),
        weighed=True,
    )


def _reissues(case: Case, known: dict[str, Remembered], earlier: tuple[Remembered, ...]) -> Iterator[Reply]:
    for report in case.reports:
        new = known[report.source.sha256]
        for cited in report.supersedes:
            for old in _named(cited, new, earlier):
                lacks = () if old is None else (*_not_final(report), *replaces(new, cited, old))
                yield Reply("reissue", report, cited, old, lacks)


def _not_final(report: Report) -> Iterator[str]:
    if report.unread or report.status is not None or len(report.parts) > 1:
        yield say("it is no final report that was read in full")


def _reinspections(
    case: Case, known: dict[str, Remembered], earlier: tuple[Remembered, ...], gone: set[str]
) -> Iterator[Reply]:
    """The replies of reports that are in force themselves; to a report that was replaced there is nothing to say."""
    for report in case.reports:
        new = known[report.source.sha256]
        if new.sha256 in gone:
            continue
        for cited in report.reinspects:
            for old in _named(cited, new, earlier):
                if old is not None and old.sha256 in gone:
                    continue
                lacks = () if old is None else tuple(answers(case, report, new, old))
                yield Reply("re-inspection", report, cited, old, lacks)


def _named(cited: Cited, new: Remembered, earlier: tuple[Remembered, ...]) -> tuple[Remembered | None, ...]:
    """The reports of that number, whoever issued them; None when there is none."""
    number = fold_number(cited.number)
    found: list[Remembered | None] = [
        old
        for old in earlier
        if old.sha256 != new.sha256 and old.report_no is not None and fold_number(old.report_no) == number
    ]
    return tuple(found) or (None,)
