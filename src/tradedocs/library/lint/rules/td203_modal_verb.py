"""A verb that does not follow the house style for duties, rights and prohibitions.

What: the verbs of `modal_verbs` in house.yaml. The packaged style: a duty stands in the present tense (`The Seller
pays`) and in Chinese with 应; a right with `may` and 可; a prohibition with `does not` or `cannot` and 不得. `may
not` is ambiguous. `after_actor` are verbs that are off the style only behind a party (`the Buyer will`). In a
clause part that begins with `what`, `that`, `if` and the like only `shall` is told.

Why: who reads `shall` here, `will` there and `must` in a third place asks whether three different things are meant.

Bad: `The Seller shall deliver and the Buyer may not refuse.` / `卖方必须交货。`
Good: `The Seller delivers and the Buyer does not refuse.` / `卖方应交货。`

Source: the style of this library (`modal_verbs` of its house.yaml).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tradedocs.clausetext.flat import Sentence
from tradedocs.clausetext.phrases import Hit, hits, hits_outside
from tradedocs.library.found import Found
from tradedocs.library.lint.case import LintCase
from tradedocs.library.lint.house import of
from tradedocs.library.lint.wording import Wording
from tradedocs.model.clause import Language
from tradedocs.model.house import House
from tradedocs.model.lint import Severity
from tradedocs.ui import say

ID = "TD203"
SEVERITY: Severity = "warning"
SUPPRESSIBLE = True
EXACT = False
GATE = False

_SUBORDINATE = re.compile(
    r"\b(?:as soon as|how|if|once|that|unless|until|what|when|where|whether|which|while|who|whose)\b[^,;:]*$"
)
_ALWAYS = "shall"


def look(case: LintCase) -> Iterator[Found]:
    """A warning for each verb that is off the style."""
    for line in case.wording:
        for sentence in line.sentences:
            for hit in (
                *_anywhere(sentence, line.language, case.house),
                *_behind_actor(sentence, line.language, case.house),
            ):
                start, end = sentence.start + hit.start, sentence.start + hit.end
                message = say("{words} is not how this house says it", words=repr(line.written(start, end)))
                yield line.found(start, end, message, _style(line))


def _style(line: Wording) -> str:
    if line.language == "zh":
        return say("A duty is 应, a right 可, a prohibition 不得.")
    return say(
        "A duty is told in the present tense, a right with `may`, a prohibition with `does not` or `cannot`."
    )


def _anywhere(sentence: Sentence, language: Language, house: House) -> Iterator[Hit]:
    listed = house.modal_verbs
    for hit in hits_outside(
        sentence.text, of(listed.words, language), of(listed.accepted, language), language
    ):
        if sentence.text[hit.start : hit.end].lower() == _ALWAYS or not _told(sentence.text, hit, language):
            yield hit


def _behind_actor(sentence: Sentence, language: Language, house: House) -> Iterator[Hit]:
    found = tuple(hits(sentence.text, of(house.modal_verbs.after_actor, language), language))
    if not found:
        return
    ends = {hit.end for hit in hits(sentence.text, of(house.actors, language), language)}
    for hit in found:
        if len(sentence.text[: hit.start].rstrip()) in ends and not _told(sentence.text, hit, language):
            yield hit


def _told(text: str, hit: Hit, language: Language) -> bool:
    """Whether the verb only describes: it stands in a part that hangs on another."""
    return language == "en" and _SUBORDINATE.search(text[: hit.start].lower()) is not None
