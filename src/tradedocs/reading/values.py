"""A printed result → what it is understood to mean, with the doubts of the reading."""

from __future__ import annotations

import re
import unicodedata
from decimal import Decimal
from functools import lru_cache

from tradedocs.model.report import Value
from tradedocs.reading.notation import NO_NOTATION, Notation, Reading, number_in
from tradedocs.reading.twofold import twofold
from tradedocs.vocabulary import fold, lexicon
from tradedocs.vocabulary.units import is_unit, unit_key

FOOTNOTE = "footnote-mark"
UNCLEAR = "number-unclear"
TWO_VALUES = "two-values"

_REMEMBERED = 20_000  # the same few texts are asked about again and again
_UNIT_STUCK = re.compile(
    r"(?P<number>(?:[<>≤≥±~＜＞]\s*=?\s*)?[-+−]?[\d.,]*\d(?:\s*±\s*[\d.,]*\d)?)\s*(?P<unit>[^\d\s].{0,14})"
)
_MARKS = "▲▼^*#†‡§"
_NONE = re.compile(r"[-–—−/\\_.\s]*")
_LESS = r"<\s*=?|≤|＜|⩽|less than|below|not more than|nmt|max\.?|maximum|unter|kleiner|не более|менее|小于|低于|未満"
_MORE = r">\s*=?|≥|＞|⩾|more than|above|greater than|not less than|nlt|min\.?|minimum|über|größer|не менее|более|大于"
_BELOW = re.compile(rf"(?:{_LESS})\s*(?P<rest>.+)", re.I)
_ABOVE = re.compile(rf"(?:{_MORE})\s*(?P<rest>.+)", re.I)
_NAMES = (
    "mdl|[lmi]?lod|[lm]?loq|rl|dl|ql|pql|bg|ng|mql|检出限|定量限|검출한계|detection limit|reporting limit"
)
_LIMIT_NAME = re.compile(rf"\(?\s*(?:the\s+)?(?:{_NAMES})\s*\)?", re.I)
_DETECTION = re.compile(r"mdl|lod|dl|ng|检出|검출|detection", re.I)
_RANGE = re.compile(
    r"(?P<low>[-+]?[\d.,]*\d)\s*(?:%\s*)?(?:-|–|—|~|～|to|bis|до|÷)\s*(?P<high>[-+]?[\d.,]*\d)\s*(?P<unit>\D{0,14})",
    re.I,
)
_PLUS_MINUS = re.compile(r"(?P<value>[-+]?[\d.,]*\d)\s*(?:±|\+/-|\+-)\s*(?P<margin>[\d.,]*\d)", re.I)
_SHARE_BEHIND = re.compile(r"(?:±|\+/-|\+-)\s*[\d.,]*\d\s*%$")
_BRACKETED = re.compile(
    r"(?P<word>[^\d(（<]+?)\s*[(（<]\s*(?:<|≤|mdl|lod|loq|rl)?\s*[:=]?\s*(?P<limit>[\d.,]+)\s*(?P<unit>[^\d)）]*)[)）]?",
    re.I,
)
_FRACTION = re.compile(r"(?P<sign>[-+]?)\s*(?:(?P<whole>\d+)\s+)?(?P<top>\d{1,2})/(?P<bottom>2|4|8|16|32|64)")
_FOOTNOTE_DIGITS = re.compile(r"(?P<number>\d[\d.,]*)[⁰¹²³⁴⁵⁶⁷⁸⁹]+")
_VULGAR = re.compile(r"(?P<whole>\d+)?\s*(?P<part>[¼½¾⅛⅜⅝⅞])")
_LETTERED = re.compile(r"(?=.*\d)[\dOolISB.,]+")


@lru_cache(maxsize=_REMEMBERED)
def split_unit(text: str) -> tuple[str, str | None]:
    """`367.5 mg/unit` → (`367.5`, `mg/unit`); a text without a number before a known unit stays whole.

    Of a value in two units, `5.186 mg/g (0.5186 %)`, it is the first.
    """
    match = _UNIT_STUCK.fullmatch(text.strip())
    if match and is_unit(match["unit"]):
        return match["number"].strip(), match["unit"].strip()
    both = twofold(text)
    return (both.number, both.unit) if both else (text, None)


