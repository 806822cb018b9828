"""What the other side conceded is no discrepancy cured under the letter of credit.

What: a concession that the verdict needs, while a part of the price is paid by letter of credit, or while it is not
known how it is paid, and no amendment of the credit is on record with the concession.

Why: a bank looks at the documents alone. A certificate that states a value outside of the credit's terms is refused,
whatever the buyer signed, and the goods are then under way without payment.

Bad: the buyer concedes moisture 13.4 %, the credit calls for a certificate of 13.0 % at most.
Good: the concession is on record with the bank's amendment of the credit (`letter_of_credit: {number, on, file}`), or
the price is paid without a credit.

Source: UCP 600 art. 4, 5, 10 (the credit is separate from the sale; amendments), 14(d), 34.
"""

from __future__ import annotations

from collections.abc import Iterator

from tradedocs.check.case import Case
from tradedocs.check.rules import aql_exceeded, conclusion_adverse, outside_limit, price_adjustment
from tradedocs.model.concession import Concession, CreditAmendment
from tradedocs.model.finding import Finding, Verdict
from tradedocs.ui import say

ID = "concession-credit"
RESTS_ON: tuple[str, ...] = ("commercial.letter-of-credit",)


def check(case: Case) -> Iterator[Finding]:
    """HOLD for each concession that the verdict needs and the credit does not allow for."""
    for one in used(case):
        problem = _problem(one, case.standing.credit)
        if problem is not None:
            yield Finding(
                rule=ID,
                severity=Verdict.HOLD,
                message=say("the concession of ledger row {row}: {problem}", row=one.row, problem=problem),
                way_out=say("Have the credit amended so that the certificate may say what it says, and record the "
                            "concession again with the amendment."),
                line=one.terms.line,
                gate="documents",
            )  # fmt: skip


def used(case: Case) -> tuple[Concession, ...]:
    """Every concession that something in the case is covered by, each once."""
    if not case.standing.concessions:
        return ()
    rules = (outside_limit, price_adjustment, aql_exceeded, conclusion_adverse)
    found = {
        finding.conceded.row: finding.conceded
        for rule in rules
        for finding in rule.check(case)
        if finding.conceded is not None
    }
    return tuple(found[row] for row in sorted(found))


def _problem(one: Concession, credit: bool | None) -> str | None:
    amended = one.terms.letter_of_credit
    if isinstance(amended, CreditAmendment):
        return None if one.credit_sha256 is not None else say("the amendment of the credit is not on record")
    if credit is True:
        return say(
            "the price is paid by letter of credit, and the bank is not bound by what the buyer concedes"
        )
    if credit is None and amended != "none":
        return say("it is not known whether the price is paid by letter of credit")
    return None
