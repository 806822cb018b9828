"""A report was changed after it was first written, and the file still holds what it said before.

What: a PDF is changed by appending to it, so the earlier revisions are still there. Each is held against what the file
shows now: the words of every page, and how the pages look. A revision that only adds a signature, a note or other
metadata changes neither. Values that the verdict rests on are named first, with what they were and what they are.
Whether a signature in the file still holds is the matter of `report-signature`.

Why: the last revision is the only one that a reader shows; an issued value that was overwritten looks as good as new.
Held is also a file whose earlier revision cannot be opened, because nobody can say what was changed.

Bad: the first revision says Moisture 14.2, the second, written by an editor, says 12.5.
Good: the file was saved a second time with a signature, and every page says what it said.

Source: ISO 32000-2:2020, 7.5.6 (incremental updates).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tradedocs.check.case import Case, at
from tradedocs.check.touching import touch
from tradedocs.model.base import Place
from tradedocs.model.finding import Finding, Verdict
from tradedocs.model.report import Report, Result
from tradedocs.model.reportfile import Revision, Rewording
from tradedocs.ui import say

ID = "report-revised"
RESTS_ON: tuple[str, ...] = ("inspection.report",)
_NAMED = 5


def check(case: Case) -> Iterator[Finding]:
    """HOLD for each report that shows something else than an earlier revision."""
    for report in case.reports:
        changed = [revision for revision in report.revisions if revision.change != "none"]
        if changed:
            relied = [one.result for item in case.examined for one in item.seen if one.report is report]
            yield _finding(report, changed[0], relied)


def _finding(report: Report, revision: Revision, relied: Sequence[Result]) -> Finding:
    words = sorted(revision.words, key=lambda item: _named_by(item, relied) is None)
    return Finding(
        rule=ID,
        severity=Verdict.HOLD,
        message=say("{file} was changed after it was written (revision {n} of {of}): {what}{by}",
                    file=report.source.file, n=revision.number, of=report.source.revisions,
                    what=_what(revision, words, relied), by=_by(report, revision)),
        way_out=say("Ask the issuer, by the address that you know and not by the sender's, which of the two it issued, "
                    "and for its own file."),
        places=tuple(at(report, item.place) for item in words),
    )  # fmt: skip


def _what(revision: Revision, words: Sequence[Rewording], relied: Sequence[Result]) -> str:
    if revision.change == "unknown":
        return say("what was changed cannot be told")
    if revision.change == "pages":
        return say("it had another number of pages")
    if revision.change == "picture":
        return say("a page looked otherwise, with the same words")
    named = "; ".join(dict.fromkeys(_said(item, _named_by(item, relied)) for item in words[:_NAMED]))
    more = say(" and {n} more", n=len(words) - _NAMED) if len(words) > _NAMED else ""
    return named + more


def _said(item: Rewording, name: str | None) -> str:
    where = name or say("page {page}", page=item.place.page)
    if item.before is None:
        return say("{where}: {after!r} was added", where=where, after=item.after)
    if item.after is None:
        return say("{where}: {before!r} was taken out", where=where, before=item.before)
    return say("{where}: {before!r} is now {after!r}", where=where, before=item.before, after=item.after)


def _named_by(item: Rewording, relied: Sequence[Result]) -> str | None:
    """The parameter whose value stands where the words changed; None for no value that the verdict rests on."""
    return next((result.parameter for result in relied if _is_at(item.place, result.place)), None)


def _is_at(a: Place, b: Place) -> bool:
    return a.page == b.page and a.box is not None and b.box is not None and touch(a.box, b.box)


def _by(report: Report, revision: Revision) -> str:
    """Which program saved it last, where that is another one than before."""
    if report.source.producer is None or report.source.producer == revision.producer:
        return ""
    before = revision.producer or say("an unnamed program")
    return say(" (written by {before}, saved by {after})", before=before, after=report.source.producer)
