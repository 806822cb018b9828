"""What a row's detection and quantification limits are in the unit of its result."""

from __future__ import annotations

import re
from decimal import Decimal
from fractions import Fraction

from tradedocs.model.units import find, ratio
from tradedocs.reading.layout import Layout
from tradedocs.vocabulary.units import unit_key

_TWO = re.compile(r"(\d+(?:\.\d+)?)\s*/\s*(\d+(?:\.\d+)?)")
_PLAIN = re.compile(r"\d*\.?\d+(?:E[-+]?\d+)?", re.I)


def bounds_of(
    layout: Layout, mdl: str | None, loq: str | None, unit: str | None
) -> tuple[str | None, str | None]:
    """Detection and quantification limit in `unit`; None for what is not stated or is in a unit of another kind.

    One cell may hold both, `0.04 / 0.24`; the quantification limit is never the smaller one.
    """
    both = _TWO.fullmatch((mdl or "").strip())
    if both and loq is None:
        mdl, loq = sorted(both.groups(), key=Decimal)
    one, other = _unit(layout, "mdl"), _unit(layout, "loq")
    return in_unit(mdl, one or other, unit), in_unit(loq, other or one, unit)


def _unit(layout: Layout, role: str) -> str | None:
    at = layout.first(role)
    return None if at is None else layout.columns[at].unit


def in_unit(text: str | None, stated: str | None, unit: str | None) -> str | None:
    """The figure as it counts for a result in that unit; None where it is in a unit of another kind."""
    if not text or not stated or not unit or unit_key(stated) == unit_key(unit):
        return text
    try:
        scale = ratio(find(stated), find(unit))
    except ValueError:
        return None
    if not _PLAIN.fullmatch(text.strip()):
        return None
    exact = Fraction(Decimal(text.strip())) * scale
    return f"{Decimal(exact.numerator) / Decimal(exact.denominator):f}"
