"""A characteristic has no value for a specimen that the report tested beside it.

What: where a report names specimens, each characteristic must have a value for every specimen that other rows of the
same page and section give together with its own. A blank cell is a missing value.

Why: each specimen must meet the requirement, and the one that was left out may be the one that fails.

Bad: five pieces were measured; the length of the fifth is blank.
Good: five pieces were measured, and five lengths are given.
"""

from __future__ import annotations

from collections.abc import Iterator

from tradedocs.check.case import Case, Examined
from tradedocs.model.finding import Finding, Verdict
from tradedocs.model.report import Report
from tradedocs.ui import say

ID = "specimen-missing"
RESTS_ON: tuple[str, ...] = ("inspection.acceptance",)


def check(case: Case) -> Iterator[Finding]:
    """HOLD for each characteristic with fewer specimens than its neighbours."""
    for item in case.examined:
        for report in {seen.report.source.sha256: seen.report for seen in item.seen}.values():
            missing = _missing(item, report)
            if missing:
                yield Finding(
                    rule=ID,
                    severity=Verdict.HOLD,
                    message=say("{file}: {name} has no value for specimen {missing}", file=report.source.file,
                                name=item.characteristic.name, missing=", ".join(missing)),
                    way_out=say("Ask the issuer for the missing value."),
                    places=tuple(seen.place for seen in item.seen if seen.report is report),
                    line=item.line.line,
                    characteristic=item.characteristic.name,
                )  # fmt: skip


def _missing(item: Examined, report: Report) -> tuple[str, ...]:
    rows = [seen.result for seen in item.seen if seen.report is report]
    own = {row.specimen for row in rows if row.specimen is not None}
    pages = {row.place.page for row in rows}
    beside: dict[tuple[str | None, str], set[str]] = {}
    for row in report.results:
        if row.specimen is not None and row.place.page in pages:
            beside.setdefault((row.section, row.parameter), set()).add(row.specimen)
    tested = set().union(*(specimens for specimens in beside.values() if specimens & own))
    return tuple(sorted(tested - own)) if own else ()
