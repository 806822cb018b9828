"""The other reports that a report names: the one that it supersedes, the failed one that it inspects again.

Only a statement with a number counts. Small print says in half of all reports that a reissue supersedes the earlier
one, and means no report by it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from tradedocs.model.base import Place
from tradedocs.model.report import Cited, Stated
from tradedocs.pdf.page import Page
from tradedocs.reading.dates import Order, dates_in
from tradedocs.reading.lines import Line, page_lines

_NUMBER = r"(?P<number>(?=[\w./()-]*\d)[A-Z0-9][A-Z0-9_./()-]*[A-Z0-9)])"
_NO = r"(?:\W*\b(?:nos?|nr|number|ref|n[°º]?)(?!\w))?[\s.:#№°º=]*"
_PAPER = r"(?:report|certificate|certificado|bericht|prüfbericht|rapport|certificat|informe)"
_FILL = r"(?:\W+(?!not\b|no\b|by\b)\w+){0,5}?"
_REPLACES = (
    r"(?:supersed(?:es?|ed|ing)|replac(?:es?|ing)|in replacement of|replacement (?:of|for)"
    r"|re-?issue(?: of|d to replace)|ersetzt|annule et remplace|remplace|sustituye|reemplaza)"
)
_SUPERSEDES = tuple(
    re.compile(pattern, re.I)
    for pattern in (
        rf"\b{_REPLACES}{_FILL}\W+{_PAPER}\b{_NO}{_NUMBER}",
        rf"\b{_REPLACES}\W+(?:our |the )?(?:no|nr|number)\b[\s.:#]*{_NUMBER}",
        rf"{_PAPER}\b{_NO}{_NUMBER}[^.;]{{0,40}}?\b(?:is|was|has been) (?:hereby )?(?:superseded|replaced|cancelled)\b"
        rf"(?! by (?!this\b))",
        rf"(?:替代|取代|代替|替换|更换)(?:原|之前的?|旧)?(?:检验|检测|测试)?(?:报告|证书)?(?:编号)?(?:为|是)?[\s:：]*{_NUMBER}",
        rf"重新签发[，,。;；\s]*(?:原|旧)(?:检验|检测|测试)?(?:报告|证书)(?:编号)?(?:为|是)?[\s:：]*{_NUMBER}",
        rf"原(?:检验|检测|测试)?(?:报告|证书)(?:编号)?[\s:：(（]*{_NUMBER}[)）]?[^。]{{0,16}}(?:作废|失效|替代|取代)",
    )
)
_SUPERSEDED_BY = re.compile(
    rf"\bsuperseded{_FILL}\W+by{_FILL}\W+{_PAPER}\b{_NO}{_NUMBER}"
    r"|[由被](?:新)?报告[\s:：]*[\w./()-]+[^。]{0,6}(?:替代|取代)",
    re.I,
)
_AGAIN = r"(?:re-?\s?inspection|re-?\s?inspected|re-?\s?test(?:ed|ing)?|re-?\s?examination|nachprüfung|contre-visite)"
_REINSPECTS = tuple(
    re.compile(pattern, re.I)
    for pattern in (
        rf"\b{_AGAIN}(?:\W+(?!not\b|no\b)\w+){{0,8}}?\W+{_PAPER}\b{_NO}{_NUMBER}",
        rf"\b(?:previous|original|first|initial|failed|earlier|prior)\W+(?:failed\W+)?(?:inspection\W+|test\W+)?{_PAPER}\b{_NO}{_NUMBER}",
        rf"(?:复检|复验|重新检验|重检)[^。\d]{{0,14}}?(?:报告|证书)(?:编号)?(?:为|是)?[\s:：]*{_NUMBER}",
        rf"(?:原|前次|首次|不合格)(?:检验|检测)?(?:报告|证书)(?:编号)?(?:为|是)?[\s:：]*{_NUMBER}",
    )
)
_SAYS_AGAIN = re.compile(rf"\b{_AGAIN}\b|复检|复验|重新检验|重检", re.I)
_REWORKED = re.compile(
    r"\bre-?work(?:ing)? (?:record|report|log|sheet)s?\b|\bafter (?:the )?(?:re-?work|sorting|repair)"
    r"|\b(?:was|were|been|has|have|lot|goods|100 ?%) (?:\w+ ){0,3}?(?:re-?worked|sorted|repaired|re-?processed)\b"
    r"|\b(?:re-?worked|sorted|repaired) (?:by|on|at)\b"
    r"|返工(?:记录|报告|后)|(?:已|经|全部)(?:\w{0,4})(?:返工|挑选|返修)|挑选(?:记录|后)",
    re.I,
)
_DENIED = re.compile(r"\b(?:not|no|never|without|nor)\b|未|没有|不得|不能", re.I)
_ASKED = re.compile(rf"{_DENIED.pattern}|\b(?:must|should|shall|to be|need|needs|required?)\b|应|须|需", re.I)
_FOLDED_HINTS = (
    "supersed", "replac", "reissue", "re issue", "ersetzt", "remplace", "sustituye", "reemplaza", "替代", "取代",
    "代替", "替换", "更换", "重新签发", "作废", "失效", "reinspect", "re inspect", "re test", "retest",
    "re examin", "reexamin", "nachprufung", "contre visite", "复检", "复验", "重新检验", "重检", "cancelled",
)  # fmt: skip
_HINT = re.compile(
    r"supersed|replac|re-?\s?issue|ersetzt|remplace|sustituye|reemplaza|cancelled|替代|取代|代替|替换|更换|重新签发|作废|失效"
    rf"|{_AGAIN}|previous|original|first|initial|failed|earlier|prior|复检|复验|重新检验|重检|原|前次|首次|不合格"
    r"|work|sort|repair|process|返工|挑选|返修",
    re.I,
)
_WITHIN_DENIAL = 24
_WITHIN_DATE = 60


@dataclass(frozen=True)
class Others:
    """What a report says of other reports: those that it supersedes, those that it inspects again, the rework."""

    supersedes: tuple[Cited, ...] = ()
    reinspects: tuple[Cited, ...] = ()
    rework: Stated | None = None
    superseded: Stated | None = None


def others_of(pages: Sequence[Page], folded: str, own: Stated | None, order: Order) -> Others:
    """The statements of the pages about other reports; a report's own number cites nothing.

    Args:
        folded: the text of all lines, folded; without one of the words nothing is looked for.
        own: the report's own number.
    """
    if not any(hint in folded for hint in _FOLDED_HINTS):
        return Others()
    told = [
        (page, line, text)
        for page in pages
        for line, text in _with_next(page_lines(page))
        if _HINT.search(text)
    ]
    again = _SAYS_AGAIN.search(folded) is not None
    known = _bare(own.text) if own is not None else ""
    reinspects = _cited(told, _REINSPECTS, known, order) if again else ()
    return Others(
        supersedes=_cited(told, _SUPERSEDES, "", order),
        reinspects=reinspects,
        rework=_rework(told) if reinspects else None,
        superseded=_superseded(told),
    )


def _with_next(lines: Sequence[Line]) -> Iterator[tuple[Line, str]]:
    """Each line with the text that follows it, because a sentence may break before its number."""
    texts = [" ".join(line.text.split()) for line in lines]
    for line, (text, following) in zip(lines, pairwise((*texts, "")), strict=True):
        yield line, f"{text}\n{following}"


def _cited(
    told: Sequence[tuple[Page, Line, str]], patterns: Sequence[re.Pattern[str]], own: str, order: Order
) -> tuple[Cited, ...]:
    found: dict[str, Cited] = {}
    for page, line, text in told:
        end = text.index("\n")
        flat = text.replace("\n", " ")
        for pattern in patterns:
            match = pattern.search(flat)
            if match is None or match.start() >= end or _is_denied(flat, match.start()):
                continue
            number = _whole(match["number"])
            if number and _bare(number) != own:
                found.setdefault(_bare(number), _statement(page, line, flat, match, number, order))
            break
    return tuple(found.values())


def _statement(page: Page, line: Line, text: str, match: re.Match[str], number: str, order: Order) -> Cited:
    dates = dates_in(text[match.end("number") : match.end("number") + _WITHIN_DATE], order)
    return Cited(
        number=number,
        on=dates[0].value if dates else None,
        text=match[0],
        place=_place(page, line),
        doubt=dates[0].doubt if dates else (),
    )


def _whole(number: str) -> str:
    """The number without the bracket that closes around the whole statement."""
    return number.rstrip(")") if number.count(")") > number.count("(") else number


def _is_denied(text: str, at: int) -> bool:
    return _DENIED.search(text[max(0, at - _WITHIN_DENIAL) : at]) is not None


def _rework(told: Sequence[tuple[Page, Line, str]]) -> Stated | None:
    for page, line, text in told:
        own = text.partition("\n")[0]
        match = _REWORKED.search(own)
        if match is not None and not _ASKED.search(own[max(0, match.start() - _WITHIN_DENIAL) : match.end()]):
            return Stated(text=own, place=_place(page, line))
    return None


def _superseded(told: Sequence[tuple[Page, Line, str]]) -> Stated | None:
    for page, line, text in told:
        flat = text.replace("\n", " ")
        match = _SUPERSEDED_BY.search(flat)
        if match is not None and match.start() < text.index("\n") and not _is_denied(flat, match.start()):
            return Stated(text=match[0], place=_place(page, line))
    return None


def _place(page: Page, line: Line) -> Place:
    return Place(page=page.number, box=page.shown((line.x0, line.y0, line.x1, line.y1)))


def _bare(number: str) -> str:
    return "".join(number.casefold().split())
