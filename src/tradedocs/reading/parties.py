"""Names that stand without a label: who issued the report, and the client over the first sentence."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from functools import lru_cache

from tradedocs.model.base import Place
from tradedocs.model.report import Stated
from tradedocs.pdf.page import Page
from tradedocs.reading.fields import SEVERAL, UNLABELLED
from tradedocs.reading.labels import meaning_of
from tradedocs.reading.lines import Line, Phrase, page_lines
from tradedocs.vocabulary import fold, lexicon

_WEIGHTY = 4
_SIGNED = re.compile(r"(?:signed\s+)?for\s+and\s+on\s+behalf\s+of\s*:?\s*(?P<name>.*)", re.I)
_INSIDE = re.compile(r"(?:[A-Z][\w&.'-]*\s+){1,3}(?:Laborator(?:y|ies)|Labs)\b(?:,?\s+(?:Inc|LLC|Ltd)\b\.?)?")
_SENTENCE = re.compile(r"\b(?:the|is|are|was|were|shall|this|these|that|without|any|by)\b", re.I)
_CONTACT = re.compile(r"@|www\.|https?:|\btel\b|\bfax\b|\+\d{2}|\baddr", re.I)


@lru_cache(maxsize=1)
def _suffixes() -> tuple[str, ...]:
    return tuple(label for label, meaning in lexicon("companies").labels.items() if meaning == "suffix")


def is_company(text: str) -> bool:
    """Whether the text reads as a company's or a laboratory's name."""
    folded = fold(text)
    words = folded.split()
    if (
        not 1 <= len(words) <= 14
        or len(text) > 110
        or _SENTENCE.search(text)
        or _CONTACT.search(text)
        or ":" in text
    ):
        return False
    return ends_like_company(text) or (
        2 <= len(words) <= 5 and _names_laboratory(words) and text[:1].isupper()
    )


def ends_like_company(text: str) -> bool:
    """Whether a company form (`Ltd`, `GmbH`, `有限公司`) ends the name, or stands before a branch's name."""
    folded = fold(text)
    for suffix in _suffixes():
        at = folded.rfind(suffix)
        if at <= 0 or not (suffix[0] > "\u2e80" or folded[at - 1] == " "):
            continue
        tail = folded[at + len(suffix) :]
        if len(suffix) <= 4 and (tail or not _written_as_form(text)):
            continue
        if not tail or (tail[0] == " " and len(tail.split()) <= 3):
            return True
    return False


def _written_as_form(text: str) -> bool:
    """A short form counts when it is written like one: `AG`, `S.A.`, `Inc.`, behind two letters at least."""
    words = text.rstrip(" .,").split()
    return len(words) >= 2 and words[-1][:1].isupper() and "/" not in words[-1] and len(words[0]) > 1


def _names_laboratory(words: Sequence[str]) -> bool:
    kinds = lexicon("companies").labels
    return kinds.get(words[-1]) in ("laboratory", "group")


def issuer_of(pages: Sequence[Page], other: Sequence[Stated | None]) -> Stated | None:
    """Who issued the report: the name under "for and on behalf of", else the company named at most page heads and feet.

    Args:
        pages: the readable pages.
        other: parties that are known to be somebody else.
    """
    known = {fold(party.text) for party in other if party}
    votes: Counter[str] = Counter()
    first: dict[str, Stated] = {}
    weighty: dict[int, set[str]] = {}
    for page in pages:
        lines = page_lines(page)
        for at, line in enumerate(lines):
            for phrase in line.phrases:
                name, weight = _named(page, lines, at, phrase)
                key = fold(name)
                if not name or key in known or any(key in k or k in key for k in known):
                    continue
                votes[key] += weight
                first.setdefault(key, _stated(page, phrase, name))
                if weight >= _WEIGHTY:
                    weighty.setdefault(page.number, set()).add(key)
    if not votes:
        return None
    best = max(votes, key=lambda key: (votes[key], len(key)))
    fuller = [key for key in votes if best in key and key != best and votes[key] >= 0.3 * votes[best]]
    chosen = first[max(fuller, key=len)] if fuller else first[best]
    return chosen.model_copy(update={"doubt": (SEVERAL,)}) if _another(best, weighty) else chosen


def _another(best: str, weighty: Mapping[int, set[str]]) -> bool:
    """Whether some page bears another issuer's name at its head, its foot or over its signature, and not this one's."""
    return any(not any(key in best or best in key for key in names) for names in weighty.values())


def _named(page: Page, lines: Sequence[Line], at: int, phrase: Phrase) -> tuple[str, int]:
    match = _SIGNED.search(phrase.text)
    if match:
        name = match["name"].strip() or (lines[at + 1].phrases[0].text if at + 1 < len(lines) else "")
        return (name, 12) if len(name) <= 100 and any(c.isalpha() for c in name) else ("", 0)
    edge = phrase.y0 < 0.14 * page.height or phrase.y1 > 0.86 * page.height
    for part in re.split(r"\s*[|·•]\s*", phrase.text):
        if is_company(part):
            return part, 4 if edge else 1
    inside = _INSIDE.search(phrase.text)
    return (inside[0], 1) if inside else ("", 0)


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
        if block and block[-1].y0 - line.y1 > 1.6 * line.phrases[0].height:
            break
        block.append(line)
    for line in reversed(block):
        phrase = line.phrases[0]
        if ":" in phrase.text or meaning_of(phrase.text) or not phrase.text[:1].isalnum():
            continue
        if is_company(phrase.text) or phrase.text.isupper():
            stated = _stated(page, phrase, phrase.text)
            return stated if is_company(phrase.text) else stated.model_copy(update={"doubt": (UNLABELLED,)})
    return None


def _is_intro(line: Line) -> bool:
    hits = lexicon("phrases").all_in(line.text)
    return any(hit.meaning in ("submitted-intro", "client-sample") for hit in hits)


def company_at_top(page: Page, issuer: Stated | None) -> Stated | None:
    """The first company named in the upper half of the page that is not the issuer: perhaps the client."""
    known = fold(issuer.text) if issuer else ""
    for line in page_lines(page):
        for phrase in line.phrases:
            for part in re.split(r"\s*[|·•]\s*", phrase.text):
                name = fold(part)
                if phrase.y1 > page.height / 2 or not is_company(part) or not ends_like_company(part):
                    continue
                if not known or (name not in known and known not in name):
                    stated = _stated(page, phrase, part)
                    return stated.model_copy(update={"doubt": (UNLABELLED,)})
    return None
