"""The pages of a report, or its metadata, do not agree about which report it is and how many pages it has.

What: `page 2 of 5` counts on from page to page, names one total, and leaves no page out; the report's number at the
head or foot of every page is the one of the report; a number of the same kind in the file's title or subject is that
number too. Pages that state nothing, and a cover before page 1, are nothing to hold. Where one file holds several
reports, each is looked at on its own.

Why: a page that was taken out may hold the value that fails, and a page of another report says nothing of these goods.

Bad: the file has two pages, which call themselves page 1 of 3 and page 3 of 3.
Bad: page 2 bears the number OG-2031-775, all others OG-2031-774.
Bad: the title in the metadata is `Certificate OG-2030-112`, the report's number OG-2031-774.
Good: pages 1 to 3 of 3, with one number, and the title `Certificate of Analysis`.

Source: ISO/IEC 17025:2017, 7.8.2.1 d (identification that all components are part of one complete report, and its end).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from tradedocs.check.case import Case, at
from tradedocs.check.names import fold_number
from tradedocs.model.base import Place
from tradedocs.model.finding import Finding, Verdict
from tradedocs.model.report import PageStated, Report
from tradedocs.ui import say

ID = "report-inconsistent"
RESTS_ON: tuple[str, ...] = ("inspection.report",)
_SHORTEST = 6  # signs of a number that tells one report from others
_TOKEN = re.compile(r"[^\s,;:()\[\]'\"“”]+")


def check(case: Case) -> Iterator[Finding]:
    """HOLD for each contradiction about the report's pages and its number."""
    for report in case.reports:
        for message, pages in (*_miscounted(report), *_other_numbers(report), *_named_otherwise(report)):
            yield Finding(
                rule=ID,
                severity=Verdict.HOLD,
                message=message,
                way_out=say("Ask the issuer for the complete report as one file of its own."),
                places=tuple(at(report, Place(page=page)) for page in pages),
            )


def _miscounted(report: Report) -> Iterator[tuple[str, tuple[int, ...]]]:
    if not report.source.pages or any(item.page == 0 for item in report.unread):
        return
    for first, last in [(part.first_page, part.last_page) for part in report.parts] or [
        (1, report.source.pages)
    ]:
        stated = [item for item in report.pages_stated if first <= item.page <= last]
        wrong = _wrong_step(stated, first, last) if stated else None
        if wrong is not None:
            said = ", ".join(_said(item) for item in wrong)
            yield (
                say("{file}: the pages do not count on ({said}): pages are missing, doubled or of another report",
                    file=report.source.file, said=said),
                tuple(item.page for item in wrong),
            )  # fmt: skip


def _wrong_step(stated: Sequence[PageStated], first: int, last: int) -> tuple[PageStated, ...] | None:
    """The pages between which the counting breaks; None where it does not.

    Silent pages may stand anywhere; so numbers may go up by no more than the pages that the file has in between.
    """
    begin, end = stated[0], stated[-1]
    if begin.number > begin.page - first + 1:
        return (begin,)
    for one, two in pairwise(stated):
        step, room = two.number - one.number, two.page - one.page
        if not 0 < step <= room or (one.of is not None and two.of is not None and one.of != two.of):
            return (one, two)
    return (end,) if end.of is not None and end.of - end.number > last - end.page else None


def _said(item: PageStated) -> str:
    if item.of is None:
        return say("the file's page {page} is called {n}", page=item.page, n=item.number)
    return say("the file's page {page} is called {n} of {of}", page=item.page, n=item.number, of=item.of)


def _other_numbers(report: Report) -> Iterator[tuple[str, tuple[int, ...]]]:
    """Pages that bear another report's number and not this one's; several whole reports are another rule's matter."""
    if report.report_no is None or len(report.parts) > 1:
        return
    own = fold_number(report.report_no.text)
    named = {item.place.page for item in report.numbers_stated if _is_or_holds(fold_number(item.text), own)}
    others: dict[str, list[int]] = {}
    for item in report.numbers_stated:
        if item.place.page not in named:
            others.setdefault(item.text, []).append(item.place.page)
    for number, pages in others.items():
        yield (
            say("{file}: page {pages} bears the report number {other!r}, the report is {own!r}",
                file=report.source.file, pages=", ".join(map(str, sorted(set(pages)))), other=number,
                own=report.report_no.text),
            tuple(sorted(set(pages))),
        )  # fmt: skip


def _is_or_holds(number: str, own: str) -> bool:
    """Whether they are one number, or one goes on behind a sign (`R-1`, `R-1-A`, not `R-11`)."""
    short, long = sorted((number, own), key=len)
    return long == short or (long.startswith(short) and not long[len(short)].isalnum())


def _named_otherwise(report: Report) -> Iterator[tuple[str, tuple[int, ...]]]:
    """Metadata with a number of the same kind that is another one; a title with both names this report too."""
    if report.report_no is None:
        return
    own = fold_number(report.report_no.text)
    if len(own) < _SHORTEST or sum(char.isdigit() for char in own) < 3:
        return
    said = " ".join(text for text in (report.source.title, report.source.subject) if text)
    tokens = _TOKEN.findall(said)
    if any(_is_or_holds(fold_number(token), own) for token in tokens):
        return
    for token in tokens:
        if _shape(fold_number(token)) == _shape(own):
            yield (
                say("{file}: the file's metadata name the report {other!r}, the pages {own!r}",
                    file=report.source.file, other=token, own=report.report_no.text),
                (report.report_no.place.page,),
            )  # fmt: skip
            return


def _shape(number: str) -> str:
    """The number with every digit made equal: numbers of one series have one shape."""
    return re.sub(r"\d", "9", number)
