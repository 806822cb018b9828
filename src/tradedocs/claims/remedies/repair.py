"""Repair and sorting: the goods are made conforming where they are; costs that the seller agreed to beforehand."""

from __future__ import annotations

from collections.abc import Iterator

from tradedocs.claims.remedies.case import RemedyCase, step
from tradedocs.model.settling import Remedy
from tradedocs.model.shapes import LocalText

_REMEDIES = ("compensation.remedies",)
_AGREED = LocalText(
    en="Only what the seller agreed to in advance is borne by it", zh="仅由卖方承担其事先同意的费用"
)


def grant(case: RemedyCase) -> Iterator[Remedy]:
    """Repair where somebody gave its cost, sorting where hours and rate are known."""
    if case.category not in ("batch-defect", "single-defects"):
        return
    rework = case.costs.rework
    if rework is not None:
        amount = rework.rounded()
        yield case.remedy(
            "repair",
            LocalText(en="Repair at the buyer's place", zh="在买方处返修"),
            _REMEDIES,
            gain=amount,
            cost=amount,
            steps=(step(f"Rework: {amount}", f"返修：{amount}", amount),),
            notes=(_AGREED,),
            barred=case.barred,
            authority=case.authority(amount),
        )
    hours, rate = case.costs.sorting_hours, case.costs.sorting_rate
    if hours is not None and rate is not None:
        amount = case.money(hours * rate.amount)
        words = f"{hours.normalize():f} h × {rate} = {amount}"
        yield case.remedy(
            "sorting",
            LocalText(en="Sorting of the lot", zh="整批分选"),
            _REMEDIES,
            gain=amount,
            cost=amount,
            steps=(step(f"Sorting: {words}", f"分选：{words}", amount),),
            notes=(_AGREED,),
            barred=case.barred,
            authority=case.authority(amount),
        )
