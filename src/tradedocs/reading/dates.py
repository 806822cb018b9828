"""Printed dates → calendar dates, with a doubt where day and month could be exchanged."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum

from tradedocs.vocabulary import fold, lexicon
from tradedocs.vocabulary.fold import has_cjk

AMBIGUOUS = "day-month-ambiguous"

_YEAR_FIRST = re.compile(
    r"(?<!\d)(?P<y>(?:19|20)\d\d)\s*[-/.年년]\s*(?P<m>\d{1,2})\s*[-/.月월]\s*(?P<d>\d{1,2})(?!\d)"
)
_YEAR_LAST = re.compile(
    r"(?<![\d/.])(?P<a>\d{1,2})\s?(?P<sep>[-/.])\s?(?P<b>\d{1,2})\s?(?P=sep)\s?(?P<y>(?:19|20)\d\d|\d\d)(?![\d/])"
)
_NAMED_DAY_FIRST = re.compile(
    r"(?<!\d)(?P<d>\d{1,2})(?:st|nd|rd|th|er|º|ª|\.º)?[\s.,\-/]*(?:of\s+|de\s+)?(?P<m>[^\W\d_]{3,12})[\s.,\-/]*(?:de\s+)?(?P<y>(?:19|20)\d\d|\d\d)(?!\d)",
    re.I,
)
_NAMED_YEAR_FIRST = re.compile(
    r"(?<!\d)(?P<y>(?:19|20)\d\d)[\s.,\-/]*(?P<m>[^\W\d_]{3,12})[\s.,\-/]*(?P<d>\d{1,2})(?!\d)", re.I
)
_NAMED_MONTH_FIRST = re.compile(
    r"(?P<m>[^\W\d_]{3,12})[\s.,\-/]*(?P<d>\d{1,2})(?:st|nd|rd|th)?[\s.,\-/]+(?P<y>(?:19|20)\d\d)(?!\d)", re.I
)


_SHORT_YEAR_FIRST = re.compile(
    r"(?<![\d/.])(?P<y>[1-4]\d)[-/.](?P<m>0?[1-9]|1[0-2])[-/.](?P<d>0?[1-9]|[12]\d|3[01])(?![\d/.])"
)


class Order(Enum):
    """Which of two numbers the report's other dates prove to be the day."""

    UNKNOWN = "unknown"
    DAY_FIRST = "day first"
    MONTH_FIRST = "month first"
    LIKELY_MONTH_FIRST = "likely month first"
    YEAR_FIRST = "year first"


@dataclass(frozen=True)
class ReadDate:
    """A date that was found: the printed text, the day it means, and the doubts."""

    text: str
    value: date
    doubt: tuple[str, ...] = ()


def order_of(texts: Sequence[str]) -> Order:
    """What the dates of a report prove about its order: `27/12/2017` is day first, `04/27/2026` month first.

    Contradicting dates prove nothing.
    """
    day_first = month_first = False
    for text in texts:
        for match in _YEAR_LAST.finditer(text):
            first, second = int(match["a"]), int(match["b"])
            day_first |= first > 12 >= second
            month_first |= second > 12 >= first
    if day_first and month_first:
        return Order.UNKNOWN
    if _writes_year_first(texts):
        return Order.YEAR_FIRST
    if not day_first and not month_first:
        return Order.LIKELY_MONTH_FIRST if _nearer_month_first(texts) else Order.UNKNOWN
    return Order.DAY_FIRST if day_first else Order.MONTH_FIRST


def _writes_year_first(texts: Sequence[str]) -> bool:
    """Whether a Chinese, Japanese or Korean report has days with a year of two figures: `24.10.18`."""
    if not any(_SHORT_YEAR_FIRST.search(text) for text in texts):
        return False
    asian = sum(has_cjk(text) for text in texts)
    return asian > 0.3 * len(texts)


def _nearer_month_first(texts: Sequence[str]) -> bool:
    """Dates of one report lie near each other: read month first they span far fewer days than day first."""
    pairs = {
        (int(m["a"]), int(m["b"]), _century(m["y"]))
        for text in texts
        for m in _YEAR_LAST.finditer(text)
        if m["sep"] != "."
    }
    years = [year for _, _, year in pairs]
    same = [
        (a, b)
        for a, b, year in pairs
        if years.count(year) == max(map(years.count, years)) and 0 < a <= 12 and 0 < b <= 12
    ]
    if len(same) < 3:
        return False
    month_first = [date(2000, a, b).toordinal() for a, b in same]
    day_first = [date(2000, b, a).toordinal() for a, b in same]
    return 4 * (max(month_first) - min(month_first)) < max(day_first) - min(day_first)


