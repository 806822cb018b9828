"""A stated quantity is not the shipment's: more than its tolerance allows, unfinished, or a found weight far off.

What: the lot, the inspected, the finished and the packed quantity of a report on the shipment may not exceed the
shipment's quantity with the contract's tolerance (with that of the letter of credit, where it is narrower), the
finished quantity may not be less than it allows, and a net weight that the report found must lie within it. Reports on
parts may not exceed it together, and each part must be finished. A lot that several shipments of the contract carry
may be as large as they are together; it is not released twice (report-reused).

Why: a lot of another size is another lot; bulk cargo that weighs less than declared was not all loaded.

Bad: the shipment is 300 t ± 5 %, the certificate finds a net weight of 251.3 t.
Good: the shipment is 300 t ± 5 %, the certificate finds 299.4 t.

Source: UCP 600 art. 30(b); CISG 35(1), 52(2).
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from tradedocs.check.case import Case, at
from tradedocs.check.coverage import coverage, own_lot, share_of, shared
from tradedocs.check.evidence import speaks_for_shipment
from tradedocs.check.names import fold
from tradedocs.check.stated import in_unit, within
from tradedocs.model.amount import Quantity
from tradedocs.model.finding import Finding, Verdict
from tradedocs.model.report import Report, Result, StatedCount
from tradedocs.model.spec import SpecLine, tolerated
from tradedocs.model.units import find
from tradedocs.ui import say

ID = "quantity-over"
RESTS_ON: tuple[str, ...] = ("commercial.quantity-tolerance", "inspection.weight")
_NET_WEIGHT = frozenset(
    fold(name)
    for name in (
        "net weight", "total net weight", "net weight found", "found net weight", "weight found", "found weight",
        "net weight loaded", "loaded weight", "weight loaded", "shipped weight", "weighed quantity",
        "quantity found", "quantity loaded", "净重", "总净重", "实测重量", "实装重量",
    )
)  # fmt: skip


def check(case: Case) -> Iterator[Finding]:
    """HOLD for each quantity of a report on a line that is not the line's share of the shipment."""
    for line in case.lines:
        for report in case.reports_about(line):
            if speaks_for_shipment(report):
                yield from _of_report(case, line, report)
        yield from _together(case, line)


def _together(case: Case, line: SpecLine) -> Iterator[Finding]:
    """The parts of a shipment that are more than it."""
    share, cover = share_of(case, line), coverage(case, line)
    _, most = within(case.spec, line, share)
    if not cover.parts or cover.total is None or cover.total <= most or shared(case, line, cover.total):
        return
    files = ", ".join(part.report.source.file for part in cover.parts)
    sums = " + ".join(f"{part.number:,f}" for part in cover.parts)
    yield Finding(
        rule=ID,
        severity=Verdict.HOLD,
        message=say("{files}: {sums} = {total:,f} {unit} together, the shipment is {quantity}", files=files, sums=sums,
                    total=cover.total, unit=share.unit, quantity=share),
        way_out=say("Ask the inspection body which lots these are; leave out the report on other goods."),
        line=line.line,
    )  # fmt: skip


def _of_report(case: Case, line: SpecLine, report: Report) -> Iterator[Finding]:
    share, own = share_of(case, line), own_lot(case, line, report)
    least, most = limits = within(case.spec, line, share)
    if own is not None:
        least, most = own, max(own, most)
    for name, count in _counts(report):
        number = in_unit(count, share.unit)
        if number is not None and (number > most or (count is report.quantities.finished and number < least)):
            yield _finding(
                line, share, limits, report, count, say("{name} quantity {text}", name=name, text=count.text)
            )
    if own is None:
        least, most = limits
    else:
        least, most = tolerated(own, line.tolerance)
    for row in report.results:
        weight = _weight(row)
        number = None if weight is None else in_unit(weight, share.unit)
        if weight is not None and number is not None and not least <= number <= most:
            yield _finding(
                line,
                share,
                limits,
                report,
                weight,
                say("{name} {text}", name=row.parameter, text=weight.text),
            )


def _counts(report: Report) -> Iterator[tuple[str, StatedCount]]:
    stated = report.quantities
    named = (
        (say("lot"), stated.lot), (say("inspected"), stated.inspected), (say("finished"), stated.finished),
        (say("packed"), stated.packed),
    )  # fmt: skip
    yield from ((name, count) for name, count in named if count is not None)


def _weight(row: Result) -> StatedCount | None:
    """The row as a quantity where it is the goods' net weight in tons: a bag's or a carton's is in kilograms."""
    if fold(row.parameter) not in _NET_WEIGHT or row.value.kind != "number" or row.value.low is None:
        return None
    try:
        heavy = row.unit is not None and find(row.unit).dimension == "mass" and find(row.unit).factor >= 500
    except ValueError:
        return None
    if not heavy:
        return None
    return StatedCount(
        text=row.shown, number=Decimal(row.value.low), unit=row.unit, place=row.place, doubt=row.doubt
    )


def _finding(
    line: SpecLine,
    share: Quantity,
    limits: tuple[Decimal, Decimal],
    report: Report,
    count: StatedCount,
    what: str,
) -> Finding:
    least, most = limits
    return Finding(
        rule=ID,
        severity=Verdict.HOLD,
        message=say("{file}: {what}, the shipment is {quantity} ({least:f} to {most:f} {unit})",
                    file=report.source.file, what=what, quantity=share, least=least.normalize(),
                    most=most.normalize(), unit=share.unit),
        way_out=say("Ask the inspection body which lot this is; ship only what the contract allows."),
        places=(at(report, count.place),),
        line=line.line,
    )  # fmt: skip
