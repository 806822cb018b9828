"""A way of paying: the amount of another remedy as a credit against the next order, where one is planned."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import timedelta

from tradedocs.claims.remedies.case import RemedyCase
from tradedocs.model.settling import Remedy, RemedyKind
from tradedocs.model.shapes import LocalText

OFFSET, NOTE = "compensation.offset", "compensation.credit-note"
_PAYS: tuple[RemedyKind, ...] = (
    "price-reduction",
    "price-scale",
    "defect-refund",
    "make-up-shortage",
    "goodwill",
)
_TITLE = LocalText(en="Credit against the next order", zh="抵扣下一订单货款")


def grant(case: RemedyCase, found: Sequence[Remedy]) -> Iterator[Remedy]:
    """One for each amount that could be credited; never more than the order is worth."""
    order = case.complaint.next_order
    if order is None:
        return
    days, pay = case.terms.days(OFFSET, "order_days", 90), case.terms.days(OFFSET, "pay_days", 15)
    notes = (
        LocalText(
            en="The next invoice states the full price; the credit is a part payment of it",
            zh="下一订单发票载明全价，贷项作为部分付款",
        ),
        LocalText(
            en=f"Unused after {days} days, the rest is paid in money within {pay} days after the buyer's request",
            zh=f"{days}日后未用尽的，应买方要求在{pay}日内以现金支付",
        ),
    )
    for one in found:
        if one.kind not in _PAYS or one.gain is None or one.barred is not None:
            continue
        over = one.gain.amount > order.value.amount
        more = (
            (
                LocalText(
                    en=f"More than the order is worth ({order.value}): the rest is paid in money",
                    zh=f"超过订单金额（{order.value}）的部分以现金支付",
                ),
            )
            if over
            else ()
        )
        yield case.remedy(
            "offset",
            LocalText(en=f"{_TITLE.en}: {one.title.en}", zh=f"{_TITLE.zh}：{one.title.zh}"),
            (OFFSET, NOTE, *one.clauses),
            key=f"offset-{one.key}",
            gain=one.gain,
            cost=one.cost,
            low=one.low,
            high=one.high,
            capped=one.capped,
            steps=one.steps,
            notes=(*notes, *more),
            authority=one.authority,
            due=case.today + timedelta(days=days or 0),
            excludes=tuple(dict.fromkeys((one.key, *one.excludes))),
        )
