"""A clause names an outside instrument or body that is no longer in force.

What: a dead edition, rule or authority in the text, the title or the sources of a clause, by the register of
instruments. What is dead in some cases only is left to the person who approves the clause.

Why: a clause under rules that have been replaced is an invitation to argue which ones count; a dead authority
cannot issue what the clause asks for.

Bad: `Incoterms 2010`
Good: `Incoterms® 2020`

Source: the registers of Incoterms and instruments that come with the program.
"""

from __future__ import annotations

from collections.abc import Iterator

from tradedocs.library.file import ClauseFile
from tradedocs.library.found import Found
from tradedocs.library.lint.case import LintCase
from tradedocs.model.clause import Language
from tradedocs.model.lint import Severity
from tradedocs.registers import dead_in
from tradedocs.ui import say

ID = "TD232"
SEVERITY: Severity = "error"
SUPPRESSIBLE = False
EXACT = True
GATE = True


def look(case: LintCase) -> Iterator[Found]:
    """An error for each dead name."""
    for text in case.texts:
        for hit in dead_in(text.paragraph.text, text.language):
            if hit.instrument.certain:
                found = text.paragraph.text[hit.start : hit.end]
                instead = _instead(hit.instrument.replaced_by.en)
                yield text.file.found(text.paragraph, hit.start, hit.end, _message(found), instead)
    for file in case.files:
        yield from _in_head(file, file.head.title.en, "en")
        yield from _in_head(file, file.head.title.zh, "zh")
        for source in file.head.sources:
            named = " ".join(part for part in (source.instrument, source.edition) if part)
            yield from _in_head(file, named, "en", source.instrument)


def _in_head(file: ClauseFile, text: str, language: Language, word: str | None = None) -> Iterator[Found]:
    for hit in dead_in(text, language):
        if hit.instrument.certain:
            message = _message(text[hit.start : hit.end])
            yield file.found_in_head(word or text, message, _instead(hit.instrument.replaced_by.en))


def _message(found: str) -> str:
    return say("{found} is out of date", found=found)


def _instead(name: str) -> str:
    return say("Say instead: {name}.", name=name)
