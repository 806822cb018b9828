"""Nothing protects the parties against a forged change of bank details.

What: a price that is paid by transfer needs the clause commercial.bank-account: the account, and that a change counts
only after a call to a number known before. It stands in the contract when the seller's `bank` is given.

Why: a forged e-mail with a new account is the commonest fraud in trade.

Bad: payment by transfer, and the seller has no `bank` in the deal file.
Good: payment by transfer, and the seller's `bank` with account and SWIFT code.

Source: warnings of police and banks against invoice fraud.
"""

from __future__ import annotations

from collections.abc import Iterator

from tradedocs.contract.case import DealCase, told
from tradedocs.model.dealfinding import DealFinding
from tradedocs.ui import say

ID = "T42"
SUPPRESSIBLE = True
EXPORT = False

_CLAUSE = "commercial.bank-account"


def judge(case: DealCase) -> Iterator[DealFinding]:
    """An info where the clause is not in the contract."""
    transfers = [
        part for part in case.deal.payment if part.method in ("tt-advance", "tt-balance", "open-account")
    ]
    if transfers and case.lacks(_CLAUSE):
        share = sum(part.share for part in transfers)
        yield told(
            ID,
            "info",
            say(
                "{share} % of the price are paid by transfer, and no clause says to which account",
                share=share,
            ),
            say("Give the seller's `bank`, and keep {clause}.", clause=_CLAUSE),
            ("seller",),
            clause=_CLAUSE,
        )
