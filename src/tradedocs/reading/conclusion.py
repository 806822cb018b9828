"""The report's overall conclusion, as it states it; it is never worked out from results."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tradedocs.model.base import Place
from tradedocs.model.report import Conclusion, Stated
from tradedocs.pdf.page import Page
from tradedocs.reading.labels import Found
from tradedocs.reading.layout import Layout
from tradedocs.reading.lines import Line, page_lines
from tradedocs.reading.rows import StatedVerdict
from tradedocs.reading.table import Table
from tradedocs.reading.verdicts import sentence_verdict, verdict_of, worst
from tradedocs.vocabulary import lexicon

CONTRADICTS = "sections-contradict"
_HEDGES = (
    "if|when|shall|may|unless|whether|where|would|note|remark|legend|means?|indicates?|according to"
    r"|decision rule|test object|verdicts?|fail\)|pass\)"
)
_LEGEND = re.compile(rf"\b(?:{_HEDGES})\b|=", re.I)


_POINTER = re.compile(r"(?:please )?(?:see|refer to|as (?:above|below|per|follows))\b|见|참조", re.I)


_SENTENCE = 6


@dataclass(frozen=True)
class _Said:
    verdict: Conclusion | None
    stated: Stated


def conclusion_of(
    pages: Sequence[Page],
    found: Sequence[Found],
    sections: Sequence[StatedVerdict],
    adverse: Sequence[StatedVerdict] = (),
) -> tuple[Conclusion | None, Stated | None]:
    """What the report states.

    Its labelled overall conclusion, else the worst of its sections, else a certifying sentence, else a verdict
    word set large on the first page. A labelled conclusion that is not understood is given as stated, without a
    verdict.
    """
    labelled = [f for f in found if f.meaning == "conclusion" and not _says_nothing(f.text)]
    labelled = labelled or [f for f in found if f.meaning == "result_word" and _is_cover_result(f)]
    labelled = [f for f in labelled if not _is_piece(f, labelled)]
    overall = [_Said(_judged(f), Stated(text=_whole(f), place=f.place)) for f in labelled]
    parts = [
        _Said(verdict_of(s.text), Stated(text=s.text, place=s.place))
        for s in sections
        if not _says_nothing(s.text)
    ]
    if overall:
        refused = [said for said in _sentences(pages) if said.verdict == "fail"]
        refused += [_Said("fail", Stated(text=item.text, place=item.place)) for item in adverse]
        return _overall(overall, [*parts, *refused])
    for said in (parts, list(_sentences(pages)), list(_large_words(pages))):
        judged = [item for item in said if item.verdict]
        if judged:
            verdict = worst([item.verdict for item in judged if item.verdict])
            return verdict, next(item.stated for item in judged if item.verdict == verdict)
    return None, None


def _is_piece(item: Found, others: Sequence[Found]) -> bool:
    """Whether another conclusion on the page holds these words: one line of a cell that is read as a whole."""
    return any(
        other.place.page == item.place.page and len(other.text) > len(item.text) and item.text in other.text
        for other in others
    )


def _is_cover_result(item: Found) -> bool:
    """`Result: PASS` among the first pages' facts; in a table a result is one row's."""
    verdict = lexicon("words").said(item.text) in ("pass", "fail", "pending")
    return verdict and item.sure and item.place.page <= 2 and len(item.text) > 1 and item.rest == item.text


def _whole(item: Found) -> str:
    """The value with the lines that go on under it, where it is a sentence."""
    if len(item.text.split()) < _SENTENCE or not item.following or item.text.endswith(item.following[-1]):
        return item.text
    return " ".join((item.text, *item.following))


def _judged(item: Found) -> Conclusion | None:
    text = _whole(item)
    verdict = verdict_of(item.text)
    return verdict or (sentence_verdict(text) if len(text.split()) >= _SENTENCE else None)


def _overall(overall: Sequence[_Said], parts: Sequence[_Said]) -> tuple[Conclusion | None, Stated]:
    """The labelled conclusion, the gravest of several; a section or a sentence that says worse throws doubt on it."""
    verdicts = [item.verdict for item in overall if item.verdict]
    if not verdicts:
        return None, overall[0].stated
    verdict = worst(verdicts)
    stated = next(item.stated for item in overall if item.verdict == verdict)
    unlike = len({item.verdict for item in overall}) > 1
    behind = verdict == "pass" and any(part.verdict != "pass" for part in parts)
    return verdict, stated.model_copy(update={"doubt": (CONTRADICTS,)}) if unlike or behind else stated


def _says_nothing(text: str) -> bool:
    """A blank, a dash, `N/A`, or a pointer to another place of the report: no conclusion, and none to be doubted."""
    return not any(char.isalnum() for char in text) or lexicon("words").said(text) == "none" or _points(text)


def _points(text: str) -> bool:
    return bool(_POINTER.match(text.strip()))


def summary_verdicts(page: Page, table: Table, layout: Layout) -> Iterator[StatedVerdict]:
    """The verdicts of a table of tests requested and their conclusions, which states no results."""
    at, label = layout.first("verdict"), layout.first("request")
    if at is None or label is None:
        return
    for row in table.rows[layout.body :]:
        box = row[at].box
        if box is not None and row[at] is not row[label]:
            yield StatedVerdict(row[label].text, row[at].text, Place(page=page.number, box=page.shown(box)))


def _sentences(pages: Sequence[Page]) -> Iterator[_Said]:
    for page in pages:
        for lines in _paragraphs(page_lines(page)):
            text = " ".join(line.text for line in lines)
            for sentence in re.split(r"(?<=[.。;；!])\s+", text):
                verdict = sentence_verdict(sentence)
                if verdict and not _LEGEND.search(sentence):
                    line = next(
                        (ln for ln in lines if any(w in sentence for w in (ln.text[-30:], ln.text[:30]))),
                        lines[0],
                    )
                    box = page.shown((line.x0, line.y0, line.x1, line.y1))
                    yield _Said(
                        verdict, Stated(text=sentence.strip()[:300], place=Place(page=page.number, box=box))
                    )


def _paragraphs(lines: Sequence[Line]) -> Iterator[list[Line]]:
    block: list[Line] = []
    for line in lines:
        if block and line.y0 - block[-1].y1 > 0.8 * (block[-1].y1 - block[-1].y0):
            yield block
            block = []
        block.append(line)
    if block:
        yield block


def _large_words(pages: Sequence[Page]) -> Iterator[_Said]:
    """`PASS` alone in letters well above the page's text: a stamp-like statement on the first page."""
    page = pages[0] if pages and pages[0].number == 1 else None
    if page is None or not page.words:
        return
    heights = sorted(word.height for word in page.words)
    usual = heights[len(heights) // 2]
    for line in page_lines(page):
        for phrase in line.phrases:
            if (
                phrase.height >= 1.4 * usual
                and lexicon("words").exact(phrase.text) in ("pass", "fail", "pending")
                and len(phrase.text) > 2
            ):
                box = page.shown((phrase.x0, phrase.y0, phrase.x1, phrase.y1))
                if verdict := verdict_of(phrase.text):
                    yield _Said(verdict, Stated(text=phrase.text, place=Place(page=page.number, box=box)))
