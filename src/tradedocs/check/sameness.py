"""When two printed values of one thing are the same value: rounded otherwise, or in another unit of the same kind."""

from __future__ import annotations

import re
from fractions import Fraction
from itertools import pairwise
from typing import TYPE_CHECKING

from tradedocs.check.names import fold
from tradedocs.check.said import says_pass
from tradedocs.check.touching import touch
from tradedocs.model.report import Result
from tradedocs.model.units import find, ratio

if TYPE_CHECKING:
    from tradedocs.check.case import Seen

_NEAR = 3  # heights of a line: as far as the neighbouring row of a table
_LETTER = re.compile(r"[^\W\d_]|%")


def same_value(one: Result, other: Result) -> bool:
    """Whether both say the same: equal as printed, or one figure written with fewer digits or in another unit.

    `285.255 mg/g` and `28.525 %` are one figure, so are `8.62` and `8.620`; `0.03 %` and `0.04 %` are two.
    """
    if one.shown == other.shown:
        return True
    if one.value.kind != other.value.kind or one.value.kind not in ("number", "below"):
        return False
    if one.value.not_detected and other.value.not_detected:
        return True
    scale = _scale(one.unit, other.unit)
    if scale is None:
        return False
    if one.value.kind == "below":
        return _number(one, scale) is not None and _number(one, scale) == _number(other, Fraction(1))
    (a, b), (c, d) = _rounded_from(one, scale), _rounded_from(other, Fraction(1))
    return a < d and c < b


def _number(result: Result, scale: Fraction) -> Fraction | None:
    return None if result.value.high is None else Fraction(result.value.high) * scale


def _rounded_from(result: Result, scale: Fraction) -> tuple[Fraction, Fraction]:
    """The open range of figures that round to the printed one."""
    printed = result.value.low
    assert printed is not None
    exponent = printed.as_tuple().exponent
    half = Fraction(10) ** (exponent if isinstance(exponent, int) else 0) / 2
    return (Fraction(printed) - half) * scale, (Fraction(printed) + half) * scale


def _scale(one: str | None, other: str | None) -> Fraction | None:
    if (one or "").strip() == (other or "").strip():
        return Fraction(1)
    try:
        return ratio(find(one or ""), find(other or ""))
    except ValueError:
        return None


def without_second_units(seen: tuple[Seen, ...]) -> tuple[Seen, ...]:
    """Without what a row says again, beside a value that can be held against the requirement, per another unit.

    Laboratories print one measurement in two columns or lines, in `%` and in `mg/unit`. Only the neighbour of a
    value of the same name, specimen and kind goes, and only where it has no limit and no verdict of its own.
    """
    if not any(one.comparison.reason == "unit" for one in seen):
        return seen
    return tuple(one for one in seen if not any(_says_again(one, other) for other in seen))


def _says_again(one: Seen, other: Seen) -> bool:
    row, beside = one.result, other.result
    return (
        one.comparison.reason == "unit"
        and other.comparison.reason in ("met", "outside")
        and one.report is other.report
        and (row.specimen, row.section, row.value.kind)
        == (beside.specimen, beside.section, beside.value.kind)
        and fold(row.parameter) == fold(beside.parameter)
        and _LETTER.search(row.unit or "") is not None
        and not row.doubt
        and (not row.limit or not any(map(str.isdigit, row.limit)))
        and (not (row.verdict or "").strip("-–— ") or says_pass(row.verdict or ""))
        and _neighbours(row, beside)
    )


def _neighbours(one: Result, other: Result) -> bool:
    """Whether the values stand in one line, or one right under the other."""
    a, b = one.place.box, other.place.box
    if a is None or b is None or one.place.page != other.place.page:
        return False
    high = max(a[3] - a[1], b[3] - b[1])
    wide = (-1e6, a[1], 1e6, a[3])
    tall = (a[0], a[1] - _NEAR * high, a[2], a[3] + _NEAR * high)
    return touch(wide, b) or touch(tall, b)


def all_the_same(results: tuple[Result, ...]) -> bool:
    """Whether every value says the same as every other."""
    distinct = list({result.shown: result for result in results}.values())
    if not all(same_value(one, other) for one, other in pairwise(distinct)):
        return False
    return all(same_value(one, other) for k, one in enumerate(distinct) for other in distinct[k + 2 :])
