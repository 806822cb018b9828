"""Headings over values, and labels before values, that the vocabulary does not know: what a user could teach."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Literal

from tradedocs.model.base import Fact
from tradedocs.pdf.page import Page
from tradedocs.reading.columns import is_specimen, layout_of, role_of
from tradedocs.reading.labelkeys import meaning_of
from tradedocs.reading.lines import page_lines
from tradedocs.reading.table import Table
from tradedocs.reading.tables import tables_of
from tradedocs.reading.values import is_value_like
from tradedocs.vocabulary import fold, lexicon
from tradedocs.vocabulary.units import is_unit, unit_in_heading

_COLON = re.compile(r"\s*[:：﹕]\s*")
_LONGEST, _MOST_WORDS, _SAMPLES = 40, 6, 3
_COVER = 0.45  # share of a heading that a known label must take
_TABLES = ("aql", "checklist")
"""Lexicons of tables that are no tables of results; their headings are known too."""


class Unmatched(Fact):
    """A heading (`columns`) or a label (`fields`) that no entry matched, the page, and values that stand with it."""

    kind: Literal["columns", "fields"]
    text: str
    page: int
    values: tuple[str, ...]


def unmatched_on(pages: Sequence[Page]) -> tuple[Unmatched, ...]:
    """All of them, in reading order, each once."""
    seen: dict[tuple[str, str], Unmatched] = {}
    for page in pages:
        for table in tables_of(page):
            for item in _headings(table):
                seen.setdefault((item.kind, fold(item.text)), item)
        for item in _labels(page):
            seen.setdefault((item.kind, fold(item.text)), item)
    return tuple(seen.values())


def _headings(table: Table) -> Iterator[Unmatched]:
    """The unknown headings of a table; of one without a known heading those of its first row."""
    layout = layout_of(table)
    start, body = (layout.start, layout.body) if layout else (0, 1)
    for k in range(table.width):
        parts = dict.fromkeys(row[k].text for row in table.rows[start:body] if row[k])
        heading = " ".join(parts)
        values = [row[k].text for row in table.rows[body:] if row[k] and row[k].text != heading]
        told = sum(map(is_value_like, values))
        if values and (layout or told >= max(2, len(values) / 2)) and _is_unknown_heading(heading):
            yield Unmatched(
                kind="columns",
                text=unit_in_heading(heading)[0],
                page=table.page,
                values=tuple(values[:_SAMPLES]),
            )


def _is_unknown_heading(text: str) -> bool:
    bare = unit_in_heading(text)[0]
    known = role_of(text) or lexicon("fields").exact(bare) or _heads_another_table(bare)
    other = is_value_like(bare) or is_unit(bare) or is_specimen(bare)
    return _could_be_label(bare) and not known and not other


def _heads_another_table(text: str) -> bool:
    hits = (lexicon(name).best(text) for name in _TABLES)
    return any(hit is not None and hit.cover >= _COVER for hit in hits)


def _labels(page: Page) -> Iterator[Unmatched]:
    for line in page_lines(page):
        for at, phrase in enumerate(line.phrases):
            label, colon, value = _divided(phrase.text)
            if not colon or not _could_be_label(label) or meaning_of(label) is not None:
                continue
            if not value and at + 1 < len(line.phrases):
                value = line.phrases[at + 1].text
            if value and not _COLON.search(value) and not value.startswith("//"):
                yield Unmatched(kind="fields", text=label, page=page.number, values=(value,))


def _divided(text: str) -> tuple[str, bool, str]:
    match = _COLON.search(text)
    return (text[: match.start()], True, text[match.end() :]) if match else (text, False, "")


def _could_be_label(text: str) -> bool:
    letters = sum(char.isalpha() for char in text)
    return len(text) <= _LONGEST and len(text.split()) <= _MOST_WORDS and letters >= max(1, len(text) / 2)