@lru_cache(maxsize=_REMEMBERED)
def understood(
    text: str | None,
    *,
    mdl: str | None = None,
    loq: str | None = None,
    unit: str | None = None,
    notation: Notation = NO_NOTATION,
) -> tuple[Value, tuple[str, ...]]:
    """What the printed result means, and why that is doubtful (empty: sure of it).

    Args:
        text: as printed; None or blank is a value of kind `none`.
        mdl: the row's detection limit as printed: what stands behind a bare `N.D.`.
        loq: the row's quantification limit as printed: what stands behind `<LOQ`.
        unit: the row's unit, taken off when it is stuck to the number.
        notation: what the report's other numbers prove about its decimal sign.
    """
    bare, doubt = _without_marks(_flat(text))
    if _NONE.fullmatch(bare):
        return Value(kind="none"), doubt
    share = _SHARE_BEHIND.search(bare) is not None and unit is not None and unit_key(unit) != "%"
    bare = _without_unit(bare, unit)
    for read in (_word, _bracketed_absence, _bound, _number, _pair):
        found = read(bare, (mdl, loq), notation)
        if found is not None:
            return _absolute(found[0]) if share else found[0], (*doubt, *found[1])
    unclear = (UNCLEAR,) if _looks_numeric(bare) else ()
    return Value(kind="text", text=fold(bare) or bare), (*doubt, *unclear)


_Read = tuple[Value, tuple[str, ...]]
_Limits = tuple[str | None, str | None]


def _absolute(value: Value) -> Value:
    """`250 mg/kg ± 5 %`: the margin is a share of the value."""
    if value.uncertainty is None or value.low is None:
        return value
    return value.model_copy(update={"uncertainty": abs(value.low) * value.uncertainty / 100})


def with_uncertainty(value: Value, margin: str | None, unit: str | None, notation: Notation) -> Value:
    """The value with the uncertainty that a column of its own gives, as printed (`0.6`, `± 0.6`, `± 5 %`)."""
    if value.kind != "number" or value.uncertainty is not None or not margin:
        return value
    number, stuck = split_unit(_flat(margin).lstrip("±+-/ "))
    read = number_in(number, notation)
    if read is None:
        return value
    found = value.model_copy(update={"uncertainty": abs(read.value)})
    of_value = stuck is not None and unit_key(stuck) == "%" and unit_key(unit or "") != "%"
    return _absolute(found) if of_value else found


def _flat(text: str | None) -> str:
    """Full-width forms made plain; superscripts stay, because 10³ is not 103."""
    if text is None or text.isascii():
        return " ".join((text or "").split())
    wide = "".join(
        unicodedata.normalize("NFKC", c) if unicodedata.east_asian_width(c) in "FH" else c for c in text
    )
    return " ".join(wide.replace("−", "-").split())


def _without_marks(text: str) -> tuple[str, tuple[str, ...]]:
    bare = text.rstrip(_MARKS + " ")
    if bare and bare != text:
        return bare, (FOOTNOTE,)
    match = _FOOTNOTE_DIGITS.fullmatch(bare)
    if match and match["number"] != "10":
        return match["number"], (FOOTNOTE,)
    return text, ()


def _without_unit(text: str, unit: str | None) -> str:
    number, stuck = split_unit(text)
    if stuck and (unit is None or unit_key(stuck) == unit_key(unit) or not unit.strip()):
        return number
    return number if stuck else text


def _word(text: str, limits: _Limits, notation: Notation) -> _Read | None:
    meaning = lexicon("words").said(text)
    if meaning is None:
        return None
    if meaning == "not-detected":
        return _absent(limits[0] or limits[1], notation)
    if meaning == "none":
        return Value(kind="none"), ()
    return Value(kind="text", text=meaning), ()


def _absent(limit: str | None, notation: Notation) -> _Read:
    read = _limit_number(limit, notation)
    return Value(
        kind="below", high=read.value if read else None, not_detected=True
    ), read.doubt if read else ()


