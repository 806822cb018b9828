"""And/or, and words that only contracts use.

What: the words of `legalese` in house.yaml (`and/or`, `hereto`, `respectively`, `pursuant to`, 和/或, 该等, 视情况).

Why: `and/or` and `respectively` leave open what belongs to what; the others can be said in words that a buyer, a
seller and a translator understand alike.

Bad: `The Buyer and/or its agent hereby accepts the terms hereof.`
Good: `The Buyer accepts these terms. Its agent may do so for it.`

Source: usual guides to the drafting of contracts in plain language.
"""

from __future__ import annotations

from collections.abc import Iterator

from tradedocs.clausetext.phrases import hits_outside
from tradedocs.library.found import Found
from tradedocs.library.lint.case import LintCase
from tradedocs.library.lint.house import of
from tradedocs.model.lint import Severity
from tradedocs.ui import say

ID = "TD204"
SEVERITY: Severity = "info"
SUPPRESSIBLE = True
EXACT = False
GATE = False


def look(case: LintCase) -> Iterator[Found]:
    """An info for each such word."""
    listed = case.house.legalese
    for line in case.wording:
        language = line.language
        for start, end in hits_outside(
            line.text, of(listed.words, language), of(listed.accepted, language), language
        ):
            message = say("{words} can be said in plain words", words=repr(line.written(start, end)))
            yield line.found(start, end, message, say("Say which of them is meant, in everyday words."))
