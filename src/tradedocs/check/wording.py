"""A printed word against a requirement: grades, absence, plain conformity."""

from __future__ import annotations

import re
from fractions import Fraction

from tradedocs.check.bounds import within_bounds
from tradedocs.check.detection import detection_limit
from tradedocs.check.judging import AS_REPORTED, Judging
from tradedocs.check.names import fold, squeezed
from tradedocs.check.outcome import Comparison, met, outside, unclear
from tradedocs.check.said import says_absent, says_fail, says_pass, says_present
from tradedocs.check.uncertain import plain
from tradedocs.model.report import Result
from tradedocs.model.requirement import Requirement
from tradedocs.model.units import find, ratio
from tradedocs.ui import say


def as_agreed(requirement: Requirement, result: Result, judging: Judging = AS_REPORTED) -> Comparison:
    """Hold a grade or a size against what was agreed."""
    if requirement.low is not None and result.value.kind in ("number", "range"):
        return within_bounds(requirement, result, judging)
    printed = result.result or result.verdict or ""
    if not printed.strip() or result.value.kind == "none":
        return unclear("no-value", say("the report gives no value"))
    given = {squeezed(printed), squeezed(printed + (result.unit or ""))}
    wanted = requirement.texts or ((str(requirement.low),) if requirement.low is not None else ())
    if given & {squeezed(text) for text in wanted}:
        return met(say("{value!r} is as agreed", value=result.shown))
    return outside(say("{value!r} is not {wanted}", value=result.shown, wanted=requirement.shown))


def not_detected(requirement: Requirement, result: Result) -> Comparison:
    """Not detected, in so many words; where a detection limit is agreed, with one that is no higher."""
    value = result.value
    if value.not_detected or (value.kind == "text" and says_absent(value.text or "")):
        return met(say("not detected")) if requirement.high is None else _sensitive(requirement, result)
    if value.kind in ("number", "range", "above") and value.low is not None and value.low > 0:
        return outside(say("{value} was found", value=value.low))
    return unclear("no-value", say("the report does not say that it was not detected"))


def _sensitive(requirement: Requirement, result: Result) -> Comparison:
    """Whether what was not detected would have been seen at the agreed limit."""
    assert requirement.high is not None
    limit = detection_limit(requirement, result)
    if isinstance(limit, Comparison):
        return limit
    words = say("not detected, with a detection limit of {limit} {unit}; agreed: at most {most} {unit}",
                limit=plain(limit), unit=requirement.unit, most=requirement.high)  # fmt: skip
    return met(words) if limit <= Fraction(requirement.high) else unclear("detection-limit", words)


_AMOUNT = re.compile(r"(?<![\d.,])(\d+(?:\.\d+)?)\s*([^\W\d]+)")
_ABSENT_WORDS = re.compile(
    r"(absent|absence|negative|not detected|none detected|nil|n\.?\s?d\.?|未检出|阴性)"
    r"\s*(?:(?:in|per|/)\s*)?(?:\d+(?:\.\d+)?\s*[^\W\d]+)?", re.I,
)  # fmt: skip


def absent(requirement: Requirement, result: Result) -> Comparison:
    """Absent, in so many words, from at least the amount that was agreed."""
    printed = (result.result or "").strip()
    if result.value.kind == "number" and result.value.low is not None and result.value.low > 0:
        return outside(say("{value} was found", value=printed))
    if says_present(printed):
        return outside(say("the report says {text!r}", text=printed))
    if _ABSENT_WORDS.fullmatch(printed) is None:
        return unclear("no-value", say("the report does not say plainly that it is absent"))
    wanted = f"{requirement.amount} {requirement.unit or ''}"
    stated = " ".join(filter(None, (printed, result.unit, result.parameter, result.limit)))
    if not any(_enough(requirement, number, unit) for number, unit in _AMOUNT.findall(stated)):
        return unclear(
            "amount", say("the report does not say that {amount} were examined", amount=wanted.strip())
        )
    return met(say("absent in {amount}", amount=wanted.strip()))


def _enough(requirement: Requirement, number: str, unit: str) -> bool:
    """Whether an amount in the report is at least the one that the contract calls for."""
    assert requirement.amount is not None
    try:
        scale = ratio(find(unit), find(requirement.unit)) if requirement.unit is not None else Fraction(0)
    except ValueError:
        return False
    return Fraction(number) * scale >= Fraction(requirement.amount)


def conforms(result: Result) -> Comparison:
    """Every word that the row gives must be a plain pass; a number beside it is what was measured."""
    told = [text for text in (result.verdict, result.result) if text and fold(text)]
    if any(says_fail(text) for text in told):
        return outside(say("the report says {text!r}", text=" / ".join(told)))
    numeric = result.value.kind in ("number", "range", "below", "above")
    judging = [text for text in told if not (numeric and text is result.result)]
    if judging and all(says_pass(text) for text in judging):
        return met(say("the report says {text!r}", text=told[0]))
    return unclear("no-value", say("the report says {text!r}, which is no plain pass", text=" / ".join(told)))
