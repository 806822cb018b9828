"""Adding remedies up: only those for different losses, and never above the limit of liability."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from itertools import product

from tradedocs.claims.remedies.case import RemedyCase
from tradedocs.claims.remedies.making import LOSSES, limit
from tradedocs.model.amount import Money
from tradedocs.model.settling import Remedy
from tradedocs.ui import say

STATUTE_LOSSES = {
    "cisg-74": "further", "prc-583": "further", "cisg-75": "difference", "prc-585": "delay",
    "cisg-46-1": "performance", "prc-577": "performance", "cisg-48": "cure", "cisg-52": "excess", "prc-578": "due",
}  # fmt: skip
"""What a remedy of the law makes good where that is not the loss of its kind. Damages stand beside a remedy for the
value of the goods with the loss that is left only."""
_REFUNDS = frozenset(
    {"price-reduction", "price-scale", "defect-refund", "goodwill", "make-up-shortage", "refund", "offset"}
)
_FREE = frozenset({"replenishment", "repair", "repudiation"})


class DoubleRecovery(ValueError):
    """Two remedies for the same loss were to be added."""


def loss_of(remedy: Remedy) -> str:
    """Which loss it makes good."""
    return STATUTE_LOSSES.get(remedy.key, LOSSES[remedy.kind])


def together(chosen: Iterable[Remedy], case: RemedyCase) -> Money:
    """What several remedies bring the buyer in all, within the limit of liability.

    Raises:
        DoubleRecovery: two of them make good the same loss.
    """
    chosen = tuple(chosen)
    losses = [loss_of(one) for one in chosen]
    for one in chosen:
        if losses.count(loss_of(one)) > 1:
            raise DoubleRecovery(say("{key} and another remedy make good the same loss", key=one.key))
    counted = _sum(one for one in chosen if _counts(one, case))
    room = limit(case, refund=False)
    if room is not None:
        counted = min(counted, room.amount)
    free = _sum(one for one in chosen if not _counts(one, case))
    return Money(amount=counted + free, currency=case.granted.currency).rounded()


def exposure(remedies: Iterable[Remedy], case: RemedyCase) -> tuple[Money, tuple[str, ...]]:
    """The most that the buyer could have in all, and the remedies that it is made of: one for each loss.

    Every choice is tried, for what does not count towards the limit leaves room under it for what does.
    """
    by_loss: dict[str, list[Remedy]] = {}
    for one in remedies:
        if one.gain is not None and one.gain.amount > 0 and one.barred is None:
            by_loss.setdefault(loss_of(one), []).append(one)
    best = max(product(*by_loss.values()), key=lambda chosen: together(chosen, case).amount)
    return together(best, case), tuple(one.key for one in best)


def _counts(one: Remedy, case: RemedyCase) -> bool:
    """Whether it uses up the limit of liability."""
    cap = case.granted.cap
    if cap is None or one.kind in _FREE:
        return False
    return cap.refunds_count or one.kind not in _REFUNDS or loss_of(one) == "further"


def _sum(remedies: Iterable[Remedy]) -> Decimal:
    return sum((one.gain.amount for one in remedies if one.gain is not None), Decimal(0))
