"""A standard that nobody can measure.

What: the words of `vague_standard` in house.yaml, such as `adequate`, `satisfactory`, 适当, outside its accepted
phrases. In clauses of the family `quality`, words such as `best quality` and 优质 (`barred_in_specifications`) are
an error.

Why: whether goods are of "best quality" no report can show. The dispute is then about the word and not about the
goods. Some of these words are well settled in law (reasonable steps, CISG Article 77); those stand in `accepted`.

Bad: `The goods shall be of best quality and adequately packed.`
Good: `The Goods conform to the Specification and are packed as Annex 2 says.`

Source: CISG Article 35; Civil Code of the People's Republic of China, Articles 510 and 511 (quality not clearly
agreed).
"""

from __future__ import annotations

from collections.abc import Iterator

from tradedocs.clausetext.phrases import hits, hits_outside
from tradedocs.library.found import Found
from tradedocs.library.lint.case import LintCase
from tradedocs.library.lint.house import of
from tradedocs.library.lint.wording import Wording
from tradedocs.model.house import House
from tradedocs.model.lint import Severity
from tradedocs.ui import say

ID = "TD201"
SEVERITY: Severity = "info"
SUPPRESSIBLE = True
EXACT = False
GATE = False


def look(case: LintCase) -> Iterator[Found]:
    """An info for each vague word; an error for each that a specification must not hold."""
    for line in case.wording:
        yield from _barred(line, case.house)
        yield from _vague(line, case.house)


def _barred(line: Wording, house: House) -> Iterator[Found]:
    if line.file.head.family != "quality":
        return
    for start, end in hits(line.text, of(house.barred_in_specifications, line.language), line.language):
        message = say("no report can show {words}", words=repr(line.written(start, end)))
        hint = say("Name the characteristics and their limits, or a standard with its edition.")
        yield line.found(start, end, message, hint, "error")


def _vague(line: Wording, house: House) -> Iterator[Found]:
    language, listed = line.language, house.vague_standard
    for start, end in hits_outside(
        line.text, of(listed.words, language), of(listed.accepted, language), language
    ):
        message = say("{words} is a standard that nobody can measure", words=repr(line.written(start, end)))
        yield line.found(start, end, message, say("Say what is measured and what its limit is."))
