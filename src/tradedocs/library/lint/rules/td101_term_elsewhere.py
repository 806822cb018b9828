"""A clause uses a term whose definition need not be in the same contract.

What: a term that another clause declares in `defines` is used in the English text, and that other clause
cannot stand in the same contract (an error), or need not (a warning; an error where it is optional): it is
excluded, applies under another condition, or is optional, and is not among what the clause requires.

Why: a capitalised word without a definition means whatever a party likes, and such a contract is not built.

Bad: a text with "Batch Defect", no `requires`, and an optional clause that defines the term
Good: `requires: [quality.warranty]`, which defines it

Source: drafting practice; promise 3 of the program.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tradedocs.library.file import ClauseFile
from tradedocs.library.found import Found
from tradedocs.library.lint.case import LintCase
from tradedocs.library.lint.together import Company, company
from tradedocs.model.lint import Severity
from tradedocs.ui import say

ID = "TD101"
SEVERITY: Severity = "error"
SUPPRESSIBLE = True
EXACT = True
GATE = False


def look(case: LintCase) -> Iterator[Found]:
    """A finding for the first use of each such term in a file."""
    owners = {term: file.head.id for file in case.files for term in file.head.defines}
    for file in case.files:
        for term, owner in owners.items():
            if owner != file.head.id and (met := company(file, owner, case)) != "always":
                yield from _first_use(file, term, owner, met, case)


def _first_use(file: ClauseFile, term: str, owner: str, met: Company, case: LintCase) -> Iterator[Found]:
    for paragraph in file.en:
        if term in paragraph.text and (match := re.search(rf"\b{re.escape(term)}\b", paragraph.text)):
            told = say("never stands") if met == "never" else say("need not stand")
            message = say("the term {term} is defined in {owner}, which {told} in the same contract", term=term,
                          owner=owner, told=told)  # fmt: skip
            sure = met == "never" or any(one.head.optional for one in case.by_id[owner])
            hint = say("Add {owner} to `requires`, or do without the term.", owner=owner)
            yield file.found(paragraph, *match.span(), message, hint, "error" if sure else "warning")
            return
