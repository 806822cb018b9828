"""A characteristic that can only be known at discharge is not due yet, and a report before shipment does not prove it.

What: where the contract says `stage: discharge`, a value of a report from before or at loading is no proof. What the
report gives against the goods counts all the same.

Why: the condition on arrival is what the voyage leaves of the goods.

Bad: `stage: discharge` for caking, and the loading certificate says "free flowing".
Good: the certificate of the survey at the port of discharge says so.

Source: clause inspection.effect-discharge; CISG 36(2).
"""

from __future__ import annotations

from collections.abc import Iterator

from tradedocs.check.case import Case
from tradedocs.model.finding import Finding, Verdict
from tradedocs.ui import say

ID = "not-due"
RESTS_ON: tuple[str, ...] = ("inspection.pre-shipment", "inspection.at-discharge")


def check(case: Case) -> Iterator[Finding]:
    """HOLD for each such characteristic that a report speaks of."""
    for item in case.examined:
        if item.characteristic.stage != "discharge" or not item.seen:
            continue
        files = ", ".join(dict.fromkeys(seen.report.source.file for seen in item.seen))
        yield Finding(
            rule=ID,
            severity=Verdict.HOLD,
            message=say("{name} is known only at discharge: {files} cannot prove it before shipment",
                        name=item.characteristic.name, files=files),
            way_out=say("Keep it apart: have it inspected at the port of discharge and check that report then."),
            places=tuple(seen.place for seen in item.seen),
            line=item.line.line,
            characteristic=item.characteristic.name,
        )  # fmt: skip
