"""The condition of a clause cannot be read.

What: `applies_when` holds paths of the deal, texts in quotes, `==`, `!=`, `in`, `not in`, `and`, `or`, `not`.
The paths are keys of a deal, and a text is one that the key can hold.

Why: a condition that is never true keeps a clause out of every contract without a word.

Bad: `applies_when: deal.delivery.incoterm == "CFI"`
Good: `applies_when: deal.delivery.incoterm == "CIF"`

Source: docs/clauses.md; `tradedocs schema deal` lists the keys.
"""

from __future__ import annotations

from collections.abc import Iterator

from tradedocs.clausetext import TextError, parse_condition
from tradedocs.library.found import Found
from tradedocs.library.lint.case import LintCase
from tradedocs.model.lint import Severity

ID = "TD322"
SEVERITY: Severity = "error"
SUPPRESSIBLE = False
EXACT = True
GATE = True


def look(case: LintCase) -> Iterator[Found]:
    """An error for each condition that cannot be read."""
    for file in case.files:
        condition = file.head.applies_when
        if condition is None:
            continue
        try:
            parse_condition(condition)
        except TextError as error:
            part = condition[error.start : error.end]
            yield file.found_in_head("applies_when", f"{error.message}: {part}", error.hint)
