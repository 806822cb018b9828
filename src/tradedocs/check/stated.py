"""The quantities that a report states, in the contract's unit."""

from __future__ import annotations

from decimal import Decimal

from tradedocs.model.amount import Quantity
from tradedocs.model.report import Report, StatedCount
from tradedocs.model.spec import Spec, SpecLine, tolerated
from tradedocs.model.units import find


def within(spec: Spec, line: SpecLine, share: Quantity) -> tuple[Decimal, Decimal]:
    """The least and the most that may be shipped, by the contract's tolerance or by the credit's narrower one."""
    credit = spec.credit_tolerance
    return tolerated(share.number, line.tolerance if credit is None else min(line.tolerance, credit))


def lot_of(report: Report) -> StatedCount | None:
    """The lot that the report states, else what it calls inspected, else ordered."""
    stated = report.quantities
    return stated.lot or stated.inspected or stated.ordered


def in_unit(count: StatedCount, unit: str) -> Decimal | None:
    """The stated number in that unit; None where its unit is missing, unknown or of another kind, or it is doubtful."""
    if count.doubt or count.unit is None:
        return None
    try:
        return Quantity(number=count.number, unit=find(count.unit).symbol).converted(unit)
    except ValueError:
        return None
