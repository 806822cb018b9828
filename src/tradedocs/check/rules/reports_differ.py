"""Two reports on one lot do not say the same.

What: of the reports on the shipment that may be about one lot (they state a lot in common, or one of them states none,
and their quantities are not parts that add up to the shipment), each gives the same values for a characteristic, the
same size of the lot, and the same numbers of its sampling inspection. The program never chooses among them. A report
that was replaced or answered is not held against the one that did it.

Why: one of them is wrong, or they are of different goods; the better one is no more true than the other.

Bad: one certificate finds moisture 0.03 %, another of the same cargo 0.05 %; both meet 0.06 %.
Good: the second certificate is a reissue of the first and says so; or each names its part of the cargo.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction
from itertools import combinations

from tradedocs.check.case import Case, Examined, Seen, at
from tradedocs.check.evidence import speaks_for_shipment
from tradedocs.check.names import fold, fold_number
from tradedocs.check.said import says_fail, says_pass
from tradedocs.check.stated import in_unit, lot_of
from tradedocs.model.base import Place
from tradedocs.model.finding import Finding, Verdict
from tradedocs.model.report import AqlRow, Report, Result
from tradedocs.model.spec import SpecLine, tolerated
from tradedocs.model.units import find, ratio
from tradedocs.ui import say

ID = "reports-differ"
RESTS_ON: tuple[str, ...] = ("inspection.report",)


def check(case: Case) -> Iterator[Finding]:
    """HOLD for each thing that two reports on one lot say differently."""
    for line in case.lines:
        about = [report for report in case.reports_about(line) if speaks_for_shipment(report)]
        for one, other in combinations(about, 2):
            if not _parts(case, line, one, other):
                yield from _values(case, line, one, other)
                yield from _lots(line, one, other)
                yield from _numbers(line, one, other)


def _parts(case: Case, line: SpecLine, one: Report, other: Report) -> bool:
    """Whether the two are plainly about different parts of the shipment."""
    lots = [{fold_number(lot.text) for lot in report.lots} for report in (one, other)]
    if lots[0] and lots[1]:
        return not lots[0] & lots[1]
    share = next(share.quantity for share in case.shipment.lines if share.line == line.line)
    counts = [
        None if (lot := lot_of(report)) is None else in_unit(lot, share.unit) for report in (one, other)
    ]
    if counts[0] is None or counts[1] is None:
        return False
    return counts[0] + counts[1] <= tolerated(share.number, line.tolerance)[1]


def _values(case: Case, line: SpecLine, one: Report, other: Report) -> Iterator[Finding]:
    for item in case.examined:
        if item.line is not line:
            continue
        first, second = _of(item, one), _of(item, other)
        if first and second and _known(item, first) != _known(item, second):
            words = [", ".join(dict.fromkeys(seen.result.shown for seen in each)) for each in (first, second)]
            yield _finding(line, one, other, item.characteristic.name, words[0], words[1],
                           (first[0].place, second[0].place), item.characteristic.name)  # fmt: skip


def _of(item: Examined, report: Report) -> tuple[Seen, ...]:
    return tuple(seen for seen in item.seen if seen.report.source.sha256 == report.source.sha256)


def _known(item: Examined, seen: tuple[Seen, ...]) -> frozenset[object]:
    return frozenset(_meant(one.result, item.characteristic.require.unit) for one in seen)


def _meant(result: Result, unit: str | None) -> object:
    """The value in the contract's unit, or its word; a pass is a pass in whatever words."""
    value = result.value
    if value.low is not None or value.high is not None:
        scale = _scale(result.unit, unit)
        if scale is not None:
            return value.kind, _times(value.low, scale), _times(value.high, scale)
        return value.kind, value.low, value.high, fold(result.unit or "")
    printed = result.result or result.verdict or ""
    return "pass" if says_pass(printed) else "fail" if says_fail(printed) else fold(printed)


def _scale(given: str | None, wanted: str | None) -> Fraction | None:
    if given is None or wanted is None:
        return None
    try:
        return ratio(find(given), find(wanted))
    except ValueError:
        return None


def _times(number: Decimal | None, scale: Fraction) -> Fraction | None:
    return None if number is None else Fraction(number) * scale


def _lots(line: SpecLine, one: Report, other: Report) -> Iterator[Finding]:
    first, second = one.quantities.lot, other.quantities.lot
    if first is None or second is None or not first.unit or not second.unit:
        return
    if fold(first.unit) == fold(second.unit) and first.number != second.number:
        places = (at(one, first.place), at(other, second.place))
        yield _finding(line, one, other, say("size of the lot"), first.text, second.text, places)


def _numbers(line: SpecLine, one: Report, other: Report) -> Iterator[Finding]:
    for row in one.aql:
        for against in other.aql:
            if row.defect_class == against.defect_class and _plain(row) != _plain(against):
                yield _finding(line, one, other, say("{what} defects", what=row.defect_class), _shown(row),
                               _shown(against), (at(one, row.place), at(other, against.place)))  # fmt: skip


def _plain(row: AqlRow) -> tuple[int | None, ...]:
    return row.sample_size, row.accept, row.reject, row.found


def _shown(row: AqlRow) -> str:
    numbers = ("?" if number is None else str(number) for number in (row.found, row.sample_size, row.accept))
    return say("{found} in {n}, accept {accept}", **dict(zip(("found", "n", "accept"), numbers, strict=True)))


def _finding(
    line: SpecLine, one: Report, other: Report, what: str, first: str, second: str, places: tuple[Place, ...],
    characteristic: str | None = None,
) -> Finding:  # fmt: skip
    return Finding(
        rule=ID,
        severity=Verdict.HOLD,
        message=say("line {line}: {what}: {one} says {first}, {other} says {second}", line=line.line, what=what,
                    one=one.source.file, first=first, other=other.source.file, second=second),
        way_out=say("Ask the issuers which is right, and for a reissue of the wrong one; or for the lot that each "
                    "report is about."),
        places=places,
        line=line.line,
        characteristic=characteristic,
    )  # fmt: skip
