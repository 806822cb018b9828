"""Labels that the vocabulary does not hold, understood by the words they are made of: `Finished Batch Ident. No.`.

Asked only for header facts that no known label gave, so that a known label always goes first.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import TypeVar

from tradedocs.model.base import Place
from tradedocs.model.report import Conclusion, Stated, StatedDate
from tradedocs.pdf.page import Page, Word
from tradedocs.reading.dates import Order
from tradedocs.reading.fields import Header, header_of
from tradedocs.reading.labelkeys import BARS, COLON, LEADER, meaning_of
from tradedocs.reading.labels import Found, passed_over
from tradedocs.reading.labelvalues import continued, elsewhere, lies_far
from tradedocs.reading.lines import Line, Phrase, box_of, joined, page_lines
from tradedocs.reading.verdicts import verdict_of, worst
from tradedocs.vocabulary import fold, remembered
from tradedocs.vocabulary.fold import has_cjk

S = TypeVar("S", Stated, StatedDate)
INFERRED = "label-inferred"
_LONGEST, _MOST_WORDS = 48, 6
_LAST_PAGE = 3


def _folded(*words: str) -> frozenset[str]:
    return frozenset(fold(word) for text in words for word in text.split())


@dataclass(frozen=True)
class _Make:
    """How labels of one meaning are made: words of each group must be there, and no other than these and `filling`."""

    meaning: str
    groups: tuple[frozenset[str], ...]
    filling: frozenset[str]


_SMALL = _folded("the of on at for and this our your s")
_NUMBER = _folded("no number nr num id ref reference code identification ident identifier")
_SHEET = _folded("report certificate coa cert protocol")
_EXAMINING = _folded(
    "lab laboratory test testing analysis analytical inspection survey quality assay mill material"
)
_DATED = _folded("date dated day time")
_ISSUING = _folded(
    "issue issued issuance issuing reported print printed publish published publication release released approval"
    " approved sign signed signature authorised authorized authorisation authorization created generated creation"
)
_LOT = _folded("lot batch heat charge cast melt")
_PRODUCING = _folded(
    "production product manufacturing manufacture manufacturer mfg supplier vendor client customer retail source"
    " finished internal external original unique plant factory material goods raw item tracking sample"
)
_ENDING = _folded(
    "conclusion result status verdict judgement judgment decision disposition assessment evaluation outcome"
)
_WHOLE = _folded("overall final general total summary summarised")
_PARTY = _folded("client customer applicant principal sponsor requester requestor submitter")
_NAMING = _folded(
    "name company organisation organization firm details information info entity business legal"
)
_BLOCK = _folded("info information details")
_THING = _folded(
    "sample product item material goods article commodity cargo specimen part component equipment eut"
)
_NAMED = _folded("name description designation identification title named described")
_MAKES = (
    _Make(
        "report_no",
        (_SHEET, _NUMBER),
        _SMALL | _EXAMINING | _folded("document file official internal unique"),
    ),
    _Make("issue_date", (_DATED, _ISSUING), _SMALL | _SHEET | _folded("document test original")),
    _Make("issue_date", (_DATED, _SHEET), _SMALL | _ISSUING | _folded("document test")),
    _Make("issue_date", (_SHEET, _ISSUING | _folded("submitted")), _SMALL),
    _Make("lot", (_LOT, _NUMBER), _SMALL | _PRODUCING),
    _Make(
        "conclusion", (_ENDING, _WHOLE), _SMALL | _EXAMINING | _LOT | _folded("sample batch product report")
    ),
    _Make("client", (_PARTY, _NAMING), _SMALL),
    _Make("goods", (_THING, _NAMED), _SMALL | _folded("test tested submitted under trade")),
)
_CHINESE = (
    ("report_no", re.compile(r"[^\d]{0,6}(?:报告|證書|证书|報告)书?(?:编号|编码|號碼|号码|編號|号|號)")),
    (
        "issue_date",
        re.compile(r".{0,4}(?:签发|簽發|出具|发布|發行|报告|報告|批准|打印|出报告)(?:日期|时间|時間)"),
    ),
    ("lot", re.compile(r".{0,4}(?:批|炉)(?:次)?(?:编号|號|号|次)码?")),
    (
        "conclusion",
        re.compile(r"(?:综合|最终|总体|总|整体|全体)(?:检验|检测|检查|测试)?(?:结论|判定|评定|结果|评价)"),
    ),
    (
        "client",
        re.compile(r"(?:委托|申请|送检|送样|客户|顾客|受检)(?:单位|公司|厂商|方|人|客户)?(?:名称|姓名)?"),
    ),
    (
        "goods",
        re.compile(r".{0,2}(?:样品|产品|货物|物料|材料|商品|零件|部件|工件|货品|试样)(?:名称|品名|描述|名)"),
    ),
)


@remembered
def meaning_by_words(label: str) -> str | None:
    """The header fact that a label names, told by its words alone; None where they leave it open."""
    if len(label) > _LONGEST or any(char.isdigit() for char in label):
        return None
    if has_cjk(label):
        flat = "".join(char for char in label if char > "\u2e80" and char.isalnum())
        return next((meaning for meaning, pattern in _CHINESE if pattern.fullmatch(flat)), None)
    words = set(fold(label.replace("#", " no ")).split())
    if not 2 <= len(words) <= _MOST_WORDS:
        return None
    found = {make.meaning for make in _MAKES if _is_made(words, make)}
    return found.pop() if len(found) == 1 else None


def _is_made(words: Collection[str], make: _Make) -> bool:
    allowed = make.filling.union(*make.groups)
    return all(word in allowed for word in words) and all(
        any(word in group for word in words) for group in make.groups
    )


def inferred_on(pages: Sequence[Page], wanted: Collection[str]) -> tuple[Found, ...]:
    """Values of these meanings behind, or under, labels of the first pages that no vocabulary holds."""
    return tuple(
        item
        for page in pages
        if page.number <= _LAST_PAGE
        for item in _on_page(page)
        if item.meaning in wanted
    )


def with_inferred(header: Header, pages: Sequence[Page], order: Order) -> Header:
    """The header in which what no known label gave is taken from inferred ones, in doubt."""
    known = {
        "report_no": header.report_no,
        "issue_date": header.issue_date,
        "client": header.client,
        "goods": header.goods,
        "lot": header.lots,
    }
    wanted = {meaning for meaning, fact in known.items() if not fact}
    found = inferred_on(pages, wanted) if wanted else ()
    if not found:
        return header
    other = header_of(found, order)
    return replace(
        header,
        report_no=header.report_no or (_doubted(other.report_no) if other.report_no else None),
        issue_date=header.issue_date or (_doubted(other.issue_date) if other.issue_date else None),
        client=header.client or (_doubted(other.client) if other.client else None),
        goods=header.goods or (_doubted(other.goods) if other.goods else None),
        lots=header.lots or tuple(map(_doubted, other.lots)),
    )


def conclusion_inferred(pages: Sequence[Page]) -> tuple[Conclusion | None, Stated | None]:
    """The verdict behind a label that says by its words that it is the whole report's; the gravest of several."""
    said = [
        (verdict, Stated(text=item.text, place=item.place, doubt=(INFERRED,)))
        for item in inferred_on(pages, ("conclusion",))
        if (verdict := verdict_of(item.text))
    ]
    if not said:
        return None, None
    gravest = worst([verdict for verdict, _ in said])
    return gravest, next(stated for verdict, stated in said if verdict == gravest)


