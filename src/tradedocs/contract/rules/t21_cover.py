"""The insurance cover is less than the rule asks for.

What: CIP asks for the Institute Cargo Clauses (A), CIF for at least (C). Less may be agreed: then suppress this rule
and give the reason, which the memo shows.

Why: the buyer under CIP relies on all risks; a claim under (B) or (C) will not be paid.

Bad: `incoterm: CIP` with `insurance: {cover: ICC (C)}`
Good: `incoterm: CIP` with `insurance: {cover: ICC (A)}`

Source: Incoterms® 2020, CIP A5 and CIF A5.
"""

from __future__ import annotations

from collections.abc import Iterator

from tradedocs.contract.case import DealCase, told
from tradedocs.model.dealfinding import DealFinding
from tradedocs.registers import incoterm
from tradedocs.ui import say

ID = "T21"
SUPPRESSIBLE = True
EXPORT = True


def judge(case: DealCase) -> Iterator[DealFinding]:
    """An error for less cover than the rule's."""
    insurance, rule = case.deal.insurance, incoterm(case.deal.delivery.incoterm)
    # ICC (A) covers most and ICC (C) least, so the greater text is the lesser cover.
    if insurance is not None and rule.insurance is not None and insurance.cover > rule.insurance.cover:
        yield told(
            ID,
            "error",
            say(
                "{rule} asks for {least}, the deal gives {cover}",
                rule=rule.code,
                least=rule.insurance.cover,
                cover=insurance.cover,
            ),
            say(
                "Agree {least}, or suppress this rule with the reason why less was agreed.",
                least=rule.insurance.cover,
            ),
            ("insurance", "cover"),
            ("delivery", "incoterm"),
        )
