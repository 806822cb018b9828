"""The costs beside a remedy: sorting, survey, storage and handling, as far as the contract puts them on the seller."""

from __future__ import annotations

from collections.abc import Iterator

from tradedocs.claims.remedies.case import RemedyCase
from tradedocs.claims.remedies.making import Draft
from tradedocs.model.amount import Money
from tradedocs.model.settling import Remedy
from tradedocs.words.values import money, number

_PROVEN = (
    ("survey", "Survey, as proven", "复验费用，凭证明"),
    ("storage", "Storage, as proven", "仓储费用，凭证明"),
)


def offered(case: RemedyCase) -> Iterator[Remedy]:
    """These costs stand beside every remedy for the value of the goods, and are added to it."""
    grades = case.granted.grades
    if grades is None or case.grade in ("perception", "misuse"):
        return
    draft = Draft(case, "sorting", ("compensation.remedies",))
    if grades.costs == "agreed":
        draft.note(
            "Sorting and storage are owed where the seller agreed to them in advance; it does not refuse without good "
            "reason. Survey costs are owed as proven.",
            "挑选和仓储费用须经卖方事先同意，卖方无正当理由不得拒绝；复验费用凭证明承担。",
        )
    draft.note(
        "It comes in addition to one remedy for the value of the goods.",
        "该费用在针对货物价值的一项补救措施之外另行计算。",
    )
    parts = [_hours(draft)]
    for name, en, zh in _PROVEN:
        found = draft.cost(name)
        parts.append(None if found is None else draft.working.given(en, zh, found))
    known = [one for one in parts if one is not None]
    if not known:
        yield draft.made(None, None)
        return
    amount = draft.working.total("Costs in all", "费用合计", known)
    amount = draft.limited(amount, refund=False)
    yield draft.made(amount, amount)


def _hours(draft: Draft) -> Money | None:
    hours, rate = draft.case.complaint.costs.sorting_hours, draft.cost("sorting_rate")
    if hours is None:
        draft.needs("costs.sorting_hours")
    if hours is None or rate is None:
        return None
    return draft.working.step(
        f"Sorting: {number(hours)} hours × {money(rate)}", f"挑选：{number(hours)}小时 × {money(rate)}",
        hours * rate.amount,
    )  # fmt: skip
