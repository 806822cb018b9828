"""Sampling plans as text for a person: the figures as a table, then in words what they mean for each class."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tradedocs.formats.columns import table
from tradedocs.sampling.curve import quality_accepted
from tradedocs.sampling.lots import LARGEST, LEVELS, SMALLEST_LOT, code_letter
from tradedocs.sampling.plans import Plan
from tradedocs.sampling.standards import Standard
from tradedocs.ui import say

_SELDOM = 0.1


def sampling_text(plans: Sequence[Plan], standard: Standard) -> str:
    """The plans of one lot; all have the same lot, level and state.

    Args:
        plans: one for each class of defects.
        standard: the one that they were taken from.
    """
    first = plans[0]
    head = say(
        "{standard}, single sampling, {state} inspection, level {level}, lot of {lot} items, code letter {letter}",
        standard=standard,
        state=first.state,
        level=first.level,
        lot=first.lot,
        letter=first.code_letter,
    )
    heading = (say("AQL"), say("letter"), say("sample"), say("accept up to"), say("reject from"))
    rows = [(plan.aql, plan.letter, _sample(plan), str(plan.accept), str(plan.reject)) for plan in plans]
    meaning = [" ".join(_sentences(plan)) for plan in plans]
    return "\n".join([head, "", *table([heading, *rows]), "", *meaning])


def letters_text() -> str:
    """The table of code letters: lot sizes down, inspection levels across."""
    smallest = (SMALLEST_LOT, *(size + 1 for size in LARGEST))
    lots = [f"{low}-{high}" for low, high in zip(smallest, LARGEST, strict=False)]
    lots.append(say("{least} and more", least=smallest[-1]))
    rows = [
        (lot, *(code_letter(least, level) for level in LEVELS))
        for lot, least in zip(lots, smallest, strict=True)
    ]
    return "\n".join(table([(say("lot"), *LEVELS), *rows]))


def _sample(plan: Plan) -> str:
    return say("{n} (all)", n=plan.sample_size) if plan.full_inspection else str(plan.sample_size)


def _sentences(plan: Plan) -> Iterator[str]:
    yield _decision(plan)
    if plan.accept + 1 < plan.reject:
        yield say("From {accept} to {last} the lot is accepted too, and the next is inspected normally.",
                  accept=plan.accept + 1, last=plan.reject - 1)  # fmt: skip
    if plan.full_inspection:
        yield say("The plan asks for no fewer items than the lot has, so all are inspected.")
    else:
        yield _risk(plan)
    if plan.letter != plan.code_letter and plan.aql == "0":
        yield say("The sample is that of the strictest other class, so that the same items serve for both.")
    elif plan.letter != plan.code_letter:
        yield say("Letter {code} has no plan of its own here; the table leads to letter {letter}.",
                  code=plan.code_letter, letter=plan.letter)  # fmt: skip


def _decision(plan: Plan) -> str:
    facts = {"aql": plan.aql, "accept": plan.accept, "reject": plan.reject, "n": plan.sample_size}
    if not plan.counts_items:
        return say(
            "AQL {aql}: accept with up to {accept} nonconformities in {n} items, reject from {reject}.",
            **facts,
        )
    if plan.accept == 0:
        return say("AQL {aql}: accept with no nonconforming item among {n}, reject from {reject}.", **facts)
    if plan.accept == 1:
        return say("AQL {aql}: accept with 1 nonconforming item among {n}, reject from {reject}.", **facts)
    return say(
        "AQL {aql}: accept with up to {accept} nonconforming items among {n}, reject from {reject}.", **facts
    )


def _risk(plan: Plan) -> str:
    bad = f"{float(f'{quality_accepted(plan, _SELDOM):.2g}'):g}"
    if plan.counts_items:
        return say("Of lots with {bad} % nonconforming items one in ten still passes.", bad=bad)
    return say("Of lots with {bad} nonconformities per 100 items one in ten still passes.", bad=bad)
