"""The two languages of a clause differ in what can be compared exactly.

What: English and Chinese have the same paragraphs in the same order, with the same levels and keys; each pair
of paragraphs has the same variables, references, number of defined terms, and numbers. A paragraph key stands
once. Where one language of a text is approved as it is and the other was changed since, that is told too.

Why: two versions that differ are the most common cause of disputes about bilingual contracts, and a change of a
number in one language only is the most common difference.

Bad: `within 30 days` and `14日内`
Good: `within 30 days` and `30日内`

Source: Arbitration practice; the clause general.languages, which makes one version prevail, does not help the
party that read the other.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import zip_longest

from tradedocs.library.file import ClauseFile
from tradedocs.library.found import Found
from tradedocs.library.lint.case import LintCase, Pieces, pieces_of, readable
from tradedocs.library.register import LANGUAGES, Register
from tradedocs.model.lint import Severity
from tradedocs.ui import say

ID = "TD310"
SEVERITY: Severity = "error"
SUPPRESSIBLE = False
EXACT = True
GATE = True

_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")


def look(case: LintCase) -> Iterator[Found]:
    """An error for each difference."""
    for file in case.files:
        if readable(file):
            yield from _structure(file)
            yield from _keys(file)
            yield from _content(file)
    if case.register is not None:
        yield from _later(case, case.register)


def _later(case: LintCase, register: Register) -> Iterator[Found]:
    """Texts of which one language is approved as it is and the other was changed since its approval."""
    for file, clause in case.clauses:
        found = register.status(clause, case.as_of).languages
        for language, other in (LANGUAGES, LANGUAGES[::-1]):
            if (found[language].state, found[other].state) == ("voided", "approved"):
                message = say("the text under `## {language}` was changed and the other language was not",
                              language=language)  # fmt: skip
                hint = say("Bring both in line and have both approved.")
                yield file.found_in_head(file.head.id, message, hint)


def _structure(file: ClauseFile) -> Iterator[Found]:
    for english, chinese in zip_longest(file.en, file.zh):
        there = english or chinese
        if english is None or chinese is None:
            language = "en" if english is None else "zh"
            message = say("this paragraph is missing under `## {language}`", language=language)
            yield file.found(there, 0, len(there.text), message)
            return
        if (english.level, english.key) != (chinese.level, chinese.key):
            message = say("level or key differ from the English paragraph in line {line}",
                          line=english.at.line + 1)  # fmt: skip
            yield file.found(chinese, 0, len(chinese.text), message)
            return


def _keys(file: ClauseFile) -> Iterator[Found]:
    keys = Counter(paragraph.key for paragraph in file.en if paragraph.key)
    for paragraph in file.en:
        if paragraph.key and keys[paragraph.key] > 1:
            message = say("the key {key} stands on two paragraphs", key=paragraph.key)
            yield file.found(paragraph, 0, 1, message)


def _content(file: ClauseFile) -> Iterator[Found]:
    for english, chinese in zip(file.en, file.zh, strict=False):
        for what, count in _COMPARED:
            en, zh = count(pieces_of(english) or ()), count(pieces_of(chinese) or ())
            if en != zh:
                differ = ", ".join(sorted(((en - zh) + (zh - en)).elements()))
                yield file.found(
                    chinese, 0, len(chinese.text),
                    say("the {what} differ from the English text: {differ}", what=what, differ=differ),
                    say("The English paragraph is in line {line}.", line=english.at.line + 1),
                )  # fmt: skip


def _names(pieces: Pieces) -> Counter[str]:
    return Counter(token.text for token in pieces if token.kind == "variable")


def _references(pieces: Pieces) -> Counter[str]:
    return Counter(f"{token.text}#{token.key or ''}" for token in pieces if token.kind == "reference")


def _term_count(pieces: Pieces) -> Counter[str]:
    return Counter("**" for token in pieces if token.kind == "term")


def _numbers(pieces: Pieces) -> Counter[str]:
    return Counter(
        number for token in pieces if token.kind == "text" for number in _NUMBER.findall(token.text)
    )


_COMPARED = (
    ("variables", _names),
    ("references", _references),
    ("defined terms", _term_count),
    ("numbers", _numbers),
)
