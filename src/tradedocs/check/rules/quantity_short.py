"""The reports cover less than is shipped, or do not say how much they cover.

What: the lot that an inspection of the shipment states (else what it calls inspected, else ordered) must reach the
quantity of the shipment less the contract's tolerance (the credit's, where it is narrower), in the same kind of unit.
Several inspections of parts are added up where they are of different goods: other report numbers, and other lots or,
where no lots are named, other days of inspection. The same lot, the same number, the same file, or the same quantity
on the same day is counted once, and what cannot be told apart is not added up. Where a packed quantity is stated, it
must be at least the share of the lot that the deal says (`inspection.packed_percent`, 80 without it).

Why: an inspection of 2,000 pieces says nothing about the other 10,000.

Bad: the shipment is 12,000 pcs, the report's lot 2,000 pcs.
Bad: two reports of 6,000 pcs each on lot A, for a shipment of 12,000 pcs.
Good: the shipment is 500 t ± 5 %, the certificate's weight 498.6 t.
Good: two reports of 6,000 pcs each, on lots A and B.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from tradedocs.check.case import Case, at
from tradedocs.check.coverage import Coverage, coverage, share_of
from tradedocs.check.evidence import speaks_for_shipment
from tradedocs.check.stated import in_unit, lot_of, within
from tradedocs.model.amount import Quantity
from tradedocs.model.finding import Finding, Verdict
from tradedocs.model.report import Report, StatedCount
from tradedocs.model.spec import SpecLine
from tradedocs.ui import say

ID = "quantity-short"
RESTS_ON: tuple[str, ...] = ("inspection.report", "commercial.quantity-tolerance", "inspection.sampling-plan")


def check(case: Case) -> Iterator[Finding]:
    """HOLD for each line whose quantity is not covered."""
    for line in case.lines:
        reports = [report for report in case.reports_about(line) if speaks_for_shipment(report)]
        if not reports:
            continue
        covered = [(report, count) for report in reports if (count := lot_of(report)) is not None]
        short = _short(case, line, share_of(case, line), coverage(case, line), covered, reports)
        for finding in (short, _unpacked(case, line, reports)):
            if finding is not None:
                yield finding


def _short(
    case: Case,
    line: SpecLine,
    quantity: Quantity,
    cover: Coverage,
    covered: list[tuple[Report, StatedCount]],
    reports: list[Report],
) -> Finding | None:
    least, _ = within(case.spec, line, quantity)
    if cover.total is not None and cover.total >= least:
        return None
    files = ", ".join(report.source.file for report in reports)
    stated = ", ".join(_words(count) for _, count in covered) or say("no quantity")
    if cover.parts:
        sums = " + ".join(f"{part.number:,f}" for part in cover.parts)
        stated = say("{sums} = {total:,f} {unit}", sums=sums, total=cover.total, unit=quantity.unit)
    untold = f"; {cover.untold}" if cover.untold else ""
    return Finding(
        rule=ID,
        severity=Verdict.HOLD,
        message=say("line {line}: {files} covers {stated}, the shipment is {quantity} (at least {least:f} {unit})",
                    line=line.line, files=files, stated=stated, quantity=quantity, least=least.normalize(),
                    unit=quantity.unit) + untold,
        way_out=say("Have each report name its number, lot and day of inspection, so that they can be added up.")
        if cover.untold
        else say("Have the whole quantity inspected, or ship only what was."),
        places=tuple(at(report, count.place) for report, count in covered),
        line=line.line,
    )  # fmt: skip


def _unpacked(case: Case, line: SpecLine, reports: list[Report]) -> Finding | None:
    """A final inspection wants the lot finished, and most of it packed."""
    share = case.spec.inspection.packed_percent
    for report in reports:
        packed, lot = report.quantities.packed, lot_of(report)
        if packed is None or lot is None or _share(packed, lot) >= share:
            continue
        return Finding(
            rule=ID,
            severity=Verdict.HOLD,
            message=say("{file}: {packed} of {lot} were packed, less than {share} %", file=report.source.file,
                        packed=packed.text, lot=lot.text, share=share),
            way_out=say("Have the goods inspected when they are finished and packed."),
            places=(at(report, packed.place),),
            line=line.line,
        )  # fmt: skip
    return None


def _share(packed: StatedCount, lot: StatedCount) -> Decimal:
    """How much of the lot is packed, in percent; all of it where the two cannot be compared."""
    if packed.unit == "%":
        return packed.number
    same = packed.unit == lot.unit
    number = packed.number if same else in_unit(packed, lot.unit or "")
    return Decimal(100) if number is None or lot.number <= 0 else number * 100 / lot.number


def _words(count: StatedCount) -> str:
    if count.doubt:
        return say("{text} (read with doubt: {codes})", text=count.text, codes=", ".join(count.doubt))
    return count.text if count.unit is not None else say("{text} (no unit)", text=count.text)
