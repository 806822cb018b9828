"""Labels and the values that stand beside, behind or below them: the raw material of the header facts."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from tradedocs.model.base import Place
from tradedocs.pdf.page import Page, Word
from tradedocs.reading.lines import Line, box_of, joined, page_lines
from tradedocs.reading.table import Cell, Table
from tradedocs.reading.verdicts import ticked
from tradedocs.vocabulary import fold, lexicon
from tradedocs.vocabulary.fold import has_cjk

_COLON = ":：﹕"
_LEADER = re.compile(r"^[\s:：﹕.·…_=*\-–—]+|[\s:：﹕·…_]+$")
_BARS = ("|", "¦", "│")
_LONGEST = 7
_NUMBERED = {"report_no", "report_no_short", "lot", "contract_no", "issue_date"}


@dataclass(frozen=True)
class Found:
    """A value that stands with a label.

    Attributes:
        meaning: what the label means (a key of the vocabulary `fields`).
        label: as printed.
        text: the value as printed, on one line.
        line: the whole line, to see what else it says.
        sure: a colon, a cell wall or a heading ties the value to its label.
    """

    meaning: str
    label: str
    text: str
    place: Place
    line: str
    sure: bool = True
    following: tuple[str, ...] = ()


@lru_cache(maxsize=50_000)
def meaning_of(label: str) -> str | None:
    """What a label means; of a label in two languages either half may tell."""
    fields = lexicon("fields")
    if (meaning := fields.exact(label)) is not None:
        return meaning
    halves = _halves(label)
    found = {meaning for half in halves if (meaning := fields.exact(half))}
    return found.pop() if len(found) == 1 and len(halves) > 1 else None


def _halves(label: str) -> list[str]:
    folded = fold(label)
    if has_cjk(folded) and re.search(r"[a-z]{2}", folded):
        return [re.sub(r"[^\x00-\x7f]+", " ", folded), "".join(c for c in folded if ord(c) > 0x7F)]
    return [part for part in re.split(r"\s*[/|(（)）]\s*", label) if part.strip()]


def found_on(page: Page, tables: Sequence[Table]) -> Iterator[Found]:
    """Every labelled value of the page: in lines, in drawn cells, under headings."""
    lines = page_lines(page)
    for at, line in enumerate(lines):
        yield from _in_line(page, line, lines[at + 1 : at + 4])
    for table in tables:
        if table.ruled:
            yield from _in_cells(page, table)


@dataclass(frozen=True)
class _Label:
    meaning: str
    first: int
    last: int
    colon: bool


def _in_line(page: Page, line: Line, below: Sequence[Line]) -> Iterator[Found]:
    words = list(line.words)
    starts = {id(phrase.words[0]) for phrase in line.phrases}
    labels = _labels(words, starts, {id(phrase.words[-1]) for phrase in line.phrases})
    for k, label in enumerate(labels):
        end = labels[k + 1].first if k + 1 < len(labels) else len(words)
        value = _value(words[label.last + 1 : end], starts)
        printed = joined(words[label.first : label.last + 1]).strip(_COLON + " ")
        if not value:
            value = _under(words[label.first], below)
        if not value:
            continue
        text = _LEADER.sub("", joined(value))
        if text:
            yield Found(
                label.meaning,
                printed,
                text,
                Place(page=page.number, box=page.shown(box_of(value))),
                line.text,
                label.colon or len(printed.split()) > 1,
                tuple(_continued(value, below)),
            )


def _labels(words: Sequence[Word], starts: set[int], ends: set[int]) -> list[_Label]:
    labels: list[_Label] = []
    at = 0
    while at < len(words):
        label = _label_at(words, at, starts, ends, _may_begin(words, at, starts, labels))
        if label is None:
            at += 1
            continue
        labels.append(label)
        at = label.last + 1
    return labels


def _may_begin(words: Sequence[Word], at: int, starts: set[int], labels: Sequence[_Label]) -> bool:
    """A label begins a phrase, or follows the value of the label before it: `Lab Batch #` holds no label `Batch #`."""
    if at and words[at - 1].text in _BARS:
        return True
    return id(words[at]) in starts or bool(labels and labels[-1].colon and labels[-1].last < at - 1)


def _label_at(
    words: Sequence[Word], at: int, starts: set[int], ends: set[int], allowed: bool
) -> _Label | None:
    """The longest label that begins at this word and is marked as one: by a colon, a gap, or the figure behind it."""
    if not allowed:
        return None
    begins = id(words[at]) in starts or bool(at and words[at - 1].text in _BARS)
    for size in range(min(_LONGEST, len(words) - at), 0, -1):
        last = at + size - 1
        if any(w.text[-1] in _COLON for w in words[at:last]):
            continue
        stuck = _split_colon(words[last].text)
        text = " ".join([w.text for w in words[at:last]] + [stuck or words[last].text])
        meaning = meaning_of(text)
        if meaning is None:
            continue
        follow = words[last + 1] if last + 1 < len(words) else None
        colon = stuck is not None or (follow is not None and follow.text[0] in _COLON)
        closes = id(words[last]) in ends
        figure = (
            begins and follow is not None and meaning in (*_NUMBERED, "other") and _has_figure(follow.text)
        )
        if colon or (begins and closes) or figure:
            return _Label(meaning, at, last, colon)
    return None


def _split_colon(text: str) -> str | None:
    """The part before a colon at a word's end: `No.:`."""
    return text.rstrip(_COLON) if text[-1] in _COLON and text.rstrip(_COLON) else None


