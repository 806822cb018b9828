"""Repair under the warranty: the choice and the cost are the seller's."""

from __future__ import annotations

from collections.abc import Iterator

from tradedocs.claims.remedies.case import RemedyCase
from tradedocs.claims.remedies.making import Draft
from tradedocs.model.settling import Remedy


def offered(case: RemedyCase) -> Iterator[Remedy]:
    """What the warranty grants for a defect that shows in use."""
    if not case.granted.warranty or case.grade in ("shortage", "perception", "transport"):
        return
    draft = Draft(case, "repair", ("quality.warranty",))
    if case.grade == "misuse":
        draft.note(
            "Improper storage, use or alteration is not covered: offer it as a paid service.",
            "不当储存、使用或改动不在质保范围内：可作为有偿服务提供。",
        )
    if case.complaint.hidden == "no":
        draft.bar(
            "The warranty leaves defects that an examination on arrival would have shown to the article on remedies; "
            "the seller may still offer repair.",
            "到货检验即可发现的缺陷不适用质保，而适用补救措施条款；卖方仍可自愿提出修理。",
        )
    rework = draft.cost("rework")
    if rework is not None:
        draft.working.given("Repair in all, borne by the seller", "修理费用合计，由卖方承担", rework)
    yield draft.made(rework, rework)
