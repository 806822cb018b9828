"""The credit leaves fewer days for presentation than the contract.

What: field 48 is held against `letter_of_credit.presentation_days`. With no field 48 the 21 days of UCP 600 article
14(c) hold.

Why: inspection certificates and certificates of origin come after the bill of lading; a late presentation is refused.

Bad: 21 days agreed, `:48:7`
Good: `:48:21`

Source: UCP 600 Article 14(c).
"""

from __future__ import annotations

from collections.abc import Iterator

from tradedocs.credit.case import CreditCase, told
from tradedocs.model.credit import CreditFinding
from tradedocs.ui import say

ID = "L08"


def judge(case: CreditCase) -> Iterator[CreditFinding]:
    """A discrepancy for fewer days."""
    agreed = case.deal.letter_of_credit
    field = case.credit.field("48")
    if (
        agreed is None
        or (field is not None and case.credit.days is None)
        or case.presentation >= agreed.presentation_days
    ):
        return
    yield told(
        ID,
        "discrepancy",
        field or "48",
        say("documents must be presented within {days} days after shipment", days=case.presentation),
        contract=say("{days} days", days=agreed.presentation_days),
        key="letter_of_credit.presentation_days",
        consequence=say(
            "{short} days are missing; documents that come later than that are refused.",
            short=agreed.presentation_days - case.presentation,
        ),
        amend=(f"Field 48 to read: {agreed.presentation_days}.", f"48栏改为：{agreed.presentation_days}。"),
        source="UCP 600 Article 14(c)",
    )
