"""The list of defects and the AQL table of one inspection do not agree.

What: a line of the list that counts more defects of a class than the table found of that class. Lines are not added up:
a piece with several defects counts once in the table. A critical defect that is listed is one too many whatever the
table says.

Why: the number in the table decides on the lot, and the list shows what was really seen.

Bad: the list has "loose cap, major, 18", the table found 3 major defects.
Good: the list has "loose cap, major, 2" and "scratch, major, 2", the table found 3.

Source: ISO 2859-1 (nonconformities and nonconforming items); clause inspection.acceptance.
"""

from __future__ import annotations

from collections.abc import Iterator

from tradedocs.check.case import Case, at
from tradedocs.model.finding import Finding, Verdict
from tradedocs.model.report import Defect, Report
from tradedocs.ui import say

ID = "defects-differ"
RESTS_ON: tuple[str, ...] = ("inspection.acceptance", "inspection.report")


def check(case: Case) -> Iterator[Finding]:
    """HOLD for each line of a list that the table does not account for."""
    for report, lines in zip(case.reports, case.about, strict=True):
        for defect in report.defects:
            found = _found(report, defect)
            if found is None or defect.count is None or defect.count <= found:
                continue
            yield Finding(
                rule=ID,
                severity=Verdict.HOLD,
                message=say("{file}: {n} times {text!r} in the list of defects, but the table found {found} {what} "
                            "defects", file=report.source.file, n=defect.count, text=defect.text, found=found,
                            what=defect.defect_class),
                way_out=say("Ask the inspection body which number is right and for a corrected report."),
                places=(at(report, defect.place),),
                line=lines[0] if len(lines) == 1 else None,
            )  # fmt: skip


def _found(report: Report, defect: Defect) -> int | None:
    """What the table found of the defect's class; None where either is not plain."""
    rows = [row for row in report.aql if row.defect_class == defect.defect_class]
    if defect.doubt or not rows or any(row.doubt or row.found is None for row in rows):
        return None
    return max(row.found or 0 for row in rows)
