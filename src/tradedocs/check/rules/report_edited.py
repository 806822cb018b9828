"""A report's metadata say that it went through another program, or was changed long after it was issued.

What: the file's metadata name a program for editing files; or an earlier revision in the file was written by another
program, and what the pages show is the same (a program that signs is none); or the date of the last change lies more
than 30 days after the report's date. Each is a note: many bodies stamp or shrink their reports with such programs, and
send them again later.

Why: whoever asks the issuer for its own file should know what to ask about.

Bad: `Producer` names an online editor, and the last change is of four months after the report's date.
Good: written by the laboratory's system on the day of the report.

Source: ISO 32000-2:2020, 14.3.3 (document information dictionary).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tradedocs.check.case import Case
from tradedocs.model.finding import Finding, Verdict
from tradedocs.model.report import Report
from tradedocs.ui import say

ID = "report-edited"
RESTS_ON: tuple[str, ...] = ("inspection.report",)
_LONG = 30  # days
# Programs by which a person changes a finished PDF; those that only write one from other files are none.
_EDITORS = re.compile(
    r"\b(ilovepdf|smallpdf|sejda|pdfescape|pdffiller|dochub|pdf24|pdfelement|soda pdf|nitro|phantompdf|pdfill"
    r"|foxit\s+(?:\w+\s+)?editor|pdf-xchange editor|wondershare|master pdf|infix|pdf candy|pdf2go|acrobat pro"
    r"|acrobat \d+(?:\.\d+)? paper capture|photoshop|illustrator|coreldraw|inkscape|gimp|libreoffice draw|canva)\b",
    re.I,
)


def check(case: Case) -> Iterator[Finding]:
    """A note for each report that another program changed, or that was changed late."""
    for report in case.reports:
        said = list(_signs(report))
        if said:
            yield Finding(
                rule=ID,
                severity=Verdict.RELEASE,
                message=say("{file}: {what}", file=report.source.file, what="; ".join(said)),
                way_out=say(
                    "Where anything else about the report is in doubt, ask the issuer for its own file."
                ),
            )


def _signs(report: Report) -> Iterator[str]:
    source = report.source
    programs = " ".join(text for text in (source.producer, source.creator) if text)
    editor = _EDITORS.search(programs)
    if editor:
        yield say("its metadata name a program for editing: {program}", program=editor[0])
    others = {r.producer for r in report.revisions if r.producer and r.change == "none"}
    others = {name for name in others if source.producer and not source.producer.startswith(name)}
    if others and source.producer and not source.signed:
        yield say("it was written by {before} and saved again by {after}", before=", ".join(sorted(others)),
                  after=source.producer)  # fmt: skip
    if source.modified is not None and report.issue_date is not None:
        late = (source.modified.date() - report.issue_date.value).days
        if late > _LONG:
            yield say("it was last changed on {on}, {n} days after the report's date", n=late,
                      on=source.modified.date().isoformat())  # fmt: skip
