"""Tell the name of a company or a laboratory from other text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from tradedocs.vocabulary import fold, lexicon

_SENTENCE = re.compile(
    r"\b(?:the|is|are|was|were|shall|this|these|that|without|any|by|has|have|been|with)\b", re.I
)
_CONTACT = re.compile(r"@|www\.|https?:|\btel\b|\bfax\b|\+\d{2}|\baddr", re.I)
ADDRESS = re.compile(
    r"\b(?:street|road|st|rd|ave|avenue|suite|lane|drive|dr|blvd|floor|building|plaza|square|straße|strasse|str|rue|calle|cad|cadde"
    r"|sok|ул|οδός)\b\.?|\b\d{5}\b|\b[A-Z]{2} \d{5}|[路街号號]|www\.|https?:|@|\btel\b",
    re.I,
)
_MOST_WORDS, _LONGEST = 14, 110
_CJK_FROM = "\u2e80"


@lru_cache(maxsize=1)
def _suffixes() -> tuple[str, ...]:
    labels = lexicon("companies").labels
    return tuple(sorted((label for label, kind in labels.items() if kind == "suffix"), key=len, reverse=True))


@lru_cache(maxsize=1)
def _ends() -> frozenset[str]:
    """The last words that a company form may have, to leave out most text at a glance."""
    return frozenset(suffix.split()[-1] for suffix in _suffixes())


@lru_cache(maxsize=20_000)
def is_company(text: str) -> bool:
    """Whether the text reads as a company's or a laboratory's name."""
    if len(text) > _LONGEST or not 1 <= len(words := fold(text).split()) <= _MOST_WORDS:
        return False
    laboratory = 2 <= len(words) <= 6 and text[:1].isupper() and names_laboratory(words)
    if not laboratory and not ends_like_company(text):
        return False
    return not (":" in text or "：" in text or _SENTENCE.search(text) or _CONTACT.search(text))


@lru_cache(maxsize=20_000)
def ends_like_company(text: str) -> bool:
    """Whether a company form (`Ltd`, `GmbH`, `有限公司`) ends the name, or stands before a branch's name."""
    folded = fold(text)
    words = folded.split()
    near = words[-4:]
    if not any(word in _ends() for word in near) and not any(char > _CJK_FROM for char in folded):
        return False
    return any(_ends_with(text, folded, suffix) for suffix in _suffixes())


def _ends_with(text: str, folded: str, suffix: str) -> bool:
    at = folded.rfind(suffix)
    if at <= 0 or not (suffix[0] > _CJK_FROM or folded[at - 1] == " "):
        return False
    tail = folded[at + len(suffix) :]
    if len(suffix) <= 4 and suffix[0] <= _CJK_FROM and (tail or not _written_as_form(text)):
        return False
    return (
        not tail or (tail[0] == " " and len(tail.split()) <= 3) or (suffix[0] > _CJK_FROM and len(tail) <= 8)
    )


def _written_as_form(text: str) -> bool:
    """A short form counts when it is written like one: `AG`, `S.A.`, `Inc.`, behind two letters at least."""
    words = text.rstrip(" .,)").split()
    last = words[-1] if words else ""
    return len(words) >= 2 and (last[:1].isupper() or "." in last) and "/" not in last and len(words[0]) > 1


def names_laboratory(words: Sequence[str]) -> bool:
    """Whether the last of these folded words says laboratory, or a group of companies."""
    return lexicon("companies").labels.get(words[-1]) in ("laboratory", "group")
