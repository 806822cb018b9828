"""The credit does not cover the price with its tolerance.

What: field 32B is held against the part of the price that is paid by credit; field 39A against the tolerance of the
goods lines. With no 39A the amount may not be exceeded at all, even where UCP 600 article 30(b) lets the quantity
vary.

Why: what is shipped beyond the amount is not paid by the bank.

Bad: contract USD 105,200 ± 5 %, `:32B:USD100000,00`, or no field 39A
Good: `:32B:USD105200,00` and `:39A:05/05`

Source: UCP 600 Articles 18(b) and 30.
"""

from __future__ import annotations

from collections.abc import Iterator

from tradedocs.credit.case import CreditCase, told
from tradedocs.model.amount import Money
from tradedocs.model.credit import CreditFinding
from tradedocs.ui import say

ID = "L05"
_SOURCE = "UCP 600 Articles 18(b), 30"


def judge(case: CreditCase) -> Iterator[CreditFinding]:
    """Discrepancies for currency, amount and tolerance; a note where the credit gives more."""
    field, amount, owed = case.credit.field("32B"), case.credit.amount, case.deal.credit_amount
    if field is None or amount is None:
        return
    amend = (f"Field 32B to read: {_swift(owed)}.", f"32B栏改为：{_swift(owed)}。")
    if amount.currency != owed.currency:
        yield told(
            ID,
            "discrepancy",
            field,
            say(
                "the credit is in {credit}, the contract in {contract}",
                credit=amount.currency,
                contract=owed.currency,
            ),
            contract=str(owed),
            key="currency",
            consequence=say("Invoices in the contract's currency are refused."),
            amend=amend,
            source=_SOURCE,
        )
    elif amount.amount < owed.amount:
        short = Money(amount=owed.amount - amount.amount, currency=owed.currency)
        yield told(
            ID,
            "discrepancy",
            field,
            say("the credit is {short} short of the price", short=short),
            contract=str(owed),
            key="payment",
            consequence=say("The bank pays no more than its amount."),
            amend=amend,
            source=_SOURCE,
        )
    elif amount.amount > owed.amount:
        yield told(
            ID,
            "note",
            field,
            say(
                "the credit is {more} above the price",
                more=Money(amount=amount.amount - owed.amount, currency=owed.currency),
            ),
            contract=str(owed),
            key="payment",
            consequence=say("Draw only what the contract gives."),
            source=_SOURCE,
        )
    yield from _tolerance(case)


def _tolerance(case: CreditCase) -> Iterator[CreditFinding]:
    agreed = case.deal.letter_of_credit
    asked = max(line.tolerance for line in case.deal.goods)
    if agreed is not None and agreed.tolerance is not None:
        asked = agreed.tolerance
    more, less = case.credit.more or 0, case.credit.less or 0
    field = case.credit.field("39A")
    if field is not None and case.credit.more is None:
        return
    if more >= asked and less >= asked:
        return
    percent = f"{asked.normalize():f}"
    code = f"{int(asked):02d}/{int(asked):02d}" if asked == int(asked) else f"{percent}/{percent}"
    yield told(
        ID,
        "discrepancy",
        field or "39A",
        say("the credit allows +{more} % and -{less} % of amount and quantity", more=more, less=less)
        if field
        else say("the credit allows no tolerance of its amount (field 39A is missing)"),
        contract=f"± {percent} %",
        key="goods",
        consequence=say(
            "Within the contract's tolerance and beyond the credit's, goods are not paid, or refused as short."
        ),
        amend=(
            f"Add field 39A: {code} (more or less, of quantity and amount).",
            f"增加39A栏：{code}（数量和金额均可增减）。",
        )
        if field is None
        else (f"Field 39A to read: {code}.", f"39A栏改为：{code}。"),
        source=_SOURCE,
    )


def _swift(money: Money) -> str:
    return f"{money.currency}{money.rounded().amount:f}".replace(".", ",")
