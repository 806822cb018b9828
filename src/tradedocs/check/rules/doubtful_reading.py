"""A value was read, but not with certainty.

What: the reading itself says what is doubtful by reason codes (docs/report-json.md).

Why: a doubtful value is no proof in either direction.

Bad: `1,234` in a report that shows no rule for its comma.
Good: the same value in a report that also prints `0,5`.
"""

from __future__ import annotations

from collections.abc import Iterator

from tradedocs.check.case import Case, at
from tradedocs.check.evidence import speaks_for_shipment
from tradedocs.check.unclear import unclear_findings
from tradedocs.model.finding import Finding, Verdict
from tradedocs.model.report import Report
from tradedocs.ui import say

ID = "doubtful-reading"
RESTS_ON: tuple[str, ...] = ("inspection.report",)


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
                    about=row,
                )  # fmt: skip
        if speaks_for_shipment(report):
            yield from _header(report, way_out)


def _header(report: Report, way_out: str) -> Iterator[Finding]:
    identity, quantities = report.identity, report.quantities
    facts = {
        say("issuer"): report.issuer,
        say("report number"): report.report_no,
        say("contract number"): identity.contract_no,
        say("model"): identity.model,
        say("conclusion"): report.conclusion_stated,
        say("quantity"): quantities.lot or quantities.inspected or quantities.ordered,
    }
    for name, fact in facts.items():
        if fact is not None and fact.doubt:
            yield Finding(
                rule=ID,
                severity=Verdict.HOLD,
                message=say("{file}: the {name} {text!r} was read with doubt: {codes}", file=report.source.file,
                            name=name, text=fact.text, codes=", ".join(fact.doubt)),
                way_out=way_out,
                places=(at(report, fact.place),),
                about=fact,
            )  # fmt: skip
