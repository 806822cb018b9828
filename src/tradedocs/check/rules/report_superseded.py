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

from tradedocs.check.case import Case, Reply
from tradedocs.check.replies import findings_on, found, now, recorded
from tradedocs.model.finding import Finding, Verdict
from tradedocs.ui import say

ID = "report-superseded"
RESTS_ON: tuple[str, ...] = ("inspection.report",)


def check(case: Case) -> Iterator[Finding]:
    """HOLD for each reissue that does not plainly replace, or that replaces adverse evidence; else a note."""
    yield from findings_on(case, ID, "reissue", _said)


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
                old=recorded(old), number=number, was=found(old.adverse), now=now(case, reply) or say("nothing of it")),
            say("Ask the issuer, by its own channel, whether and why it changed its report; then a person resolves "
                "this finding: tradedocs resolve."),
        )  # fmt: skip
    return (
        Verdict.RELEASE,
        say("{new} replaces {old} ({number}), which found nothing against the goods", new=new, old=recorded(old),
            number=number),
        say("Keep both with the shipment's papers."),
    )  # fmt: skip
