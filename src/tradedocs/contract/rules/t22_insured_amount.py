"""The goods are insured for less than 110 % of the price.

What: CIF and CIP ask for the price plus 10 %, and a bank refuses an insurance document for less.

Why: the ten percent stand for the buyer's freight, duty and profit.

Bad: `insurance: {cover: ICC (A), percent: 100 %}`
Good: `insurance: {cover: ICC (A), percent: 110 %}`

Source: Incoterms® 2020, CIF A5 and CIP A5; UCP 600 Article 28(f)(ii).
"""

from __future__ import annotations

from collections.abc import Iterator

from tradedocs.contract.case import DealCase, told
from tradedocs.model.dealfinding import DealFinding
from tradedocs.registers import incoterm
from tradedocs.ui import say

ID = "T22"
SUPPRESSIBLE = False
EXPORT = True


def judge(case: DealCase) -> Iterator[DealFinding]:
    """An error with both amounts."""
    insurance, rule, total = case.deal.insurance, incoterm(case.deal.delivery.incoterm), case.deal.total
    if insurance is None or rule.insurance is None or insurance.percent >= rule.insurance.percent:
        return
    given, least = (
        total.model_copy(update={"amount": total.amount * percent / 100})
        for percent in (insurance.percent, rule.insurance.percent)
    )
    yield told(
        ID,
        "error",
        say(
            "{total} × {percent} % = {given}; {rule} asks for {least_percent} %, {least}",
            total=total,
            percent=insurance.percent,
            given=given,
            rule=rule.code,
            least_percent=rule.insurance.percent,
            least=least,
        ),
        say("Insure for at least {percent} %.", percent=rule.insurance.percent),
        ("insurance", "percent"),
    )
