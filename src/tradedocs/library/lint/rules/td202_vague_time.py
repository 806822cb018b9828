"""A time that no calendar shows.

What: the words of `vague_time` in house.yaml (`promptly`, `without delay`, 尽快, 及时), where the sentence has
neither a period in figures nor a verb of telling (`notices`): the day on which somebody learns of something nobody
knows before.

Why: a claim for delay needs a day. Without one the parties argue about how long is too long.

Bad: `The Buyer shall open the credit promptly.`
Good: `The Buyer has the credit issued at least {{ opening_days }} before the first day of the Shipment Window.`

Source: CISG Articles 33 and 39; UCP 600 Article 3 (words such as "prompt" and "as soon as possible" are disregarded).
"""

from __future__ import annotations

from collections.abc import Iterator

from tradedocs.clausetext.phrases import hits_outside, holds
from tradedocs.library.found import Found
from tradedocs.library.lint.case import LintCase
from tradedocs.library.lint.house import of
from tradedocs.library.lint.wording import Wording
from tradedocs.model.house import VagueTime
from tradedocs.model.lint import Severity
from tradedocs.ui import say

ID = "TD202"
SEVERITY: Severity = "info"
SUPPRESSIBLE = True
EXACT = False
GATE = False


def look(case: LintCase) -> Iterator[Found]:
    """An info for each such word."""
    for line in case.wording:
        yield from _vague(line, case.house.vague_time)


def _vague(line: Wording, listed: VagueTime) -> Iterator[Found]:
    language = line.language
    words, accepted = of(listed.words, language), of(listed.accepted, language)
    for sentence in line.sentences:
        for hit in hits_outside(sentence.text, words, accepted, language):
            if line.dated(sentence) or holds(sentence.text, of(listed.notices, language), language):
                continue
            start, end = sentence.start + hit.start, sentence.start + hit.end
            message = say("{words} is no time that a calendar shows", words=repr(line.written(start, end)))
            yield line.found(start, end, message, say("Give a number of days and say from when they run."))
