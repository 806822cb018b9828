"""The sampling inspections of a goods line, and the plan that the contract wants for its lot."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from tradedocs.check.case import Case
from tradedocs.check.coverage import own_lot, share_of
from tradedocs.check.stated import in_unit, lot_of
from tradedocs.errors import UsageError
from tradedocs.model.amount import Quantity
from tradedocs.model.report import AqlRow, DefectClass, Report
from tradedocs.model.spec import SpecInspection, SpecLine, tolerated
from tradedocs.sampling.lots import SMALLEST_LOT, items_in
from tradedocs.sampling.plans import plans
from tradedocs.sampling.standards import standard_of
from tradedocs.sampling.tables import State
from tradedocs.ui import say

CLASSES: tuple[DefectClass, ...] = ("critical", "major", "minor")


@dataclass(frozen=True)
class Wanted:
    """The plan of one class of defects, worked out for a lot by the contract's standard.

    Attributes:
        whole: the sample is the lot, so every piece is examined.
    """

    standard: str
    level: str
    lot: int
    aql: str
    letter: str
    sample_size: int
    accept: int
    reject: int
    whole: bool

    @property
    def shown(self) -> str:
        """The arithmetic in words."""
        return say("{standard}, lot of {lot}, level {level}, AQL {aql}: letter {letter}, sample {n}, accept {accept}, "
                   "reject {reject}", standard=self.standard, lot=self.lot, level=self.level, aql=self.aql,
                   letter=self.letter, n=self.sample_size, accept=self.accept, reject=self.reject)  # fmt: skip


WantedByClass = Mapping[DefectClass, Wanted]


def inspections(case: Case, line: SpecLine) -> tuple[Report, ...]:
    """The pre-shipment inspections about this line."""
    return tuple(report for report in case.reports_about(line) if report.family == "pre-shipment")


def wanted(
    case: Case, line: SpecLine, report: Report | None = None, *, states: tuple[State, ...] = ("normal",)
) -> tuple[WantedByClass, ...]:
    """The plans for the line's share of the shipment, and for the lot that the report states within the tolerance.

    A report on a part of the shipment, or on more than it, is judged by the plan of its own lot alone.

    Args:
        states: the severities that may be used.

    Raises:
        UsageError: no plan can be worked out: a standard, an AQL or a lot that the tables do not know.
    """
    share = share_of(case, line)
    apart = None if report is None else own_lot(case, line, report)
    if apart is not None:
        lots = [items_in(Quantity(number=apart, unit=share.unit))]
        return tuple(_plans(case.spec.inspection, lot, state) for lot in lots for state in states)
    lots = [items_in(share)]
    own = None if report is None else _own_lot(report, share, line.tolerance)
    if own is not None:
        lots.append(own)
    return tuple(_plans(case.spec.inspection, lot, state) for lot in dict.fromkeys(lots) for state in states)


def _own_lot(report: Report, share: Quantity, tolerance: Decimal) -> int | None:
    """The lot that the report states, where it is the shipment's within the tolerance."""
    stated = lot_of(report)
    number = None if stated is None else in_unit(stated, share.unit)
    least, most = tolerated(share.number, tolerance)
    if number is None or not least <= number <= most:
        return None
    return items_in(Quantity(number=number, unit=share.unit))


def _plans(inspection: SpecInspection, lot: int | None, state: State) -> WantedByClass:
    assert inspection.aql is not None
    if lot is None or inspection.level is None:
        raise UsageError(
            say("a sampling plan by attributes needs a lot that is counted, and an inspection level")
        )
    standard, level = standard_of(inspection.standard), inspection.level
    aqls = tuple(getattr(inspection.aql, name) for name in CLASSES)
    if lot < SMALLEST_LOT:
        one = Wanted(str(standard), level, lot, "0", "-", max(lot, 1), 0, 1, whole=True)
        return dict.fromkeys(CLASSES, one)
    found = plans(lot, level, aqls, standard=standard, state=state)
    return {
        name: Wanted(str(standard), level, lot, plan.aql, plan.letter, plan.sample_size, plan.accept, plan.reject,
                     plan.full_inspection)
        for name, plan in zip(CLASSES, found, strict=True)
    }  # fmt: skip


def differences(rows: tuple[AqlRow, ...], plan: WantedByClass) -> Iterator[tuple[AqlRow, str]]:
    """Each row whose printed sample is smaller than the plan's, or whose numbers are not the plan's.

    What the report does not print is not held against it here: that it is missing is another finding.
    """
    for row in rows:
        wants = plan[row.defect_class]
        small = row.sample_size is not None and row.sample_size < wants.sample_size
        others = any(
            printed is not None and printed != number
            for printed, number in ((row.accept, wants.accept), (row.reject, wants.reject))
        )
        if small or (others and not examined_whole(row, wants)):
            yield row, say("{printed}; {wanted}", printed=_printed(row), wanted=wants.shown)


def examined_whole(row: AqlRow, wants: Wanted) -> bool:
    """Whether every piece of the lot was examined for this class, as the plan asks; its numbers do not count then."""
    return wants.whole and row.sample_size is not None and row.sample_size >= wants.lot


def _printed(row: AqlRow) -> str:
    numbers = ("?" if number is None else number for number in (row.sample_size, row.accept, row.reject))
    return say("the report prints sample {n}, accept {accept}, reject {reject}",
               **dict(zip(("n", "accept", "reject"), numbers, strict=True)))  # fmt: skip
