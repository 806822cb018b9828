"""A term is defined twice, or its definition and its declaration differ.

What: `defines` in the front matter names every term that the clause defines; each stands once as `**Term**` in the
English text, and no other clause defines it. The positions of one clause define the same terms.

Why: a term with two meanings is the oldest quarrel about contracts, and a definition that is not declared is not
checked at all.

Bad: two clauses with `defines: [Delivery Date]`
Good: one clause that defines it, and others that use it

Source: drafting practice; M. Adams, A Manual of Style for Contract Drafting, chapter on defined terms.
"""

from __future__ import annotations

from collections.abc import Iterator

from tradedocs.library.file import ClauseFile
from tradedocs.library.found import Found
from tradedocs.library.lint.case import LintCase, pieces_of, readable
from tradedocs.model.lint import Severity
from tradedocs.ui import say

ID = "TD103"
SEVERITY: Severity = "error"
SUPPRESSIBLE = False
EXACT = True
GATE = True


def look(case: LintCase) -> Iterator[Found]:
    """An error for each definition that is not declared, not there, or not the only one."""
    owner: dict[str, str] = {}
    for file in case.files:
        if readable(file):
            yield from _declared(file)
        for term in file.head.defines:
            first = owner.setdefault(term, file.head.id)
            if first != file.head.id:
                yield file.found_in_head(
                    term, say("the term {term} is defined in {first} already", term=term, first=first)
                )


def _declared(file: ClauseFile) -> Iterator[Found]:
    defined = [
        (paragraph, token)
        for paragraph in file.en
        for token in pieces_of(paragraph) or ()
        if token.kind == "term"
    ]
    for paragraph, token in defined:
        if token.text not in file.head.defines:
            yield file.found(
                paragraph, token.start, token.end, say("**{term}** is not in `defines`", term=token.text)
            )
    for term in file.head.defines:
        count = sum(token.text == term for _, token in defined)
        if count != 1:
            yield file.found_in_head(
                term, say("the term {term} is defined {n} times in the English text", term=term, n=count)
            )
