"""A report says that it inspects goods again that had failed.

What: a re-inspection answers a failed report when it cites that report's number, is about the same goods, says what
rework was done (or the record of it is given with `--rework FILE`), rests on a sample drawn later than the failed one,
and examines again every class and every characteristic that had failed: at the contract's sampling plan or a tightened
one, with no fewer values, all of which meet the contract. Then the failed report no longer rejects, and both are shown.
The failed report proves nothing any more either: what the re-inspection did not examine is missing. Where anything is
missing, the failed report stands.

Why: a second sample of the same goods passes by luck; a rejected lot may be submitted again only after it was sorted or
reworked.

Bad: 18 major defects in 315 pieces; a week later another report finds 9 and says nothing of the first.
Good: "Re-inspection after report TB-0417; rework record RW-77; sample 315, 9 major defects found, accept 14".

Source: ISO 2859-1 (resubmitted lots); clause inspection.resubmission.
"""

from __future__ import annotations

from collections.abc import Iterator

from tradedocs.check.case import Case, Reply
from tradedocs.check.replies import findings_on, found, now, recorded
from tradedocs.model.finding import Finding, Verdict
from tradedocs.ui import say

ID = "re-inspected"
RESTS_ON: tuple[str, ...] = ("inspection.resubmission", "inspection.acceptance")


def check(case: Case) -> Iterator[Finding]:
    """HOLD for each re-inspection that answers nothing; a note for each that does."""
    yield from findings_on(case, ID, "re-inspection", _said)


def _said(case: Case, reply: Reply) -> tuple[Verdict, str, str]:
    new, old, number = reply.by.source.file, reply.old, reply.cited.number
    if old is None:
        return (
            Verdict.HOLD,
            say("{new} inspects again what report {number} had found, and that report is not here", new=new,
                number=number),
            say("Give the failed report as well, so that what had failed can be seen."),
        )  # fmt: skip
    if reply.lacks:
        return (
            Verdict.HOLD,
            say("{new} does not answer {old} ({number}); it lacks: {lacks}", new=new, old=recorded(old), number=number,
                lacks="; ".join(reply.lacks)),
            say("Get a re-inspection that holds all of it; the record of the rework may be given with --rework FILE."),
        )  # fmt: skip
    rework = reply.by.rework.text if reply.by.rework is not None else case.standing.rework
    was = found(old.adverse) or say("nothing against the goods")
    return (
        Verdict.RELEASE,
        say("{old} ({number}) found: {was}; rework: {rework}; {new} found: {now}", old=recorded(old), number=number,
            was=was, rework=repr(rework), new=new,
            now=now(case, reply) or say("nothing against the goods")),
        say("Keep both reports and the record of the rework with the shipment's papers."),
    )  # fmt: skip
