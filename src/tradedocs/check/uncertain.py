"""A value with its stated uncertainty beside a limit: pass, conditional pass, conditional fail, fail.

The zones are those of ILAC-G8:09/2019, with the stated (expanded) uncertainty U as the width of the guard band.
"""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from tradedocs.check.judging import Judging
from tradedocs.check.outcome import Comparison, Outcome, unclear
from tradedocs.model.amount import Quantity
from tradedocs.model.requirement import Requirement
from tradedocs.ui import say

STRADDLES = "straddles"
"""Reason of a value that meets its requirement although its uncertainty reaches beyond the limit."""
UNCERTAIN = "uncertainty"
"""Reason of such a value where the contract wants more, or does not say."""


def decided(
    found: Comparison, requirement: Requirement, number: Fraction | None, margin: Fraction, judging: Judging
) -> Comparison:
    """What follows from the uncertainty for a comparison of the value alone.

    Args:
        found: what the value itself says.
        number, margin: the value (None for a range) and its uncertainty in the requirement's unit.
    """
    if (
        margin <= 0
        and judging.decision == "guard-band"
        and found.outcome is Outcome.MEETS
        and _measured(requirement)
    ):
        return unclear(UNCERTAIN, say("{words}; the contract deducts the measurement uncertainty, and the report "
                                      "states none", words=found.words))  # fmt: skip
    sums = None if number is None or margin <= 0 else _arithmetic(requirement, number, margin)
    if sums is None:
        return found
    if found.outcome is Outcome.FAILS:
        words = say("{words}; conditional fail: {sums}", words=found.words, sums=sums)
        return Comparison(found.outcome, found.reason, words)
    words = say("{words}; conditional pass: {sums}", words=found.words, sums=sums)
    if judging.decision == "simple":
        return Comparison(Outcome.MEETS, STRADDLES, words)
    return unclear(UNCERTAIN, words)


def _measured(requirement: Requirement) -> bool:
    """What is counted, or must be exactly so, is not measured and has no uncertainty."""
    counted = requirement.unit is not None and Quantity(number=Decimal(1), unit=requirement.unit).counted
    return requirement.kind != "exact" and not counted


def _arithmetic(requirement: Requirement, number: Fraction, margin: Fraction) -> str | None:
    """The sum that shows the limit between the two ends of the value; None where both lie on one side of it."""
    unit = f" {requirement.unit}" if requirement.unit else ""
    for bound, is_open, sign in (
        (requirement.high, requirement.high_open, 1),
        (requirement.low, requirement.low_open, -1),
    ):
        if bound is None:
            continue
        beyond = (number - Fraction(bound)) * sign
        reach = -beyond if beyond <= 0 else beyond
        touches = reach <= margin if beyond > 0 or is_open else reach < margin
        if not touches:
            continue
        plus = (sign == 1) == (beyond <= 0)
        return say("{x} {sign} {u} = {end}{unit}, limit {bound}{unit}", x=plain(number), sign="+" if plus else "−",
                   u=plain(margin), end=plain(number + margin if plus else number - margin), unit=unit,
                   bound=bound)  # fmt: skip
    return None


def plain(number: Fraction) -> str:
    """A number of finitely many digits, in figures."""
    exact = Decimal(number.numerator) / Decimal(number.denominator)
    return f"{exact.normalize():f}"
