"""The documents that the seller presents."""

from __future__ import annotations

from tradedocs.model.clause import Language
from tradedocs.model.deal import Deal
from tradedocs.words.missing import in_language


def document_lines(deal: Deal, language: Language) -> tuple[str, ...]:
    """One text for each document.

    Raises:
        MissingFact: one has no Chinese.
    """
    return tuple(
        in_language(text, language, f"documents[{index}]") for index, text in enumerate(deal.documents, 1)
    )
