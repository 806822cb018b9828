"""A printed number against bounds: exact arithmetic in the contract's unit."""

from __future__ import annotations

import re
from fractions import Fraction

from tradedocs.check.detection import own_unit
from tradedocs.check.judging import AS_REPORTED, Judging
from tradedocs.check.outcome import Comparison, met, outside, unclear
from tradedocs.check.rounded import decimals_of, rounded, written
from tradedocs.check.said import says_fail
from tradedocs.check.uncertain import decided, plain
from tradedocs.model.report import Result
from tradedocs.model.requirement import Requirement
from tradedocs.model.units import find, ratio
from tradedocs.ui import say

_MAY_BE_NEGATIVE = frozenset({"temperature", "level", "voltage", "current", "polarisation"})
_NO_UNIT = frozenset({"", "-", "--", "—", "/", "n/a"})


def _scale(requirement: Requirement, result: Result) -> Fraction | Comparison:
    """What one unit of the report is in the requirement's unit, or why that cannot be said."""
    printed = (result.unit or "").strip()
    if requirement.unit is None:
        if printed in _NO_UNIT:
            return Fraction(1)
        return unclear("unit", say("the report gives {unit}, the contract names no unit", unit=printed))
    if printed in _NO_UNIT:
        return unclear(
            "unit", say("the report gives no unit, the contract wants {unit}", unit=requirement.unit)
        )
    try:
        return ratio(find(printed), find(requirement.unit))
    except ValueError as error:
        return unclear("unit", str(error))


def within_bounds(requirement: Requirement, result: Result, judging: Judging = AS_REPORTED) -> Comparison:
    """Hold a number, a range or a one-sided value against lower and upper bound, as the contract decides on values.

    A number or a range may be rounded first; a value known only to one side is not, because nobody knows it.
    """
    value = result.value
    if value.kind == "text" and says_fail(result.result or value.text or ""):
        return outside(say("the report says {text!r}", text=result.result))
    if value.kind in ("text", "none"):
        return unclear("no-number", say("the report gives {text!r}, not a number", text=result.result or ""))
    if value.not_detected and result.unit is not None:
        result = result.model_copy(update={"unit": own_unit(result) or result.unit})
    scale = _scale(requirement, result)
    if isinstance(scale, Comparison):
        return scale
    low = None if value.low is None else Fraction(value.low) * scale
    high = None if value.high is None else Fraction(value.high) * scale
    shown = _shown(result, low, high, scale, requirement.unit)
    if _impossibly_negative(requirement, low, high):
        return unclear("no-number", say("{value} is negative, which the quantity cannot be", value=shown))
    if value.kind in ("number", "range"):
        found = _inside(requirement, *_as_agreed(requirement, low, high, shown, judging))
        margin = Fraction(value.uncertainty or 0) * scale
        return decided(found, requirement, low if low == high else None, margin, judging)
    return _one_sided(requirement, result, low, high, shown)


def _as_agreed(
    requirement: Requirement, low: Fraction | None, high: Fraction | None, shown: str, judging: Judging
) -> tuple[Fraction | None, Fraction | None, str]:
    """The value that the contract compares, and how it is shown: as reported, or rounded to the limit's decimals."""
    bounds = [bound for bound in (requirement.low, requirement.high) if bound is not None]
    exact = judging.rounding == "full-value" or requirement.kind == "exact"
    if exact or low is None or high is None or not bounds:
        return low, high, shown
    decimals = max(map(decimals_of, bounds))
    low_, high_ = rounded(low, decimals), rounded(high, decimals)
    if (low_, high_) == (low, high):
        return low, high, shown
    ends = "..".join(dict.fromkeys((written(low_, decimals), written(high_, decimals))))
    words = say("{value}, rounded to {n} decimals as the limit (half to even): {ends},", value=shown, n=decimals,
                ends=ends)  # fmt: skip
    return low_, high_, words


def _impossibly_negative(requirement: Requirement, low: Fraction | None, high: Fraction | None) -> bool:
    """Shares, masses, lengths and the like are never negative; temperatures, levels and bare numbers may be."""
    numbers = [number for number in (low, high) if number is not None]
    if requirement.unit is None or find(requirement.unit).dimension in _MAY_BE_NEGATIVE:
        return False
    agreed = requirement.low is not None and requirement.low < 0
    return not agreed and any(number < 0 for number in numbers)


def _inside(requirement: Requirement, low: Fraction | None, high: Fraction | None, shown: str) -> Comparison:
    if low is None or high is None:
        return unclear("no-number", say("the value {value} has no number", value=shown))
    if _above_low(requirement, low) and _below_high(requirement, high):
        return met(say("{value} meets {limit}", value=shown, limit=requirement.shown))
    return outside(say("{value} is outside {limit}", value=shown, limit=requirement.shown))


def _above_low(requirement: Requirement, number: Fraction) -> bool:
    bound = requirement.low
    return bound is None or number > bound or (number == bound and not requirement.low_open)


def _below_high(requirement: Requirement, number: Fraction) -> bool:
    bound = requirement.high
    return bound is None or number < bound or (number == bound and not requirement.high_open)


def _one_sided(
    requirement: Requirement, result: Result, low: Fraction | None, high: Fraction | None, shown: str
) -> Comparison:
    """A value known only to lie below `high` or above `low`."""
    below = result.value.kind == "below"
    edge = high if below else low
    if edge is None:
        return unclear("detection-limit", say("{value}: the detection limit is not stated", value=shown))
    bound, other = (requirement.high, requirement.low) if below else (requirement.low, requirement.high)
    bound_open = requirement.high_open if below else requirement.low_open
    strict = result.value.not_detected or _is_strict(result.result or "")
    if other is not None and _beyond(edge, Fraction(other), below=below, equal=strict):
        return outside(say("{value} is outside {limit}", value=shown, limit=requirement.shown))
    if (
        other is None
        and bound is not None
        and _beyond(edge, Fraction(bound), below=below, equal=strict or not bound_open)
    ):
        return met(say("{value} meets {limit}", value=shown, limit=requirement.shown))
    return unclear(
        "detection-limit",
        say(
            "{value} does not show that {limit} is met: the value could lie on either side",
            value=shown,
            limit=requirement.shown,
        ),
    )


def _beyond(edge: Fraction, bound: Fraction, *, below: bool, equal: bool) -> bool:
    """Whether everything on the edge's side lies on that side of the bound; `equal` says what holds at the bound."""
    return (edge < bound if below else edge > bound) or (equal and edge == bound)


def _is_strict(printed: str) -> bool:
    """`<5` leaves the 5 out, `≤5` and `not more than 5` do not."""
    return re.match(r"\s*[<>](?![=])", printed) is not None


def _shown(
    result: Result, low: Fraction | None, high: Fraction | None, scale: Fraction, unit: str | None
) -> str:
    """The value as printed, and in the contract's unit where that is another one."""
    printed = result.shown
    if result.value.not_detected and result.value.high is not None:
        printed = say("{value} (detection limit {limit} {unit})", value=result.result, limit=result.value.high,
                      unit=result.unit or "").replace(" )", ")")  # fmt: skip
    if scale == 1:
        return printed
    numbers = "..".join(plain(number) for number in dict.fromkeys(n for n in (low, high) if n is not None))
    return f"{printed} (= {numbers} {unit})" if numbers else printed
