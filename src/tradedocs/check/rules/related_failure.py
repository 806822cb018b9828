"""A row that looks like a further value of a characteristic does not meet its requirement.

What: a row whose name begins with the name of a characteristic (`Moisture - retest`, `Moisture, sub-lot 2`), which no
characteristic of the contract answers for, and whose value would fail that characteristic.

Why: the name is not the contract's, so the value proves nothing; but a person has to see it before anything is shipped.

Bad: Moisture 0.03 %, and below it "Moisture, sub-lot 2" 0.09 %, with a limit of 0.06 %.
Good: Moisture 0.03 %, and "Moisture, sub-lot 2" 0.04 %.
"""

from __future__ import annotations

from collections.abc import Iterator

from tradedocs.check.case import Case, at
from tradedocs.check.compare import compare
from tradedocs.check.names import begins_with
from tradedocs.check.outcome import Outcome
from tradedocs.model.finding import Finding, Verdict
from tradedocs.model.report import Result
from tradedocs.ui import say

ID = "related-failure"
RESTS_ON: tuple[str, ...] = ("quality.specification",)


def check(case: Case) -> Iterator[Finding]:
    """HOLD for each such row."""
    for _, finding in by_row(case):
        yield finding


def by_row(case: Case) -> Iterator[tuple[Result, Finding]]:
    """Each finding with the row that it is about."""
    named = {id(seen.result) for item in case.examined for seen in item.seen}
    for item in case.examined:
        for report in case.reports_about(item.line):
            for row in report.results:
                if id(row) in named or not begins_with(item.characteristic, row.parameter):
                    continue
                comparison = compare(item.characteristic.require, row)
                if comparison.outcome is Outcome.FAILS:
                    yield row, Finding(
                        rule=ID,
                        severity=Verdict.HOLD,
                        message=say("{file}: {name}: {words}", file=report.source.file, name=row.parameter,
                                    words=comparison.words),
                        way_out=say("Ask the issuer what this value is of; if it is of these goods, do not ship."),
                        places=(at(report, row.place),),
                        line=item.line.line,
                        characteristic=item.characteristic.name,
                    )  # fmt: skip
