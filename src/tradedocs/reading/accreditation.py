"""What a report says lies outside the scope of its accreditation: the whole of it, or what bears a mark.

Half of all reports speak of accreditation somewhere. Only a sentence about this report, these results or what bears a
mark counts; what is said of opinions, of copies and of laboratories in general means nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from tradedocs.model.base import Place
from tradedocs.model.report import Outside, Stated
from tradedocs.pdf.page import Page
from tradedocs.reading.lines import page_lines
from tradedocs.vocabulary.accreditation import says_not_accredited

_MARK = r"[*#†‡§^▲△★☆●※]+"
_SUBJECT = re.compile(
    r"\b(?:this|the|these|above|following)\s+(?:\w+\s+){0,2}(?:report|certificate|tests?|results?|methods?|parameters?|items?|"
    r"analys[ei]s)\b|(?:本|该|上述|以上|以下|此)[^，。；]{0,4}(?:报告|证书|项目|结果|方法|参数|检测|检验)",
    re.I,
)
_MARKED = re.compile(
    rf"\b(?:marked|marking|indicated|denoted|identified|with)\b[^.;]{{0,24}}?(?P<a>{_MARK})|^\W{{0,2}}?(?P<b>{_MARK})|"
    rf"(?P<c>{_MARK})[^。；]{{0,8}}(?:标[记注识]|号)|(?:标[记注识有]?|带)[^。；]{{0,8}}?(?P<d>{_MARK})|"
    rf"(?P<e>{_MARK})['\")]?\s*(?:denotes?|indicates?|means?|stands?|[=:：])",
    re.I,
)
_GENERAL = re.compile(
    r"\b(?:opinions?|interpretations?|if|unless|may|shall|should|whether|where|when|photos?|photographs?|subcontract\w*)\b"
    r"|意见|解释|如果|若|除非|未经",
    re.I,
)


def outside_of(pages: Sequence[Page]) -> tuple[Outside, ...]:
    """Each such sentence with the mark that it explains, in the order of the pages."""
    return tuple(found for page in pages for found in _on(page))


def _on(page: Page) -> Iterator[Outside]:
    for line in page_lines(page):
        for phrase in line.phrases:
            said = says_outside(phrase.text)
            if said is not None:
                box = page.shown((phrase.x0, phrase.y0, phrase.x1, phrase.y1))
                yield Outside(
                    said=Stated(text=phrase.text, place=Place(page=page.number, box=box)), mark=said or None
                )


def says_outside(text: str) -> str | None:
    """The mark that the sentence explains, empty where it is about the report; None where it says no such thing."""
    if not says_not_accredited(text) or _GENERAL.search(text):
        return None
    marked = _MARKED.search(text.strip())
    if marked is not None:
        return next(mark for mark in marked.groups() if mark)
    return "" if _SUBJECT.search(text) else None
