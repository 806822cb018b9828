"""What a settlement promises: each thing with its day, so that the claim can be held against it.

The days are those that this contract fills in; where it has no such article, those of its settlement period.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal
from typing import Literal

from tradedocs.claims.bargaining import IN_GOODS
from tradedocs.claims.matter import Matter
from tradedocs.errors import UsageError
from tradedocs.model.amount import Money
from tradedocs.model.party import Side
from tradedocs.model.settling import Move, Offset, Promise
from tradedocs.model.shapes import LocalText
from tradedocs.ui import say
from tradedocs.words.values import money, quantity

Way = Literal["payment", "credit-note", "offset", "replacement", "none"]


def way_of(move: Move, asked: Way | None) -> Way:
    """How the settlement is paid: as the move says, as was asked, else by its remedy.

    Raises:
        UsageError: it was accepted in another way than is asked for, or the way does not fit what is given.
    """
    if move.remedy in IN_GOODS and move.quantity is not None:
        by_itself: Way = "replacement"
    elif move.amount is None:
        by_itself = "none"
    else:
        by_itself = "offset" if move.remedy == "offset" else "credit-note"
    agreed = move.paid_by
    if agreed is not None and asked is not None and agreed != asked:
        raise UsageError(
            say(
                "move {n} was accepted as {agreed}, not as {asked}", n=move.number, agreed=agreed, asked=asked
            ),
            way_out=say("Settle it so, or negotiate again."),
        )
    way = asked or agreed or by_itself
    if (way in ("replacement", "none")) != (by_itself in ("replacement", "none")):
        raise UsageError(
            say("{way} does not fit what move {n} gives", way=way, n=move.number),
            way_out=say("Goods are replaced; an amount is paid, credited or set off."),
        )
    return by_itself if way in ("replacement", "none") else way


def agreed_offset(
    matter: Matter, agreed: date, *, orders: tuple[str, ...], cap: Decimal, expires: date | None
) -> Offset:
    """How the credit is used up. Expiry and cash days are those of the contract, where it has the article.

    Raises:
        UsageError: nothing says when it expires, it would expire before it is agreed, or the cap is no share.
    """
    days = matter.days_of("compensation.offset", "order_days")
    last = expires or (agreed + timedelta(days=days) if days is not None else None)
    if last is None:
        raise UsageError(
            say("nothing says until when the credit can be used"), way_out=say("Give --expires DATE.")
        )
    if last <= agreed:
        raise UsageError(say("the credit would expire on {day}, when it is agreed", day=last))
    if not 0 < cap <= 100:
        raise UsageError(say("{cap} % is no share of an order", cap=cap), way_out=say("Give more than 0 %, at "
                                                                                      "most 100 %."))  # fmt: skip
    cash = matter.days_of("compensation.offset", "pay_days") or matter.deal.remedies.settle_days
    return Offset(orders=orders, cap_percent=cap, expires=last, cash_days=cash)


def promises(
    matter: Matter, move: Move, way: Way, offset: Offset | None, agreed: date
) -> tuple[Promise, ...]:
    """Every promise, by key. The amounts of those that move money or goods add up to what was agreed.

    Raises:
        UsageError: the goods are in a unit of another kind than their price.
    """
    return tuple(_promises(matter, move, way, offset, agreed))


def _promises(matter: Matter, move: Move, way: Way, offset: Offset | None, agreed: date) -> Iterator[Promise]:
    yield _promise("signature", "Both sides sign the settlement agreement", "双方签署和解协议",
                   "buyer" if matter.record.contract.our_side == "seller" else "seller")  # fmt: skip
    settle = matter.deal.remedies.settle_days
    if move.amount is not None:
        issue = matter.days_of("compensation.credit-note", "issue_days") or settle
        yield _promise(
            "credit-note", f"The Seller issues a credit note for {money(move.amount)}",
            f"卖方开具金额为{money(move.amount)}的贷项通知单", "seller", agreed + timedelta(days=issue),
            move.amount if way == "credit-note" else None,
        )  # fmt: skip
        if way in ("payment", "replacement", "none"):
            yield _promise("payment", f"The Seller pays {money(move.amount)}", f"卖方支付{money(move.amount)}",
                           "seller", agreed + timedelta(days=settle), move.amount)  # fmt: skip
    if offset is not None and move.amount is not None:
        yield _promise(
            "offset", f"{money(move.amount)} is credited against the price of the next order, or what is left "
                      "is paid",
            f"{money(move.amount)}抵扣下一订单价款，未用完的余额以货币支付", "seller",
            offset.expires + timedelta(days=offset.cash_days), move.amount,
        )  # fmt: skip
    if way == "replacement":
        yield from _replacement(matter, move, agreed)
    if move.remedy in ("repair", "sorting"):
        yield _work(matter, move, agreed)
    if move.remedy in ("replenishment", "refund"):
        say_days = matter.days_of("compensation.returned-goods", "say_days") or settle
        yield _promise("disposal", "The Seller says whether the goods concerned are returned or disposed of, "
                                   "at its cost",
                       "卖方说明所涉货物退运还是处置，并承担费用", "seller",
                       agreed + timedelta(days=say_days))  # fmt: skip


def _replacement(matter: Matter, move: Move, agreed: date) -> Iterator[Promise]:
    assert move.quantity is not None
    due = agreed + timedelta(days=matter.deal.remedies.replenish_days)
    yield _promise("proforma", "The Seller issues the invoice for the replacement, with its true customs value",
                   "卖方开具载明真实海关价值的补货发票", "seller", due)  # fmt: skip
    yield _promise(
        "replacement", f"The Seller ships {quantity(move.quantity, 'en')} free of charge to the original destination",
        f"卖方免费将{quantity(move.quantity, 'zh')}货物发运至原目的地", "seller", due, customs_value(matter, move),
    )  # fmt: skip


def customs_value(matter: Matter, move: Move) -> Money:
    """The true value of the goods that are sent: their price under the contract.

    Raises:
        UsageError: it cannot be worked out, or would be nothing.
    """
    assert move.quantity is not None
    try:
        value = matter.worth(move.quantity)
    except ValueError as error:
        raise UsageError(
            say("{quantity} cannot be valued: {why}", quantity=move.quantity, why=error),
            way_out=say("Negotiate the quantity in the unit of the price."),
        ) from error
    if value.amount == 0:
        raise UsageError(
            say("the customs value of {quantity} would be zero", quantity=move.quantity),
            way_out=say("Goods are never declared without a value: correct the quantity."),
        )
    return value


def _work(matter: Matter, move: Move, agreed: date) -> Promise:
    concerned = move.quantity or matter.record.complaint.affected
    english, chinese = ("repairs", "修理") if move.remedy == "repair" else ("has sorted", "挑选")
    return _promise(
        str(move.remedy), f"The Seller {english} {quantity(concerned, 'en')} at its cost",
        f"卖方自费{chinese}{quantity(concerned, 'zh')}货物", "seller",
        agreed + timedelta(days=matter.deal.remedies.replenish_days),
    )  # fmt: skip


def _promise(
    key: str, english: str, chinese: str, by: Side, due: date | None = None, amount: Money | None = None
) -> Promise:
    return Promise(key=key, what=LocalText(en=english, zh=chinese), by=by, due=due, amount=amount)
