"""A defined term stands in small letters.

What: the English text spells a term of the library without its capitals (`inspection report`). Terms that small
letters may spell too, because the word has its common meaning as well, stand in `common_words` of house.yaml.
Chinese has no capitals, so that its text is not looked at.

Why: a reader cannot tell whether the defined thing is meant or any such thing, and a tribunal has to guess.

Bad: `The Seller sends the inspection report within 5 days after shipment.`
Good: `The Seller sends the Inspection Report within 5 days after shipment.`

Source: usual practice of drafting with defined terms.
"""

from __future__ import annotations

from collections.abc import Iterator

from tradedocs.clausetext.phrases import hits
from tradedocs.library.found import Found
from tradedocs.library.lint.case import LintCase
from tradedocs.model.lint import Severity
from tradedocs.ui import say

ID = "TD104"
SEVERITY: Severity = "info"
SUPPRESSIBLE = True
EXACT = False
GATE = False


def look(case: LintCase) -> Iterator[Found]:
    """An info for each term of the library in small letters."""
    terms = {term for file in case.files for term in file.head.defines} - set(case.house.common_words)
    if not terms:
        return
    by_small = {term.lower(): term for term in terms}
    for line in case.wording:
        for start, end in hits(line.text, tuple(sorted(terms)), "en") if line.language == "en" else ():
            if (words := line.text[start:end]).islower():
                term = by_small.get(" ".join(words.split()), words)
                yield line.found(start, end, say("{term} is a defined term and stands in small letters", term=term),
                                 say("Write {term}, or say it in other words.", term=term))  # fmt: skip
