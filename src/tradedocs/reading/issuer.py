"""Who issued the report, weighed from all that it shows: signature, label, heads and feet, small print, addresses."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from tradedocs.model.base import Place
from tradedocs.model.report import Stated
from tradedocs.pdf.page import Page
from tradedocs.reading.boilerplate import names_in
from tradedocs.reading.choice import SEVERAL, UNLABELLED, name_in
from tradedocs.reading.companies import ADDRESS, ends_like_company, is_company
from tradedocs.reading.domains import domains_in, fits_domain, hosts_in, stem_of
from tradedocs.reading.labelkeys import meaning_of
from tradedocs.reading.labels import Found
from tradedocs.reading.lines import Line, Phrase, page_lines
from tradedocs.vocabulary import fold, lexicon

SIGNED, LABELLED, TITLE, EDGE, SMALL_PRINT, DOMAIN, HEADED, MENTIONED = (
    12.0, 10.0, 5.0, 4.0, 3.0, 5.0, 2.0, 1.0,
)  # fmt: skip
_WEIGHTY, _ENOUGH = 4.0, 3.0
_SIGNATURE = re.compile(
    r"(?:signed\s+)?for\s+and\s+on\s+behalf\s+of\s*:?\s*(?P<name>.*)|(?:im namen (?:von|der)|pour le compte de"
    r"|en nombre de|adına|от имени|εκ μέρους)\s*:?\s*(?P<other>\S.*)",
    re.I,
)
_BARS, _PARTS = "|·•", re.compile(r"\s*[|·•]\s*")
_INSIDE = re.compile(r"(?:[A-Z][\w&.'-]*\s+){1,3}(?:Laborator(?:y|ies)|Labs)\b(?:,?\s+(?:Inc|LLC|Ltd)\b\.?)?")
_PARTIES = ("client", "seller", "buyer", "manufacturer")
_HEAD, _FOOT = 0.14, 0.86
_CLOSER_PAGES = 3
_TELLING = 6


@dataclass
class _Ballot:
    """The evidence for each name, by its folded form."""

    votes: dict[str, float] = field(default_factory=lambda: defaultdict(float))
    first: dict[str, Stated] = field(default_factory=dict)
    weighty: dict[int, set[str]] = field(default_factory=lambda: defaultdict(set))

    def cast(self, page: Page, phrase: Phrase, name: str, weight: float) -> None:
        key = fold(name)
        if not key or len(name) > 110:
            return
        self.votes[key] += weight
        box = page.shown((phrase.x0, phrase.y0, phrase.x1, phrase.y1))
        self.first.setdefault(key, Stated(text=name.strip(" ,/|"), place=Place(page=page.number, box=box)))
        if weight >= _WEIGHTY:
            self.weighty[page.number].add(key)


def issuer_of(
    pages: Sequence[Page], found: Sequence[Found], other: Sequence[Stated | None] = ()
) -> Stated | None:
    """The name with the most weight; a doubt where little speaks for it, or where some page bears another issuer's.

    Args:
        pages: the readable pages.
        found: the labelled values; who is client, seller, buyer or manufacturer is not the issuer.
        other: parties without a label that are known to be somebody else.
    """
    known = {
        fold(name) for item in found if item.meaning in _PARTIES for name in (item.text, *item.following[:1])
    }
    known |= {fold(party.text) for party in other if party}
    known -= {fold(item.text) for item in found if item.meaning == "issuer"}
    ballot = _Ballot()
    by_number = {page.number: page for page in pages}
    for item in found:
        if item.meaning == "issuer" and item.sure and (page := by_number.get(item.place.page)):
            _cast_label(ballot, page, item)
    for page in pages:
        _cast_page(ballot, page, closer=page.number <= _CLOSER_PAGES or page is pages[-1])
    domains = domains_in(pages)
    return _elected(ballot, {name for name in known if len(name) > 2}, domains) or _by_address(pages, domains)


def _cast_label(ballot: _Ballot, page: Page, item: Found) -> None:
    name = name_in(item.text)
    if (
        name
        and item.place.box
        and (is_company(name) or 1 < len(name.split()) <= 8)
        and any(char.isupper() or char > "\u2e80" for char in name)
    ):
        ballot.cast(page, Phrase((), *item.place.box), name, LABELLED)


def _cast_page(ballot: _Ballot, page: Page, *, closer: bool) -> None:
    """What one page says; the midst of most pages is not looked into but for signatures."""
    lines = page_lines(page)
    heights = sorted(word.height for word in page.words[:: max(1, len(page.words) // 60)])
    usual = heights[len(heights) // 2] if heights else 0.0
    for at, line in enumerate(lines):
        edge = line.y0 < _HEAD * page.height or line.y1 > _FOOT * page.height
        for phrase in line.phrases if edge or closer else line.phrases[:2]:
            text = phrase.text
            if "ehalf" in text or not edge:
                _cast_signature(ballot, page, lines, at, phrase, text)
            if edge or closer:
                for name, weight in _names(text, phrase, usual, edge=edge, cover=page.number == 1):
                    ballot.cast(page, phrase, name, weight if closer else weight / 2)
    if closer:
        _cast_small_print(ballot, page, lines)


def _cast_signature(
    ballot: _Ballot, page: Page, lines: Sequence[Line], at: int, phrase: Phrase, text: str
) -> None:
    match = _SIGNATURE.match(text) if len(text) < 160 else None
    if match is None:
        return
    name = (match["name"] or match["other"] or "").strip()
    if not name and at + 1 < len(lines):
        name = min(lines[at + 1].phrases, key=lambda other: abs(other.x0 - phrase.x0)).text
    if len(name) <= 100 and any(c.isalpha() for c in name) and not name.casefold().startswith("the client"):
        ballot.cast(page, phrase, name, SIGNED)


def _names(
    text: str, phrase: Phrase, usual: float, *, edge: bool, cover: bool
) -> Iterator[tuple[str, float]]:
    if not 3 <= len(text) <= 300:
        return
    for part in _PARTS.split(text) if any(bar in text for bar in _BARS) else (text,):
        for piece in (*part.split(" / ")[1:], part):
            if is_company(piece):
                weight = EDGE if edge else MENTIONED
                yield piece, TITLE if cover and not edge and phrase.height >= 1.35 * usual else weight
                return
    if "Lab" in text and (inside := _INSIDE.search(text)) is not None:
        yield inside[0], MENTIONED


def _cast_small_print(ballot: _Ballot, page: Page, lines: Sequence[Line]) -> None:
    if not lines:
        return
    text = " ".join(_paragraphs(lines))
    for name, certain in dict(names_in(text)).items():
        if not certain and not is_company(name):
            continue
        line = next((line for line in reversed(lines) if name.split()[0] in line.text), lines[-1])
        ballot.cast(page, line.phrases[0], name, SMALL_PRINT + (2 * MENTIONED if "©" in line.text else 0))
    head = [line for line in lines[:8] if line.y0 < _HEAD * page.height]
    for line in head[:3]:
        phrase = line.phrases[0]
        if _may_be_name(phrase.text):
            ballot.cast(page, phrase, phrase.text, HEADED if _over_address(phrase, lines) else 0.0)


def _paragraphs(lines: Sequence[Line]) -> Iterator[str]:
    """The lines, with a mark where a paragraph ends: a name does not go on over it."""
    bottom, height = lines[0].y1, 0.0
    for line in lines:
        if line.y0 - bottom > 0.5 * (line.y1 - line.y0) or abs((line.y1 - line.y0) - height) > 0.25 * height:
            yield "¶"
        yield line.text
        bottom, height = line.y1, line.y1 - line.y0


def _over_address(phrase: Phrase, lines: Sequence[Line]) -> bool:
    """Whether an address stands under the name: two lines, one of them with figures."""
    under = [
        other.text
        for line in lines[:14]
        for other in line.phrases
        if abs(other.x0 - phrase.x0) <= 3 and 0 < other.y0 - phrase.y0 < 5 * phrase.height
    ]
    return len(under) >= 2 and any(
        ADDRESS.search(text) and "#" not in text and ":" not in text for text in under[:2]
    )


def _may_be_name(text: str) -> bool:
    """One to five words in capitals that are no title, label or number: perhaps a logo's lettering."""
    words = text.split()
    letters = sum(char.isalpha() for char in text)
    if (
        any(map(str.isdigit, text))
        or ADDRESS.search(text)
        or not 1 <= len(words) <= 5
        or letters < 3
        or letters < 0.7 * len(text.replace(" ", ""))
        or ":" in text
        or "：" in text
    ):
        return False
    if meaning_of(text) is not None or lexicon("phrases").all_in(text) or not text[:1].isalpha():
        return False
    return lexicon("words").best(text) is None or len(words) == 1


