"""No clause says which language prevails in a contract in two languages.

What: one clause that stands in every English and Chinese contract is filled by `deal.prevailing`.

Why: both texts are equally authentic then, and a difference between them has no answer. Chinese courts read
each by its purpose (Civil Code Article 466), which is a lawsuit and not an answer.

Bad: no clause with `from: deal.prevailing`
Good: `If they differ, the {{ prevailing }} text prevails.`

Source: Civil Code of the People's Republic of China, Article 466.
"""

from __future__ import annotations

from collections.abc import Iterator

from tradedocs.clausetext import TextError, implies
from tradedocs.library.file import ClauseFile
from tradedocs.library.found import Found
from tradedocs.library.lint.case import LintCase
from tradedocs.model.lint import Severity
from tradedocs.ui import say

ID = "TD311"
SEVERITY: Severity = "error"
SUPPRESSIBLE = False
EXACT = True
GATE = False

_BOTH = 'deal.language == "en-zh"'


def look(case: LintCase) -> Iterator[Found]:
    """One error where there is no such clause."""
    if not case.refused and not any(map(_says, case.files)):
        yield case.outline.found(
            "articles", say("no clause of every contract in two languages says which one prevails"),
            say("Add one with a variable that `deal.prevailing` fills."),
        )  # fmt: skip


def _says(file: ClauseFile) -> bool:
    if file.head.optional or all(one.source != "deal.prevailing" for one in file.head.variables.values()):
        return False
    try:
        return file.head.applies_when is None or implies(_BOTH, file.head.applies_when)
    except TextError:
        return False
