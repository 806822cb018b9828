"""A report on the shipment has released other goods already, and these are more than it inspected.

What: the ledger shows a RELEASE of another shipment that rested on the same file, or on a report of the same number.
For another contract, and where the ledger does not say how much was counted on the report, that is enough to hold.
Within one contract a report on a lot may serve several shipments: what they were released together, this one included,
may not exceed the lot, and what the report calls inspected. A report on a submitted sample (a type test) may be used
again; type-test-stale and type-test-model say how long and for what.

Why: an inspection of one lot says nothing about the next one, and the same PDF is easy to attach twice.

Bad: a report on 10,000 pcs, shipments of 4,000 and 6,000 pcs released, and a third one of 2,000.
Bad: shipments 1 and 2 of one contract, each checked with the certificate of the first.
Good: a report on 10,000 pcs, and the shipments of 4,000 and 6,000 pcs.

Source: clause inspection.report; CISG 35(1), 36(1).
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from tradedocs.check.case import Case, Use
from tradedocs.check.coverage import covered, presented
from tradedocs.check.evidence import speaks_for_shipment
from tradedocs.check.names import fold_number
from tradedocs.model.amount import Quantity
from tradedocs.model.finding import Finding, Verdict
from tradedocs.model.report import Report
from tradedocs.ui import say

ID = "report-reused"
RESTS_ON: tuple[str, ...] = ("inspection.report",)


def check(case: Case) -> Iterator[Finding]:
    """HOLD for each report that released something else before, beyond what it inspected."""
    for report in case.reports:
        if not speaks_for_shipment(report):
            continue
        uses = [use for use in case.standing.uses if _other(case, use) and _same(use, report)]
        unknown = [use for use in uses if use.contract_no != case.spec.contract_no or not use.covers]
        if unknown:
            yield from (_used(report, use) for use in unknown)
        elif uses:
            yield from _together(case, report, uses)


def _other(case: Case, use: Use) -> bool:
    return (use.contract_no, use.shipment) != (case.spec.contract_no, case.shipment.number)


def _used(report: Report, use: Use) -> Finding:
    return Finding(
        rule=ID,
        severity=Verdict.HOLD,
        message=say("{file} released shipment {n} of contract {no} already (ledger row {row})",
                    file=report.source.file, n=use.shipment, no=use.contract_no, row=use.row),
        way_out=say("Get the report on this shipment."),
    )  # fmt: skip


def _together(case: Case, report: Report, uses: list[Use]) -> Iterator[Finding]:
    """What the shipments of this contract take from the report, line by line, against what it inspected."""
    for number, share in covered(case, report):
        taken = _taken(uses, number, share.unit)
        if taken is None:
            yield _used(report, uses[0])
            continue
        lot = presented(report, share.unit)
        total = sum(taken.values(), share.number)
        if lot is not None and total <= lot:
            continue
        said = " + ".join(
            say("{quantity:,f} (shipment {n})", quantity=quantity, n=n)
            for n, quantity in sorted(taken.items())
        )
        yield Finding(
            rule=ID,
            severity=Verdict.HOLD,
            message=say("{file} released already {said}; with {share} of this shipment that is {total:,f} "
                        "{unit}, and it inspected {lot}", file=report.source.file, said=said, share=share, total=total,
                        unit=share.unit, lot=_shown(lot, share.unit)),
            way_out=say("Get a report on this shipment, or ship no more than is left of the inspected lot."),
            line=number,
        )  # fmt: skip


def _taken(uses: list[Use], line: int, unit: str) -> dict[int, Decimal] | None:
    """The most that each other shipment took of the line: a shipment that was checked again counts once.

    None where the report served for other goods, or its quantities are in a unit of another kind.
    """
    taken: dict[int, Decimal] = {}
    for use in uses:
        for number, quantity in use.covers:
            try:
                amount = quantity.converted(unit)
            except ValueError:
                return None
            if number != line:
                return None
            taken[use.shipment] = max(taken.get(use.shipment, Decimal(0)), amount)
    return taken


def _shown(lot: Decimal | None, unit: str) -> str:
    return say("no quantity that can be read") if lot is None else str(Quantity(number=lot, unit=unit))


def _same(use: Use, report: Report) -> bool:
    """The same file, or another file with the same report number: one byte more makes no other inspection."""
    if use.report_sha256 == report.source.sha256:
        return True
    number = report.report_no
    return (
        number is not None
        and use.report_no is not None
        and fold_number(number.text) == fold_number(use.report_no)
    )
