"""How much of a goods line the inspections cover: one of them the whole, or several their parts of it.

Parts are added up only where nothing suggests that two of them are of the same goods. What cannot be told apart is
not counted twice.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from itertools import combinations
from typing import Literal

from tradedocs.check.case import Case
from tradedocs.check.evidence import speaks_for_shipment
from tradedocs.check.names import fold_number
from tradedocs.check.stated import in_unit, lot_of, within
from tradedocs.model.amount import Quantity
from tradedocs.model.report import Family, Report, StatedDate
from tradedocs.model.spec import SpecLine
from tradedocs.ui import say

_OF_PARTS: tuple[Family, ...] = ("pre-shipment", "commodity")
Relation = Literal["same", "apart", "untold"]


@dataclass(frozen=True)
class Part:
    """A report and the number that its lot has in the contract's unit."""

    report: Report
    number: Decimal


@dataclass(frozen=True)
class Coverage:
    """What the inspections of a goods line cover.

    Attributes:
        parts: the reports that were added up; empty where one report is taken by itself.
        total: what is covered; None where no report states a usable quantity.
        untold: in words, which reports may be of the same goods, so that they were not added up.
        again: the reports on one of the parts that is counted already.
    """

    parts: tuple[Part, ...]
    total: Decimal | None
    untold: str | None = None
    again: tuple[Part, ...] = ()

    def part(self, report: Report) -> Part | None:
        """The part that the report is of, counted or counted already; None where it is of none."""
        return next((one for one in (*self.parts, *self.again) if one.report is report), None)


def share_of(case: Case, line: SpecLine) -> Quantity:
    """How much of the line the shipment carries."""
    return next(share.quantity for share in case.shipment.lines if share.line == line.line)


def coverage(case: Case, line: SpecLine) -> Coverage:
    """What the inspections of the shipment cover of the line: the largest by itself where that is enough."""
    share = share_of(case, line)
    least, _ = within(case.spec, line, share)
    whole = [
        number
        for report in case.reports_about(line)
        if speaks_for_shipment(report)
        and (count := lot_of(report)) is not None
        and (number := in_unit(count, share.unit)) is not None
    ]
    most = max(whole, default=None)
    if most is None or most >= least:
        return Coverage((), most)
    for family in _OF_PARTS:
        group = tuple(_parts(case, line, family, share.unit))
        if len(group) > 1:
            return _added(group, most)
    return Coverage((), most)


def _parts(case: Case, line: SpecLine, family: Family, unit: str) -> Iterator[Part]:
    """The inspections of this kind, by the lot that they state or call inspected, not by the order that they name."""
    for report in case.reports_about(line):
        stated = report.quantities.lot or report.quantities.inspected
        number = None if stated is None else in_unit(stated, unit)
        if report.family == family and speaks_for_shipment(report) and number is not None:
            yield Part(report, number)


def _added(group: tuple[Part, ...], most: Decimal) -> Coverage:
    kept: list[Part] = []
    for part in sorted(group, key=lambda one: one.number, reverse=True):
        if all(_relation(part, one) != "same" for one in kept):
            kept.append(part)
    untold = [(a, b) for a, b in combinations(kept, 2) if _relation(a, b) == "untold"]
    if untold:
        files = "; ".join(f"{a.report.source.file}, {b.report.source.file}" for a, b in untold)
        return Coverage((), most, say("{files} may be of the same goods and are not added up", files=files))
    if len(kept) == 1:
        return Coverage((), most)
    again = tuple(part for part in group if part not in kept)
    return Coverage(tuple(kept), sum((part.number for part in kept), Decimal(0)), again=again)


def _relation(a: Part, b: Part) -> Relation:
    """Whether two reports are of the same part: by file, number, lot, then by day and quantity."""
    one, two = a.report, b.report
    if one.source.sha256 == two.source.sha256:
        return "same"
    if one.report_no is None or two.report_no is None or one.report_no.doubt or two.report_no.doubt:
        return "untold"
    if fold_number(one.report_no.text) == fold_number(two.report_no.text):
        return "same"
    return _by_lots(one, two) or _by_days(a, b)


def _by_lots(one: Report, two: Report) -> Relation | None:
    """None where one of them names no lot, or not surely."""
    if not one.lots or not two.lots or any(lot.doubt for lot in (*one.lots, *two.lots)):
        return None
    first = {fold_number(lot.text) for lot in one.lots}
    second = {fold_number(lot.text) for lot in two.lots}
    if first & second:
        return "same"
    return "untold" if any(x in y or y in x for x in first for y in second) else "apart"


def _by_days(a: Part, b: Part) -> Relation:
    one, two = _day(a.report), _day(b.report)
    if one is None or two is None:
        return "untold"
    if one.value != two.value:
        return "apart"
    return "same" if a.number == b.number else "untold"


def _day(report: Report) -> StatedDate | None:
    stated = report.dates.inspected or report.dates.sampled
    return None if stated is None or stated.doubt else stated


def shared(case: Case, line: SpecLine, number: Decimal) -> bool:
    """Whether a lot is larger than this shipment, and may be that of several shipments of the line together."""
    unit = share_of(case, line).unit
    shares = [
        share.quantity.converted(unit)
        for shipment in case.spec.shipments
        for share in shipment.lines
        if share.line == line.line
    ]
    _, most = within(case.spec, line, share_of(case, line))
    _, all_of_it = within(case.spec, line, Quantity(number=sum(shares, Decimal(0)), unit=unit))
    return len(shares) > 1 and most < number <= all_of_it


def own_lot(case: Case, line: SpecLine, report: Report) -> Decimal | None:
    """The lot of a report that is of a part of the shipment, or of more than it: its own is judged, no other."""
    share = share_of(case, line)
    part = coverage(case, line).part(report)
    if part is not None:
        return part.number
    number = presented(report, share.unit)
    return number if number is not None and shared(case, line, number) else None


def presented(report: Report, unit: str) -> Decimal | None:
    """What the report surely inspected: the smaller of the lot and what it calls inspected, never an order."""
    stated = (report.quantities.lot, report.quantities.inspected)
    numbers = [in_unit(count, unit) for count in stated if count is not None]
    known = [number for number in numbers if number is not None]
    return min(known) if known and len(known) == len(numbers) else None


def covered(case: Case, report: Report) -> Iterator[tuple[int, Quantity]]:
    """How much of each goods line is counted on the report: its part, else the line's whole share."""
    if not speaks_for_shipment(report):
        return
    for line in case.lines:
        if report in case.reports_about(line):
            share = share_of(case, line)
            part = coverage(case, line).part(report)
            yield line.line, share if part is None else Quantity(number=part.number, unit=share.unit)
