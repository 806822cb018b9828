"""The number of an article or clause is typed by hand.

What: `Article 12`, `Clause 7.3`, `第12条` in the text of a clause. An article of a law that is named in the same
breath belongs into `sources`.

Why: the numbers of a contract are computed. A typed one is right in one contract and wrong in the next.

Bad: `as set out in Article 12`
Good: `as set out in Article [[ref:inspection.acceptance]]`

Source: drafting practice; promise 3 of the program.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tradedocs.library.found import Found
from tradedocs.library.lint.case import LintCase
from tradedocs.model.lint import Severity
from tradedocs.ui import say

ID = "TD112"
SEVERITY: Severity = "error"
SUPPRESSIBLE = False
EXACT = True
GATE = True

_TYPED = re.compile(
    r"\b(?:[Aa]rticles?|[Cc]lauses?|[Ss]ections?|[Pp]aragraphs?)\s+\d[\d.]*(?:\([a-z]\))?|第\s*\d[\d.]*\s*[条款项]"
)


def look(case: LintCase) -> Iterator[Found]:
    """An error for each typed number."""
    for text in case.texts:
        for token in text.pieces:
            for match in _TYPED.finditer(token.text) if token.kind == "text" else ():
                yield text.file.found(
                    text.paragraph, token.start + match.start(), token.start + match.end(),
                    say("the number of a clause is typed by hand"),
                    say("Write [[ref:clause.id]]; numbers are computed."),
                )  # fmt: skip