def date_in(text: str, order: Order = Order.UNKNOWN) -> ReadDate | None:
    """The first date in the text; None when there is none that exists in the calendar."""
    return next(_dates(text, order), None)


def dates_in(text: str, order: Order = Order.UNKNOWN) -> tuple[ReadDate, ...]:
    """Every date in the text, in the order of the print; where readings overlap the first counts."""
    return tuple(_dates(text, order))


def _dates(text: str, order: Order) -> Iterator[ReadDate]:
    if not _DIGIT.search(text):
        return
    written = _in_figures(text) if "年" in text else text
    found = [(match.start(), match) for pattern in _PATTERNS for match in pattern.finditer(written)]
    end = -1
    for start, match in sorted(found, key=lambda pair: pair[0]):
        if start < end:
            continue
        read = _named(match) if match.re in _NAMED else _numbered(match, order)
        if read is not None:
            yield read
            end = match.end()


def _in_figures(text: str) -> str:
    """`二〇二四年一月十五日` with the figures that it means."""

    def figures(match: re.Match[str]) -> str:
        said = match[0]
        if len(said) == 4:
            return "".join(str(_FIGURES[char]) for char in said)
        if not said:
            return ""
        tens, _, ones = said.partition("十")
        if "十" not in said:
            return str(_FIGURES[said[0]]) if len(said) == 1 else said
        return str((_FIGURES[tens] if tens else 1) * 10 + (_FIGURES[ones] if ones else 0))

    return _WRITTEN.sub(figures, text)


_DIGIT = re.compile(r"[\d〇一二三四五六七八九十]")
_FIGURES = {char: k for k, char in enumerate("〇一二三四五六七八九")} | {"零": 0, "○": 0}
_WRITTEN = re.compile(
    r"[〇零○一二三四五六七八九]{4}(?=年)|[一二三四五六七八九]?十?[一二三四五六七八九]?(?=[月日])"
)
_PATTERNS = (_YEAR_FIRST, _YEAR_LAST, _NAMED_DAY_FIRST, _NAMED_MONTH_FIRST, _NAMED_YEAR_FIRST)
_NAMED = (_NAMED_DAY_FIRST, _NAMED_MONTH_FIRST, _NAMED_YEAR_FIRST)


def _named(match: re.Match[str]) -> ReadDate | None:
    month = lexicon("months").labels.get(fold(match["m"]))
    if month is None:
        return None
    return _read(match[0], _century(match["y"]), int(month), int(match["d"]))


def _numbered(match: re.Match[str], order: Order) -> ReadDate | None:
    if match.re is _YEAR_FIRST:
        return _read(match[0], int(match["y"]), int(match["m"]), int(match["d"]))
    if (
        order is Order.YEAR_FIRST
        and len(match["y"]) == 2
        and _SHORT_YEAR_FIRST.match(match[0].replace(" ", ""))
    ):
        return _read(match[0], 2000 + int(match["a"]), int(match["b"]), int(match["y"]), (AMBIGUOUS,))
    year, first, second = _century(match["y"]), int(match["a"]), int(match["b"])
    if (
        first > 12
        or order is Order.DAY_FIRST
        or (match["sep"] == "." and order in (Order.UNKNOWN, Order.YEAR_FIRST))
    ):
        return _read(match[0], year, second, first)
    if second > 12 or order is Order.MONTH_FIRST:
        return _read(match[0], year, first, second)
    if order is Order.LIKELY_MONTH_FIRST:
        return _read(match[0], year, first, second, () if first == second else (AMBIGUOUS,))
    doubt = () if first == second else (AMBIGUOUS,)
    return _read(match[0], year, second, first, doubt)


def _century(year: str) -> int:
    return int(year) if len(year) == 4 else 2000 + int(year)


def _read(text: str, year: int, month: int, day: int, doubt: tuple[str, ...] = ()) -> ReadDate | None:
    try:
        return ReadDate(" ".join(text.split()), date(year, month, day), doubt)
    except ValueError:
        return None
