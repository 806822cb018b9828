"""The verdict that one cell of a checklist states: a word, a ticked option, or a tick sign."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from tradedocs.reading.rows import NOT_MARKED
from tradedocs.reading.verdicts import is_option_list, ticked, verdict_of
from tradedocs.vocabulary import fold, lexicon

Meaning = Literal["pass", "fail", "pending", "na"]
TICK_UNCLEAR = "tick-unclear"
EMPTY_MARKS = frozenset("☐□○◯❏❑▢")
MARKS = frozenset("☒☑✓✔√✗✘✕×■●◉⊠xXvV•")
_GOOD, _BAD, _EITHER = frozenset("✓✔√☑"), frozenset("✗✘✕×"), frozenset("☒⊠xXvV■●◉•○◯")
_LONGEST_WORD = 48
_MEANINGS: dict[str, Meaning] = {"pass": "pass", "fail": "fail", "pending": "pending"}
_HEAD = re.compile(
    r"(?P<word>[^\W\d_][^-–—:;,.(（\n\d]{0,28}?|n\.?/?a\.?)\s*(?:[-–—:;,.(（]|\s(?=\d))\s*(?P<rest>.*\S)",
    re.I,
)
_TAIL = re.compile(
    r"(?P<rest>.*\S)\s*(?:[-–—:;=]|\.{3,}|\s\()\s*(?P<word>[^\W\d_][^-–—:;()]{0,28}|n\.?/?a\.?)\)?\s*\.?",
    re.I,
)


@dataclass(frozen=True)
class Judged:
    """What a cell states. `verdict` is as printed; `meaning` None where it is none of the four."""

    verdict: str | None = None
    meaning: Meaning | None = None
    remark: str | None = None
    doubt: tuple[str, ...] = ()


@lru_cache(maxsize=8192)
def judged(text: str) -> Judged:
    """The verdict of a cell. A pass with a condition is pending; several ticked options are a doubt."""
    text = text.strip()
    if (options := ticked(text)) is not None:
        return _chosen(options, text)
    if len(text) == 1 and (text in _GOOD or text in _BAD or text in _EITHER):
        return _sign(text)
    if text[:1] in _GOOD | _BAD and len(text) > 2:
        sign, rest = _sign(text[0]), judged(text[1:].strip())
        same = rest.meaning in (None, sign.meaning)
        return Judged(text, sign.meaning if same else None, doubt=() if same else (TICK_UNCLEAR,))
    if is_option_list(text):
        return Judged(remark=text, doubt=(NOT_MARKED,))
    if (meaning := meaning_of_word(text)) is not None:
        return Judged(text, meaning)
    return _with_remark(text)


def _chosen(options: list[str], text: str) -> Judged:
    if len(options) == 1 and (meaning := meaning_of_word(options[0])) is not None:
        return Judged(options[0], meaning)
    return Judged(remark=text, doubt=(NOT_MARKED,))


def _sign(sign: str) -> Judged:
    if sign in _GOOD:
        return Judged(sign, "pass")
    return Judged(sign, "fail") if sign in _BAD else Judged(sign, doubt=(TICK_UNCLEAR,))


def _with_remark(text: str) -> Judged:
    """`Pending – see remark 4`, `45 mm: OK`: the verdict word with what stands before or behind it."""
    for pattern in (_HEAD, _TAIL):
        match = pattern.fullmatch(text)
        meaning = meaning_of_word(match["word"]) if match else None
        if match and meaning is not None and len(fold(match["word"])) > 1:
            whole = verdict_of(text) if meaning == "pass" else None
            return Judged(match["word"].strip(), whole or meaning, match["rest"].strip("-–—:;,. ") or None)
    verdict = verdict_of(text) if len(text) <= 60 else None
    if verdict in ("fail", "pending") and lexicon("words").start(text) is not None:
        return Judged(text, verdict)
    return Judged(remark=text or None)


@lru_cache(maxsize=8192)
def meaning_of_word(text: str) -> Meaning | None:
    """The meaning of a verdict word, in one language or two."""
    if len(text) > _LONGEST_WORD:
        return None
    if lexicon("checklist").said(text) == "not-applicable":
        return "na"
    meaning = lexicon("words").said(text)
    return _MEANINGS.get(meaning or "")
