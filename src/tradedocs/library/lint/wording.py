"""The wording of a library, paragraph by paragraph, as the rules on words look at it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from tradedocs.clausetext import TextError
from tradedocs.clausetext import flat as masks
from tradedocs.clausetext.flat import Sentence, flat, sentences
from tradedocs.library.file import ClauseFile, RawParagraph
from tradedocs.library.found import Found
from tradedocs.model.clause import Language, Variable, VariableType
from tradedocs.model.lint import Severity

_LANGUAGES: tuple[Language, ...] = ("en", "zh")
_DATED = re.compile(
    f"[{masks.DAYS}{masks.SPAN}{masks.DATE}]|[0-9{masks.NUMBER}] ?(?:[a-z]+ )?(?:hour|day|week|month|year)"
    f"|[0-9{masks.NUMBER}] ?个?(?:工作日|小时|星期|[日天周月年])"
)
_TIMES = frozenset({"hour", "week", "month", "year"})
_MASKS: dict[VariableType, str] = {
    "days": masks.DAYS,
    "number": masks.NUMBER,
    "percent": masks.PERCENT,
    "money": masks.MONEY,
    "date": masks.DATE,
    "text": masks.WORDS,
    "list": masks.WORDS,
}


@dataclass(frozen=True, slots=True)
class Wording:
    """One paragraph in one language.

    Attributes:
        file, language, paragraph: which.
        text: its words, with all that fills it masked (`clausetext.flat`); offsets are those of the paragraph.
        sentences: the same in sentences.
        lead: the words of the paragraph that an item stands under; empty for a paragraph of its own.
    """

    file: ClauseFile
    language: Language
    paragraph: RawParagraph
    text: str
    sentences: tuple[Sentence, ...]
    lead: str

    def found(
        self, start: int, end: int, message: str, hint: str = "", severity: Severity | None = None
    ) -> Found:
        """A finding between two offsets of the paragraph."""
        return self.file.found(self.paragraph, start, end, message, hint, severity)

    def dated(self, sentence: Sentence) -> bool:
        """Whether the sentence gives a period or a date."""
        return _DATED.search(sentence.text) is not None

    def written(self, start: int, end: int) -> str:
        """What the file has between two offsets."""
        return self.paragraph.text[start:end]


def wording_of(file: ClauseFile) -> Iterator[Wording]:
    """The wording of one file; a paragraph that cannot be taken apart is left to the rule that tells it."""
    of_variables = {name: _mask(variable) for name, variable in file.head.variables.items()}
    for language in _LANGUAGES:
        yield from _wording(file, language, of_variables)


def _wording(file: ClauseFile, language: Language, of_variables: Mapping[str, str]) -> Iterator[Wording]:
    lead = ""
    for paragraph in file.en if language == "en" else file.zh:
        try:
            text = flat(paragraph.text, of_variables)
        except TextError:
            continue
        item = paragraph.level > 2
        yield Wording(file, language, paragraph, text, sentences(text, language), lead if item else "")
        lead = lead if item else text


def _mask(variable: Variable) -> str:
    """What stands for a variable: a number of weeks is a span of time, one of samples brings its unit along."""
    if variable.unit is None:
        return _MASKS[variable.type]
    if variable.unit == "day":
        return masks.DAYS
    return masks.SPAN if variable.unit in _TIMES else masks.WORDS
