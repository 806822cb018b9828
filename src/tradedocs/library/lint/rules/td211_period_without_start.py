"""A period without its beginning, or of days that no clause explains.

What: `within 14 days` and `14日内` in a sentence that does not say from when (`periods.starts` in house.yaml);
kinds of days of `days_off` (`banking days`, 营业日), which no clause explains; and plain days in a library no
clause of which says what days are (`explained`).

Why: a period that begins with nothing ends with nothing, and ten banking days are two weeks in one country and
three in another.

Bad: `The Buyer answers within {{ days }}.`
Good: `The Buyer answers within {{ days }} after it has received the request.`

Source: Civil Code of the People's Republic of China, Articles 200 to 204; CISG Article 20.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tradedocs.clausetext.flat import DAYS, NUMBER, SPAN
from tradedocs.clausetext.phrases import hits, holds
from tradedocs.library.found import Found
from tradedocs.library.lint.case import LANGUAGES, LintCase
from tradedocs.library.lint.house import of
from tradedocs.library.lint.wording import Wording
from tradedocs.model.clause import Language
from tradedocs.model.house import Periods
from tradedocs.model.lint import Severity
from tradedocs.ui import say

ID = "TD211"
SEVERITY: Severity = "warning"
SUPPRESSIBLE = True
EXACT = False
GATE = False

_NUMBER = rf"(?:[0-9]+|{NUMBER}+)"
_PERIOD = f"{DAYS}+|{SPAN}+"
_WITHIN: dict[Language, re.Pattern[str]] = {
    "en": re.compile(rf"\b[Ww]ithin (?:{_PERIOD}|{_NUMBER} (?:[a-z]+ )?(?:hour|day|week|month|year)s?\b)"),
    "zh": re.compile(
        rf"(?:{_PERIOD}|{_NUMBER} ?(?:个?工作日|个?小时|日|天|个?星期|周|个?月|年))(?:之|以)?内"
    ),
}
_OF = (" of ", " to ")
"""`within 5 days of arrival`: only right behind the period; elsewhere the word says nothing of it."""
_PLAIN_DAYS: dict[Language, re.Pattern[str]] = {
    "en": re.compile(rf"(?:{DAYS}+|{_NUMBER} days?\b)(?! of)"),
    "zh": re.compile(rf"(?:{DAYS}+|(?<![0-9月]){_NUMBER} ?[日天])"),
}


def look(case: LintCase) -> Iterator[Found]:
    """A warning for each such period."""
    periods = case.house.periods
    explained = {language: _explained(case, language) for language in LANGUAGES}
    for line in case.wording:
        yield from _without_start(line, periods)
        yield from _days_off(line, periods)
        if not explained[line.language]:
            yield from _plain_days(line)


def _explained(case: LintCase, language: Language) -> bool:
    phrases = of(case.house.periods.explained, language)
    return any(holds(line.text, phrases, language) for line in case.wording if line.language == language)


def _without_start(line: Wording, periods: Periods) -> Iterator[Found]:
    starts = of(periods.starts, line.language)
    if line.lead and holds(line.lead, starts, line.language):
        return
    for sentence in line.sentences:
        for start, end, around in _periods(sentence.text, line.language):
            if not (sentence.text.startswith(_OF, end) or holds(around, starts, line.language)):
                yield line.found(sentence.start + start, sentence.start + end,
                                 say("this period does not say from when it runs"),
                                 say("Write from what it runs: after the notice, after arrival."))  # fmt: skip


def _periods(text: str, language: Language) -> Iterator[tuple[int, int, str]]:
    """Each period with the words that can be about it: up to the one before and, in English, the one behind."""
    found = tuple(_WITHIN[language].finditer(text))
    for index, match in enumerate(found):
        begin = found[index - 1].end() if index else 0
        behind = found[index + 1].start() if index + 1 < len(found) else len(text)
        yield *match.span(), text[begin : behind if language == "en" else match.end()]


def _days_off(line: Wording, periods: Periods) -> Iterator[Found]:
    for start, end in hits(line.text, of(periods.days_off, line.language), line.language):
        message = say("{words} are no days that this house counts in", words=repr(line.written(start, end)))
        yield line.found(start, end, message, say("Count in days or in working days."))


def _plain_days(line: Wording) -> Iterator[Found]:
    for match in _PLAIN_DAYS[line.language].finditer(line.text):
        yield line.found(match.start(), match.end(), say("no clause of the library says what days are"),
                         say("Say it once: calendar days, and what a working day is."))  # fmt: skip
