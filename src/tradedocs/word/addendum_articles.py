"""The articles that an addendum changes, as a redline: only the paragraphs that differ, each with its number."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from markupsafe import Markup

from tradedocs.model.clause import Language
from tradedocs.model.contract import Article, Paragraph, Segment
from tradedocs.word.markup import joined, paragraph, run, table
from tradedocs.word.revisions import Line, Marker, Pair, Run, revised_row
from tradedocs.word.styles import PARALLEL, REFERENCE, TABLE_GAP, TABLE_TEXT, TERM, TEXT_WIDTH, VALUE
from tradedocs.word.wording import pairs

Languages = tuple[Language, ...]
Both = tuple[Article | None, Article | None]
_STYLES = {"text": None, "value": VALUE, "term": TERM, "ref": REFERENCE}
_STRONG = "ContractStrong"
_GAP = "  "


def articles_xml(changes: Sequence[Both], languages: Languages, marker: Marker) -> Markup:
    """A redline of each changed article, in the contract's languages side by side."""
    return joined(_article(old, new, languages, marker) for old, new in changes)


def _article(old: Article | None, new: Article | None, languages: Languages, marker: Marker) -> Markup:
    widths = [TEXT_WIDTH // len(languages)] * len(languages)
    rows = [revised_row(pair, widths, languages, marker) for pair in changed_rows(old, new, languages)]
    return table(PARALLEL, widths, rows) + paragraph(TABLE_GAP)


def changed_rows(old: Article | None, new: Article | None, languages: Languages) -> Iterator[Pair]:
    """The heading, then each paragraph that differs by more than the numbers in it."""
    before, after = (list(one.paragraphs) if one else [] for one in (old, new))
    shapes = [["|".join((str(p.level), *_shape(p, languages))) for p in items] for items in (before, after)]
    for a, b in pairs(*shapes):
        was, now = (before[a] if a is not None else None), (after[b] if b is not None else None)
        heading = (was or now) in (before[:1] + after[:1])
        if heading or was is None or now is None or _shape(was, languages) != _shape(now, languages):
            yield Pair(_lines(was, languages), _lines(now, languages))


def _shape(item: Paragraph, languages: Languages) -> tuple[str, ...]:
    return tuple(
        "".join(f"[{one.target}]" if one.kind == "ref" else one.text for one in _segments(item, language))
        for language in languages
    )


def _segments(item: Paragraph, language: Language) -> tuple[Segment, ...]:
    return item.en if language == "en" else item.zh


def _lines(item: Paragraph | None, languages: Languages) -> tuple[Line, ...] | None:
    if item is None:
        return None
    return tuple(line_of(item, language) for language in languages)


def line_of(item: Paragraph, language: Language) -> Line:
    """The paragraph with its number in front, as an addendum prints it."""
    if item.level == 1:
        word = f"Article {item.number}" if language == "en" else f"第{item.number}条"
        return Line(TABLE_TEXT, (Run(f"{word}{_GAP}", _STRONG), Run(item.text(language), _STRONG)))
    runs = (Run(one.text, _STYLES[one.kind]) for one in _segments(item, language))
    return Line(TABLE_TEXT, (Run(f"{item.number}{_GAP}"), *runs))


def renumbering_xml(old: Sequence[Article], new: Sequence[Article], languages: Languages) -> Markup:
    """A sentence for each run of articles that count otherwise now; nothing where none does."""
    return joined(
        paragraph(TABLE_TEXT, run(_sentence(runs, language), language))
        for language in languages
        if (runs := shifted(old, new))
    )


def shifted(old: Sequence[Article], new: Sequence[Article]) -> list[tuple[int, int, int]]:
    """Runs of articles that moved together: the first and the last number, and by how much they moved."""
    before = {article.clause_id: int(article.paragraphs[0].number) for article in old}
    moved = [
        (before[article.clause_id], int(article.paragraphs[0].number) - before[article.clause_id])
        for article in new
        if article.clause_id in before
    ]
    out = []
    for by, group in groupby(sorted(moved), lambda one: one[1]):
        numbers = [number for number, _ in group]
        if by:
            out.append((numbers[0], numbers[-1], by))
    return out


def _sentence(runs: Sequence[tuple[int, int, int]], language: Language) -> str:
    if language == "zh":
        said = "；".join(
            f"原第{a}条改为第{a + by}条" if a == b else f"原第{a}条至第{b}条改为第{a + by}条至第{b + by}条"
            for a, b, by in runs
        )
        return f"条款编号相应调整：{said}。合同中对上述条款的引用随之调整。"
    said = "; ".join(
        f"Article {a} becomes Article {a + by}"
        if a == b
        else f"Articles {a} to {b} become Articles {a + by} to {b + by}"
        for a, b, by in runs
    )
    return f"The Articles count anew: {said}. References to them in the Contract follow."
