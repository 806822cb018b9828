"""A duty that never falls due.

What: an actor pays, repays, delivers, returns, replaces, repairs or notifies (`duties.verbs` in house.yaml), and
the sentence has no period, no date and none of the words of `times`. A sentence that leads into items is not looked
at.

Why: without a day there is no delay, no interest and no cancellation. The law then says "within a reasonable time".

Bad: `The Seller replaces the defective Goods.`
Good: `The Seller replaces the defective Goods within {{ days }} after the notice.`

Source: CISG Articles 33 and 58; Civil Code of the People's Republic of China, Article 511(4).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tradedocs.clausetext.flat import Sentence
from tradedocs.clausetext.phrases import Hit, hits, hits_outside, holds
from tradedocs.library.found import Found
from tradedocs.library.lint.case import LintCase
from tradedocs.library.lint.house import of
from tradedocs.model.clause import Language
from tradedocs.model.house import House
from tradedocs.model.lint import Severity
from tradedocs.ui import say

ID = "TD210"
SEVERITY: Severity = "warning"
SUPPRESSIBLE = True
EXACT = False
GATE = False

_TOLD = re.compile(r"\b(?:that|what|which|whose)\b[^,;:]*$")
_BETWEEN: dict[Language, re.Pattern[str]] = {
    "en": re.compile(
        r"\s(?:(?:shall|must|will|should|may not|then|also|therefore|is to|has to|agrees to|undertakes to)\s)*"
    ),
    "zh": re.compile(r".{0,6}"),
}
"""What may stand between an actor and its verb."""


def look(case: LintCase) -> Iterator[Found]:
    """A warning for the first such duty of each sentence."""
    for line in case.wording:
        if line.text.endswith((":", "：")):
            continue
        for sentence in line.sentences:
            if not line.dated(sentence) and (hit := _duty(sentence, line.language, case.house)):
                message = say("this duty has no time")
                yield line.found(sentence.start + hit.start, sentence.start + hit.end, message,
                                 say("Say within how many days, and from when they run."))  # fmt: skip


def _duty(sentence: Sentence, language: Language, house: House) -> Hit | None:
    text, duties = sentence.text, house.duties
    found = tuple(hits_outside(text, of(duties.verbs, language), of(duties.accepted, language), language))
    if not found or holds(text, of(duties.times, language), language):
        return None
    ends = [hit.end for hit in hits(text, of(house.actors, language), language)]
    return next((hit for hit in found if _done(text, hit, ends, language)), None)


def _done(text: str, hit: Hit, ends: list[int], language: Language) -> bool:
    """Whether an actor does it, and it is not only told of it."""
    if not any(_BETWEEN[language].fullmatch(text, end, hit.start) for end in ends if end <= hit.start):
        return False
    if language == "zh":
        return not text.startswith("的", hit.end)
    return _TOLD.search(text[: hit.start].lower()) is None
