"""A number in words and the figure beside it differ.

What: `thirty (45) days`, `三十（45）日`, `45 (thirty) days`. Whole numbers below a million million are read in
both languages.

Why: most laws let the words count, and nobody checks them: the figure is what people act on.

Bad: `within thirty (45) days`
Good: `{{ notice_days }}` with `in_words: true`, where the words are computed

Source: promise 5 of the program; UNIDROIT Principles Article 4.7 and banking practice on words and figures.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tradedocs.library.found import Found
from tradedocs.library.lint.case import LintCase
from tradedocs.model.clause import Language
from tradedocs.model.lint import Severity
from tradedocs.ui import say
from tradedocs.words.spoken import NUMERALS, WORDS, spoken_number

ID = "TD221"
SEVERITY: Severity = "error"
SUPPRESSIBLE = False
EXACT = True
GATE = False

_FIGURE = r"\d{1,3}(?:,\d{3})+|\d+"
_BOTH: dict[Language, tuple[re.Pattern[str], ...]] = {
    "en": (
        re.compile(
            rf"\b(?P<words>(?:{WORDS})(?:(?:[\s-]+|\s+and\s+)(?:{WORDS}))*)\s*\((?P<figure>{_FIGURE})%?\)",
            re.I,
        ),
        re.compile(
            rf"(?P<figure>{_FIGURE})\s*\((?P<words>(?:{WORDS})(?:(?:[\s-]+|\s+and\s+)(?:{WORDS}))*)\)", re.I
        ),
    ),
    "zh": (
        re.compile(rf"(?P<words>[{NUMERALS}]+)\s*[（(](?P<figure>{_FIGURE})%?[）)]"),
        re.compile(rf"(?P<figure>{_FIGURE})\s*[（(](?P<words>[{NUMERALS}]+)[）)]"),
    ),
}


def look(case: LintCase) -> Iterator[Found]:
    """An error for each pair that differs."""
    for text in case.texts:
        if "(" not in text.paragraph.text and "（" not in text.paragraph.text:
            continue
        for pattern in _BOTH[text.language]:
            for match in pattern.finditer(text.paragraph.text):
                said, figure = (
                    spoken_number(match["words"], text.language),
                    int(match["figure"].replace(",", "")),
                )
                if said is not None and said != figure:
                    message = say("the words say {said}, the figure {figure}", said=said, figure=figure)
                    hint = say("Use a variable with `in_words: true`; the words are then computed.")
                    yield text.file.found(text.paragraph, *match.span(), message, hint)
