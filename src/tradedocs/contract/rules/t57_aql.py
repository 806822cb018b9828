"""The acceptance quality limits are no plan.

What: an AQL is one of the preferred values of the standard, or 0 where no defect is accepted; and a graver class is
never looser than a lighter one.

Why: no table gives a sample size for AQL 2.0; the inspector will take another value, and nobody agreed to it.

Bad: `aql: {critical: 0, major: 2.0, minor: 4.0}`
Good: `aql: {critical: 0, major: 2.5, minor: 4.0}`

Source: ISO 2859-1, tables 1 and 2-A (preferred AQL values).
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from tradedocs.contract.case import DealCase, told
from tradedocs.model.dealfinding import DealFinding
from tradedocs.model.terms import Aql
from tradedocs.ui import say

ID = "T57"
SUPPRESSIBLE = False
EXPORT = False

_PREFERRED = tuple(
    Decimal(text)
    for text in "0.010 0.015 0.025 0.040 0.065 0.10 0.15 0.25 0.40 0.65 1.0 1.5 2.5 4.0 6.5 10 15 25 40 65 100 150 250 "
    "400 650 1000".split()
)


def judge(case: DealCase) -> Iterator[DealFinding]:
    """Errors for values that no table has, and for a wrong order."""
    aql = case.deal.inspection.aql
    if aql is not None:
        yield from _values(aql)
        yield from _order(aql)


def _values(aql: Aql) -> Iterator[DealFinding]:
    for name in ("critical", "major", "minor"):
        value = getattr(aql, name)
        if value != 0 and value not in _PREFERRED:
            nearest = sorted(sorted(_PREFERRED, key=lambda one: abs(one - value))[:2])
            yield told(
                ID,
                "error",
                say("AQL {value} for {name} defects is in no table", value=value, name=name),
                say("Choose {low} or {high}.", low=nearest[0], high=nearest[1]),
                ("inspection", "aql", name),
            )


def _order(aql: Aql) -> Iterator[DealFinding]:
    for graver, lighter in (("critical", "major"), ("major", "minor")):
        one, other = getattr(aql, graver), getattr(aql, lighter)
        if one > other:
            yield told(
                ID,
                "error",
                say(
                    "AQL {one} for {graver} defects is looser than {other} for {lighter} ones",
                    one=one,
                    graver=graver,
                    other=other,
                    lighter=lighter,
                ),
                say("Check whether the two are the wrong way round."),
                ("inspection", "aql", graver),
                ("inspection", "aql", lighter),
            )