def _elected(ballot: _Ballot, known: set[str], domains: Sequence[str]) -> Stated | None:
    votes = {key: weight for key, weight in ballot.votes.items() if not _is_other(key, known)}
    for key in votes:
        votes[key] += DOMAIN * any(fits_domain(key, domain) for domain in domains)
    votes = {key: weight for key, weight in votes.items() if weight >= MENTIONED}
    if not votes:
        return None
    pooled = {key: weight + _support(key, votes) for key, weight in votes.items()}
    best = max(pooled, key=lambda key: (pooled[key], ends_like_company(ballot.first[key].text), len(key)))
    least = 0.3 * votes[best] if _is_form(best, ballot) else 0.0
    fuller = [key for key in votes if key != best and votes[key] >= least and _adds_form(key, best, ballot)]
    if not fuller and not ends_like_company(ballot.first[best].text):
        fuller = [
            key
            for key in votes
            if key.split()[0] == best.split()[0] and votes[key] >= EDGE and _is_form(key, ballot)
        ]
    fuller = fuller or [
        key
        for key in votes
        if votes[key] >= EDGE and _is_form(key, ballot) and _initials(key).startswith(best)
    ]
    chosen = (
        ballot.first[max(fuller, key=lambda key: (votes[key], len(key)))] if fuller else ballot.first[best]
    )
    doubt = (SEVERAL,) if _another(best, ballot, known) else (UNLABELLED,) if pooled[best] < _ENOUGH else ()
    return chosen.model_copy(update={"doubt": doubt})


