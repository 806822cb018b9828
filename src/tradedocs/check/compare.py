"""One printed value against one requirement: meets it, fails it, or cannot be told. Exact arithmetic only."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import Enum
from fractions import Fraction

from tradedocs.check.names import fold
from tradedocs.model.report import Result, Value
from tradedocs.model.requirement import Requirement
from tradedocs.model.units import UnknownUnit, find, ratio
from tradedocs.ui import say


class Outcome(Enum):
    """What a comparison says."""

    MEETS = "meets"
    FAILS = "fails"
    UNCLEAR = "unclear"


@dataclass(frozen=True)
class Comparison:
    """An outcome with its reason code (`met`, `outside`, `unit`, `doubt`, …) and the words for a person."""

    outcome: Outcome
    reason: str
    words: str


_PASS = frozenset({"pass", "passed", "conforms", "conform", "conformed", "complies", "comply", "complied", "ok",
                   "accept", "accepted", "acceptable", "合格", "符合"})  # fmt: skip
_FAIL = frozenset({"fail", "failed", "notconform", "nonconforming", "nonconform", "doesnotcomply", "reject", "rejected",
                   "notacceptable", "unacceptable", "不合格", "不符合"})  # fmt: skip
_ABSENT = frozenset(
    {"absent", "absence", "negative", "notdetected", "nd", "notfound", "nil", "none", "未检出"}
)
_PRESENT = frozenset({"present", "positive", "detected", "found", "检出"})
_NO_UNIT = frozenset({"", "-", "--", "—", "/", "n/a"})


def compare(requirement: Requirement, result: Result) -> Comparison:
    """Hold one result against the requirement.

    A reading that carries a doubt is never clear, whichever way it points. A value that fails is reported as
    failing even where another column of its row says pass.
    """
    if result.doubt:
        return _unclear("doubt", say("read with doubt: {codes}", codes=", ".join(result.doubt)))
    match requirement.kind:
        case "limit" | "range" | "tolerance":
            found = _bounds(requirement, result)
        case "exact" | "one-of":
            found = _equal(requirement, result)
        case "not-detected":
            found = _not_detected(result.value)
        case "absent":
            found = _absent(requirement, result)
        case _:
            found = _conforms(result)
    return _with_verdict_column(found, result)


def _unclear(reason: str, words: str) -> Comparison:
    return Comparison(Outcome.UNCLEAR, reason, words)


def _with_verdict_column(found: Comparison, result: Result) -> Comparison:
    """The report's own verdict on the row may not contradict a value that seems to meet the requirement."""
    if found.outcome is Outcome.MEETS and result.verdict is not None and fold(result.verdict) in _FAIL:
        words = say(
            "the value meets the requirement, but the report marks it {verdict!r}", verdict=result.verdict
        )
        return _unclear("verdict", words)
    return found


def _scale(requirement: Requirement, result: Result) -> Fraction | Comparison:
    """What one unit of the report is in the requirement's unit, or why that cannot be said."""
    printed = (result.unit or "").strip()
    if requirement.unit is None:
        if printed in _NO_UNIT:
            return Fraction(1)
        return _unclear("unit", say("the report gives {unit}, the contract names no unit", unit=printed))
    if printed in _NO_UNIT:
        return _unclear(
            "unit", say("the report gives no unit, the contract wants {unit}", unit=requirement.unit)
        )
    try:
        return ratio(find(printed), find(requirement.unit))
    except UnknownUnit as error:
        return _unclear("unit", str(error))
    except ValueError as error:
        return _unclear("unit", str(error))


def _bounds(requirement: Requirement, result: Result) -> Comparison:
    value = result.value
    if value.kind == "text" and value.text is not None and fold(value.text) in _FAIL:
        return Comparison(Outcome.FAILS, "stated-fail", say("the report says {text!r}", text=result.result))
    if value.kind in ("text", "none"):
        return _unclear("no-number", say("the report gives {text!r}, not a number", text=result.result or ""))
    scale = _scale(requirement, result)
    if isinstance(scale, Comparison):
        return scale
    low = None if value.low is None else Fraction(value.low) * scale
    high = None if value.high is None else Fraction(value.high) * scale
    shown = _shown(result, low, high, scale, requirement.unit)
    if value.kind in ("number", "range"):
        return _inside(requirement, low, high, shown)
    return _one_sided(requirement, value, low, high, shown)


def _inside(requirement: Requirement, low: Fraction | None, high: Fraction | None, shown: str) -> Comparison:
    if low is None or high is None:
        return _unclear("no-number", say("the value {value} has no number", value=shown))
    if _above_low(requirement, low) and _below_high(requirement, high):
        return Comparison(Outcome.MEETS, "met", say("{value} meets {limit}", value=shown, limit=requirement))
    return Comparison(
        Outcome.FAILS, "outside", say("{value} is outside {limit}", value=shown, limit=requirement)
    )


