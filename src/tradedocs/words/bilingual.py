"""Texts in the contract's languages, and rows made of them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

from tradedocs.model.annex import AnnexColumn, AnnexTable, Texts
from tradedocs.model.clause import Language

Languages = tuple[Language, ...]
Pair = tuple[str, str]
"""English and Chinese."""


@dataclass(frozen=True, slots=True)
class Parts:
    """What an annex holds under its title."""

    notes: tuple[Texts, ...] = ()
    tables: tuple[AnnexTable, ...] = ()


def each(words: Callable[[Language], str], languages: Languages) -> Texts:
    """The words in each language, once where they do not differ."""
    return tuple(dict.fromkeys(words(language) for language in languages))


def both(pair: Pair, languages: Languages) -> Texts:
    """A fixed pair of words."""
    return each(lambda language: of(pair, language), languages)


def of(pair: Pair, language: Language) -> str:
    """The word in one language."""
    return pair[1] if language == "zh" else pair[0]


def titled(number: int, pair: Pair, languages: Languages) -> Texts:
    """`Annex 1 – Specification`, `附件1 规格书`."""
    return both((f"Annex {number} – {pair[0]}", f"附件{number} {pair[1]}"), languages)


@cache  # the columns of a form are the same in every contract
def column(pair: Pair, share: int, languages: Languages, *, number: bool = False) -> AnnexColumn:
    """A column; `number` sets it flush right."""
    return AnnexColumn(head=both(pair, languages), share=share, number=number)
