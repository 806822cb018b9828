"""A clause does not say what it rests on.

What: `sources` is empty. What is out of date among the sources is TD232, what has no edition TD231.

Why: when a law changes, somebody must find the clauses that rest on it; when a counterparty asks why,
somebody must know.

Bad: a clause without `sources`
Good: `sources: [{instrument: CISG, provision: Article 39, edition: "1980"}]`

Source: review practice.
"""

from __future__ import annotations

from collections.abc import Iterator

from tradedocs.library.found import Found
from tradedocs.library.lint.case import LintCase
from tradedocs.model.lint import Severity
from tradedocs.ui import say

ID = "TD303"
SEVERITY: Severity = "warning"
SUPPRESSIBLE = True
EXACT = True
GATE = False


def look(case: LintCase) -> Iterator[Found]:
    """A warning for each clause without sources."""
    for file in case.files:
        if not file.head.sources:
            message = say("{id} names no source", id=file.head.id)
            yield file.found_in_head(file.head.id, message, say("Add `sources`: what the clause rests on."))
