"""A value against a characteristic with its price scale: guarantee, adjustment, rejection."""

from __future__ import annotations

from fractions import Fraction
from math import ceil

from tradedocs.check.compare import compare
from tradedocs.check.judging import AS_REPORTED, Judging
from tradedocs.check.outcome import Comparison, Outcome, unclear
from tradedocs.check.uncertain import STRADDLES, plain
from tradedocs.model.goods import Characteristic, PriceScale
from tradedocs.model.report import Result
from tradedocs.model.requirement import Requirement
from tradedocs.model.units import find, ratio
from tradedocs.ui import say

ADJUSTED = "adjusted"
"""Reason of a value in the adjustment zone that the contract lets pass at a lower price."""
ADJUSTMENT = "adjustment"
"""Reason of a value in the adjustment zone that nobody has said may pass."""


def held_against(
    characteristic: Characteristic, result: Result, *, scale_releases: bool, judging: Judging = AS_REPORTED
) -> Comparison:
    """Hold a result against the guarantee, and a value that misses it against the limit of rejection.

    Between the two the value meets the requirement at a lower price where the contract says that such a value does
    not stop the release (`scale_releases`) and the characteristic is not critical; else it is unclear.
    """
    guarantee, scale = compare(characteristic.require, result, judging), characteristic.scale
    if scale is None or guarantee.outcome is not Outcome.FAILS:
        return guarantee
    beyond = compare(scale.reject, result, judging)
    if beyond.outcome is not Outcome.MEETS:
        return beyond
    words = _adjustment(characteristic.require, scale, result)
    if words is None:
        return guarantee
    if beyond.reason == STRADDLES:
        words = f"{words}; {beyond.words}"
    if scale_releases and characteristic.characteristic_class != "critical":
        return Comparison(Outcome.MEETS, ADJUSTED, words)
    return unclear(ADJUSTMENT, words)


def _adjustment(require: Requirement, scale: PriceScale, result: Result) -> str | None:
    """The arithmetic in words; None where the value lies on no side of the guarantee by an amount."""
    missed = _missed_by(require, result)
    if missed is None or missed <= 0:
        return None
    steps = ceil(missed / Fraction(scale.step))
    percent = steps * scale.percent
    unit = f" {require.unit}" if require.unit else ""
    sums = say("{value} misses the guarantee {guarantee} by {missed}{unit} and meets the limit of rejection {reject}: "
               "{steps} started steps of {step}{unit} at {percent} % = {total} % of the price", value=result.shown,
               guarantee=require.shown, missed=plain(missed), unit=unit, reject=scale.reject.shown, steps=steps,
               step=plain(Fraction(scale.step)), percent=plain(Fraction(scale.percent)),
               total=plain(Fraction(percent)))  # fmt: skip
    if scale.cap is not None and percent > scale.cap:
        sums += say(", at most {cap} %", cap=plain(Fraction(scale.cap)))
    return sums


def _missed_by(require: Requirement, result: Result) -> Fraction | None:
    """How far the value lies beyond the guarantee, in the unit of the requirement; by its worse end for a range."""
    ends = misses(require, result)
    return None if ends is None else max(ends)


def misses(require: Requirement, result: Result) -> tuple[Fraction, Fraction] | None:
    """How far the value lies below and above what is required, in its unit; None for no number.

    Raises:
        ValueError: the units do not measure the same.
    """
    value = result.value
    if value.kind not in ("number", "range") or value.low is None or value.high is None:
        return None
    same = require.unit is None
    scale = Fraction(1) if same else ratio(find((result.unit or "").strip()), find(require.unit or ""))
    low, high = Fraction(value.low) * scale, Fraction(value.high) * scale
    return (
        Fraction(0) if require.low is None else Fraction(require.low) - low,
        Fraction(0) if require.high is None else high - Fraction(require.high),
    )
