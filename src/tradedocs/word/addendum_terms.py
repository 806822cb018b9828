"""The commercial terms that a changed deal changes: what the cover said until now, and what it says from now on."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from html import unescape
from typing import Any, NamedTuple

from markupsafe import Markup

from tradedocs.model.clause import Language
from tradedocs.model.deal import Deal
from tradedocs.word.cover import cover_of
from tradedocs.word.labels import LABELS, joined, of
from tradedocs.word.markup import cell, paragraph, row, run, table
from tradedocs.word.specification import head_cell
from tradedocs.word.styles import GRID, TABLE_TEXT

Languages = tuple[Language, ...]
_BREAK = re.compile(r"</w:t><w:br/><w:t[^>]*>")
_WIDTHS = (2100, 3769, 3769)
_HEADS = (("Term", "条款"), ("Until now", "修改前"), ("From now on", "修改后"))
_GOODS = (
    ("goods", ("names", "details")), ("quantity", ("quantity", "tolerance")), ("unit_price", ("unit_price",)),
    ("amount", ("amount",)),
)  # fmt: skip


class Term(NamedTuple):
    """One term of the cover: what it is called, and its lines."""

    name: str
    lines: tuple[str, ...]


class TermChange(NamedTuple):
    """A term that differs; without lines it was not there before, or is gone."""

    name: str
    old: tuple[str, ...]
    new: tuple[str, ...]


def changed_terms(old: Deal, new: Deal, languages: Languages) -> tuple[TermChange, ...]:
    """The terms of the cover that differ, in its order.

    Raises:
        MissingFact: a deal leaves out what the cover says.
    """
    before, after = (dict(_terms(cover_of(deal, languages), languages)) for deal in (old, new))
    names = [*after, *(name for name in before if name not in after)]
    changes = (TermChange(name, before.get(name, ()), after.get(name, ())) for name in names)
    return tuple(change for change in changes if change.old != change.new)


def _terms(cover: Mapping[str, Any], languages: Languages) -> Iterator[Term]:
    for side in ("seller", "buyer"):
        party = cover[side]
        signs = " ".join(text for text in (party["signatory"], party["signatory_title"]) if text)
        facts = [f"{fact['label']}: {fact['value']}" for fact in party["details"]]
        yield Term(joined(LABELS[side], languages), (*party["names"], *facts, signs))
    for line in cover["goods"]:
        for name, keys in _GOODS:
            label = f"{line['line']}. {joined(LABELS[name], languages)}"
            yield Term(label, tuple(text for key in keys for text in _lines(line[key])))
    yield Term(joined(LABELS["total"], languages), (_plain(cover["total"]),))
    yield Term(joined(LABELS["in_words"], languages), _lines(cover["total_in_words"]))
    for term in cover["terms"]:
        yield Term(" ".join(term["labels"]), _lines(term["lines"]))


def _lines(value: Any) -> tuple[str, ...]:
    if isinstance(value, Markup):
        return tuple(_plain(unescape(piece)) for piece in _BREAK.split(str(value)))
    return tuple(map(_plain, value)) if isinstance(value, list) else (_plain(value),) if value else ()


def _plain(text: str) -> str:
    return " ".join(str(text).split())


def terms_xml(changes: Sequence[TermChange], languages: Languages) -> Markup:
    """A table: the term, what it said, and what it says from now on."""
    heads = [tuple(of(pair, language) for language in languages) for pair in _HEADS]
    rows = [
        row(
            (head_cell(width, words, languages) for width, words in zip(_WIDTHS, heads, strict=True)),
            header=True,
        )
    ]
    for change in changes:
        cells = ((change.name,), change.old or ("–",), change.new or ("–",))
        rows.append(row(cell(width, *map(_text, lines)) for width, lines in zip(_WIDTHS, cells, strict=True)))
    return table(GRID, _WIDTHS, rows)


def _text(text: str) -> Markup:
    language: Language = "zh" if any("\u3400" <= char <= "\u9fff" for char in text) else "en"
    return paragraph(TABLE_TEXT, run(text, language))
