"""Price reduction: the price falls in the proportion of the values at the time of delivery (CISG article 50)."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from tradedocs.claims.remedies.case import RemedyCase
from tradedocs.claims.remedies.goods import concerned
from tradedocs.claims.remedies.making import Draft, paid_note
from tradedocs.model.settling import Remedy
from tradedocs.words.values import percent, quantity

_FULL = 100


def offered(case: RemedyCase) -> Iterator[Remedy]:
    """The reduction that the article on minor deviations grants."""
    minor = case.granted.minor
    if minor is None or case.grade == "shortage":
        return
    draft = Draft(case, "price-reduction", ("compensation.minor-deviations", "compensation.remedies"))
    price, ratio = concerned(draft), case.complaint.value_ratio
    _conditions(draft)
    if price is None or ratio is None:
        if ratio is None:
            draft.needs("value_ratio")
        yield draft.made(None, None)
        return
    lost = max(_FULL - ratio, Decimal(0))
    amount = draft.working.step(
        f"Reduction: {price.amount:,} × (100% − {percent(ratio)}) for what the goods were worth at delivery",
        f"减价：{price.amount:,} ×（100% − {percent(ratio)}），按交付时的价值",
        price.amount * lost / _FULL,
    )
    if lost > minor.cap:
        draft.bar(
            f"The value is lowered by {percent(lost)}; Article {minor.article} settles by a discount up to "
            f"{percent(minor.cap)}. Beyond that another grade applies; the seller may still offer it.",
            f"价值减损{percent(lost)}；第{minor.article}条仅就不超过{percent(minor.cap)}的减损以折让解决。"
            "超过的适用其他等级；卖方仍可自愿提出。",
        )
    if minor.handling:
        handling = draft.cost("handling")
        if handling is not None:
            draft.working.given("Proven cost of handling", "有证明的处理费用", handling)
            amount = draft.working.total("Reduction and handling", "减价与处理费用", (amount, handling))
    amount = draft.limited(amount, refund=True)
    paid_note(draft)
    yield draft.made(amount, amount)


def _conditions(draft: Draft) -> None:
    """Safe, lawful to sell and fit for the usual use: only then is a deviation minor."""
    case = draft.case
    if case.unsafe:
        draft.bar("Goods that are unsafe are no minor deviation.", "不安全的货物不构成轻微偏差。")
    elif case.complaint.usable == "no":
        draft.bar(
            "Goods that are not fit for their usual use are no minor deviation.",
            "不适合通常用途的货物不构成轻微偏差。",
        )
    elif case.complaint.usable == "unknown":
        draft.needs("usable")
    draft.note(
        f"Counted on {quantity(case.complaint.affected, 'en')}; the values are those at the time of delivery, not the "
        "loss on a resale.",
        f"以{quantity(case.complaint.affected, 'zh')}计；价值以交付时为准，不以转售损失为准。",
    )
