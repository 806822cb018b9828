"""The clauses that the deal takes do not make a contract.

What: `clauses` names what the library does not have, or leaves out what another clause requires, refers to or
defines, or what no contract is without (`required` in outline.yaml); or the deal file leaves out a fact that a clause
prints.

Why: a contract never holds a blank or a reference that leads nowhere, so nothing can be built.

Bad: `clauses: [{clause: compensation.offset, omit: true}]` while compensation.remedies stays.
Good: both are left out, or both stay.

Source: promise 3 of the program.
"""

from __future__ import annotations

from collections.abc import Iterator

from tradedocs.contract.case import DealCase, told
from tradedocs.model.dealfinding import DealFinding, way_of
from tradedocs.ui import say

ID = "T00"
SUPPRESSIBLE = False
EXPORT = False


def judge(case: DealCase) -> Iterator[DealFinding]:
    """An error for the clash, for each clause that every contract has, and for each fact that is missing."""
    if case.clash is not None:
        yield told(
            ID,
            "error",
            case.clash,
            say("Change `clauses` in the deal file; `tradedocs clause list` shows them all."),
            ("clauses",),
        )
    for clause_ids in case.absent:
        yield told(
            ID, "error", say("no contract is without {id}", id=" / ".join(clause_ids)),
            say("Take `omit` out of `clauses` in the deal file."), case.choice(*clause_ids),
        )  # fmt: skip
    for key in dict.fromkeys(missing.key for missing in case.missing):
        needing = ", ".join(dict.fromkeys(one.clause for one in case.missing if one.key == key))
        yield told(
            ID,
            "error",
            say("`{key}` is missing, which these clauses print: {clauses}", key=key, clauses=needing),
            say("Add the key, or leave the clause out (`clauses` in the deal file)."),
            way_of(key),
        )
