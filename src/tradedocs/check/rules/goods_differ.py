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
from tradedocs.check.models import names_model
from tradedocs.model.finding import Finding, Verdict
from tradedocs.ui import say

ID = "goods-differ"


def check(case: Case) -> Iterator[Finding]:
    """HOLD where the stated model is none of those that the report could be about."""
    for report, about in zip(case.reports, case.about, strict=True):
        stated = report.identity.model
        lines = [line for line in case.lines if line.line in about or not about]
        models = [line.model for line in lines if line.model is not None]
        if (
            stated is None
            or len(models) < len(lines)
            or any(names_model(stated.text, model) for model in models)
        ):
            continue
        yield Finding(
            rule=ID,
            severity=Verdict.HOLD,
            message=say("{file} is about {stated!r}, the contract sells {models}", file=report.source.file,
                        stated=stated.text, models=", ".join(models)),
            way_out=say("Ask for the report on the goods of this contract."),
            places=(at(report, stated.place),),
        )  # fmt: skip