def _above_low(requirement: Requirement, number: Fraction) -> bool:
    bound = requirement.low
    return bound is None or number > bound or (number == bound and not requirement.low_open)


def _below_high(requirement: Requirement, number: Fraction) -> bool:
    bound = requirement.high
    return bound is None or number < bound or (number == bound and not requirement.high_open)


def _one_sided(
    requirement: Requirement, value: Value, low: Fraction | None, high: Fraction | None, shown: str
) -> Comparison:
    """A value known only to lie below `high` or above `low`."""
    edge, bound, other = (
        (high, requirement.high, requirement.low)
        if value.kind == "below"
        else (low, requirement.low, requirement.high)
    )
    if edge is None:
        return _unclear("detection-limit", say("{value}: the detection limit is not stated", value=shown))
    below = value.kind == "below"
    if other is not None and (edge <= other if below else edge >= other):
        return Comparison(
            Outcome.FAILS, "outside", say("{value} is outside {limit}", value=shown, limit=requirement)
        )
    if other is None and bound is not None and (edge <= bound if below else edge >= bound):
        return Comparison(Outcome.MEETS, "met", say("{value} meets {limit}", value=shown, limit=requirement))
    return _unclear(
        "detection-limit",
        say(
            "{value} does not show that {limit} is met: the value could lie on either side",
            value=shown,
            limit=requirement,
        ),
    )


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
    numbers = "..".join(_plain(number) for number in dict.fromkeys(n for n in (low, high) if n is not None))
    return f"{printed} (= {numbers} {unit})" if numbers else printed


def _plain(number: Fraction) -> str:
    exact = Decimal(number.numerator) / Decimal(number.denominator)
    return f"{exact.normalize():f}"


def _equal(requirement: Requirement, result: Result) -> Comparison:
    if requirement.low is not None and result.value.kind in ("number", "range"):
        return _bounds(requirement, result)
    printed = fold(result.result or result.verdict or "")
    if not printed or result.value.kind == "none":
        return _unclear("no-value", say("the report gives no value"))
    wanted = requirement.texts or ((str(requirement.low),) if requirement.low is not None else ())
    if printed in {fold(text) for text in wanted}:
        return Comparison(Outcome.MEETS, "met", say("{value!r} is as agreed", value=result.result))
    return Comparison(
        Outcome.FAILS,
        "outside",
        say("{value!r} is not {wanted}", value=result.result, wanted=str(requirement)),
    )


def _not_detected(value: Value) -> Comparison:
    if value.not_detected or (value.kind == "text" and fold(value.text or "") in _ABSENT):
        return Comparison(Outcome.MEETS, "met", say("not detected"))
    if value.kind in ("number", "range", "above") and value.low is not None and value.low > 0:
        return Comparison(Outcome.FAILS, "outside", say("{value} was found", value=value.low))
    return _unclear("no-value", say("the report does not say that it was not detected"))


def _absent(requirement: Requirement, result: Result) -> Comparison:
    word = fold(result.value.text or result.result or "")
    if result.value.kind == "number" and result.value.low is not None and result.value.low > 0:
        return Comparison(Outcome.FAILS, "outside", say("{value} was found", value=result.result))
    if any(word.startswith(present) for present in _PRESENT):
        return Comparison(Outcome.FAILS, "outside", say("the report says {text!r}", text=result.result))
    if not (result.value.not_detected or any(word.startswith(absent) for absent in _ABSENT)):
        return _unclear("no-value", say("the report does not say that it is absent"))
    amount = fold(f"{requirement.amount}{requirement.unit or ''}")
    stated = fold(
        " ".join(filter(None, (result.result, result.unit, result.parameter, result.limit, result.method)))
    )
    if amount not in stated:
        words = say("the report does not say that {amount} {unit} were examined", amount=requirement.amount,
                    unit=requirement.unit or "")  # fmt: skip
        return _unclear("amount", words)
    return Comparison(Outcome.MEETS, "met", say("absent in {amount} {unit}", amount=requirement.amount,
                                                unit=requirement.unit or ""))  # fmt: skip


def _conforms(result: Result) -> Comparison:
    words = [fold(text) for text in (result.verdict, result.value.text, result.result) if text]
    if any(word in _FAIL for word in words):
        return Comparison(
            Outcome.FAILS,
            "stated-fail",
            say("the report says {text!r}", text=result.verdict or result.result),
        )
    if words and any(word in _PASS for word in words):
        return Comparison(
            Outcome.MEETS, "met", say("the report says {text!r}", text=result.verdict or result.result)
        )
    return _unclear(
        "no-value", say("the report says {text!r}, neither pass nor fail", text=result.result or "")
    )
