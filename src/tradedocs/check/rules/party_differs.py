"""A report on the shipment names another seller or buyer than the contract.

What: where the report states a seller or a buyer, it must be the contract's, by its English or its Chinese name; legal
forms and punctuation do not matter.

Why: goods inspected for somebody else are not these goods.

Bad: the contract's buyer is Harrow & Finch Trading Ltd, the report says Other GmbH.
Good: the report says HARROW AND FINCH TRADING LIMITED.
"""

from __future__ import annotations

from collections.abc import Iterator

from tradedocs.check.case import Case, at
from tradedocs.check.evidence import speaks_for_shipment
from tradedocs.check.names import same_company
from tradedocs.model.finding import Finding, Verdict
from tradedocs.model.spec import SpecParty
from tradedocs.ui import say

ID = "party-differs"
RESTS_ON: tuple[str, ...] = ("inspection.report",)


def check(case: Case) -> Iterator[Finding]:
    """HOLD for each party that is another one."""
    for report in case.reports:
        if not speaks_for_shipment(report):
            continue
        sides = (
            (say("seller"), report.identity.seller, case.spec.seller),
            (say("buyer"), report.identity.buyer, case.spec.buyer),
        )
        for side, stated, party in sides:
            if stated is None or _is(party, stated.text):
                continue
            yield Finding(
                rule=ID,
                severity=Verdict.HOLD,
                message=say("{file} names {stated!r} as the {side}, the contract {party!r}", file=report.source.file,
                            stated=stated.text, side=side, party=party.name),
                way_out=say("Ask the issuer for the report on the goods of this contract."),
                places=(at(report, stated.place),),
            )  # fmt: skip


def _is(party: SpecParty, printed: str) -> bool:
    return any(same_company(name, printed) for name in (party.name, party.name_zh) if name is not None)