def _support(key: str, votes: dict[str, float]) -> float:
    """Half of what speaks for shorter forms of the name: `Quillon` speaks for `Quillon Testing Ltd`."""
    words = f" {key} "
    return sum(0.5 * weight for other, weight in votes.items() if other != key and f" {other} " in words)


def _initials(key: str) -> str:
    return "".join(word[0] for word in key.split() if word not in ("of", "and", "the", "for"))


def _adds_form(key: str, best: str, ballot: _Ballot) -> bool:
    return _is_form(key, ballot) and f" {best} " in f" {key} "


def _is_form(key: str, ballot: _Ballot) -> bool:
    return ends_like_company(ballot.first[key].text)


def _is_other(key: str, known: set[str]) -> bool:
    return any(
        f" {key} " in f" {other} " or (len(other) >= _TELLING and f" {other} " in f" {key} ")
        for other in known
    )


def _another(best: str, ballot: _Ballot, known: set[str]) -> bool:
    """Whether some page bears another issuer's name at its head, its foot or over its signature, and not this one's."""
    for names in ballot.weighty.values():
        own = {name for name in names if not _is_other(name, known)}
        if own and not any(name in best or best in name or _akin(name, best) for name in own):
            return True
    return False


def _akin(one: str, other: str) -> bool:
    """Names of one house: they begin with the same long word, or one is in another script."""
    a, b = one.split()[0], other.split()[0]
    return (a == b and len(a) >= 3) or a.isascii() != b.isascii()


def _by_address(pages: Sequence[Page], domains: Sequence[str]) -> Stated | None:
    """The web address alone, where nothing else names the issuer: a doubt."""
    for page in pages:
        for line in page_lines(page):
            for phrase in line.phrases:
                if found := next(
                    (host for host in hosts_in(phrase.text) if stem_of(host) in domains[:1]), None
                ):
                    box = page.shown((phrase.x0, phrase.y0, phrase.x1, phrase.y1))
                    return Stated(text=found, place=Place(page=page.number, box=box), doubt=(UNLABELLED,))
    return None
