"""Goodwill: an amount that nobody owes, within the range that the house sets for the grade."""

from __future__ import annotations

from collections.abc import Iterator

from tradedocs.claims.remedies.case import RemedyCase
from tradedocs.claims.remedies.goods import concerned
from tradedocs.claims.remedies.making import Draft, paid_note
from tradedocs.model.settling import Remedy
from tradedocs.words.values import percent


def offered(case: RemedyCase) -> Iterator[Remedy]:
    """The discount at the percentage that the user names; without one, both ends of the house's range."""
    span = case.policy.goodwill.get(case.grade)
    if span is None and case.goodwill is None:
        return
    draft = Draft(case, "goodwill", ("compensation.credit-note",), owed=False)
    draft.note(
        "No clause grants it and nothing is admitted by it: say so in the offer.",
        "任何条款均未规定该折让，提出折让不构成承认责任：应在要约中写明。",
    )
    if span is not None:
        draft.note(
            f"The house's range for this grade is {percent(span.least)} to {percent(span.most)}.",
            f"本公司就该等级的幅度为{percent(span.least)}至{percent(span.most)}。",
        )
    price = concerned(draft)
    if price is None:
        yield draft.made(None, None)
        return
    wanted = (case.goodwill,) if case.goodwill is not None else (span.least, span.most) if span else ()
    amounts = [
        draft.working.step(
            f"Goodwill: {price.amount:,} × {percent(share)}", f"善意折让：{price.amount:,} × {percent(share)}",
            price.amount * share / 100,
        )
        for share in wanted
    ]  # fmt: skip
    amounts = [draft.limited(one, refund=True) for one in amounts]
    paid_note(draft)
    if len(amounts) == 1:
        yield draft.made(amounts[0], amounts[0])
        return
    draft.needs("--goodwill")
    yield draft.made(None, None, low=amounts[0], high=amounts[-1])
