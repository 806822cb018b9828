"""What a value refers to (`dry basis`, `as received`, 干基), as the heading, the row or the section prints it."""

from __future__ import annotations

import re
from functools import lru_cache

from tradedocs.vocabulary import fold, lexicon
from tradedocs.vocabulary.fold import has_cjk

_LONGEST = 5
_EDGES = "()[]（）,;:：* "


@lru_cache(maxsize=4096)
def basis_in(text: str) -> str | None:
    """The basis that the text states, as printed; None where it states none."""
    known = lexicon("basis")
    if not text or not known.occurrences(fold(text)):
        return None
    words = text.split()
    for size in range(min(_LONGEST, len(words)), 0, -1):
        for at in range(len(words) - size + 1):
            printed = " ".join(words[at : at + size]).strip(_EDGES)
            if known.exact(printed) is not None:
                return printed
    return next((label for label in known.labels if has_cjk(label) and label in text), None)


@lru_cache(maxsize=4096)
def without_basis(text: str) -> str:
    """The text less the basis that it states: `Result (dry basis)` is `Result`."""
    stated = basis_in(text)
    if stated is None:
        return text
    return (
        " ".join(re.sub(r"[(（\[]\s*[)）\]]", " ", text.replace(stated, " ")).split()).strip(" ,;:-") or text
    )


def first_basis(*texts: str | None) -> str | None:
    """The basis that the first of the texts with one states."""
    return next((found for text in texts if text and (found := basis_in(text))), None)
