"""The credit is not confirmed though the contract asks for it.

What: field 49 must say CONFIRM (or MAY ADD, where a bank is then asked) when `letter_of_credit.confirmed` is true.

Why: without confirmation the seller bears the risk of the issuing bank and of its country.

Bad: `confirmed: true`, `:49:WITHOUT`
Good: `:49:CONFIRM`

Source: UCP 600 Articles 2 and 8.
"""

from __future__ import annotations

from collections.abc import Iterator

from tradedocs.credit.case import CreditCase, told
from tradedocs.model.credit import CreditFinding
from tradedocs.ui import say

ID = "L12"


def judge(case: CreditCase) -> Iterator[CreditFinding]:
    """A discrepancy for WITHOUT, a point to look at for MAY ADD."""
    agreed, field, says = case.deal.letter_of_credit, case.credit.field("49"), case.credit.confirmation
    if agreed is None or not agreed.confirmed or field is None or says in (None, "confirm"):
        return
    may = says == "may add"
    yield told(
        ID,
        "look" if may else "discrepancy",
        field,
        say("a bank may confirm if the beneficiary asks for it")
        if may
        else say("the credit is not confirmed"),
        contract=say("confirmed"),
        key="letter_of_credit.confirmed",
        consequence=say("Ask the advising bank whether it confirms, and who pays for it.")
        if may
        else say("Only the issuing bank is bound."),
        amend=None if may else ("Field 49 to read: CONFIRM.", "49栏改为：CONFIRM（加具保兑）。"),
        source="UCP 600 Articles 2, 8",
    )
