"""A type test does not say that it is of the goods that are sold.

What: a report that is relied on as a type test must name the model of the goods line; where the line has no model,
its goods must share a word with the line's description. A report that names another model is held by goods-differ.

Why: a valid report of another product is the most common of all borrowed proofs.

Bad: the contract sells model WJ-1208, the laboratory tested "black plastic granules" and names no model.
Good: the laboratory's sample is described as "Junction box housing, model WJ-1208".

Source: ISO/IEC 17025 7.8.2.1 g) (the item is described and unambiguously identified).
"""

from __future__ import annotations

from collections.abc import Iterator

from tradedocs.check.case import Case, at
from tradedocs.check.models import mentions_model, share_a_word
from tradedocs.check.typetests import type_tests
from tradedocs.model.finding import Finding, Verdict
from tradedocs.model.report import Report
from tradedocs.model.spec import SpecLine
from tradedocs.ui import say

ID = "type-test-model"
RESTS_ON: tuple[str, ...] = ("inspection.report", "quality.specification")


def check(case: Case) -> Iterator[Finding]:
    """HOLD for each line and each such report that does not name it."""
    for line, report in type_tests(case):
        if report.identity.model is not None or _names(line, report):
            continue
        yield Finding(
            rule=ID,
            severity=Verdict.HOLD,
            message=say("{file}: the type test is of {goods!r} and does not name {sold}", file=report.source.file,
                        goods=report.goods.text if report.goods is not None else say("goods not named"),
                        sold=line.model or line.description),
            way_out=say("Ask the laboratory for a report that identifies the model of the sample."),
            places=(at(report, report.goods.place),) if report.goods is not None else (),
            line=line.line,
        )  # fmt: skip


def _names(line: SpecLine, report: Report) -> bool:
    stated = [
        fact.text for fact in (report.goods, report.identity.sample_no, *report.lots) if fact is not None
    ]
    if line.model is not None:
        return any(mentions_model(text, line.model) for text in stated)
    sold = f"{line.description} {line.description_zh or ''}"
    return report.goods is not None and share_a_word(sold, report.goods.text)
