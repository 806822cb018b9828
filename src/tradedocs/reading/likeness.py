"""Whether two readings of one printed value are the same value: OCR of the picture, and the text layer.

Signs, digits, decimal marks and comparison signs must be the same. What recognition commonly confuses and what
changes no value may differ: blanks, forms of dashes, a raised digit read as a plain one, letters of a unit.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from difflib import SequenceMatcher
from functools import lru_cache

from tradedocs.vocabulary import lexicon

_SIGNS = str.maketrans(
    {
        **dict.fromkeys("−–—‐‑‒―﹣－~～", "-"),
        **dict.fromkeys("≤⩽≦＜﹤〈‹«", "<"),
        **dict.fromkeys("≥⩾≧＞﹥〉›»", ">"),
        **dict.fromkeys("，、٫", ","),
        **dict.fromkeys("．。·・", "."),
        **dict.fromkeys("×✕∗＊", "x"),
        **dict.fromkeys("'’‘`´\"“”", None),
    }
)
_RAISED = re.compile(r"(?<=\d)(?<!10)[⁰¹²³⁴⁵⁶⁷⁸⁹]+$")
_AS_DIGITS = str.maketrans("oOQDlI|!", "00001111")
_NUMBERISH = re.compile(r"(?<![^\W\d_])[\doOQDlI|!.,]*\d[\doOQDlI|!.,]*(?![^\W\d_])")
_FIGURES = re.compile(r"[<>±]?=?[-+]?[\d.,]*\d(?:[-/:][\d.,]*\d)*")
_AS_LETTERS = str.maketrans("0151i|!8", "olslllll")
_NEGATIONS = ("not", "non", "no ", "nicht", "kein", "fail", "不", "未", "無", "无", "미", "불", "не ")
_SHORT, _LONG_ALIKE, _UNIT_ALIKE = 5, 0.9, 0.5


@lru_cache(maxsize=4096)
def same_value(printed: str, seen: str) -> bool:
    """Whether what was seen on the page is the value that the file says is printed there."""
    if not printed.strip() or not seen.strip():
        return False
    if any(char.isdigit() for char in printed):
        wanted = {_figures(printed), _figures(_RAISED.sub("", printed.strip()))}
        return _figures(seen) in wanted and _alike(_letters(printed), _letters(seen), _UNIT_ALIKE)
    if any(char.isdigit() for char in _plain(seen).translate(_NO_LOOKALIKES)):
        return False
    meaning, other = lexicon("words").said(printed), lexicon("words").said(seen)
    if meaning is not None and other is not None:
        return meaning == other
    if _negations(printed) != _negations(seen):
        return False
    return _alike(_looks(printed), _looks(seen), _LONG_ALIKE)


def contradicts(printed: str, seen: str) -> bool:
    """Whether what was seen speaks against the value, rather than being a misreading of a usual kind.

    Recognition drops digits from runs of one digit, and does not know small fractions.
    """
    if any(char in _FRACTIONS for char in printed):
        return False
    return not same_value(_RUN.sub(r"\1", _plain(printed)), _RUN.sub(r"\1", _plain(seen)))


_FRACTIONS, _RUN = "¼½¾⅛⅜⅝⅞⅓⅔", re.compile(r"(\d)\1+")
_NO_LOOKALIKES = str.maketrans("01580", "     ")


def _plain(text: str) -> str:
    return "".join(unicodedata.normalize("NFKC", text.translate(_SIGNS)).translate(_SIGNS).split())


def _figures(text: str) -> tuple[str, ...]:
    """The numbers of the text with their signs, in order; letters that stand for digits among digits are digits."""
    flat = _NUMBERISH.sub(lambda match: match[0].translate(_AS_DIGITS), _plain(text))
    digits = "".join(str(unicodedata.digit(char)) if char.isdecimal() else char for char in flat)
    return tuple(match[0].replace("=", "").strip(".,") for match in _FIGURES.finditer(digits))


def _letters(text: str) -> str:
    return "".join(char for char in _plain(text).casefold() if char.isalpha())


def _looks(text: str) -> str:
    """The letters and digits, with those that look alike made one."""
    return "".join(char for char in _plain(text).casefold() if char.isalnum()).translate(_AS_LETTERS)


def _alike(a: str, b: str, share: float) -> bool:
    if a == b:
        return True
    if min(len(a), len(b)) < _SHORT and share >= _LONG_ALIKE:
        return False
    if (
        share < _LONG_ALIKE and abs(len(a) - len(b)) <= 2
    ):  # a unit of two letters is not what is witnessed here
        return True
    return SequenceMatcher(None, a, b, autojunk=False).ratio() >= share


def _negations(text: str) -> int:
    folded = text.casefold()
    return sum(folded.count(word) for word in _NEGATIONS)


def text_holds(printed: str, inside: Sequence[str], line: Sequence[str]) -> bool | None:
    """Whether another engine's text has the figures of a value; None where it has none there, or the value has none.

    Args:
        printed: the value.
        inside: the runs of text that begin in the value's place.
        line: the runs of its line up to its end; they count where nothing with a figure begins in the place.
    """
    wanted = _figures(printed)
    if not wanted:
        return None
    for runs in (inside, line):
        spellings = ("".join(runs), " ".join(runs))
        if any(char.isdigit() for char in spellings[0]):
            return any(_has_all(wanted, spelling) for spelling in spellings)
    return None


def _has_all(wanted: Sequence[str], text: str) -> bool:
    """Whether each figure stands in the text, and not as a part of a longer one."""
    flat = unicodedata.normalize("NFKC", " ".join(text.split()).translate(_SIGNS)).translate(_SIGNS)
    digits = "".join(str(unicodedata.digit(char)) if char.isdecimal() else char for char in flat)
    for spelling in (digits, digits.replace(" ", "")):
        if all(_stands(figure.lstrip("<>±=+"), spelling) for figure in wanted):
            return True
    return False


def _stands(figure: str, text: str) -> bool:
    at = text.find(figure)
    while at >= 0:
        before, after = text[max(0, at - 2) : at], text[at + len(figure) :][:2]
        if not _GOES_ON_BEFORE.search(before) and not _GOES_ON_AFTER.match(after):
            return True
        at = text.find(figure, at + 1)
    return False


_GOES_ON_BEFORE, _GOES_ON_AFTER = re.compile(r"(?:\d|\d[.,]|^[.,])$"), re.compile(r"\d|[.,]\d")
