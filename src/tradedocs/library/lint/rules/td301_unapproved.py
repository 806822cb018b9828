"""The text was changed after it was approved, or is not approved.

What: an approval holds for one exact text. A text that was changed since, or whose approval was taken back,
is an error; one that nobody has approved, or only somebody whose yes does not count, is a warning in a
library where others are approved; one that is with the lawyers is a note. A library without any approval has
one note.

Why: such a text makes every contract that holds it a draft. The change may be the very one that slipped in.

Bad: a period changed from 30 to 60 days, without a new approval
Good: `tradedocs clause pack`, the lawyers' yes, `tradedocs clause approve`

Source: docs/review.md; promise 3 of the program.
"""

from __future__ import annotations

from collections.abc import Iterator

from tradedocs.library.file import ClauseFile
from tradedocs.library.found import Found
from tradedocs.library.lint.case import LintCase
from tradedocs.library.register import Standing, State
from tradedocs.model.clause import Language
from tradedocs.model.lint import Severity
from tradedocs.ui import say

ID = "TD301"
SEVERITY: Severity = "error"
SUPPRESSIBLE = False
EXACT = True
GATE = False

_SEVERITY: dict[State, Severity] = {
    "voided": "error", "withdrawn": "error", "draft": "warning", "in-review": "info",
}  # fmt: skip
_NAMES: dict[Language, str] = {"en": "English", "zh": "Chinese"}


def look(case: LintCase) -> Iterator[Found]:
    """A finding for each text that is not approved, once where both languages stand alike."""
    if case.register is None:
        return
    if not case.register.approvals and not case.register.packs:
        yield case.outline.found(
            "articles", say("nobody has approved a text of this library yet"),
            say("Every contract is a draft until then; docs/review.md tells how."), "info",
        )  # fmt: skip
        return
    for file, clause in case.clauses:
        standings = case.register.status(clause, case.as_of).languages
        if standings["en"][:3:2] == standings["zh"][:3:2]:
            yield from _told(file, standings["en"], None)
            continue
        for language, standing in standings.items():
            yield from _told(file, standing, language)


def _told(file: ClauseFile, standing: Standing, language: Language | None) -> Iterator[Found]:
    severity = _SEVERITY.get(standing.state)
    if severity is None:
        return
    what = file.named if language is None else f"{file.named}, {_NAMES[language]}"
    message = say(
        "{what} is not approved ({state}): {why}", what=what, state=standing.state, why=standing.why
    )
    hint = say("`tradedocs clause pack` sends it to the lawyers.") if severity != "info" else ""
    yield file.found_in_head(file.head.id, message, hint, severity)
