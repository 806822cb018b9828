"""With several goods lines, a report cannot be tied to one of them.

What: the report names no line's model or description, or it names more than one. Evidence for one line never
stands for another, so such a report supports no line; what it says against the goods still counts.

Bad: a contract of two lamp models, and a report on "LED lamps".
Good: the report names the model as the contract does.
"""

from __future__ import annotations

from collections.abc import Iterator

from tradedocs.check.case import Case
from tradedocs.model.finding import Finding, Verdict
from tradedocs.ui import say

ID = "report-unattributed"
RESTS_ON: tuple[str, ...] = ("inspection.report",)


def check(case: Case) -> Iterator[Finding]:
    """HOLD for each report that could be about more than one line."""
    for report, lines in zip(case.reports, case.about, strict=True):
        if len(lines) < 2 or not report.source.pages:
            continue
        goods = report.goods.text if report.goods is not None else say("nothing")
        yield Finding(
            rule=ID,
            severity=Verdict.HOLD,
            message=say("{file} names {goods!r} as the goods, which could be lines {lines}", file=report.source.file,
                        goods=goods, lines=", ".join(map(str, lines))),
            way_out=say("Ask the issuer to name the model of the line, one report for each line."),
        )  # fmt: skip
