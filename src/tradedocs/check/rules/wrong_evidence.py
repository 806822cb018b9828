"""A value meets the requirement, but the report cannot stand for the shipment.

What: where the contract calls for evidence drawn from the shipment, a laboratory report on a sample that the client
submitted does not count, however good its values are.

Why: such a report says of itself that its results refer to the sample tested only.

Bad: `evidence: shipment`, and a laboratory report on a submitted sample.
Good: `evidence: type-test`, and the same report; or a pre-shipment inspection.

Source: ISO/IEC 17025 7.8.2.1 l) (results relate only to the items tested).
"""

from __future__ import annotations

from collections.abc import Iterator

from tradedocs.check.case import Case
from tradedocs.check.evidence import may_prove
from tradedocs.check.gates import due_at
from tradedocs.model.finding import Finding, Verdict
from tradedocs.ui import say

ID = "wrong-evidence"
RESTS_ON: tuple[str, ...] = ("inspection.report",)


def check(case: Case) -> Iterator[Finding]:
    """HOLD for each characteristic that only such reports speak of."""
    for item in case.examined:
        offered = [seen for seen in item.seen if seen.report in case.reports_about(item.line)]
        if (
            due_at(item.characteristic) is None
            or not offered
            or any(may_prove(item.characteristic, seen.report) for seen in offered)
        ):
            continue
        files = ", ".join(dict.fromkeys(seen.report.source.file for seen in offered))
        yield Finding(
            rule=ID,
            severity=Verdict.HOLD,
            message=say("{name}: {files} does not speak for the shipment, but for a submitted sample or nobody says "
                        "who drew it", name=item.characteristic.name, files=files),
            way_out=say("Have the inspection body draw the sample from the finished goods."),
            places=tuple(seen.place for seen in offered),
            line=item.line.line,
            characteristic=item.characteristic.name,
        )  # fmt: skip
