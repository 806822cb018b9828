"""The insurance is in another currency than the contract.

What: `insurance.currency` differs from `currency`.

Why: a bank refuses the document, and a loss is paid at a rate that nobody chose.

Bad: `currency: USD` with `insurance: {cover: ICC (A), currency: EUR}`
Good: `currency: USD` with `insurance: {cover: ICC (A), currency: USD}`

Source: UCP 600 Article 28(f)(i); Incoterms® 2020, A5.
"""

from __future__ import annotations

from collections.abc import Iterator

from tradedocs.contract.case import DealCase, told
from tradedocs.model.dealfinding import DealFinding
from tradedocs.ui import say

ID = "T23"
SUPPRESSIBLE = True
EXPORT = True


def judge(case: DealCase) -> Iterator[DealFinding]:
    """A warning with the two currencies."""
    insurance = case.deal.insurance
    if insurance is not None and insurance.currency not in (None, case.deal.currency):
        yield told(
            ID, "warning",
            say("the goods are insured in {insured}, the contract is in {contract}", insured=insurance.currency,
                contract=case.deal.currency),
            say("Insure in {contract}.", contract=case.deal.currency),
            ("insurance", "currency"), ("currency",),
        )  # fmt: skip
