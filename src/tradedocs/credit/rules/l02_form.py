"""The credit is not an irrevocable documentary credit.

What: field 40A must say IRREVOCABLE. A standby credit, a revocable one and a transferable one are told.

Why: a revocable credit is no security; a standby pays on default, not on documents of the shipment.

Bad: `:40A:REVOCABLE`
Good: `:40A:IRREVOCABLE`

Source: UCP 600 Articles 2, 3 and 38.
"""

from __future__ import annotations

from collections.abc import Iterator

from tradedocs.credit.case import CreditCase, told
from tradedocs.model.credit import CreditFinding
from tradedocs.ui import say

ID = "L02"
_SOURCE = "UCP 600 Articles 2, 3, 38"


def judge(case: CreditCase) -> Iterator[CreditFinding]:
    """A discrepancy for another form, a note for a transferable credit."""
    field = case.credit.field("40A", "40B")
    if field is None:
        return
    text = field.text.upper()
    if "IRREVOCABLE" not in text or "STANDBY" in text:
        yield told(
            ID,
            "discrepancy",
            field,
            say("the form is {form!r}, not an irrevocable documentary credit", form=field.text),
            contract=say("an irrevocable letter of credit"),
            key="letter_of_credit",
            consequence=say("The bank's promise can fall away, or is made for another case."),
            amend=("Field 40A to read: IRREVOCABLE.", "40A栏改为：IRREVOCABLE（不可撤销）。"),
            source=_SOURCE,
        )
    elif "TRANSFERABLE" in text:
        yield told(
            ID,
            "note",
            field,
            say("the credit is transferable"),
            consequence=say("It can be passed on to a supplier, once, in whole or in part."),
            source=_SOURCE,
        )
