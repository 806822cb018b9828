"""Names that stand without a label: the client over the first sentence or at the top, the goods in a heading."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from tradedocs.model.base import Place
from tradedocs.model.report import Stated, StatedDate
from tradedocs.pdf.page import Page
from tradedocs.reading.choice import UNLABELLED, date_like
from tradedocs.reading.companies import ADDRESS, ends_like_company, is_company
from tradedocs.reading.dates import Order, date_in
from tradedocs.reading.labelkeys import meaning_of
from tradedocs.reading.lines import Line, Phrase, page_lines
from tradedocs.vocabulary import fold, lexicon


def _stated(page: Page, phrase: Phrase, text: str) -> Stated:
    box = (phrase.x0, phrase.y0, phrase.x1, phrase.y1)
    return Stated(text=text.strip(" ,/"), place=Place(page=page.number, box=page.shown(box)))


def client_over_intro(page: Page) -> Stated | None:
    """A client who is printed without a label, over his address, before "the sample was submitted by the client"."""
    lines = page_lines(page)
    intro = next((k for k, line in enumerate(lines) if _is_intro(line)), None)
    if intro is None:
        return None
    block: list[Line] = []
    for line in reversed(lines[:intro]):
        if any(":" in phrase.text or meaning_of(phrase.text) for phrase in line.phrases) or _LABEL_NO.search(
            line.text
        ):
            break
        if block and block[-1].y0 - line.y1 > 1.6 * line.phrases[0].height:
            break
        block.append(line)
    firsts = [line.phrases[0] for line in reversed(block) if line.phrases[0].text[:1].isalnum()]
    if company := next((phrase for phrase in firsts if is_company(phrase.text)), None):
        return _stated(page, company, company.text)
    if capitals := next((phrase for phrase in firsts if phrase.text.isupper() and " " in phrase.text), None):
        return _stated(page, capitals, capitals.text).model_copy(update={"doubt": (UNLABELLED,)})
    return None


def _is_intro(line: Line) -> bool:
    hits = lexicon("phrases").all_in(line.text)
    return any(hit.meaning in ("submitted-intro", "client-sample") for hit in hits)


def goods_in_intro(page: Page) -> Stated | None:
    """The goods that end the first sentence: "the following sample was submitted by the client as: …"."""
    lines = page_lines(page)
    for line in lines:
        text = line.text
        if not _is_intro(line) or ":" not in text:
            continue
        said = text[text.rindex(":") + 1 :].strip(" -:")
        if len(said) > 2 and any(c.isalpha() for c in said):
            box = (line.x0, line.y0, line.x1, line.y1)
            return Stated(text=said, place=Place(page=page.number, box=page.shown(box)))
    return None


def _goes_on(phrase: Phrase, above: Line) -> bool:
    """Whether the phrase is the second line of a labelled value: `Business name: QUILLON ROOTS` over it."""
    near = phrase.y0 - above.y1 < 0.6 * phrase.height
    return near and any(abs(other.x0 - phrase.x0) <= 3 and ":" in other.text for other in above.phrases)


_LABEL_NO = re.compile(r"\bno\.\s*\S*\d", re.I)


def company_at_top(page: Page, issuer: Stated | None) -> Stated | None:
    """The first company named in the upper half of the page that is not the issuer: perhaps the client."""
    known = fold(issuer.text) if issuer else ""
    lines = page_lines(page)
    for at, line in enumerate(lines):
        for phrase in line.phrases:
            if at and _goes_on(phrase, lines[at - 1]):
                continue
            for part in re.split(r"\s*[|·•]\s*", phrase.text):
                name = fold(part)
                if phrase.y1 > page.height / 2 or not is_company(part) or not ends_like_company(part):
                    continue
                if not known or (name not in known and known not in name):
                    stated = _stated(page, phrase, part)
                    return stated.model_copy(update={"doubt": (UNLABELLED,)})
    return None


_GOODS_LOW = 0.2
_HEADING = 0.6
_UNIT = re.compile(r"\((?:mm|cm|m|kg|g|%|mg|mpa|°c|pcs)\)", re.I)
_TITLE_WORDS = re.compile(
    r"certificate|report|analysis|testing|compliance|laborator|accredit|licen[sc]e|page|summary|iso|cert\b|sheet|inspection|result"
    r"|报告|证书|証明|보고서|성적서|bericht|zertifikat|rapport|informe|rapor|протокол|сертификат|πιστοποι|έκθεση",
    re.I,
)


def goods_in_heading(pages: Sequence[Page], taken: Sequence[Stated | None]) -> Stated | None:
    """The goods whose name heads the pages without a label: the same line, larger than the text, at the top of most."""
    if not pages:
        return None
    first = pages[0]
    heights = sorted(word.height for word in first.words)
    usual = heights[len(heights) // 2] if heights else 0.0
    known = {fold(party.text) for party in taken if party}
    heads = [_heads(page) for page in pages[1:4]]
    best: tuple[float, Phrase] | None = None
    for line in page_lines(first):
        for phrase in line.phrases:
            text = phrase.text
            if phrase.y1 > _GOODS_LOW * first.height or not _may_name_goods(text, known):
                continue
            repeated = not heads or sum(text in head for head in heads) >= 0.6 * len(heads)
            score = phrase.height / max(usual, 1.0) + repeated
            if repeated and score >= 2.15 and (best is None or score > best[0]):
                best = score, phrase
    if best is None:
        return None
    return _stated(first, best[1], best[1].text).model_copy(update={"doubt": (UNLABELLED,)})


def _heads(page: Page) -> set[str]:
    return {
        phrase.text
        for line in page_lines(page)
        if line.y1 <= _GOODS_LOW * page.height
        for phrase in line.phrases
    }


def _may_name_goods(text: str, known: set[str]) -> bool:
    if len(text) < 3 or ":" in text or not any(c.isalpha() for c in text) or len(text.split()) > 14:
        return False
    if "@" in text or "www" in text or "http" in text or "#" in text or date_like(text) or is_company(text):
        return False
    if _UNIT.search(text) or ((hit := lexicon("columns").best(text)) and hit.cover >= _HEADING):
        return False
    if _TITLE_WORDS.search(text) or ADDRESS.search(text) or meaning_of(text) is not None:
        return False
    return fold(text) not in known and lexicon("words").exact(text) is None


def _is_labelled(before: str) -> bool:
    return before[-1:] in ":：" or meaning_of(before) is not None


_PLACE_AND_DATE = re.compile(r"[^\W\d][\w .-]{1,28},?\s*(?:den|le|am|,)?\s*", re.I)
_DATE_LOW = 0.3


def date_in_heading(page: Page, order: Order) -> StatedDate | None:
    """A date that stands alone, or behind a place, at the head of the first page; None where two differ."""
    dated: dict[date, StatedDate] = {}
    for line in page_lines(page):
        if line.y1 > _DATE_LOW * page.height:
            break
        for at, phrase in enumerate(line.phrases):
            text = phrase.text
            if at and _is_labelled(line.phrases[at - 1].text):
                continue
            if len(text) > 48 or (read := date_in(text, order)) is None:
                continue
            before = text[: text.find(read.text[:4])]
            if ":" in text or (
                before
                and not (_PLACE_AND_DATE.fullmatch(before) and before.rstrip().endswith((",", "den", "le")))
            ):
                continue
            box = page.shown((phrase.x0, phrase.y0, phrase.x1, phrase.y1))
            doubt = tuple(dict.fromkeys((*read.doubt, UNLABELLED)))
            dated[read.value] = StatedDate(
                text=read.text, value=read.value, place=Place(page=page.number, box=box), doubt=doubt
            )
    return next(iter(dated.values())) if len(dated) == 1 else None
