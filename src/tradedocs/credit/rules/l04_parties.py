"""Beneficiary or applicant is not the party of the contract.

What: the names of fields 59 and 50 are held against seller and buyer; signs and the usual short forms (LTD, CO) do
not count. An address that is not that of the contract is told.

Why: a beneficiary whose name differs cannot present; the applicant's name must stand in the invoice as in the credit.

Bad: `:59:NINGBO HUAYUN PLASTIC CO` where the seller is Ningbo Huayuan Plastics Co., Ltd.
Good: `:59:NINGBO HUAYUAN PLASTICS CO., LTD.`

Source: UCP 600 Articles 14(j) and 18(a).
"""

from __future__ import annotations

from collections.abc import Iterator

from tradedocs.credit.case import CreditCase, names, told
from tradedocs.model.credit import CreditFinding
from tradedocs.model.party import Party
from tradedocs.ui import say

ID = "L04"
_SOURCE = "UCP 600 Articles 14(j), 18(a)"


def judge(case: CreditCase) -> Iterator[CreditFinding]:
    """A discrepancy for a wrong name, a point to look at for another country than the party's."""
    yield from _party(case, "59", case.deal.seller, "seller")
    yield from _party(case, "50", case.deal.buyer, "buyer")


def _party(case: CreditCase, tag: str, party: Party, key: str) -> Iterator[CreditFinding]:
    field = case.credit.field(tag)
    if field is None or names(field.readings, party.name):
        return
    what = say("beneficiary") if tag == "59" else say("applicant")
    yield told(
        ID,
        "discrepancy",
        field,
        say(
            "the {what} is not named as the {party} of the contract",
            what=what,
            party=say("seller") if key == "seller" else say("buyer"),
        ),
        contract=party.name,
        key=f"{key}.name",
        consequence=say("Documents in the contract's names do not fit the credit; the bank may refuse them."),
        amend=(
            f"Field {tag} to read: {party.name}, {party.address}.",
            f"{tag}栏改为：{party.name}，{party.address}。",
        ),
        source=_SOURCE,
    )
