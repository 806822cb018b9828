"""The detection limit behind a `not detected`, in the unit that it is printed with."""

from __future__ import annotations

import re
from fractions import Fraction

from tradedocs.check.outcome import Comparison, unclear
from tradedocs.model.report import Result
from tradedocs.model.requirement import Requirement
from tradedocs.model.units import find, ratio
from tradedocs.ui import say

_WITH_UNIT = re.compile(r"\d[\d.,]*\s*(?P<unit>[^\d\s()（）<≤.,;]\S*?)\s*[)）]?$")


def own_unit(result: Result) -> str | None:
    """The unit that stands behind the detection limit itself (`MDL 20 µg/kg`); None where none does.

    A word that is no unit counts as none, unless it is written like one: nobody knows then what it means.
    """
    printed = result.result or ""
    text = printed if any(map(str.isdigit, printed)) else result.mdl or ""
    match = _WITH_UNIT.search(text.strip())
    if match is None:
        return None
    try:
        return find(match["unit"]).symbol
    except ValueError:
        return match["unit"] if set("/%‰") & set(match["unit"]) else None


def detection_limit(requirement: Requirement, result: Result) -> Fraction | Comparison:
    """The stated detection limit in the requirement's unit, or why it cannot be said."""
    if result.value.high is None:
        return unclear(
            "detection-limit",
            say("{value}: the detection limit is not stated", value=result.shown),
        )
    unit = own_unit(result) or (result.unit or "").strip()
    if not unit or requirement.unit is None:
        return unclear(
            "unit", say("the detection limit {limit} is given without a unit", limit=result.value.high)
        )
    try:
        return Fraction(result.value.high) * ratio(find(unit), find(requirement.unit))
    except ValueError as error:
        return unclear("unit", str(error))
