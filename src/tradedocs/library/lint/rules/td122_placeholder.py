"""A placeholder was left in the text.

What: `[ ]`, `[●]`, `____`, `TBD`, `XXX`, `to be agreed`, `待定`, `另行商定` and the like in the text or title of a
clause.

Why: it would be printed as it is, in every contract. What a deal fills is a variable; what the parties settle
later is left out or has a rule for the case that they do not.

Bad: `within [●] days`
Good: `within {{ notice_days }}`

Source: promise 3 of the program; CISG Article 14 and Civil Code Article 472 (an offer must be definite).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tradedocs.library.found import Found
from tradedocs.library.lint.case import LintCase
from tradedocs.model.lint import Severity
from tradedocs.ui import say

ID = "TD122"
SEVERITY: Severity = "error"
SUPPRESSIBLE = False
EXACT = True
GATE = False

_PLACEHOLDER = re.compile(
    r"\b(?:TBD|TBA|TBC|XXX+|xxx+|TODO)\b|\?\?|_{3,}|＿{2,}|…{2,}|\.{4,}"
    r"|\[\s*[●•*…]?\s*\]|［\s*[●•]?\s*］|【\s*[●•]?\s*】|●"
    r"|\bto be (?:advised|confirmed|decided|determined|inserted)\b"
    r"|\[(?:insert|name|date|amount|place|number|buyer|seller)[^\]]*\]"
    r"|(?<=[：:为（(【［])\s*(?:待定|待确认|待通知|待补充|待填)|^(?:待定|待确认|待通知|待补充|待填)[。；]?$",
    re.IGNORECASE,
)


def look(case: LintCase) -> Iterator[Found]:
    """An error for each placeholder."""
    message = say("a placeholder was left here")
    hint = say("Make it a variable, or write what is meant.")
    for text in case.texts:
        for token in text.pieces:
            for match in _PLACEHOLDER.finditer(token.text) if token.kind == "text" else ():
                start, end = token.start + match.start(), token.start + match.end()
                yield text.file.found(text.paragraph, start, end, message, hint)
    for file in case.files:
        for title in (file.head.title.en, file.head.title.zh):
            if _PLACEHOLDER.search(title):
                yield file.found_in_head(title, message, hint)
