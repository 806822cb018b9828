"""A characteristic can only be known at discharge: it is not due yet, and no report before shipment proves it.

What: what the contract gives `stage: discharge` is needed neither to load nor for the documents; it is listed as not
due, whether a report speaks of it or not. What a report gives against the goods counts all the same. Where a contract
lets a goods line be known only at discharge, altogether, no gate is released; where it lets it be known only at
loading, the goods may be loaded without any result, and a note says so.

Why: the condition on arrival is what the voyage leaves of the goods. A gate that waits for it never opens, and one
that takes a loading certificate for it opens too early.

Bad: every characteristic of the line has `stage: discharge`, and the loading certificate is to release it.
Good: caking has `stage: discharge` and is noted as not due; the other characteristics are proved before shipment.

Source: clause inspection.effect-discharge; CISG 36(2).
"""

from __future__ import annotations

from collections.abc import Iterator

from tradedocs.check.case import Case
from tradedocs.check.gates import due_at
from tradedocs.model.finding import Finding, Verdict
from tradedocs.model.spec import SpecLine
from tradedocs.ui import say

ID = "not-due"
RESTS_ON: tuple[str, ...] = ("inspection.pre-shipment", "inspection.at-discharge")


def check(case: Case) -> Iterator[Finding]:
    """A note for each such characteristic; HOLD for a line that has no other."""
    for line in case.lines:
        due = {due_at(item) for item in line.characteristics}
        if due == {None}:
            yield _nothing_due(line)
        elif "load" not in due:
            yield _nothing_before_loading(line)
    for item in case.examined:
        if item.characteristic.stage != "discharge":
            continue
        files = ", ".join(dict.fromkeys(seen.report.source.file for seen in item.seen))
        fact = (
            say("{name} is known only at discharge: {files} cannot prove it before shipment",
                name=item.characteristic.name, files=files)
            if files
            else say("{name} is known only at discharge: not due yet", name=item.characteristic.name)
        )  # fmt: skip
        yield Finding(
            rule=ID,
            severity=Verdict.RELEASE,
            message=fact,
            way_out=say("Keep it apart: have it inspected at the port of discharge."),
            places=tuple(seen.place for seen in item.seen),
            line=item.line.line,
            characteristic=item.characteristic.name,
        )  # fmt: skip


def _nothing_due(line: SpecLine) -> Finding:
    return Finding(
        rule=ID,
        severity=Verdict.HOLD,
        message=say("line {line}: the contract lets everything be known only at discharge", line=line.line),
        way_out=say(
            "Agree what is shown before shipment; this check cannot release a line of which nothing is due."
        ),
        line=line.line,
    )


def _nothing_before_loading(line: SpecLine) -> Finding:
    return Finding(
        rule=ID,
        severity=Verdict.RELEASE,
        message=say("line {line}: the contract lets everything be known only at loading; to be loaded, the goods need "
                    "no result", line=line.line),
        way_out=say("Have the goods inspected while they are loaded, and check again for the documents."),
        line=line.line,
    )  # fmt: skip
