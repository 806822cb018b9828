"""The two languages of a clause differ in what can be compared exactly.

What: English and Chinese have the same paragraphs in the same order, with the same levels and keys; each pair
of paragraphs has the same variables, references, number of defined terms, and numbers. A paragraph key stands
once. Where one language of a text is as it was approved last and the other was changed since, that is told too. A
text whose languages differ can be read, packed and shown, but nobody can approve it: every contract with it is a draft.

Why: two versions that differ are the most common cause of disputes about bilingual contracts, and a change of a
number in one language only is the most common difference.

Bad: `within 30 days` and `14日内`
Good: `within 30 days` and `30日内`

Source: Arbitration practice; the clause general.languages, which makes one version prevail, does not help the
party that read the other.
"""

from __future__ import annotations

from collections.abc import Iterator

from tradedocs.library.found import Found
from tradedocs.library.kept import KeptTexts
from tradedocs.library.languages import differences
from tradedocs.library.lint.case import LintCase, readable
from tradedocs.library.register import LANGUAGES, Register
from tradedocs.model.clause import Clause, Language
from tradedocs.model.lint import Severity
from tradedocs.ui import say

ID = "TD310"
SEVERITY: Severity = "error"
SUPPRESSIBLE = False
EXACT = True
GATE = False


def look(case: LintCase) -> Iterator[Found]:
    """An error for each difference."""
    for file in case.files:
        if readable(file):
            for paragraph, message, hint in differences(file):
                yield file.found(paragraph, 0, len(paragraph.text), message, hint)
    if case.register is not None:
        yield from _later(case, case.register)


def _later(case: LintCase, register: Register) -> Iterator[Found]:
    """Texts of which one language is not as it was approved last, and the other is."""
    kept = KeptTexts.beside(case.folder)
    for file, clause in case.clauses:
        if register.status(clause, case.as_of).state == "approved":
            continue
        changed = [_changed(clause, language, register, kept, case) for language in LANGUAGES]
        for language, mine, other in zip(LANGUAGES, changed, changed[::-1], strict=True):
            if mine is True and other is False:
                message = say("the text under `## {language}` was changed and the other language was not",
                              language=language)  # fmt: skip
                hint = say("Bring both in line and have both approved.")
                yield file.found_in_head(file.head.id, message, hint)


def _changed(
    clause: Clause, language: Language, register: Register, kept: KeptTexts, case: LintCase
) -> bool | None:
    """Whether the text is another than the one that was approved last; None where nobody knows."""
    last = register.last_given(clause, language, case.as_of)
    if last is None or last.covers(clause, language):
        return None if last is None else False
    if last.language is not None:
        return True
    # An approval of both languages is voided by a change of the other one, too.
    before = kept.of(last)
    return None if before is None else before.sha256_of(language) != clause.sha256_of(language)
