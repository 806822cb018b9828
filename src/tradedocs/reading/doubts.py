"""Why a result of a table may be another one than was read: its cell, its row, its units."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tradedocs.model import units
from tradedocs.reading.layout import Layout
from tradedocs.reading.notation import number_in
from tradedocs.reading.table import Cell
from tradedocs.reading.twofold import twofold
from tradedocs.reading.values import TWO_VALUES, is_value_like, says_something
from tradedocs.reading.verdicts import verdict_of
from tradedocs.reading.watch import NOT_UNDERSTOOD, throws_doubt
from tradedocs.vocabulary import lexicon
from tradedocs.vocabulary.units import is_unit, unit_key

# `12 3/8"`: one number in two words
_MIXED = re.compile(
    r"[-+±]?\s?\d{1,3} (?:[1-9]\d?/(?:2|4|8|16|32|64)|[¼½¾⅛⅜⅝⅞])\s*(?:[\"”″]|''|in\.?|inch(?:es)?)?"
)
_GROUPED = re.compile(r"[<>≤≥]?\d{1,3} \d{3}(?:[.,]\d+)?")
COLUMN_INFERRED = "column-meaning-inferred"
VERDICT_UNCLEAR = "verdict-not-understood"
UNIT_CONFLICT = "unit-conflict"


def cell_doubts(cell: Cell, layout: Layout) -> tuple[str, ...]:
    """What the cell itself and its column's heading leave open."""
    doubts = []
    if not layout.sure:
        doubts.append(COLUMN_INFERRED)
    words = [word.text for word in cell.words]
    both = twofold(cell.text)
    if both is not None:
        return tuple(doubts) if both.agrees else (*doubts, TWO_VALUES)
    if _MIXED.fullmatch(" ".join(words)):
        return tuple(doubts)
    if len(words) > 1 and _is_torn(words):
        doubts.append(TWO_VALUES)
    if (
        len(words) >= 2
        and sum(is_value_like(w) and any(c.isdigit() for c in w) for w in words) >= 2
        and len(words) == 2
        and not _is_one_number(cell)
    ):
        doubts.append(TWO_VALUES)
    return tuple(doubts)


def _is_one_number(cell: Cell) -> bool:
    """Thousands parted by a blank that was printed, as in `1 200`: no gap between two columns."""
    first, second = cell.words[:2]
    close = (
        second.x0 - first.x1 < 0.5 * first.height and first.blank_is_real and abs(second.y0 - first.y0) < 1
    )
    return close and bool(_GROUPED.fullmatch(f"{first.text} {second.text}"))


def row_doubts(row: Sequence[Cell], layout: Layout) -> tuple[str, ...]:
    """What stands in the row outside of its results and would change them."""
    if any(row[k] and throws_doubt(layout.columns[k], row[k].text) for k in layout.watched):
        return (NOT_UNDERSTOOD,)
    texts = [row[k].text for k in layout.every("verdict") if says_something(row[k].text)]
    judged = {verdict_of(text) for text in texts if lexicon("words").said(text) != "none"}
    if len(judged - {None}) > 1:
        return (NOT_UNDERSTOOD,)
    return (VERDICT_UNCLEAR,) if None in judged and not all(map(is_value_like, texts)) else ()


def _is_torn(words: Sequence[str]) -> bool:
    """A number and a word of absence or verdict in one cell: two columns that ran into one (`1000 NOT DETECTED`)."""
    for number, rest in ((words[0], words[1:]), (words[-1], words[:-1])):
        if number_in(number) is not None and lexicon("words").said(" ".join(rest)) is not None:
            return True
    return False


def unit_doubts(*stated: str | None) -> tuple[str, ...]:
    """The unit column, the heading and the cell must name one unit, however they spell it."""
    named = {_same(unit) for unit in stated if unit and is_unit(unit.strip("()[] "))}
    return (UNIT_CONFLICT,) if len(named) > 1 else ()


def _same(unit: str) -> object:
    """The unit's kind and size; for a unit outside of the table its spelling."""
    known = units.lookup(unit.strip("()[] "))
    return unit_key(unit.strip("()[] ")) if known is None else (known.dimension, known.factor)
