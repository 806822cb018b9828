"""The credit calls for a document that the contract does not list.

What: every document under `letter_of_credit.documents` must stand under `documents`, word for word.

Why: a document that the seller did not promise may be one that it cannot get; the bank refuses without it.

Bad: the credit asks for a certificate of origin, and `documents` lists invoice and bill of lading.
Good: both lists name it.

Source: UCP 600 Articles 14(a) and 14(d); CISG Article 34.
"""

from __future__ import annotations

from collections.abc import Iterator

from tradedocs.contract.case import DealCase, told
from tradedocs.model.dealfinding import DealFinding
from tradedocs.model.shapes import LocalText
from tradedocs.ui import say

ID = "T37"
SUPPRESSIBLE = False
EXPORT = True


def judge(case: DealCase) -> Iterator[DealFinding]:
    """An error for each document more."""
    credit = case.deal.letter_of_credit
    if credit is None:
        return
    agreed = {_folded(document) for document in case.deal.documents}
    for index, document in enumerate(credit.documents):
        if _folded(document) not in agreed:
            yield told(
                ID, "error",
                say("the credit asks for {document!r}, which is none of the {n} documents of the contract",
                    document=document.en, n=len(agreed)),
                say("Add it to `documents` in the same words, or take it out of the credit."),
                ("letter_of_credit", "documents", index), ("documents",),
            )  # fmt: skip


def _folded(document: LocalText) -> str:
    return " ".join(document.en.casefold().split())
