"""Offset: the amount of another remedy, credited against the next order; what is not used up is paid in money."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal

from tradedocs.claims.remedies.case import RemedyCase
from tradedocs.claims.remedies.making import Draft
from tradedocs.model.amount import Money
from tradedocs.model.claim import NextOrder
from tradedocs.model.settling import Remedy
from tradedocs.words.values import day, percent

PAYS = ("price-reduction", "price-scale", "defect-refund", "goodwill", "make-up-shortage", "refund")
"""The remedies that give an amount of money."""


def paying(case: RemedyCase, remedy: Remedy) -> Remedy | None:
    """The same amount by a credit note on the next order; None where none is planned or no clause provides for it.

    It pays an amount and adds nothing to it.
    """
    terms, order = case.granted.offsetting, case.complaint.next_order
    if terms is None or order is None or remedy.kind not in PAYS or remedy.barred is not None:
        return None
    if remedy.gain is None and remedy.high is None:
        return None
    draft = Draft(case, "offset", ("compensation.offset", "compensation.credit-note"), owed=False)
    _terms(draft, remedy, order)
    gain = None if remedy.gain is None else _used(draft, remedy.gain, order, remedy)
    if remedy.gain is None:
        draft.needs(*remedy.unknown)
    due = None if terms.order_days is None else case.today + timedelta(days=terms.order_days)
    return draft.made(
        gain, remedy.cost if gain is not None else None, low=remedy.low, high=remedy.high, due=due,
        key=f"offset-{remedy.key}",
    ).model_copy(update={"capped": remedy.capped, "authority": remedy.authority})  # fmt: skip


def _terms(draft: Draft, remedy: Remedy, order: NextOrder) -> None:
    terms = draft.case.granted.offsetting
    assert terms is not None
    title = remedy.title
    draft.note(f"It pays: {title.en}. It adds nothing to it.", f"用于支付：{title.zh}。不另行增加金额。")
    who = {
        "agreed": ("Both sides must agree to it in writing.", "须双方书面约定。"),
        "buyer": ("The buyer chooses between money and the credit.", "由买方选择支付或抵扣。"),
        "any-invoice": ("The buyer may deduct it from any open invoice.", "买方可从任何未付发票中扣除。"),
    }
    if terms.who is not None:
        draft.note(*who[terms.who])
    if terms.order_days is not None and terms.pay_days is not None:
        draft.note(
            f"Without an order within {terms.order_days} days after the credit note, or as far as it is not used up, "
            f"it is paid in money within {terms.pay_days} days after the buyer asks.",
            f"贷项通知单开具后{terms.order_days}日内没有订单或未用完的，卖方在买方提出要求后{terms.pay_days}日内以货币支付。",
        )
    draft.note(
        "The next invoice states the full price; the credit is a part payment of it.",
        "下一订单的发票载明全额价款；贷项列示为已付的部分价款。",
    )
    if order.due is not None:
        draft.note(
            f"The next order is planned for {day(order.due, 'en')}.",
            f"下一订单计划于{day(order.due, 'zh')}。",
        )


def _used(draft: Draft, amount: Money, order: NextOrder, remedy: Remedy) -> Money:
    work, case = draft.working, draft.case
    work.given(f"Amount of the remedy: {remedy.title.en}", f"补救金额：{remedy.title.zh}", amount)
    if order.value.currency != amount.currency:
        draft.needs(f"{order.value.currency} → {amount.currency}")
        return amount
    room = work.step(
        f"The next order takes at most {percent(case.per_order)} of {order.value.amount:,}",
        f"下一订单最多抵扣{order.value.amount:,}的{percent(case.per_order)}",
        order.value.amount * case.per_order / Decimal(100),
    )
    used = work.step("Credited on the next order", "在下一订单中抵扣", min(amount.amount, room.amount))
    rest = work.step(
        "Left for a later order, or paid in money",
        "余额，用于以后订单或以货币支付",
        amount.amount - used.amount,
    )
    return work.total("Credit and balance", "抵扣与余额合计", (used, rest))
