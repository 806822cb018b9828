"""A value was read, but not with certainty.

What: the reading itself says what is doubtful by reason codes (docs/report-json.md).

Why: a doubtful value is no proof in either direction.

Bad: `1,234` in a report that shows no rule for its comma.
Good: the same value in a report that also prints `0,5`.
"""

from __future__ import annotations

from collections.abc import Iterator

from tradedocs.check.case import Case, at
from tradedocs.check.unclear import unclear_findings
from tradedocs.model.finding import Finding, Verdict
from tradedocs.ui import say

ID = "doubtful-reading"


def check(case: Case) -> Iterator[Finding]:
    """HOLD for each doubtful value, AQL row or quantity that the verdict would rest on."""
    way_out = say("Look at the value in the report; ask the issuer where it is not plain.")
    yield from unclear_findings(case, ID, {"doubt"}, way_out)
    for report in case.reports:
        for row in report.aql:
            if row.doubt:
                yield Finding(
                    rule=ID,
                    severity=Verdict.HOLD,
                    message=say("{file}: the AQL row for {what} defects was read with doubt: {codes}",
                                file=report.source.file, what=row.defect_class, codes=", ".join(row.doubt)),
                    way_out=way_out,
                    places=(at(report, row.place),),
                )  # fmt: skip
