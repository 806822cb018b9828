"""A variable is used but not declared, declared but not used, or filled by a deal key that there is not.

What: every `{{ name }}` in the text is a key of `variables`, and every key there is used in the text. What
`from` names is a key of the deal file, of the variable's type.

Why: an undeclared variable leaves a hole in the contract, and a dead one is a question to the deal that no text
needs.

Bad: `{{ notice_dais }}` with `variables: {notice_days: …}`
Good: `{{ notice_days }}`

Source: promise 3 of the program; `tradedocs schema deal` lists the keys of a deal.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterator, Mapping

from tradedocs.library.file import ClauseFile
from tradedocs.library.found import Found
from tradedocs.library.lint.case import LintCase, pieces_of, readable
from tradedocs.model.clause import VariableType
from tradedocs.model.lint import Severity
from tradedocs.ui import say

ID = "TD120"
SEVERITY: Severity = "error"
SUPPRESSIBLE = False
EXACT = True
GATE = True


def look(case: LintCase) -> Iterator[Found]:
    """An error for each such variable."""
    for file in case.files:
        if readable(file):
            yield from _used(file)
        if case.facts is not None:
            yield from _filled(file, case.facts)


def _used(file: ClauseFile) -> Iterator[Found]:
    declared, used = file.head.variables, set()
    for paragraph in file.paragraphs:
        for token in pieces_of(paragraph) or ():
            if token.kind != "variable":
                continue
            used.add(token.text)
            if token.text not in declared:
                message = say("the variable {name} is not in `variables`", name=token.text)
                yield file.found(paragraph, token.start, token.end, message, _nearest(token.text, declared))
    for name in declared:
        if name not in used:
            yield file.found_in_head(name, say("the variable {name} is used nowhere in the text", name=name))


def _filled(file: ClauseFile, facts: Mapping[str, VariableType]) -> Iterator[Found]:
    for name, variable in file.head.variables.items():
        if variable.source is None:
            continue
        kind = facts.get(variable.source)
        if kind is None:
            message = say("no deal can fill {source}", source=variable.source)
            yield file.found_in_head(variable.source, message, _nearest(variable.source, facts))
        elif kind != variable.type:
            message = say("{source} is of type {kind}, not {given}", source=variable.source, kind=kind,
                          given=variable.type)  # fmt: skip
            yield file.found_in_head(name, message)


def _nearest(name: str, known: Mapping[str, object]) -> str:
    near = difflib.get_close_matches(name, known, n=1)
    return say("Did you mean {near}?", near=near[0]) if near else ""
