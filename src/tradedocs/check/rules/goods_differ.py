"""A report is about other goods than the goods line.

What: where the contract gives each line a model and the report states one, the contract's must be among those stated.
Where no models can be compared, an inspection of the shipment must at least share a word with the description of a
line that it could be about.

Why: a report on other goods proves nothing about these. A valid report number with another product behind it is the
commonest forgery.

Bad: the contract sells model AL-9W-E27, the report is about AL-7W-E27; the contract sells sugar, the certificate is
about urea.
Good: the report names AL-9W-E27.
"""

from __future__ import annotations

from collections.abc import Iterator

from tradedocs.check.case import Case, at
from tradedocs.check.evidence import speaks_for_shipment
from tradedocs.check.models import names_model, share_a_word
from tradedocs.model.finding import Finding, Verdict
from tradedocs.model.report import Report, Stated
from tradedocs.model.spec import SpecLine
from tradedocs.ui import say

ID = "goods-differ"
RESTS_ON: tuple[str, ...] = ("inspection.report",)


def check(case: Case) -> Iterator[Finding]:
    """HOLD for each report that names other goods than those that it could be about."""
    for report, about in zip(case.reports, case.about, strict=True):
        lines = [line for line in case.lines if line.line in about or not about]
        stated = _other(report, lines)
        if stated is not None:
            sold = ", ".join(line.model or line.description for line in lines)
            yield Finding(
                rule=ID,
                severity=Verdict.HOLD,
                message=say("{file} is about {stated!r}, the contract sells {sold}", file=report.source.file,
                            stated=stated.text, sold=sold),
                way_out=say("Ask for the report on the goods of this contract."),
                places=(at(report, stated.place),),
            )  # fmt: skip


def _other(report: Report, lines: list[SpecLine]) -> Stated | None:
    """The fact that names other goods, or None."""
    model, goods = report.identity.model, report.goods
    models = [line.model for line in lines if line.model is not None]
    if model is not None and len(models) == len(lines):
        return None if any(names_model(model.text, one) for one in models) else model
    if goods is None or not speaks_for_shipment(report):
        return None
    sold = " ".join(f"{line.description} {line.description_zh or ''} {line.model or ''}" for line in lines)
    return None if share_a_word(sold, goods.text) else goods
