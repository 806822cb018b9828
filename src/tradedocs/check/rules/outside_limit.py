"""A value does not meet its requirement.

What: exact comparison in the contract's unit; the bound itself is allowed unless the requirement says `<` or `>`.
Every specimen must meet it. Where a price scale is agreed, the limit is that of rejection: what lies between guarantee
and rejection is told by price-adjustment. A report that fails the characteristic in words counts as well. Adverse
values count from every report about the goods line, also from one that could not prove the contrary.

Bad: `require: <= 100 mg/kg`, and the report gives 8,853 mg/kg for one of six specimens.
Good: `require: <= 100 mg/kg`, and the report gives 100 mg/kg.

Source: CISG 35(1); PRC Civil Code 615.
"""

from __future__ import annotations

from collections.abc import Iterator

from tradedocs.check.case import Case
from tradedocs.check.conceding import conceded_words
from tradedocs.check.outcome import Outcome
from tradedocs.check.unclear import specimen_words
from tradedocs.model.finding import Finding, Verdict
from tradedocs.ui import say

ID = "outside-limit"
RESTS_ON: tuple[str, ...] = ("quality.specification", "inspection.decision-rule")


def check(case: Case) -> Iterator[Finding]:
    """REJECT for each failing value; under a concession that covers it, what the concession says."""
    for item in case.examined:
        for seen in item.seen:
            if seen.comparison.outcome is not Outcome.FAILS or seen.report not in case.reports_about(
                item.line
            ):
                continue
            yield Finding(
                rule=ID,
                severity=Verdict.REJECT if seen.conceded is None else Verdict.CONCESSION,
                message=say("line {line}: {name}{specimen}: {words}", line=item.line.line,
                            name=item.characteristic.name, specimen=specimen_words(seen.result.specimen),
                            words=seen.comparison.words),
                way_out=say("Do not ship. Sort, rework or replace the goods and have them inspected again.")
                if seen.conceded is None
                else conceded_words(seen.conceded),
                places=(seen.place,),
                line=item.line.line,
                characteristic=item.characteristic.name,
                conceded=seen.conceded,
            )  # fmt: skip