def _doubted(stated: S) -> S:
    """The fact with the doubt that its label was inferred."""
    return stated.model_copy(update={"doubt": (*stated.doubt, INFERRED)})


def _on_page(page: Page) -> Iterator[Found]:
    lines = page_lines(page)
    for at, line in enumerate(lines):
        phrases = [piece for phrase in line.phrases for piece in _between_bars(phrase)]
        for k, phrase in enumerate(phrases):
            label = _label_of(phrase)
            if label is None or meaning_of(joined(label).strip(COLON + " ")) is not None:
                continue
            meaning = meaning_by_words(joined(label).strip(COLON + " "))
            value = _value(phrase, label, phrases[k + 1 : k + 2], lines, at) if meaning else ()
            text = LEADER.sub("", joined(value)) if value else ""
            if meaning and text and text[-1] not in COLON:
                place = Place(page=page.number, box=page.shown(box_of(value)))
                following = tuple(continued(value, lines[at + 1 : at + 4]))
                yield Found(
                    meaning, joined(label).strip(COLON + " "), text, place, line.text, True, following, text
                )


def _label_of(phrase: Phrase) -> tuple[Word, ...] | None:
    """The words up to the phrase's first colon; without one all of it. A number before a label is none of it."""
    first = passed_over(phrase)
    words = phrase.words[first : first + _MOST_WORDS + 2]
    for k, word in enumerate(words):
        if word.text[-1] in COLON:
            return words[: k + 1]
    words = phrase.words[first:]
    return words if words and len(words) <= _MOST_WORDS and len(phrase.text) <= _LONGEST else None


def _between_bars(phrase: Phrase) -> Iterator[Phrase]:
    """The pieces of a phrase that bars part: `Date: 2024-05-05 | Overall result: pass`."""
    for bar, words in groupby(phrase.words, key=lambda word: word.text in BARS):
        if not bar:
            yield Phrase.of(list(words))


def _value(
    phrase: Phrase, label: Sequence[Word], following: Sequence[Phrase], lines: Sequence[Line], at: int
) -> Sequence[Word]:
    """What stands behind the label: in its phrase, in the next one, or under it."""
    behind = phrase.words[phrase.words.index(label[-1]) + 1 :]
    if behind:
        return behind
    after = following[0] if following else None
    colon = label[-1].text[-1] in COLON
    heads = not colon and (label[0] is not phrase.words[0] or fold(label[-1].text) in _BLOCK)
    if heads and (below := elsewhere(phrase.words, lines, at, alone=False)):
        return below
    if after is not None and (colon or not lies_far(label[-1], after.words)):
        text = after.text.strip(COLON + " ")
        if after.text[-1:] not in COLON and meaning_of(text) is None and meaning_by_words(text) is None:
            return after.words
    return elsewhere(label, lines, at, alone=after is None and colon)
