"""A duty that nobody has.

What: a sentence says that something is done (`is paid`, `shall be delivered`, 应支付; `duties.passive` in
house.yaml) and names none of the `actors`. A part that begins with `when`, `if`, `what` and the like tells no duty.

Why: who has to do it can then only be told from other clauses, and each party tells it otherwise.

Bad: `The balance is paid within {{ days }} after the final invoice.`
Good: `The Buyer pays the balance within {{ days }} after the final invoice.`

Source: usual guides to the drafting of contracts (active voice for duties).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tradedocs.clausetext.flat import Sentence
from tradedocs.clausetext.phrases import Hit, hits_outside, holds
from tradedocs.library.found import Found
from tradedocs.library.lint.case import LintCase
from tradedocs.library.lint.house import of
from tradedocs.model.clause import Language
from tradedocs.model.house import House
from tradedocs.model.lint import Severity
from tradedocs.ui import say

ID = "TD205"
SEVERITY: Severity = "info"
SUPPRESSIBLE = True
EXACT = False
GATE = False

_TOLD = re.compile(r"\b(?:as|before|how|if|once|unless|until|when|where|while) [^,;:]*$")


def look(case: LintCase) -> Iterator[Found]:
    """An info for each duty without an actor in its sentence."""
    for line in case.wording:
        for sentence in line.sentences:
            if (hit := _passive(sentence, line.language, case.house)) is not None:
                message = say("this sentence does not say who has to do it")
                yield line.found(sentence.start + hit.start, sentence.start + hit.end, message,
                                 say("Name the party that does it."))  # fmt: skip


def _passive(sentence: Sentence, language: Language, house: House) -> Hit | None:
    duties, text = house.duties, sentence.text
    for hit in hits_outside(text, of(duties.passive, language), of(duties.accepted, language), language):
        if language == "en" and _TOLD.search(text[: hit.start].lower()):
            continue
        if language == "zh" and text.startswith("的", hit.end):
            continue
        return None if holds(text, of(house.actors, language), language) else hit
    return None
