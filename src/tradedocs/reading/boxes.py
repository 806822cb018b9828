"""Values that stand in no table: `Total THC: 19.25 %`, or a large figure over or under its name."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from functools import lru_cache

from tradedocs.model.base import Place
from tradedocs.model.report import Result
from tradedocs.pdf.page import Page, Word
from tradedocs.reading.doubts import COLUMN_INFERRED
from tradedocs.reading.lines import Phrase, box_of, lines_of, page_lines
from tradedocs.reading.notation import Notation
from tradedocs.reading.pairs import sums_up
from tradedocs.reading.twofold import twofold
from tradedocs.reading.values import TWO_VALUES, split_unit, understood
from tradedocs.vocabulary import fold, lexicon
from tradedocs.vocabulary.parameters import meaning_of
from tradedocs.vocabulary.units import unit_in_heading

_LABELLED = re.compile(r"(?P<name>[^:：]{3,60}?)\s*[:：]\s*(?P<rest>\S.*)", re.S)
_RESULT_WORDS = re.compile(r"\s*\b(?:test )?results?\b\s*$", re.I)
_LEADERS = re.compile(r"\s*[.…·_]{4,}\s*")
_COUNTED = re.compile(
    r"\b(?:no|number|quantity|qty|weight|volume|size|price|amount|batch|lot|page|cost)\b", re.I
)
_CONTENT_UNIT = re.compile(r"%.*|‰|pp[mbt]|.{1,4}/.+|mg|µg|ug|g|cfu.*|aw", re.I)
_WIDEST_NAME, _ASIDE = 6, 36.0


def boxed_results(
    page: Page, words: Sequence[Word], told: Collection[tuple[str, str]], notation: Notation
) -> list[Result]:
    """The values of the page's boxes; those whose place alone ties them to their name are doubtful.

    Args:
        page: the page.
        words: its words that gave no result yet.
        told: the statements that the page's tables made already (`key_of`).
        notation: the report's decimal sign.
    """
    lines = page_lines(page) if len(words) == len(page.words) else lines_of(words)
    phrases = [phrase for line in lines for phrase in line.phrases]
    found = list(_labelled(page, phrases, notation))
    named = {fold(result.parameter) for result in found}
    found += [item for item in _stacked(page, phrases, notation) if fold(item.parameter) not in named]
    return [result for result in found if key_of(result) not in told]


def key_of(result: Result) -> tuple[str, str]:
    """What tells one statement of a value from another: its name, less `Test result`, and the value as printed."""
    return fold(_RESULT_WORDS.sub("", result.parameter)), fold(result.result or "") or (result.result or "")


@lru_cache(maxsize=4096)
def _is_name(text: str) -> bool:
    """Whether a text names a sum of tested things, or one that the vocabulary knows; no count of pieces."""
    bare = unit_in_heading(_RESULT_WORDS.sub("", text.strip()))[0]
    if not 3 <= len(bare) <= 60 or len(bare.split()) > _WIDEST_NAME or _COUNTED.search(bare):
        return False
    if any(char in bare for char in "=<>") or lexicon("fields").exact(bare) is not None:
        return False
    return sums_up(bare) or meaning_of(bare) is not None


def _second(text: str) -> tuple[str, ...]:
    """The doubt of a value in two units that do not say the same."""
    both = twofold(text)
    return (TWO_VALUES,) if both is not None and not both.agrees else ()


def _value(text: str, name: str = "") -> tuple[str, str | None] | None:
    """A value with a unit of content (of any kind behind a known name), or a word of absence; else None."""
    printed, unit = split_unit(text.strip())
    if unit is not None and (_CONTENT_UNIT.fullmatch(unit) or meaning_of(name) is not None):
        return (printed, unit) if understood(printed)[0].kind in ("number", "below") else None
    return (text.strip(), None) if lexicon("words").said(text) == "not-detected" else None


def _labelled(page: Page, phrases: Sequence[Phrase], notation: Notation) -> Iterator[Result]:
    """A name, a colon and a value, in one phrase or in two that follow each other."""
    for at, phrase in enumerate(phrases):
        if ":" not in phrase.text and "：" not in phrase.text:
            continue
        match = _LABELLED.fullmatch(_LEADERS.sub(" ", phrase.text))
        if match and _is_name(match["name"]) and (value := _value(match["rest"], match["name"])):
            tail = [word for word in phrase.words if word.x0 > _colon(phrase)] or list(phrase.words)
            yield _result(page, match["name"], value, tail, notation, _second(match["rest"]))
            continue
        if (
            phrase.text.rstrip()[-1:] not in ":："
            or at + 1 == len(phrases)
            or not _is_name(phrase.text.rstrip(" :："))
        ):
            continue
        after = phrases[at + 1]
        same_line = abs((after.y0 + after.y1) - (phrase.y0 + phrase.y1)) < phrase.height
        if same_line and (value := _value(after.text)):
            yield _result(page, phrase.text.rstrip(" :："), value, after.words, notation, _second(after.text))


def _colon(phrase: Phrase) -> float:
    return next((word.x0 for word in phrase.words if word.text[-1:] in ":："), phrase.x0)


def _stacked(page: Page, phrases: Sequence[Phrase], notation: Notation) -> Iterator[Result]:
    """Names with their values right under them, or right over them: whichever is nearer for all of the page."""
    names = [phrase for phrase in phrases if ":" not in phrase.text and _is_name(phrase.text)]
    values = [(phrase, value) for phrase in phrases if (value := _value(phrase.text))] if names else []
    pairs = [
        (name, side, item)
        for name in names
        for side in (True, False)
        if (item := _nearest(name, values, names, under=side))
    ]
    for under in (True, False):
        own = [(name, item) for name, side, item in pairs if side is under]
        other = {id(name): item for name, side, item in pairs if side is not under}
        for name, (gap, phrase, value) in own:
            rival = other.get(id(name))
            if rival is None or gap * 1.5 + 1 < rival[0]:
                doubt = (COLUMN_INFERRED, *_second(phrase.text))
                yield _result(page, name.text, value, phrase.words, notation, doubt)


def _nearest(
    name: Phrase,
    values: Sequence[tuple[Phrase, tuple[str, str | None]]],
    names: Sequence[Phrase],
    *,
    under: bool,
) -> tuple[float, Phrase, tuple[str, str | None]] | None:
    """The value nearest below (or above) the name, leftmost first, that belongs to no other name of its row."""
    found = []
    for phrase, value in values:
        gap = phrase.y0 - name.y1 if under else name.y0 - phrase.y1
        if not -0.3 * phrase.height <= gap <= 1.2 * max(phrase.height, name.height):
            continue
        if phrase.x1 < name.x0 - _ASIDE or phrase.x0 > name.x1 + _ASIDE or _is_others(phrase, name, names):
            continue
        found.append((max(gap, 0.0), phrase.x0, phrase, value))
    if not found:
        return None
    gap, _, phrase, value = min(found, key=lambda item: (round(item[0]), item[1]))
    return gap, phrase, value


def _is_others(phrase: Phrase, name: Phrase, names: Sequence[Phrase]) -> bool:
    """Whether another name of the same row stands nearer to the value."""
    middle = phrase.x0 + phrase.x1
    own = abs(name.x0 + name.x1 - middle)
    return any(
        abs(other.y0 - name.y0) < name.height and abs(other.x0 + other.x1 - middle) < own
        for other in names
        if other is not name
    )


def _result(
    page: Page,
    name: str,
    value: tuple[str, str | None],
    words: Sequence[Word],
    notation: Notation,
    doubt: tuple[str, ...],
) -> Result:
    printed, unit = value
    meant, doubts = understood(printed, unit=unit, notation=notation)
    return Result(
        parameter=" ".join(name.split()),
        unit=unit,
        result=printed,
        value=meant,
        place=Place(page=page.number, box=page.shown(box_of(words))),
        doubt=(*doubts, *doubt),
    )
