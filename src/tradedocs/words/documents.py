"""The documents that the seller presents."""

from __future__ import annotations

from tradedocs.model.clause import Language
from tradedocs.model.deal import Deal
from tradedocs.model.terms import Document
from tradedocs.words.missing import in_language


def document_lines(deal: Deal, language: Language) -> tuple[str, ...]:
    """One text for each document: what, how many of it, and issued by whom, as far as the deal says it.

    Raises:
        MissingFact: one has no Chinese.
    """
    return tuple(_line(one, f"documents[{index}]", language) for index, one in enumerate(deal.documents, 1))


def _line(document: Document, key: str, language: Language) -> str:
    parts = [in_language(document, language, key)]
    if document.originals is not None:
        parts.append(
            f"正本{document.originals}份" if language == "zh" else _counted(document.originals, "original")
        )
    if document.copies is not None:
        parts.append(f"副本{document.copies}份" if language == "zh" else _counted(document.copies, "copy"))
    if document.issuer is not None:
        issuer = in_language(document.issuer, language, f"{key}.issuer")
        parts.append(f"由{issuer}出具" if language == "zh" else f"issued by {issuer}")
    return ("，" if language == "zh" else ", ").join(parts)


def _counted(number: int, word: str) -> str:
    many = "copies" if word == "copy" else f"{word}s"
    return f"{number} {word if number == 1 else many}"
