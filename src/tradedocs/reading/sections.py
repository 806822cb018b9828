"""The section that a row stands under: the nearest title over it, in its table or over the table."""

from __future__ import annotations

import re
from functools import lru_cache

from tradedocs.reading.table import Table, distinct
from tradedocs.reading.values import is_value_like
from tradedocs.vocabulary import lexicon

_LONGEST_TITLE = 90
_PAGE_LINE = re.compile(
    r"\bpage\s*\d|\d\s*(?:of|/)\s*\d|\bseite\s*\d|第\s*\d+\s*页|стр\.?\s*\d|\bsayfa\b|https?:|www\.|@|\b(?:tel|fax|phone)\b",
    re.I,
)


@lru_cache(maxsize=4096)
def is_title(text: str) -> bool:
    """Whether a lone text could name a section: short, no sentence, no labelled fact, no value, no page line."""
    flat = " ".join(text.split())
    if not 3 <= len(flat) <= _LONGEST_TITLE or flat[-1] in ".;。" or _PAGE_LINE.search(flat):
        return False
    if sum(char.isalpha() for char in flat) < 0.4 * len(flat) or is_value_like(flat):
        return False
    hit = lexicon("columns").start(flat)
    if flat[0] in "(-*•" or (
        hit is not None and hit.meaning in ("other", "method", "specimen") and ":" in flat
    ):
        return False
    before, colon, after = flat.replace("：", ":").partition(":")
    if colon and after.strip():
        return lexicon("fields").exact(before) is None and not any(char.isdigit() for char in after[:4])
    return lexicon("fields").exact(flat.rstrip(":")) is None


def title_over(table: Table, begin: int = 0) -> str | None:
    """The title of the table: from the rows over its heading, else the nearest title line over the table.

    Args:
        table: the table with the lines above it.
        begin: the row where its heading begins.
    """
    for row in reversed(table.rows[:begin]):
        texts = [cell.text for cell in distinct(row)]
        if (
            len(texts) <= 3
            and (title := " ".join(text for text in texts if len(text) > 1))
            and is_title(title)
        ):
            return title
    for line in reversed(table.above):
        phrases = line.split("   ")
        if len(phrases) <= 2 and is_title(phrases[0]):
            return phrases[0]
        if len(phrases) > 3:
            return None
    return None
