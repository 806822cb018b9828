"""A term is defined and never used.

What: a term that a clause declares stands nowhere in the English text of the library but in its definition.

Why: readers look for what the definition is for; often the text was changed and says it in other words, which then
are not defined.

Bad: `**Delivery Date** means …`, and "the date of delivery" everywhere else
Good: the term where it is meant, or no definition

Source: M. Adams, A Manual of Style for Contract Drafting, chapter on defined terms.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tradedocs.library.found import Found
from tradedocs.library.lint.case import LintCase
from tradedocs.model.lint import Severity
from tradedocs.ui import say

ID = "TD102"
SEVERITY: Severity = "warning"
SUPPRESSIBLE = True
EXACT = True
GATE = False


def look(case: LintCase) -> Iterator[Found]:
    """A warning for each term that nothing uses."""
    text = "\n".join(paragraph.text for file in case.files for paragraph in file.en)
    used: dict[str, bool] = {}
    for file in case.files:
        for term in file.head.defines:
            if term not in used:
                plain = text.replace(f"**{term}**", "")
                used[term] = term in plain and re.search(rf"\b{re.escape(term)}(?:e?s)?\b", plain) is not None
            if not used[term]:
                yield file.found_in_head(term, say("the term {term} is used nowhere", term=term))
