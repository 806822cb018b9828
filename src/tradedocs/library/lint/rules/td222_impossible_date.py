"""A date does not exist, its weekday is another one, or a period ends before it begins.

What: `31 April 2026`, `2026-02-30`, `2026年4月31日`, `Monday, 3 March 2026` (a Tuesday), `from 1 May 2026 to 30 April
2026` in the text of a clause; dates that there are not among its sources.

Why: a period that begins on a day that there is not has no beginning.

Bad: `from 31 April 2026`
Good: `from 30 April 2026`

Source: the Gregorian calendar.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from tradedocs.library.found import Found
from tradedocs.library.lint.case import LintCase
from tradedocs.model.lint import Severity
from tradedocs.ui import say

ID = "TD222"
SEVERITY: Severity = "error"
SUPPRESSIBLE = False
EXACT = True
GATE = False

_MONTHS = "january february march april may june july august september october november december".split()
_DAYS = "monday tuesday wednesday thursday friday saturday sunday".split()
_MONTH, _DAY = "|".join(_MONTHS), "|".join(_DAYS)
_FORMS = (
    re.compile(
        rf"(?:\b(?P<w>{_DAY})\b,?\s+)?\b(?P<d>\d{{1,2}})(?:st|nd|rd|th)?\s+(?P<m>{_MONTH})\s+(?P<y>\d{{4}})\b",
        re.I,
    ),
    re.compile(
        rf"(?:\b(?P<w>{_DAY})\b,?\s+)?\b(?P<m>{_MONTH})\s+(?P<d>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<y>\d{{4}})\b",
        re.I,
    ),
    re.compile(r"(?<![\d-])(?P<y>(?:19|20)\d\d)-(?P<m>\d\d)-(?P<d>\d\d)(?![\d-])(?P<w>)"),
    re.compile(
        r"(?P<y>\d{4})\s*年\s*(?P<m>\d{1,2})\s*月\s*(?P<d>\d{1,2})\s*日"
        r"(?:\s*[（(]?(?:星期|周|礼拜)(?P<w>[一二三四五六日天])[）)]?)?"
    ),
)

_UNTIL = re.compile(r"\s*(?:to|until|till|and|through|–|-|—|至|到|起至)\s*")


def look(case: LintCase) -> Iterator[Found]:
    """An error for each such date."""
    for text in case.texts:
        for match, message in _faults(text.paragraph.text):
            yield text.file.found(text.paragraph, *match.span(), message)
    for file in case.files:
        for source in file.head.sources:
            for match, message in _faults(source.edition or ""):
                yield file.found_in_head(match[0], message)


def _faults(text: str) -> Iterator[tuple[re.Match[str], str]]:
    for form in _FORMS:
        begin: re.Match[str] | None = None
        for match in form.finditer(text):
            if message := _fault(match) or _backwards(begin, match):
                yield match, message
            begin = match


def _backwards(begin: re.Match[str] | None, end: re.Match[str]) -> str:
    if begin is None or not _UNTIL.fullmatch(end.string[begin.end() : end.start()]):
        return ""
    first, last = _day_of(begin), _day_of(end)
    if first is None or last is None or first <= last:
        return ""
    return say("it ends on {last}, before it begins on {first}", last=last, first=first)


def _fault(match: re.Match[str]) -> str:
    day = _day_of(match)
    if day is None:
        return say("there is no such day")
    given = (match["w"] or "").casefold()
    if not given:
        return ""
    told = _DAYS.index(given) if given in _DAYS else "一二三四五六日".index(given.replace("天", "日"))
    if told == day.weekday():
        return ""
    return say("{day} is a {weekday}", day=day, weekday=_DAYS[day.weekday()].capitalize())


def _day_of(match: re.Match[str]) -> date | None:
    month = match["m"].casefold()
    number = int(month) if month.isdigit() else _MONTHS.index(month) + 1
    try:
        return date(int(match["y"]), number, int(match["d"]))
    except ValueError:
        return None
