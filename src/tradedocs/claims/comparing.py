"""Each way of settling beside the others and beside doing nothing: money, and the worth that the user gave."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal

from tradedocs.claims.remedies.case import RemedyCase
from tradedocs.model.amount import Money
from tradedocs.model.claimoptions import Compared
from tradedocs.model.settling import Remedy
from tradedocs.model.shapes import LocalText

NOTHING = LocalText(en="Doing nothing", zh="不作处理")


def compared(case: RemedyCase, remedies: Iterable[Remedy]) -> tuple[Compared, ...]:
    """One row for each remedy, then one for doing nothing. What nobody gave stays empty."""
    return (*_rows(case, remedies), _nothing(case))


def _rows(case: RemedyCase, remedies: Iterable[Remedy]) -> Iterator[Compared]:
    seller = case.granted.our_side == "seller"
    for one in remedies:
        worth = _worth(case, one.kind)
        amount = one.cost if seller else one.gain
        yield Compared(
            key=one.key, title=one.title, money=amount, worth=worth, net=_net(amount, worth, seller=seller),
            barred=one.barred is not None,
        )  # fmt: skip


def _nothing(case: RemedyCase) -> Compared:
    """Nothing is paid; what it costs in the end is only what the user says."""
    paid = Money(amount=Decimal(0), currency=case.granted.currency).rounded()
    worth = _worth(case, "nothing")
    return Compared(key="nothing", title=NOTHING, money=paid, worth=worth, net=_net(paid, worth, seller=True))


def _worth(case: RemedyCase, kind: str) -> Money | None:
    given = {str(key): value for key, value in case.complaint.costs.relationship.items()}.get(kind)
    return given if given is not None and given.currency == case.granted.currency else None


def _net(amount: Money | None, worth: Money | None, *, seller: bool) -> Money | None:
    if amount is None or worth is None:
        return None
    return Money(
        amount=worth.amount + (-amount.amount if seller else amount.amount), currency=amount.currency
    )
