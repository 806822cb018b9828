"""More defects were found than the plan accepts.

What: for each class the number found is compared with the acceptance number of the report. A report that concludes
PASS although a number is exceeded is rejected as well.

Bad: 15 minor defects found, 14 accepted.
Good: 14 minor defects found, 14 accepted.

Source: ISO 2859-1 (determination of acceptability).
"""

from __future__ import annotations

from collections.abc import Iterator

from tradedocs.check.case import Case, at
from tradedocs.model.finding import Finding, Verdict
from tradedocs.ui import say

ID = "aql-exceeded"


def check(case: Case) -> Iterator[Finding]:
    """REJECT for each class that exceeds its acceptance number, in whatever kind of report it stands."""
    for report, lines in zip(case.reports, case.about, strict=True):
        for row in report.aql:
            if row.doubt or row.found is None or row.accept is None or row.found <= row.accept:
                continue
            yield Finding(
                rule=ID,
                severity=Verdict.REJECT,
                message=say("{file}: {found} {what} defects found, {accept} accepted (sample of {n})",
                            file=report.source.file, found=row.found, what=row.defect_class, accept=row.accept,
                            n=row.sample_size if row.sample_size is not None else "?"),
                way_out=say("Do not ship. Sort or rework the lot and have it inspected again."),
                places=(at(report, row.place),),
                line=lines[0] if len(lines) == 1 else None,
            )  # fmt: skip
