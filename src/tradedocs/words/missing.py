"""What a contract needs and the deal does not say."""

from __future__ import annotations

from tradedocs.model.clause import Language
from tradedocs.model.shapes import LocalText


class MissingFact(Exception):
    """The deal file leaves out `key`, which the contract needs."""

    def __init__(self, key: str) -> None:
        super().__init__(key)
        self.key = key


def in_language(text: LocalText, language: Language, key: str) -> str:
    """The text in one language; English never stands in for Chinese.

    Raises:
        MissingFact: it has no Chinese; the fact names `key`.zh.
    """
    if language == "en":
        return text.en
    if text.zh is None:
        raise MissingFact(f"{key}.zh")
    return text.zh
