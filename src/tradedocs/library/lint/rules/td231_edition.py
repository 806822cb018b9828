"""A rule book is cited without its edition or number.

What: `Incoterms` without `2020`, `UCP` without `600`, `URC`, `URDG`, `eUCP`, `ISBP`, `ISP` without their
number, `GAFTA` or `FOSFA` without the number of the contract form; and a source that is a numbered or dated
instrument without `edition`. Where the text says that the rules are those named elsewhere in the contract,
none is needed.

Why: the editions differ in who bears which risk, and the one that is in force changes.

Bad: `under UCP as amended`
Good: `under UCP 600`

Source: ICC publications 723 and 600; GAFTA and FOSFA contract forms are numbered.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tradedocs.library.found import Found
from tradedocs.library.lint.case import LintCase
from tradedocs.model.lint import Severity
from tradedocs.ui import say

ID = "TD231"
SEVERITY: Severity = "warning"
SUPPRESSIBLE = True
EXACT = True
GATE = False

_BOOK = re.compile(
    r"(?<![A-Za-z])(?:Incoterms\s*®?(?!\s*(?:®|\d|[（(]?20|\{\{|rules? named|规则))"
    r"|(?:e?UCP|URC|URDG|URR|ISBP)(?![A-Za-z])(?!\s*[\d{])|ISP(?![A-Za-z\d])(?!\s*\d)"
    r"|(?:GAFTA|FOSFA)(?![A-Za-z])(?!\s*(?:[Cc]ontract\s*)?(?:[Nn]o\.?|[Ff]orm|第)?\s*[\d{]))"
)
_PRACTICE = re.compile(r"practice|custom|terms of business", re.I)


def look(case: LintCase) -> Iterator[Found]:
    """A warning for each such citation."""
    for text in case.texts:
        for match in _BOOK.finditer(text.paragraph.text):
            message = say("{name} is cited without its edition", name=match[0].strip())
            yield text.file.found(text.paragraph, *match.span(), message)
    for file in case.files:
        for source in file.head.sources:
            if source.edition is None and not _PRACTICE.search(source.instrument):
                message = say("{name} is cited without its edition", name=source.instrument)
                yield file.found_in_head(source.instrument, message, say("Add `edition`."))
