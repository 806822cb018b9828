"""A report holds more than its pages: programs, layers, form fields, notes, other files.

What: a program or an action that runs when the file or a page is opened; layers that are switched off, or that one of
screen and print shows and the other not; a form that replaces the pages; a filled form field; a stamp, a text note or
another annotation over a page; a link that runs something; files inside of the file; data before or behind it, or a
second file; a table of its objects that is not where the file says, or an object that says one thing twice. Plain links
and signatures are none of these.

Why: each of them shows a person something else than the pages say, or can be changed after the report was issued, by
whoever has the file. What an attached file says is not read: it may be the revised report.

Bad: a text note with 12.5 lies over the printed 14.2.
Bad: the field `moisture` holds 12.5, and a program writes it when the file is opened.
Good: pages with text, and links to the issuer's web page.

Source: ISO 32000-2:2020, 8.11 (optional content), 12.5 (annotations), 12.6 (actions), 12.7 (forms).
"""

from __future__ import annotations

from collections.abc import Iterator

from tradedocs.check.case import Case, at
from tradedocs.model.base import Place
from tradedocs.model.finding import Finding, Verdict
from tradedocs.ui import say

ID = "report-active-content"
RESTS_ON: tuple[str, ...] = ("inspection.report",)
CODES = frozenset(
    {
        "script",
        "layers",
        "attachment",
        "xfa-form",
        "foreign-data",
        "lost-table",
        "doubled-key",
        "form-field",
        "annotation",
    }
)


def check(case: Case) -> Iterator[Finding]:
    """HOLD for each thing that a report holds beside its pages."""
    for report in case.reports:
        for item in report.unread:
            if item.code not in CODES:
                continue
            yield Finding(
                rule=ID,
                severity=Verdict.HOLD,
                message=say("{file}: page {page}: {why}", file=report.source.file, page=item.page, why=item.why)
                if item.page
                else say("{file}: {why}", file=report.source.file, why=item.why),
                way_out=say("Ask the issuer for the report as plain pages: without forms, notes, layers, programs and "
                            "files inside. A note or an attached file must be read by a person."),
                places=(at(report, Place(page=item.page)),) if item.page else (),
            )  # fmt: skip
