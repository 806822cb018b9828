"""A number without a unit, or a tolerance of nothing.

What: a number in the text, or a variable of type number without `unit`, with none of `numbers.units` of house.yaml
behind it and none of `numbers.names` before it (`ISO 17712`, `UCP 600`); and a percentage in a sentence on a
tolerance that does not say of what it is taken (`bases`).

Why: `a tolerance of 5%` may be of weight or of pieces, of a lot or of the whole; `a penalty of 500` of any currency.

Bad: `The Seller may deliver with a tolerance of 5%.`
Good: `The Seller may deliver up to 5% more or less by weight.`

Source: UCP 600 Article 30 (tolerances of amount, quantity and unit price are told apart).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tradedocs.clausetext.flat import NUMBER, PERCENT, WORDS
from tradedocs.clausetext.phrases import hits, holds
from tradedocs.library.found import Found
from tradedocs.library.lint.case import LintCase
from tradedocs.library.lint.house import of
from tradedocs.library.lint.wording import Wording
from tradedocs.model.clause import Language
from tradedocs.model.house import Numbers
from tradedocs.model.lint import Severity
from tradedocs.ui import say

ID = "TD220"
SEVERITY: Severity = "warning"
SUPPRESSIBLE = True
EXACT = False
GATE = False

_FIGURE = re.compile(rf"(?<![A-Za-z0-9_./-])\d+(?:[.,]\d+)*(?![A-Za-z0-9_/-])|{NUMBER}+")
_PERCENTAGE = re.compile(rf"{PERCENT}+|\d+(?:\.\d+)? ?[%％]")
_YEAR = re.compile(r"(?:19|20)\d\d")
_NEAR = 24
"""How far a unit or a name may stand, in characters: `24 consecutive hours`."""


def look(case: LintCase) -> Iterator[Found]:
    """A warning for each such number."""
    for line in case.wording:
        for match in _FIGURE.finditer(line.text):
            if not _measured(line.text, match, line.language, case.house.numbers):
                yield line.found(*match.span(), say("this number has no unit"),
                                 say("Write the unit or the currency behind it."))  # fmt: skip
        yield from _tolerances(line, case.house.numbers)


def _measured(text: str, match: re.Match[str], language: Language, numbers: Numbers) -> bool:
    before, after = text[: match.start()].rstrip(), text[match.end() :].lstrip()
    if before.endswith(WORDS) or _YEAR.fullmatch(match[0]):
        return True
    near = before[-_NEAR:]
    if any(hit.end == len(near) for hit in hits(near, of(numbers.names, language), language)):
        return True
    between = {0, len(after.split(" ", 1)[0]) + 1} if language == "en" else {0}
    return any(hit.start in between for hit in hits(after[:_NEAR], of(numbers.units, language), language))


def _tolerances(line: Wording, numbers: Numbers) -> Iterator[Found]:
    for sentence in line.sentences:
        if not holds(sentence.text, of(numbers.tolerances, line.language), line.language):
            continue
        if holds(sentence.text, of(numbers.bases, line.language), line.language):
            continue
        for match in _PERCENTAGE.finditer(sentence.text):
            yield line.found(sentence.start + match.start(), sentence.start + match.end(),
                             say("this tolerance does not say of what it is"),
                             say("Write by weight, by number of pieces, of the lot or of the amount."))  # fmt: skip
