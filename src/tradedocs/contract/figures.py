"""The number that a text states for a variable: figures, words, or both, in English and Chinese."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache
from typing import NamedTuple

from tradedocs.contract.facts import counted
from tradedocs.model.clause import Language, Variable
from tradedocs.words.spelled import in_figures_of_speech

_FIGURES = re.compile(r"(?<![\w.,])\d{1,12}(?:,\d{3})*(?:\.\d+)?(?![\d.,]*\d)")
_CHINESE_FIGURES = re.compile(r"\d{1,12}(?:,\d{3})*(?:\.\d+)?")
_ENGLISH_WORD = re.compile(r"[a-z]+(?:-[a-z]+)?")
_CHINESE_RUN = re.compile(r"[零一二三四五六七八九十百两]+")
_MOST_SPELLED = 400
_LONGEST = 200


class Stated(NamedTuple):
    """A number, and whether nothing but the number in the variable's own form stands there."""

    value: Decimal
    plain: bool


def stated(text: str, variable: Variable, language: Language) -> Stated | None:
    """The one number that the text states; None where there is none, or several that differ."""
    if len(text) > _LONGEST:
        return None
    pattern = _CHINESE_FIGURES if language == "zh" else _FIGURES
    found = {Decimal(one.replace(",", "")) for one in pattern.findall(text)} | _spelled_in(text, language)
    if len(found) != 1:
        return None
    value = found.pop()
    return Stated(value, _folded(text) in _forms(value, variable, language))


def _forms(value: Decimal, variable: Variable, language: Language) -> set[str]:
    forms = (variable, variable.model_copy(update={"in_words": not variable.in_words}))
    return {_folded(counted(value, form, language)) for form in forms}


def _folded(text: str) -> str:
    return "".join(text.split()).casefold()


def _spelled_in(text: str, language: Language) -> set[Decimal]:
    numbers = _numbers(language)
    if language == "zh":
        runs = (run.replace("两", "二") for run in _CHINESE_RUN.findall(text))
        return {numbers[run] for run in runs if run in numbers}
    words, out, at = _ENGLISH_WORD.findall(text.casefold()), set[Decimal](), 0
    while at < len(words):
        end = next(
            (k for k in range(min(len(words), at + 4), at, -1) if " ".join(words[at:k]) in numbers), at
        )
        if end > at:
            out.add(numbers[" ".join(words[at:end])])
        at = max(end, at + 1)
    return out


@cache
def _numbers(language: Language) -> dict[str, Decimal]:
    return {in_figures_of_speech(number, language): Decimal(number) for number in range(_MOST_SPELLED + 1)}
