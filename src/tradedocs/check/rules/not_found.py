"""A characteristic that the contract calls for is in none of the reports.

What: no row of a report about this goods line has its name, its Chinese name or one of its aliases.

Why: missing is never passed.

Bad: the contract calls for moisture, the certificate gives polarisation and colour only.
Good: the certificate gives moisture, or the contract lists the certificate's word for it under `aliases`.
"""

from __future__ import annotations

from collections.abc import Iterator

from tradedocs.check.case import Case
from tradedocs.model.finding import Finding, Verdict
from tradedocs.ui import say

ID = "not-found"
RESTS_ON: tuple[str, ...] = ("inspection.pre-shipment",)


def check(case: Case) -> Iterator[Finding]:
    """HOLD for each characteristic without a result in a report about its line."""
    for item in case.examined:
        if any(seen.report in case.reports_about(item.line) for seen in item.seen):
            continue
        yield Finding(
            rule=ID,
            severity=Verdict.HOLD,
            message=say("line {line}: no report gives {name} ({require})", line=item.line.line,
                        name=item.characteristic.name, require=item.characteristic.require.shown),
            way_out=say("Get it from the inspection body, or add the name that the report uses to `aliases`."),
            line=item.line.line,
            characteristic=item.characteristic.name,
        )  # fmt: skip
