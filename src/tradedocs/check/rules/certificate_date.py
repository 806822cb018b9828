"""The date of a certificate does not fit the day of shipment, the contract's wording or the letter of credit.

What: it counts for the documents only. The day of shipment is the date of the transport document (`--bl-date`); where
it is not given, the last day of the window, or of the credit where that is earlier. It must lie in the window and
within the credit's latest shipment. What a report on the shipment inspected or sampled must have been done by then. A
certificate that is issued later must give the day of the inspection, and may not be later where the contract or the
credit wants it issued before, at or by shipment. None may be issued after the last day of presentation: the credit's
days after shipment, and its expiry.

Why: a certificate that is dated after the bill of lading is the classic discrepancy: the bank refuses, and the goods
are at sea. The remedy is never another date.

Bad: the bill of lading is of 15 January, the inspection took place on 16 January.
Bad: "certificate of quality issued at loading", bill of lading of 15 January, certificate of 18 January.
Good: the bill of lading is of 15 January, the goods were inspected on 8 January, the report is of 10 January.

Source: UCP 600 art. 14(c), 14(i); ISBP 745 para. Q2 (certificate of an action on or before shipment), A12.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from tradedocs.check.called import called
from tradedocs.check.case import Case, at
from tradedocs.check.evidence import speaks_for_shipment
from tradedocs.model.finding import Finding, Verdict
from tradedocs.model.report import Report, StatedDate
from tradedocs.ui import say

ID = "certificate-date"
RESTS_ON: tuple[str, ...] = ("inspection.report", "commercial.documents")


def check(case: Case) -> Iterator[Finding]:
    """HOLD, for the documents, for each date that does not fit."""
    for problem in _shipment(case):
        yield Finding(
            rule=ID, severity=Verdict.HOLD, message=problem, gate="documents",
            way_out=say("Have the contract and the credit amended, or the documents accepted in writing as they are."),
        )  # fmt: skip
    for report in case.reports:
        for stated, problem in _of_report(case, report):
            yield Finding(
                rule=ID,
                severity=Verdict.HOLD,
                message=f"{report.source.file}: {problem}",
                way_out=say("Ask the issuer when it did its work. The certificate bears its true date: have the credit "
                            "amended, or the discrepancy accepted by the buyer."),
                places=(at(report, stated.place),),
                gate="documents",
            )  # fmt: skip


def day_of_shipment(case: Case) -> date:
    """The date of the transport document; the last day on which the goods may be shipped while it is not known."""
    if case.standing.shipped is not None:
        return case.standing.shipped
    credit = case.spec.credit
    days = (case.shipment.window.last, credit.latest_shipment if credit is not None else None)
    return min(day for day in days if day is not None)


def _shipment(case: Case) -> Iterator[str]:
    """What the day of shipment itself says against the window and the credit."""
    shipped, window, credit = case.standing.shipped, case.shipment.window, case.spec.credit
    if shipped is None:
        return
    if not window.first <= shipped <= window.last:
        yield say("shipped on {day}, the window is {first} to {last}", day=shipped, first=window.first,
                  last=window.last)  # fmt: skip
    if credit is not None and credit.latest_shipment is not None and shipped > credit.latest_shipment:
        yield say("shipped on {day}, the credit allows shipment until {last}", day=shipped,
                  last=credit.latest_shipment)  # fmt: skip


def _of_report(case: Case, report: Report) -> Iterator[tuple[StatedDate, str]]:
    shipped, issued = day_of_shipment(case), report.issue_date
    last = _presented(case, shipped)
    if issued is not None and not issued.doubt and last is not None and issued.value > last:
        yield (
            issued,
            say("it is of {day}, after the last day of presentation, {last}", day=issued.value, last=last),
        )
    if not speaks_for_shipment(report):
        return
    done = [stated for stated in (report.dates.inspected, report.dates.sampled) if stated is not None]
    for stated in done:
        if not stated.doubt and stated.value > shipped:
            yield stated, say("the work was done on {day}, after the shipment of {shipped}", day=stated.value,
                              shipped=shipped)  # fmt: skip
    if issued is None or issued.doubt or issued.value <= shipped:
        return
    wording = _wording(case, report)
    if wording is not None:
        yield issued, say("it is of {day}, after the shipment of {shipped}; the contract calls for {wording!r}",
                          day=issued.value, shipped=shipped, wording=wording)  # fmt: skip
    elif not any(not stated.doubt and stated.value <= shipped for stated in done):
        yield issued, say("it is of {day}, after the shipment of {shipped}, and does not say when the goods were "
                          "inspected", day=issued.value, shipped=shipped)  # fmt: skip


def _presented(case: Case, shipped: date) -> date | None:
    """The last day of presentation under the credit; None without one."""
    credit = case.spec.credit
    if credit is None:
        return None
    last = shipped + timedelta(days=credit.presentation_days)
    return last if credit.expiry is None else min(last, credit.expiry)


def _wording(case: Case, report: Report) -> str | None:
    """The document of the contract that wants a report of this kind issued by the day of shipment."""
    for wanted in called(case.spec):
        if wanted.issued_by_shipment and wanted.answered_by(report):
            return wanted.document.name
    return None
