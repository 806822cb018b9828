"""The deal describes an insurance that the rule does not make the seller take out.

What: only CIF and CIP oblige the seller to insure. Under any other rule no insurance clause is printed, and
`insurance` has no effect.

Why: one side believes that the goods are insured, and nobody insures them.

Bad: `incoterm: FOB` with `insurance: {cover: ICC (A)}`
Good: `incoterm: CIF` with `insurance: {cover: ICC (A)}`

Source: Incoterms® 2020, A5 and B5 of each rule.
"""

from __future__ import annotations

from collections.abc import Iterator

from tradedocs.contract.case import DealCase, told
from tradedocs.model.dealfinding import DealFinding
from tradedocs.registers import incoterm
from tradedocs.ui import say

ID = "T20"
SUPPRESSIBLE = True
EXPORT = True


def judge(case: DealCase) -> Iterator[DealFinding]:
    """A warning: the parties may agree otherwise, but then a clause must say so."""
    delivery = case.deal.delivery
    if case.deal.insurance is not None and incoterm(delivery.incoterm).insurance is None:
        yield told(
            ID,
            "warning",
            say(
                "`insurance` says {cover}, but under {rule} the seller does not insure",
                cover=case.deal.insurance.cover,
                rule=delivery.incoterm,
            ),
            say("Take `insurance` out, or agree CIF or CIP."),
            ("insurance",),
            ("delivery", "incoterm"),
        )
