"""What a report says of an earlier one, as findings: that it replaces it, or inspects the same goods again."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Literal

from tradedocs.check.case import Case, Reply, at
from tradedocs.model.finding import Adverse, Finding, Remembered, Verdict
from tradedocs.ui import say


def findings_on(
    case: Case,
    rule: str,
    kind: Literal["reissue", "re-inspection"],
    said: Callable[[Case, Reply], tuple[Verdict, str, str]],
) -> Iterator[Finding]:
    """A finding of the rule for each such reply; `said` gives its severity, message and way out."""
    for reply in case.replies:
        if reply.kind == kind:
            severity, message, way_out = said(case, reply)
            place = at(reply.by, reply.cited.place)
            yield Finding(rule=rule, severity=severity, message=message, way_out=way_out, places=(place,))


def now(case: Case, reply: Reply) -> str:
    """What the later report says of each thing that the earlier one found; empty where it says nothing of them."""
    assert reply.old is not None
    told = [words for one in reply.old.adverse if (words := _of(case, reply, one))]
    return "; ".join(dict.fromkeys(told))


def _of(case: Case, reply: Reply, one: Adverse) -> str | None:
    """What the later report says of one thing that the earlier one found."""
    sha256 = reply.by.source.sha256
    if one.defect_class is not None:
        rows = [row for row in reply.by.aql if row.defect_class == one.defect_class]
        return next(
            (say("{what}: {found} found, accept {accept}", what=row.defect_class, found=row.found, accept=row.accept)
             for row in rows), None)  # fmt: skip
    for item in case.examined:
        if (item.line.line, item.characteristic.name) == (one.line, one.characteristic):
            values = [seen.result.shown for seen in item.seen if seen.report.source.sha256 == sha256]
            return f"{one.characteristic}: {', '.join(values)}" if values else None
    if one.characteristic is None and reply.by.conclusion is not None:
        return say("conclusion: {conclusion}", conclusion=reply.by.conclusion)
    return None


def found(adverse: tuple[Adverse, ...]) -> str:
    """What a report says against the goods, in one text."""
    return "; ".join(dict.fromkeys(one.message for one in adverse))


def recorded(old: Remembered) -> str:
    """The earlier report's file, and its ledger row where it is not at hand."""
    return old.file if old.row is None else say("{file} (ledger row {row})", file=old.file, row=old.row)
