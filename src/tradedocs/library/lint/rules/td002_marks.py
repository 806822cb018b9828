"""A paragraph holds marks that begin nothing, or a character that no document may hold.

What: the text of a paragraph knows `{{ name }}`, `[[ref:clause.id]]`, `[[ref:clause.id#key]]` and `**Term**`. Any
other brace, double bracket or pair of stars is an error, and so is a hidden or control character.

Why: a half-written variable would be printed as it is, or leave a blank in a contract.

Bad: `within {{ notice_days } after arrival`
Good: `within {{ notice_days }} after arrival`

Source: the form of a clause's text, docs/clauses.md; promise 3 of the program.
"""

from __future__ import annotations

from collections.abc import Iterator

from tradedocs.clausetext import TextError, tokens
from tradedocs.library.file import ClauseFile
from tradedocs.library.found import Found
from tradedocs.library.lint.case import LintCase
from tradedocs.model.lint import Severity
from tradedocs.ui import say

ID = "TD002"
SEVERITY: Severity = "error"
SUPPRESSIBLE = False
EXACT = True
GATE = True


def look(case: LintCase) -> Iterator[Found]:
    """An error for each paragraph that cannot be taken apart, and for each title that holds marks."""
    for file in case.files:
        yield from _paragraphs(file)
        for title in (file.head.title.en, file.head.title.zh):
            if any(sign in title for sign in ("{", "}", "[[", "]]", "**")):
                yield file.found_in_head(title, say("a title holds plain words only"))


def _paragraphs(file: ClauseFile) -> Iterator[Found]:
    for paragraph in file.paragraphs:
        try:
            tokens(paragraph.text)
        except TextError as error:
            yield file.found(paragraph, error.start, error.end, error.message, error.hint)
