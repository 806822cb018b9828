"""A reference points to nothing.

What: `[[ref:clause.id]]` names a clause of the library, and `[[ref:clause.id#key]]` a key that a paragraph of
that clause has. What a single position of the clause lacks is TD111.

Why: the number of the article is computed from the reference. Without a target there is no number, and no
contract.

Bad: `under Article [[ref:disputes.clams]]`
Good: `under Article [[ref:disputes.claims]]`

Source: promise 3 of the program.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterator

from tradedocs.library.found import Found
from tradedocs.library.lint.case import LintCase
from tradedocs.model.lint import Severity
from tradedocs.ui import say

ID = "TD110"
SEVERITY: Severity = "error"
SUPPRESSIBLE = False
EXACT = True
GATE = True


def look(case: LintCase) -> Iterator[Found]:
    """An error for each reference to no clause, or to a key that a position of the clause has not."""
    for text in case.texts:
        for token in text.pieces:
            if token.kind == "reference" and (fault := _dangling(token.text, token.key, case)) is not None:
                yield text.file.found(text.paragraph, token.start, token.end, *fault)


def _dangling(clause_id: str, key: str | None, case: LintCase) -> tuple[str, str] | None:
    if not case.knows(clause_id):
        message = say("the reference points to {id}, which is no clause", id=clause_id)
        return message, _nearest(clause_id, case)
    targets = case.by_id.get(clause_id, ())
    if key is None or clause_id in case.broken:
        return None
    for target in targets:
        keys = [paragraph.key for paragraph in target.en if paragraph.key]
        if key not in keys:
            message = say("no paragraph of {id} ({position}) has the key {key}", id=clause_id,
                          position=target.head.position, key=key)  # fmt: skip
            return message, say("It has: {keys}.", keys=", ".join(keys) or "-")
    return None


def _nearest(clause_id: str, case: LintCase) -> str:
    near = difflib.get_close_matches(clause_id, case.by_id, n=1)
    return say("Did you mean {near}?", near=near[0]) if near else ""
