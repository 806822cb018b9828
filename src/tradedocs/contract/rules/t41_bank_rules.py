"""The rules under which the banks act are not named.

What: `letter_of_credit.rules` must name UCP 600, and where the price is collected a clause of the contract URC 522.

Why: they apply only where the credit or the collection order says so.

Bad: `letter_of_credit: {rules: the usual rules of the banks, …}`
Good: `letter_of_credit: {rules: UCP 600, …}`

Source: UCP 600 Article 1; URC 522 Article 1.
"""

from __future__ import annotations

from collections.abc import Iterator

from tradedocs.contract.case import DealCase, told
from tradedocs.model.dealfinding import DealFinding
from tradedocs.ui import say

ID = "T41"
SUPPRESSIBLE = True
EXPORT = True


def judge(case: DealCase) -> Iterator[DealFinding]:
    """A warning for the credit, and one for the collection."""
    deal, credit = case.deal, case.deal.letter_of_credit
    if deal.has_credit and credit is not None and "UCP 600" not in credit.rules:
        yield told(
            ID, "warning", say("the credit's rules are {rules!r}, not UCP 600", rules=credit.rules),
            say("Write UCP 600."), ("letter_of_credit", "rules"),
        )  # fmt: skip
    text = " ".join(paragraph.en for clause in case.clauses for paragraph in clause.paragraphs)
    if deal.collects and case.clauses and "URC 522" not in text:
        index = next(at for at, part in enumerate(deal.payment) if part.method in ("dp-sight", "da"))
        yield told(
            ID, "warning", say("the price is collected by banks, and no clause names URC 522"),
            say("Take a payment clause that names it, or have the collection order name it."),
            ("payment", index, "method"),
        )  # fmt: skip
