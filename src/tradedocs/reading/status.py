"""The status of a document in large print: DRAFT, CANCELLED, a COPY stamp across the page.

Small print speaks of drafts and copies in half of all real reports and means nothing by it. Only what is printed
clearly larger than the page's own text, and only as a title or a stamp, is taken for the document's status.
"""

from __future__ import annotations

from collections.abc import Sequence
from statistics import median

from tradedocs.model.base import Place
from tradedocs.model.report import Stated
from tradedocs.pdf.page import Page
from tradedocs.reading.lines import page_lines
from tradedocs.vocabulary.lexicon import lexicon

_LARGER, _MOST_WORDS = 1.35, 8


def status_of(pages: Sequence[Page]) -> Stated | None:
    """The first status in large print, or None."""
    for page in pages:
        if not page.words:
            continue
        large = _LARGER * median(word.height for word in page.words)
        for line in page_lines(page):
            for phrase in line.phrases:
                if phrase.height >= large and takes_validity(phrase.text):
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
