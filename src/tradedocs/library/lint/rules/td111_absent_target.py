"""A reference points to a clause that need not be in the same contract.

What: the target never stands in a contract with the clause (an error), or need not (a warning; an error where
it is optional): it is excluded, applies under another condition, or is optional, and is not among what the
clause requires. A position of the target that lacks the paragraph is TD110.

Why: the library looks sound, and the first deal without the target cannot be built.

Bad: `[[ref:commercial.deposit]]` in a clause of every contract, where the deposit applies to some deals
Good: `requires: [commercial.deposit]`, or the reference in the clause on the deposit

Source: promise 3 of the program; the assembly of contracts, docs/contract.md.
"""

from __future__ import annotations

from collections.abc import Iterator

from tradedocs.library.found import Found
from tradedocs.library.lint.case import LintCase
from tradedocs.library.lint.together import company
from tradedocs.model.lint import Severity
from tradedocs.ui import say

ID = "TD111"
SEVERITY: Severity = "error"
SUPPRESSIBLE = True
EXACT = True
GATE = False


def look(case: LintCase) -> Iterator[Found]:
    """A finding for each such reference."""
    for text in case.texts:
        for token in text.pieces:
            if token.kind != "reference" or token.text not in case.by_id:
                continue
            met = company(text.file, token.text, case)
            if met == "always":
                continue
            sure = met == "never" or any(one.head.optional for one in case.by_id[token.text])
            told = say("never stands") if met == "never" else say("need not stand")
            message = say("{id} {told} in the same contract", id=token.text, told=told)
            hint = say("Add {id} to `requires`, or move the sentence there.", id=token.text)
            severity: Severity = "error" if sure else "warning"
            yield text.file.found(text.paragraph, token.start, token.end, message, hint, severity)
