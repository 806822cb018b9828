"""A document that only the buyer can give.

What: a document that the buyer or applicant issues, signs, countersigns or confirms puts payment in its hands.

Why: the buyer that wants a lower price does not sign.

Bad: `documents: [Inspection certificate countersigned by the Buyer]`
Good: `documents: [Inspection certificate issued by the agreed inspection body]`

Source: UCP 600 Articles 4 and 5; ITC guidance on soft clauses.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tradedocs.contract.case import DealCase, told
from tradedocs.model.dealfinding import DealFinding, Way
from tradedocs.model.shapes import LocalText
from tradedocs.ui import say

ID = "T38"
SUPPRESSIBLE = True
EXPORT = True

_ENGLISH = re.compile(
    r"\b(?:issued|signed|countersigned|counter-signed|approved|accepted|confirmed|endorsed)\b.{0,40}\b(?:buyer|applicant)"
    r"|\b(?:buyer|applicant)(?:'s|’s)?\s+(?:acceptance|approval|confirmation|signature|certificate)",
    re.IGNORECASE,
)
_CHINESE = re.compile("(?:买方|申请人|收货人).{0,12}(?:签署|签字|会签|出具|确认|认可)")


def judge(case: DealCase) -> Iterator[DealFinding]:
    """A warning for each such document, in the contract and in the credit."""
    credit = case.deal.letter_of_credit
    lists: list[tuple[Way, tuple[LocalText, ...]]] = [(("documents",), case.deal.documents)]
    if credit is not None:
        lists.append((("letter_of_credit", "documents"), credit.documents))
    for way, documents in lists:
        for index, document in enumerate(documents):
            if _ENGLISH.search(document.en) or (document.zh and _CHINESE.search(document.zh)):
                yield told(
                    ID,
                    "warning",
                    say("{document!r} depends on the buyer", document=document.en),
                    say("Ask for a document of the agreed inspection body or another third party."),
                    (*way, index),
                )
