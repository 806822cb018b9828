"""The status of a document in large print: DRAFT, CANCELLED, a COPY stamp across the page.

Small print speaks of drafts and copies in half of all real reports and means nothing by it. What is printed clearly
larger than the page's own text, as a title or a stamp, is taken for the document's status; of smaller print only a line
that says nothing else (`DRAFT`, `DRAFT - for information only`).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from statistics import median

from tradedocs.model.base import Place
from tradedocs.model.report import Stated
from tradedocs.pdf.page import Page
from tradedocs.reading.lines import page_lines
from tradedocs.vocabulary.lexicon import lexicon

_LARGER, _MOST_WORDS = 1.35, 8
_LEAST_WORDS = 3  # of small print without capitals: a word by itself (`Copy`, `Sample`) may be a label
_PARTS = re.compile(r"\s*[-–—:;,()*]+\s*")


def status_of(pages: Sequence[Page]) -> Stated | None:
    """The first status in large print, or None."""
    for page in pages:
        if not page.words:
            continue
        large = _LARGER * median(word.height for word in page.words)
        for line in page_lines(page):
            for phrase in line.phrases:
                said = takes_validity(phrase.text) if phrase.height >= large else False
                if said or (len(line.phrases) == 1 and says_nothing_else(phrase.text)):
                    box = (phrase.x0, phrase.y0, phrase.x1, phrase.y1)
                    return Stated(text=phrase.text, place=Place(page=page.number, box=page.shown(box)))
    return None


def takes_validity(text: str) -> bool:
    """Whether a title or a stamp says that the document is a draft, a copy, or cancelled."""
    if len(text.split()) > _MOST_WORDS:
        return False
    words = lexicon("status")
    start = words.start(text)
    return words.exact(text) is not None or (start is not None and start.meaning == "leading")


def says_nothing_else(text: str) -> bool:
    """Whether a line of any size consists of such words only, in capitals or at length."""
    parts = [part for part in _PARTS.split(text.strip()) if part]
    if not parts or len(text.split()) > _MOST_WORDS:
        return False
    words = lexicon("status")
    first = words.exact(parts[0])
    rest = all(words.exact(part) is not None for part in parts[1:])
    loud = parts[0].isupper() and first is not None and first == "leading"
    return rest and (loud or (first is not None and len(parts[0].split()) >= _LEAST_WORDS))
