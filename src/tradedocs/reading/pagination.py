"""What pages say of themselves: `Page 2 of 5`, `2/5`, `第 2 页 共 5 页`, `Seite 2 von 5`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from tradedocs.model.report import PageStated
from tradedocs.pdf.page import Page
from tradedocs.reading.lines import Line, page_lines

_WORD = (
    r"(?:pages?|pag|pg|p|seiten?|blatt|página|pagina|pág|sayfa|sf|σελίδα|σελ|страница|стр|лист|page\s*no|sheet|"
    r"페이지|쪽수|쪽|页码|頁碼|頁|页|ページ)"
)
_OF = r"(?:of|von|sur|de|di|από|απο|из|/|／|\||共|of\s+total|total)"
_NAMED = re.compile(
    rf"(?<!\w){_WORD}[\s.:：#№]*\(?\s*(?P<n>\d{{1,4}})\s*{_OF}[\s:]*(?P<of>\d{{1,4}})(?!\d)", re.I
)
_CHINESE = re.compile(r"第\s*(?P<n>\d{1,4})\s*[页頁][\s,，/／]*共\s*(?P<of>\d{1,4})\s*[页頁]")
_CHINESE_TOTAL_FIRST = re.compile(r"共\s*(?P<of>\d{1,4})\s*[页頁][\s,，/／]*第\s*(?P<n>\d{1,4})\s*[页頁]")
_BEHIND = re.compile(
    r"(?<![\d/.,])(?P<n>\d{1,4})\s*(?:of|/|／|von|sur)\s*(?P<of>\d{1,4})\s*(?:pages?|seiten|sayfa|페이지|页|頁)",
    re.I,
)
_BARE = re.compile(r"\(?-?\s*(?P<n>\d{1,3})\s*(?:of|/|／|von|sur|из|de)\s*(?P<of>\d{1,3})\s*-?\)?", re.I)
_ALONE = re.compile(rf"(?:{_WORD}[\s.:：#№]*|第\s*)(?P<n>\d{{1,4}})\s*[页頁]?", re.I)
_HINT = re.compile(rf"\d\s*{_OF}[\s:]*\d|[页頁]", re.I)
_EDGE = 0.16
_MOST_WORDS = 14


def pages_stated(pages: Sequence[Page]) -> tuple[PageStated, ...]:
    """The number that each page gives itself; pages that say nothing are left out."""
    return tuple(stated for page in pages if (stated := page_stated(page)))


def page_stated(page: Page) -> PageStated | None:
    """The page's own number and the total; what its head and foot say counts before what stands between."""
    lines = page_lines(page)
    edges = [line for line in lines if line.y0 < _EDGE * page.height or line.y1 > (1 - _EDGE) * page.height]
    own = set(map(id, edges))
    inner = [line for line in lines if id(line) not in own and len(line.words) <= _MOST_WORDS]
    heads = [" ".join(phrase.text for phrase in line.phrases) for line in edges]
    return (
        _searched(page, heads)
        or _whole(page, edges, heads, _BARE)
        or _searched(page, (" ".join(phrase.text for phrase in line.phrases) for line in inner))
        or _whole(page, edges, heads, _ALONE)
    )


def _searched(page: Page, texts: Iterable[str]) -> PageStated | None:
    for text in texts:
        if not _HINT.search(text):
            continue
        for pattern in (_NAMED, _CHINESE, _CHINESE_TOTAL_FIRST, _BEHIND):
            if (match := pattern.search(text)) and (stated := _stated(page, match)):
                return stated
    return None


def _whole(
    page: Page, lines: Sequence[Line], texts: Sequence[str], pattern: re.Pattern[str]
) -> PageStated | None:
    """A line or a phrase at the head or foot that says nothing else."""
    for line, text in zip(lines, texts, strict=True):
        for said in (text, *(phrase.text for phrase in line.phrases)) if len(line.phrases) > 1 else (text,):
            if len(said) <= 20 and (match := pattern.fullmatch(said)) and (stated := _stated(page, match)):
                return stated
    return None


def _stated(page: Page, match: re.Match[str]) -> PageStated | None:
    number = int(match["n"])
    of = int(match["of"]) if "of" in match.re.groupindex else None
    if number < 1 or (of is not None and number > of):
        return None
    return PageStated(page=page.number, number=number, of=of)