def _limit_number(limit: str | None, notation: Notation) -> Reading | None:
    if not limit:
        return None
    return number_in(split_unit(_flat(limit).lstrip("<≤ "))[0], notation)


def _bracketed_absence(text: str, limits: _Limits, notation: Notation) -> _Read | None:
    match = _BRACKETED.fullmatch(text)
    if match and lexicon("words").exact(match["word"]) == "not-detected":
        return _absent(match["limit"], notation)
    return None


def _bound(text: str, limits: _Limits, notation: Notation) -> _Read | None:
    for pattern, kind in ((_BELOW, "below"), (_ABOVE, "above")):
        match = pattern.fullmatch(text)
        if not match:
            continue
        rest = match["rest"].strip()
        if kind == "below" and _LIMIT_NAME.fullmatch(rest):
            return _absent(limits[0] if _DETECTION.search(rest) else limits[1], notation)
        read = number_in(split_unit(rest)[0], notation)
        if read is None:
            return None
        return (
            Value(kind="below", high=read.value) if kind == "below" else Value(kind="above", low=read.value)
        ), read.doubt
    return None


def _number(text: str, limits: _Limits, notation: Notation) -> _Read | None:
    match = _PLUS_MINUS.fullmatch(text)
    read = number_in(match["value"] if match else text, notation) or _fraction(text)
    if read is None:
        return None
    margin = number_in(match["margin"], notation) if match else None
    return (
        Value(kind="number", low=read.value, high=read.value, uncertainty=margin.value if margin else None),
        tuple(dict.fromkeys((*read.doubt, *(margin.doubt if margin else ())))),
    )


def _fraction(text: str) -> Reading | None:
    bare = text.rstrip('"”″ ')
    if match := _FRACTION.fullmatch(bare):
        part = Decimal(int(match["top"])) / Decimal(int(match["bottom"]))
        value = Decimal(match["whole"] or 0) + part
        return Reading(-value if match["sign"] == "-" else value)
    if match := _VULGAR.fullmatch(bare):
        return Reading(Decimal(match["whole"] or 0) + Decimal(str(unicodedata.numeric(match["part"]))))
    return None


def _pair(text: str, limits: _Limits, notation: Notation) -> _Read | None:
    match = _RANGE.fullmatch(text)
    if match is None or (match["unit"] and not is_unit(match["unit"])):
        return None
    low, high = number_in(match["low"], notation), number_in(match["high"], notation)
    if low is None or high is None or low.value > high.value:
        return None
    return Value(kind="range", low=low.value, high=high.value), tuple(
        dict.fromkeys((*low.doubt, *high.doubt))
    )


def _looks_numeric(text: str) -> bool:
    """A number that cannot be read: `2.0.1`, `O.5`, `12 5`."""
    if _LETTERED.fullmatch(text):
        return True
    return bool(re.fullmatch(r"[-+<>≤≥~\s\d.,/:]*\d[-+<>≤≥~\s\d.,/:]*", text))


@lru_cache(maxsize=_REMEMBERED)
def is_value_like(text: str) -> bool:
    """Whether a cell could hold a result: a number, a bound, a range, a verdict or absence word, or a dash."""
    flat = _flat(text)
    if not flat:
        return False
    if _NONE.fullmatch(flat):
        return True
    value, _ = understood(flat)
    return value.kind != "text" or value.text in ("pass", "fail", "pending", "detected")


@lru_cache(maxsize=_REMEMBERED)
def is_measured(text: str) -> bool:
    """A number with decimals or an absence word: headings hold neither."""
    if re.fullmatch(r"\d{1,3}", text.strip()):
        return False
    number, unit = split_unit(text)
    return (
        bool(re.fullmatch(r"[<>≤≥]?\s*\d*[.,]\d+", number))
        or lexicon("words").exact(text) == "not-detected"
        or unit is not None
    )


@lru_cache(maxsize=_REMEMBERED)
def says_something(text: str) -> bool:
    """Whether a cell holds more than a blank, a dash or a word for `not applicable`."""
    return bool(text.strip()) and understood(text)[0].kind != "none"