def _has_figure(text: str) -> bool:
    return any(c.isdigit() for c in text)


def _value(words: Sequence[Word], starts: set[int]) -> list[Word]:
    """The first phrase behind the label; a lone colon or leader in between is passed over."""
    value: list[Word] = []
    for word in words:
        if word.text in _BARS:
            if value:
                break
            continue
        if not value and not _LEADER.sub("", word.text):
            continue
        if value and id(word) in starts and word.x0 - value[-1].x1 > 1.6 * word.height:
            break
        value.append(word)
    return value


def _under(label: Word, below: Sequence[Line]) -> list[Word]:
    """The phrase right under a label that has nothing beside it."""
    for line in below[:1]:
        if line.y0 - label.y1 > 1.2 * label.height:
            return []
        for phrase in line.phrases:
            if (
                abs(phrase.x0 - label.x0) <= 3
                and meaning_of(phrase.text.rstrip(_COLON + " ")) is None
                and ":" not in phrase.text
            ):
                return list(phrase.words)
    return []


def _continued(value: Sequence[Word], below: Sequence[Line]) -> Iterator[str]:
    """Lines that go on under the value, with nothing to their left."""
    x0, bottom = value[0].x0, value[0].y1
    for line in below:
        if line.y0 - bottom > 0.9 * value[0].height or abs(line.phrases[0].x0 - x0) > 3:
            return
        yield line.phrases[0].text
        bottom = line.y1


def _in_cells(page: Page, table: Table) -> Iterator[Found]:
    for at, row in enumerate(table.rows):
        for k, cell in enumerate(row):
            if not cell or (k and row[k - 1] is cell):
                continue
            label = cell.text.strip().rstrip(_COLON + " ")
            meaning = meaning_of(label) if len(label) <= 60 else None
            if meaning is None:
                continue
            value = _cell_value(table, at, k, meaning)
            if value is not None and value.box:
                text = _LEADER.sub("", value.text)
                if text:
                    place = Place(page=page.number, box=page.shown(value.box))
                    yield Found(meaning, label, text, place, " ".join(c.text for c in row), True)


def _cell_value(table: Table, at: int, k: int, meaning: str) -> Cell | None:
    """The cell that states the labelled value: beside the label, or below it where the label heads a column."""
    row = table.rows[at]
    if meaning == "conclusion":  # a column of conclusions states one for each section, none for the whole
        return _options(row, k) or _beside(row, k)
    below = _beneath(table, at, k)
    heads = _heads_columns(row) or (at + 1 < len(table.rows) and table.rows[at + 1][k] is row[k])
    return below if below and heads else _beside(row, k) or below


def _options(row: Sequence[Cell], k: int) -> Cell | None:
    """The tick boxes behind a conclusion's label, be they in one cell or in several."""
    others = [
        cell for j, cell in enumerate(row) if j > k and cell and cell is not row[k] and cell is not row[j - 1]
    ]
    if not any(ticked(cell.text) is not None for cell in others):
        return None
    return Cell(tuple(word for cell in others for word in cell.words))


def _heads_columns(row: Sequence[Cell]) -> bool:
    """Whether labels follow each other in the row: it is a heading, and their values stand below."""
    cells = [cell for k, cell in enumerate(row) if k == 0 or cell is not row[k - 1] or not cell]
    named = [meaning_of(cell.text.strip().rstrip(_COLON + " ")) is not None for cell in cells]
    return any(a and b for a, b in pairwise(named))


def _beside(row: Sequence[Cell], k: int) -> Cell | None:
    """The next cell to the right, unless that is a label too."""
    for cell in row[k + 1 :]:
        if cell is row[k]:
            continue
        if not _LEADER.sub("", cell.text):
            continue
        return None if _is_label(cell) else cell
    return None


def _beneath(table: Table, at: int, k: int) -> Cell | None:
    for row in table.rows[at + 1 :]:
        if row[k] is table.rows[at][k]:
            continue
        return row[k] if row[k] and not _is_label(row[k]) else None
    return None


def _is_label(cell: Cell) -> bool:
    text = cell.text.strip()
    return text[-1:] in _COLON or meaning_of(text) is not None
