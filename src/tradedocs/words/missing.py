"""What a contract needs and the deal does not say: an error, or in a draft a mark that shows which key is open."""

from __future__ import annotations

from tradedocs.model.clause import Language
from tradedocs.model.gaps import GAP, gaps_shown, mark
from tradedocs.model.shapes import LocalText

__all__ = ["GAP", "MissingFact", "gap", "gaps_shown", "in_language"]


class MissingFact(Exception):
    """The deal file leaves out `key`, which the contract needs."""

    def __init__(self, key: str) -> None:
        super().__init__(key)
        self.key = key


def gap(key: str) -> str:
    """The mark of a missing value, where gaps are shown.

    Raises:
        MissingFact: they are not.
    """
    marked = mark(key)
    if marked is None:
        raise MissingFact(key)
    return marked


def in_language(text: LocalText, language: Language, key: str) -> str:
    """The text in one language; English never stands in for Chinese.

    Raises:
        MissingFact: it has no Chinese, and gaps are not shown; the fact names `key`.zh.
    """
    if language == "en":
        return text.en
    return text.zh if text.zh is not None else gap(f"{key}.zh")
