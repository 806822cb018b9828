"""The limit of liability leaves out what Chinese law does not let it limit.

What: under Chinese law compensation.limitation must except injury to persons and loss caused with intent or by gross
negligence.

Why: without these exceptions the limit is void as far as they go, and perhaps altogether.

Bad: a limitation clause without exceptions.
Good: the clause of the library.

Source: PRC Civil Code Article 506.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tradedocs.contract.case import DealCase, told
from tradedocs.model.clause import Clause
from tradedocs.model.dealfinding import DealFinding
from tradedocs.ui import say

ID = "T65"
SUPPRESSIBLE = False
EXPORT = False

_CLAUSE = "compensation.limitation"
_NEEDED = {
    "injury to persons": re.compile(r"\binjur", re.IGNORECASE),
    "intent": re.compile(r"\b(?:intent|wilful|willful|deliberate)", re.IGNORECASE),
    "gross negligence": re.compile(r"\bgross(?:ly)? negligen", re.IGNORECASE),
}


def judge(case: DealCase) -> Iterator[DealFinding]:
    """An error that names what is not excepted."""
    clause, law = case.clause(_CLAUSE), case.law
    if clause is None or law is None or law.code != "CN":
        return
    lacking = [what for what, pattern in _NEEDED.items() if pattern.search(_text(clause)) is None]
    if lacking:
        yield told(
            ID, "error",
            say("{clause} does not except {lacking}, which Chinese law does not let it limit", clause=_CLAUSE,
                lacking=", ".join(lacking)),
            say("Take a position of the clause that excepts it."),
            case.choice(_CLAUSE), ("law", "governing"), clause=_CLAUSE,
        )  # fmt: skip


def _text(clause: Clause) -> str:
    return " ".join(paragraph.en for paragraph in clause.paragraphs)
