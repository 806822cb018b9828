"""Refund of the price of goods that are rejected, or that cannot be replaced in time."""

from __future__ import annotations

from collections.abc import Iterator

from tradedocs.claims.remedies.case import RemedyCase
from tradedocs.claims.remedies.goods import concerned
from tradedocs.claims.remedies.making import Draft
from tradedocs.claims.remedies.returning import with_return
from tradedocs.model.settling import Remedy
from tradedocs.words.values import percent

_FULL = 100


def offered(case: RemedyCase) -> Iterator[Remedy]:
    """What the articles on remedies and on batch defects grant."""
    grades, terms = case.granted.grades, case.granted.replenishing
    if (grades is None and terms is None) or case.grade in ("shortage", "perception", "misuse"):
        return
    draft = Draft(
        case, "refund", ("compensation.remedies", "compensation.replenishment", "compensation.returned-goods")
    )
    _conditions(draft)
    price = concerned(draft)
    if price is None:
        yield draft.made(None, None)
        return
    amount = price
    if case.complaint.paid < _FULL:
        paid = case.complaint.paid
        amount = draft.working.step(
            f"Paid so far, and so to be paid back: {price.amount:,} × {percent(paid)}; the rest is no longer due",
            f"已付并应退还部分：{price.amount:,} × {percent(paid)}；其余不再应付",
            price.amount * paid / _FULL,
        )
    amount = draft.limited(amount, refund=True)
    yield draft.made(amount, with_return(draft, amount))


def _conditions(draft: Draft) -> None:
    case, grades, terms = draft.case, draft.case.granted.grades, draft.case.granted.replenishing
    if case.unsafe and grades is not None:
        draft.note(
            f"Unsafe goods may be rejected (Article {grades.article}); they are destroyed, with proof.",
            f"不安全的货物可以拒收（第{grades.article}条）；应予销毁并提供证明。",
        )
    elif grades is not None and grades.unfit and case.complaint.usable == "no":
        draft.note(
            f"Goods that cannot be put to their usual use may be rejected (Article {grades.article}).",
            f"无法用于通常用途的货物可以拒收（第{grades.article}条）。",
        )
    elif case.grade == "batch" and terms is not None and terms.buyer_chooses:
        draft.note(
            f"The buyer may choose it instead of replenishment (Article {terms.article}).",
            f"买方可选择以此代替补货（第{terms.article}条）。",
        )
    elif case.grade == "batch" and terms is not None:
        draft.bar(
            f"Article {terms.article} puts replenishment first; a refund follows where it is impossible, late or comes "
            "too late for the buyer.",
            f"第{terms.article}条规定首先补货；无法补货、未按期补货或对买方为时已晚的，才退款。",
        )
    else:
        draft.bar(
            "The contract grants it for goods that may be rejected, and this is not shown; the seller may still offer "
            "it.",
            "合同仅就可以拒收的货物规定退还价款，现有事实未显示可以拒收；卖方仍可自愿提出。",
        )
