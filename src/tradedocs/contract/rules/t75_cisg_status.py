"""Whether the CISG governs, and why.

What: the line for the memo: the two places of business and their status, the law chosen, and what the deal says
(`law.cisg`). A country that the register does not know is said to be unknown, never not to be a party.

Why: the Convention applies by itself between two contracting States, and by the choice of a contracting State's law.

Bad: nobody noticed that the buyer's country is no contracting State.
Good: `law: {governing: Singapore, cisg: applies}` with the line in the memo.

Source: CISG Articles 1, 6 and 95; register of States.
"""

from __future__ import annotations

from collections.abc import Iterator

from tradedocs.contract.case import DealCase, told
from tradedocs.model.dealfinding import DealFinding
from tradedocs.model.shapes import Country
from tradedocs.registers import State, state
from tradedocs.ui import say

ID = "T75"
SUPPRESSIBLE = True
EXPORT = True

_STATUS = {"yes": "in force", "no": "not in force", "disputed": "disputed", "unknown": "not known here"}


def judge(case: DealCase) -> Iterator[DealFinding]:
    """An info in every sale between two countries."""
    deal = case.deal
    if deal.seller.country == deal.buyer.country:
        return
    yield told(
        ID, "info",
        say("CISG: seller in {seller}, buyer in {buyer}, law of {law}; {why}; the contract says that it {says}",
            seller=_place(deal.seller.country), buyer=_place(deal.buyer.country),
            law=_law(case.law, deal.law.governing.en), why=_why(case),
            says=say("applies") if deal.law.cisg == "applies" else say("is excluded")),
        say("Legal confirms the status of both countries before signing."),
        ("law", "cisg"), ("seller", "country"), ("buyer", "country"),
    )  # fmt: skip


def _place(code: Country) -> str:
    known = state(code)
    return f"{code} ({say(_STATUS[known.cisg if known is not None else 'unknown'])})"


def _law(law: State | None, words: str) -> str:
    return (
        f"{law.code} ({say(_STATUS[law.cisg])})"
        if law is not None
        else f"{words!r} ({say(_STATUS['unknown'])})"
    )


def _why(case: DealCase) -> str:
    both = [state(party.country) for party in (case.deal.seller, case.deal.buyer)]
    if all(one is not None and one.cisg == "yes" for one in both):
        return say("it applies by itself (Article 1(1)(a))")
    if case.law is not None and case.law.cisg == "yes":
        if case.law.article_95:
            return say("the law chosen is of a State that is not bound by Article 1(1)(b)")
        return say("it can apply by the law chosen (Article 1(1)(b))")
    return say("it is not seen to apply by itself")
