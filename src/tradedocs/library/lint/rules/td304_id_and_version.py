"""The id, folder, position or version of a clause is not in order, or two files claim the same one.

What: a clause lies in FAMILY/CLAUSE/POSITION.md and its id is FAMILY.CLAUSE; the id holds small letters, digits,
hyphens and one dot and is short enough to be a tag in Word (64 characters with its version) and a bookmark (40). A
version is three numbers; a text that differs from the one that was last sent to the lawyers has a version above that
one. An id and position stand in one file only.

Why: the id is how a reviewed file that comes back from Word, a contract and an approval find their clause.

Bad: `id: quality.warrenty` in quality/warranty/standard.md
Good: `id: quality.warranty`

Source: ECMA-376 (w:tag at most 64, bookmark names at most 40 characters in Word).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tradedocs.library.file import ClauseFile
from tradedocs.library.found import Found
from tradedocs.library.lint.case import LintCase
from tradedocs.model.lint import Severity
from tradedocs.ui import say

ID = "TD304"
SEVERITY: Severity = "error"
SUPPRESSIBLE = False
EXACT = True
GATE = True

_VERSION = re.compile(r"\d+\.\d+\.\d+")
_ID = re.compile(r"[a-z][a-z0-9-]*\.[a-z][a-z0-9-]*")
_TAG, _BOOKMARK = 64, 40


def look(case: LintCase) -> Iterator[Found]:
    """An error for each fault of an id or version."""
    for file in case.files:
        yield from _named_as_filed(file)
        yield from _fit_for_word(file)
        if _VERSION.fullmatch(file.head.version) is None:
            yield file.found_in_head(file.head.version, say("a version is three numbers, such as 1.0.0"))
    yield from _twice(case)
    yield from _steps(case)


def _named_as_filed(file: ClauseFile) -> Iterator[Found]:
    head = file.head
    family, clause, position = file.path.parts[-3], file.path.parts[-2], file.path.stem
    for word, expected in ((head.id, f"{family}.{clause}"), (head.family, family), (head.position, position)):
        if word != expected:
            yield file.found_in_head(
                word, say("the folder and file name say {expected}, the file says {word}", expected=expected,
                          word=word),
                say("A clause lies in FAMILY/CLAUSE/POSITION.md and its id is FAMILY.CLAUSE."),
            )  # fmt: skip


def _fit_for_word(file: ClauseFile) -> Iterator[Found]:
    head = file.head
    if _ID.fullmatch(head.id) is None:
        yield file.found_in_head(head.id, say("an id holds small letters, digits, hyphens and one dot"))
    bookmark, tag = f"td_{head.id}", f"td:{head.id}@{head.version}"
    for what, text, most in ((say("bookmark"), bookmark, _BOOKMARK), (say("tag"), tag, _TAG)):
        if len(text) > most:
            yield file.found_in_head(
                head.id, say("{id} is too long: as a {what} in Word it has {n} characters, {most} at most",
                             id=head.id, what=what, n=len(text), most=most),
            )  # fmt: skip


def _twice(case: LintCase) -> Iterator[Found]:
    for clause_id, files in case.by_id.items():
        seen: dict[str, ClauseFile] = {}
        for file in files:
            position = file.head.position
            if position in seen:
                yield file.found_in_head(
                    clause_id, say("{id} in position {position} is in {other} already", id=clause_id,
                                   position=position, other=seen[position].path),
                )  # fmt: skip
            seen[position] = file


def _steps(case: LintCase) -> Iterator[Found]:
    """Texts that changed since they were last sent to the lawyers, under a version that is not above that one."""
    last = {(one.clause, one.position): one for one in case.sent if _VERSION.fullmatch(one.version)}
    for file, clause in case.clauses:
        sent = last.get((clause.id, clause.position))
        if sent is None or sent.sha256 == clause.sha256 or _VERSION.fullmatch(clause.version) is None:
            continue
        if _parts(clause.version) <= _parts(sent.version):
            message = say("version {version} was sent to the lawyers with another text", version=sent.version)
            yield file.found_in_head(clause.version, message, say("Raise the version."), "warning")


def _parts(version: str) -> tuple[int, ...]:
    return tuple(map(int, version.split(".")))
