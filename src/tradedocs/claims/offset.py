"""The offset agreement: a credit against the next orders, at most a share of each, with an end and money after it.

Source: PRC Civil Code, articles 568 and 569 (set-off by agreement).
"""

from __future__ import annotations

from collections.abc import Iterator

from tradedocs.claims.agreement import signature
from tradedocs.claims.applying import applied, capped
from tradedocs.claims.matter import Matter, amount_words, facts
from tradedocs.errors import UsageError
from tradedocs.model.amount import Money
from tradedocs.model.annex import Texts
from tradedocs.model.paper import Paper, PaperSection, PaperTable
from tradedocs.model.settling import Settlement
from tradedocs.ui import say
from tradedocs.words.bilingual import Pair, both, column
from tradedocs.words.values import day, figure, money, percent

Order = tuple[str, Money]
"""An order that is planned: its number or what it is called, and its price."""
_RULES: tuple[Pair, ...] = (
    ("The invoice of each order states the full price; the credit is shown as part payment of that price. The "
     "customs value "
     "is the full price.",
     "各订单的发票应载明全额价款，贷项列示为已付的部分价款。海关价值为全额价款。"),
    ("The credit is used for orders in the order in which they are invoiced. It is used only between the "
     "Seller and the "
     "Buyer, and is not lost when the Contract ends.",
     "贷项按订单开票的先后顺序使用，仅可在卖方与买方之间使用，且不因合同终止而丧失。"),
    ("If insolvency proceedings are opened over one side, what is left is due in money at once, as far as the "
     "law that "
     "governs them allows this.",
     "一方进入破产程序的，在该程序适用法律允许的范围内，余额立即以货币支付。"),
)  # fmt: skip


def offset_agreement(matter: Matter, settlement: Settlement, orders: tuple[Order, ...]) -> Paper:
    """The agreement on how the credit of a settlement is used up, ready to be signed.

    Raises:
        UsageError: an order is in another currency than the credit.
        MissingFact: the contract has no text in a language that is asked for.
    """
    assert settlement.amount is not None
    assert settlement.offset is not None
    sections = (
        PaperSection(
            title=matter.both("1. The credit", "一、贷项"),
            facts=((matter.both("Amount", "金额"), amount_words(matter, settlement.amount)),),
            notes=(matter.both(
                "It comes from the settlement agreement of the same day on the claim named above.",
                "来源于双方就上述索赔同日签订的和解协议。",
            ),),
        ),
        PaperSection(
            title=matter.both("2. How it is used", "二、使用方式"),
            tables=(_schedule(matter, settlement, orders),) if orders else (),
            notes=tuple(_used(matter, settlement, planned=bool(orders))),
        ),
        PaperSection(
            title=matter.both("3. Rules", "三、规则"), notes=tuple(both(pair, matter.languages) for pair in _RULES),
            signatures=(signature(matter, "seller"), signature(matter, "buyer")),
        ),
    )  # fmt: skip
    return Paper(
        kind="offset-agreement", contract_no=matter.deal.contract_no, languages=matter.languages, mark=matter.mark,
        title=matter.both("OFFSET AGREEMENT", "抵扣协议"), facts=tuple(facts(matter)), sections=sections,
    )  # fmt: skip


def _schedule(matter: Matter, settlement: Settlement, orders: tuple[Order, ...]) -> PaperTable:
    assert settlement.amount is not None
    assert settlement.offset is not None
    code, cap = settlement.amount.currency, settlement.offset.cap_percent
    try:
        taken, _ = applied(settlement.amount, [price for _, price in orders], cap)
    except ValueError as error:
        raise UsageError(
            say("an order is in {theirs}, the credit in {ours}", theirs=error, ours=code),
            way_out=say("A credit is set off in its own currency only."),
        ) from error
    languages = matter.languages
    columns = (
        column(("Order", "订单"), 28, languages),
        column((f"Price, {code}", f"价款，{code}"), 18, languages, number=True),
        column((f"At most, {code}", f"抵扣上限，{code}"), 18, languages, number=True),
        column((f"Credit used, {code}", f"抵扣金额，{code}"), 18, languages, number=True),
        column((f"Left, {code}", f"余额，{code}"), 18, languages, number=True),
    )
    left, rows = settlement.amount.amount, []
    for (name, price), used in zip(orders, taken, strict=True):
        left -= used.amount
        rest = Money(amount=left, currency=code)
        rows.append(
            ((name,), (figure(price),), (figure(capped(price, cap)),), (figure(used),), (figure(rest),))
        )
    return PaperTable(columns=columns, rows=tuple(rows), together=True)


def _used(matter: Matter, settlement: Settlement, *, planned: bool) -> Iterator[Texts]:
    assert settlement.amount is not None
    assert settlement.offset is not None
    offset = settlement.offset
    cap, last = percent(offset.cap_percent), offset.expires
    names = ", ".join(offset.orders)
    if not planned:
        yield matter.both(
            f"The credit is set off against {names or 'the next orders of the Buyer with the Seller'}.",
            f"贷项抵扣{names or '买方向卖方下达的后续订单'}的价款。",
        )
    else:
        yield matter.both(
            "The table goes by the prices that are planned now. If a price changes, the share and the order of "
            "use stay.",
            "上表按目前计划的价款计算。价款变动的，比例和使用顺序不变。",
        )
    yield matter.both(
        f"At most {cap} of the price of each order is paid with it, and in all never more than "
        f"{money(settlement.amount)}.",
        f"每一订单最多以其价款的{cap}使用本贷项，总额不超过{money(settlement.amount)}。",
    )
    yield matter.both(
        f"It can be used for orders that are placed by {day(last, 'en')}. What is not used by then is paid in "
        "money within "
        f"{offset.cash_days} days after the Buyer's request.",
        f"本贷项可用于{day(last, 'zh')}前下达的订单。届时未用完的余额，卖方应在买方提出要求后"
        f"{offset.cash_days}日内以货币支付。",
    )  # fmt: skip
