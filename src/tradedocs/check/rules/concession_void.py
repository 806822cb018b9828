"""A concession is on record for this line and does not cover what the report says.

What: a note for each concession of this contract, shipment and line that the verdict cannot use although something in a
report misses the contract, with the reason: it expired, is about another report or other lots, covers less than is
shipped, a better value was signed for, it was signed before the report was issued, by nobody of the other side, or
without the end buyer where goods are sold back to back; or the limit is one of safety or law, which nobody concedes.

Why: the verdict stays what it is without the concession, and whoever filed it must learn why.

Bad: the buyer conceded moisture 13.4 %, and the report gives 13.6 %.
Good: the buyer conceded moisture 13.4 %, and the report gives 13.4 %.

Source: CISG 29(1) (agreement of the parties), 35(1).
"""

from __future__ import annotations

from collections.abc import Iterator

from tradedocs.check.case import Case
from tradedocs.check.conceding import Scope, is_about, no_worse, refused
from tradedocs.check.outcome import Outcome
from tradedocs.check.rules.concession_credit import used
from tradedocs.model.concession import Concession
from tradedocs.model.finding import Finding, Verdict
from tradedocs.model.spec import SpecLine
from tradedocs.ui import say

ID = "concession-void"
RESTS_ON: tuple[str, ...] = ("general.amendment",)


def check(case: Case) -> Iterator[Finding]:
    """A note for each concession of a line that covers nothing of what the reports say."""
    covering = {one.row for one in used(case)}
    for line in case.lines:
        for one in case.standing.concessions:
            terms = one.terms
            here = (terms.contract, terms.shipment, terms.line)
            if one.row in covering or here != (case.spec.contract_no, case.shipment.number, line.line):
                continue
            reason = _reason(case, line, one)
            if reason is not None:
                yield Finding(
                    rule=ID,
                    severity=Verdict.RELEASE,
                    message=say("line {line}: the concession of ledger row {row} does not cover the goods: {reason}",
                                line=line.line, row=one.row, reason=reason),
                    way_out=say("Agree a concession with the other side on what the report says, or put the goods "
                                "right."),
                    line=line.line,
                )  # fmt: skip


def _reason(case: Case, line: SpecLine, one: Concession) -> str | None:
    """Why it does not cover; None where nothing of the line misses the contract."""
    scope = Scope(case.spec, case.shipment, line, case.standing.today)
    reports = case.reports_about(line)
    meant = [report for report in reports if is_about(one, report)]
    reasons = [refused(one, scope, report) for report in meant or reports]
    if reasons and all(reasons):
        return reasons[0]
    failing = [
        (item.characteristic, seen.result)
        for item in case.examined
        if item.line is line
        for seen in item.seen
        if seen.comparison.outcome is Outcome.FAILS
    ]
    for item in one.terms.items:
        for characteristic, result in failing:
            if item.characteristic is not None and item.characteristic == characteristic.name:
                return no_worse(item, characteristic, result)
    return say("no report gives what it names") if failing else None
