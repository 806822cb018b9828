"""The credit puts the issuing bank's charges on the beneficiary.

What: field 71D that charges all banking costs to the beneficiary, or 47A with a fee for each discrepancy, is told.

Why: the fees come off the price without the contract saying so.

Bad: `:71D:ALL BANKING CHARGES ARE FOR ACCOUNT OF BENEFICIARY`
Good: `:71D:ALL BANKING CHARGES OUTSIDE GERMANY ARE FOR ACCOUNT OF BENEFICIARY`

Source: UCP 600 Articles 13(b) and 37.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tradedocs.credit.case import CreditCase, told
from tradedocs.model.credit import CreditFinding
from tradedocs.ui import say

ID = "L18"
_ALL = re.compile(
    r"ALL (?:BANKING |BANK )?(?:CHARGES|COMMISSIONS)(?! (?:OUTSIDE|INCURRED OUTSIDE|OUT OF)).{0,60}BENEFICIARY"
)


def judge(case: CreditCase) -> Iterator[CreditFinding]:
    """A note."""
    field = case.credit.field("71D", "71B")
    if field is not None and any(_ALL.search(text) for text in field.readings):
        yield told(
            ID,
            "note",
            field,
            say("all banking charges are for the beneficiary, those of the issuing bank too"),
            consequence=say("They come off the price; ask who bears them, where the contract does not say."),
            source="UCP 600 Articles 13(b), 37",
        )
