"""One report gives several different values for the same characteristic of the same specimen.

What: the program never chooses among them, and never takes the best. One figure that is written with fewer digits, or
in another unit of the same kind (`285.255 mg/g` and `28.525 %`), is one value; each of them must meet the requirement.

Why: one of them is wrong, or they are of different things that the report does not tell apart.

Bad: a summary says moisture 0.03 %, the table on the next page 0.05 %.
Good: a summary says 0.7 %, the table 0.700 %; or each value names its specimen.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from tradedocs.check.case import Case, Seen
from tradedocs.check.sameness import all_the_same
from tradedocs.check.unclear import specimen_words
from tradedocs.model.finding import Finding, Verdict
from tradedocs.ui import say

ID = "values-differ"
RESTS_ON: tuple[str, ...] = ("inspection.report",)


def check(case: Case) -> Iterator[Finding]:
    """HOLD for each specimen with more than one value."""
    for item in case.examined:
        for (_, specimen), group in groupby(sorted(item.seen, key=_specimen), key=_specimen):
            seen = tuple(group)
            if all_the_same(tuple(one.result for one in seen)):
                continue
            values = dict.fromkeys(one.result.shown for one in seen)
            yield Finding(
                rule=ID,
                severity=Verdict.HOLD,
                message=say("{file}: {name}{specimen} has {n} different values: {values}",
                            file=seen[0].report.source.file, name=item.characteristic.name,
                            specimen=specimen_words(specimen), n=len(values),
                            values=", ".join(values)),
                way_out=say("Ask the issuer which value is right and for a corrected report."),
                places=tuple(one.place for one in seen),
                line=item.line.line,
                characteristic=item.characteristic.name,
            )  # fmt: skip


def _specimen(seen: Seen) -> tuple[str, str]:
    return seen.report.source.sha256, seen.result.specimen or ""
