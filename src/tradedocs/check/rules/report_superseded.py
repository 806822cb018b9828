"""A report says that it replaces an earlier one.

What: a reissue replaces a report only with the same issuer (a branch of it is it), the same lot, a number that is the
earlier one with a mark of revision behind it (`-R1`, `REV.1`, `_1`, `A`), an explicit statement that names that
number, and a later date. Then the earlier report no longer counts. Where it spoke against the goods, both are shown
and a person asks the issuer before anything is shipped. Where something is missing, both reports count. A reissue of a
report that nobody has seen is held, because what it changed is not known.

Why: a report that fails is easily followed by one that passes; only its issuer can take it back.

Bad: report TB-0417 finds moisture 0.09 %, and TB-0522 of another laboratory says that it replaces it.
Good: TB-0417-R1 of the same branch, two days later, "supersedes report no. TB-0417", which had found the same values.

Source: ISO/IEC 17025 7.8.8.3; ISO/IEC 17020 7.4.5 (corrected reports are identified and name the original).
"""

from __future__ import annotations

from collections.abc import Iterator

from tradedocs.check.case import Case, Reply, at
from tradedocs.model.finding import Adverse, Finding, Remembered, Verdict
from tradedocs.ui import say

ID = "report-superseded"
RESTS_ON: tuple[str, ...] = ("inspection.report",)


def check(case: Case) -> Iterator[Finding]:
    """HOLD for each reissue that does not plainly replace, or that replaces adverse evidence; else a note."""
    for reply in case.replies:
        if reply.kind == "reissue":
            yield _finding(case, reply)


def _finding(case: Case, reply: Reply) -> Finding:
    severity, message, way_out = _said(case, reply)
    place = at(reply.by, reply.cited.place)
    return Finding(rule=ID, severity=severity, message=message, way_out=way_out, places=(place,))


def _said(case: Case, reply: Reply) -> tuple[Verdict, str, str]:
    new, old, number = reply.by.source.file, reply.old, reply.cited.number
    if old is None:
        return (
            Verdict.HOLD,
            say("{new} says that it replaces report {number}, which is not here", new=new, number=number),
            say("Give the replaced report as well, so that what changed can be seen."),
        )
    if reply.lacks:
        return (
            Verdict.HOLD,
            say("{new} says that it replaces {old} ({number}), but both count: {lacks}", new=new, old=old.file,
                number=number, lacks="; ".join(reply.lacks)),
            say("Ask the issuer of the earlier report whether it was replaced, and for a reissue that says so."),
        )  # fmt: skip
    if old.adverse:
        return (
            Verdict.HOLD,
            say("{new} replaces {old} ({number}), which found: {was}; the reissue gives: {now}", new=new,
                old=recorded(old), number=number, was=found(old.adverse), now=_now(case, reply)),
            say("Ask the issuer, by its own channel, whether and why it changed its report; then a person resolves "
                "this finding: tradedocs resolve."),
        )  # fmt: skip
    return (
        Verdict.RELEASE,
        say("{new} replaces {old} ({number}), which found nothing against the goods", new=new, old=recorded(old),
            number=number),
        say("Keep both with the shipment's papers."),
    )  # fmt: skip


def _now(case: Case, reply: Reply) -> str:
    """What the reissue says of each thing that the earlier report found."""
    assert reply.old is not None
    told = [words for one in reply.old.adverse if (words := now(case, reply, one))]
    return "; ".join(dict.fromkeys(told)) or say("nothing of it")


def now(case: Case, reply: Reply, one: Adverse) -> str | None:
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
