"""The credit stands under other rules than the contract says.

What: field 40E is held against `letter_of_credit.rules`. `UCP LATEST VERSION` and `EUCP LATEST VERSION` fit UCP 600.

Why: deadlines, tolerances and the grounds of refusal depend on the rules.

Bad: `:40E:ISP LATEST VERSION`
Good: `:40E:UCP LATEST VERSION`

Source: UCP 600 Article 1.
"""

from __future__ import annotations

from collections.abc import Iterator

from tradedocs.credit.case import CreditCase, told
from tradedocs.model.credit import CreditFinding
from tradedocs.ui import say

ID = "L03"


def judge(case: CreditCase) -> Iterator[CreditFinding]:
    """A discrepancy for other rules, a point to look at for narrated ones."""
    field = case.credit.field("40E")
    agreed = case.deal.letter_of_credit
    if field is None or agreed is None:
        return
    text = field.text.upper()
    if "UCP" in text and "UCP" in agreed.rules.upper() and not any(old in text for old in ("500", "400")):
        return
    narrated = text.startswith("OTHR")
    yield told(
        ID,
        "look" if narrated else "discrepancy",
        field,
        say("the credit is subject to {rules!r}", rules=field.text),
        contract=agreed.rules,
        key="letter_of_credit.rules",
        consequence=say("Other periods and other grounds of refusal may hold."),
        amend=None
        if narrated
        else ("Field 40E to read: UCP LATEST VERSION.", "40E栏改为：UCP LATEST VERSION（UCP最新版本）。"),
        source="UCP 600 Article 1",
    )
