"""Cost and worth of each way of settling as a drawing (SVG): bars, and words where nobody gave a figure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape

from tradedocs.formats.claim_options_words import Spoken, money, text, word
from tradedocs.model.amount import Money
from tradedocs.model.claimoptions import Compared

_WIDE, _LEFT, _RIGHT = 760, 260, 130
_ROW, _BAR, _TOP = 56, 15, 34
_INKS = {"money": "#8a4b00", "worth": "#0b4f9e"}


def chart_svg(rows: Sequence[Compared], first: str, language: Spoken) -> str:
    """One row for each way: what it costs (or brings), and what the user says it is worth.

    Args:
        rows: of the comparison.
        first: the word for the money: `cost` or `gain`.
        language: of the labels.
    """
    high = _TOP + _ROW * len(rows) + 8
    given = [each.amount for one in rows for each in (one.money, one.worth) if each is not None]
    scale = float(max(given, default=0)) or 1.0
    label = escape(word("compare", language))
    parts = [
        f'<svg class="chart" viewBox="0 0 {_WIDE} {high}" role="img" aria-label="{label}">',
        *_legend(first, language),
        f'<line x1="{_LEFT}" y1="{_TOP - 6}" x2="{_LEFT}" y2="{high - 6}" stroke="#8b93a1"/>',
    ]
    for k, one in enumerate(rows):
        parts += _row(one, _TOP + k * _ROW, scale, language)
    return "".join([*parts, "</svg>"])


def _legend(first: str, language: Spoken) -> Iterator[str]:
    for x, key, label in (
        (_LEFT, "money", word(first, language)),
        (_LEFT + 170, "worth", word("worth", language)),
    ):
        yield f'<rect x="{x}" y="6" width="12" height="12" fill="{_INKS[key]}"/>'
        yield f'<text x="{x + 18}" y="16">{escape(label)}</text>'


def _row(one: Compared, top: int, scale: float, language: Spoken) -> Iterator[str]:
    title = escape(text(one.title, language))
    yield f'<text x="{_LEFT - 12}" y="{top + 22}" text-anchor="end">{title}</text>'
    yield from _bar(one.money, top + 4, "money", scale, language)
    yield from _bar(one.worth, top + 4 + _BAR + 4, "worth", scale, language)


def _bar(given: Money | None, top: int, key: str, scale: float, language: Spoken) -> Iterator[str]:
    room = _WIDE - _LEFT - _RIGHT
    wide = 0.0 if given is None else max(0.0, float(given.amount)) / scale * room
    if given is not None:
        yield f'<rect x="{_LEFT}" y="{top}" width="{wide:.1f}" height="{_BAR}" fill="{_INKS[key]}"/>'
    style = ' class="missing"' if given is None else ""
    yield f'<text x="{_LEFT + wide + 8:.1f}" y="{top + 12}"{style}>{escape(money(given, language))}</text>'
