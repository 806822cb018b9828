"""A reasoned refusal: nothing is owed, and the reasons are given."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from tradedocs.claims.remedies.case import RemedyCase
from tradedocs.model.settling import Remedy
from tradedocs.model.shapes import LocalText

_TITLE = LocalText(en="Reasoned refusal", zh="说明理由的拒绝")
_REASONS = {
    "perception-deviation": LocalText(
        en="The goods meet the specification and the sample agreed", zh="货物符合约定的规格和样品"
    ),
    "misuse": LocalText(en="The cause came after delivery", zh="原因发生在交付之后"),
    "transport-damage": LocalText(
        en="Risk had passed: the claim is for the carrier or the insurer",
        zh="风险已转移，应向承运人或保险人索赔",
    ),
}


def grant(case: RemedyCase) -> Iterator[Remedy]:
    """Where the category or a missed notice carries it; legal decides, and a row of our own ledger stands against it."""
    reasons = [_REASONS[case.category]] if case.category in _REASONS and _ours_to_refuse(case) else []
    if case.barred is not None:
        reasons.append(case.barred)
    if not reasons:
        return
    against = tuple(
        LocalText(
            en=f"Ledger row {bar.row} stands against it: {bar.what}",
            zh=f"账簿第{bar.row}行与此相悖：{bar.what}",
        )
        for bar in case.bars
    )
    yield case.remedy(
        "repudiation",
        _TITLE,
        ("disputes.claims", "disputes.cause-analysis", "disputes.carrier-claims"),
        bearer="buyer",
        gain=case.money(Decimal(0)),
        cost=case.money(Decimal(0)),
        notes=(*reasons, *against),
        authority="legal",
        barred=LocalText(en="Our own record stands against it", zh="与我方记录相悖") if against else None,
    )


def _ours_to_refuse(case: RemedyCase) -> bool:
    triage = case.record.triage
    return triage is not None and triage.bearer != "seller"
