"""A file has not the form of a clause file.

What: a clause file is YAML front matter between two lines `---`, then the text under `## en` and `## zh`, each
paragraph a line of its own. The keys of the front matter are known, each once, and of their type.

Why: what the program cannot read it cannot check, approve or print. A key that is spelled wrongly would be a
setting that nobody reads.

Bad: `auhtority: legal`
Good: `authority: legal`

Source: the form of a clause file, docs/clauses.md.
"""

from __future__ import annotations

from collections.abc import Iterator

from tradedocs.library.found import Found, of_problem
from tradedocs.library.lint.case import LintCase
from tradedocs.model.lint import Severity

ID = "TD001"
SEVERITY: Severity = "error"
SUPPRESSIBLE = False
EXACT = True
GATE = True


def look(case: LintCase) -> Iterator[Found]:
    """An error for each thing that keeps a file from being read."""
    yield from map(of_problem, case.refused)
