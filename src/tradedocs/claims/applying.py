"""How a credit is used up against orders: at most a share of each, never more than the credit."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import ROUND_DOWN, Decimal

from tradedocs.model.amount import MINOR_UNITS, Money


def capped(order: Money, percent: Decimal) -> Money:
    """That share of an order, rounded down to the minor unit, so that the cap is never passed by a rounding."""
    step = Decimal(1).scaleb(-MINOR_UNITS[order.currency])
    return Money(amount=(order.amount * percent / 100).quantize(step, ROUND_DOWN), currency=order.currency)


def applied(credit: Money, orders: Sequence[Money], percent: Decimal) -> tuple[tuple[Money, ...], Money]:
    """What of the credit each order takes, in their order, and what is left. Both together are the credit.

    Raises:
        ValueError: an order is in another currency.
    """
    rest, out = credit.rounded().amount, []
    for order in orders:
        if order.currency != credit.currency:
            raise ValueError(order.currency)
        taken = min(rest, capped(order, percent).amount)
        rest -= taken
        out.append(Money(amount=taken, currency=credit.currency))
    return tuple(out), Money(amount=rest, currency=credit.currency)
