"""A report names another model than the goods line.

What: the contract gives the line a model and the report states a model, and the contract's is not in it.

Why: a report on other goods proves nothing about these. A valid report number with another product behind it is the
commonest forgery.

Bad: the contract sells model AL-9W-E27, the report is about AL-7W-E27.
Good: the report names AL-9W-E27.
"""

from __future__ import annotations

from collections.abc import Iterator

from tradedocs.check.case import Case, at
from tradedocs.check.names import fold
from tradedocs.model.finding import Finding, Verdict
from tradedocs.ui import say

ID = "goods-differ"


def check(case: Case) -> Iterator[Finding]:
    """HOLD where the stated model is another one."""
    for line in case.lines:
        for report in case.reports_about(line):
            stated = report.identity.model
            if line.model is None or stated is None or fold(line.model) in fold(stated.text):
                continue
            yield Finding(
                rule=ID,
                severity=Verdict.HOLD,
                message=say("{file} is about {stated!r}, line {line} is {model!r}", file=report.source.file,
                            stated=stated.text, line=line.line, model=line.model),
                way_out=say("Ask for the report on the goods of this contract."),
                places=(at(report, stated.place),),
                line=line.line,
            )  # fmt: skip
