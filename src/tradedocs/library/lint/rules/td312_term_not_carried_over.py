"""The English text uses a defined term, and the Chinese text does not use its Chinese name.

What: where a term is defined, `**Claim Notice**` and `**索赔通知**` stand side by side; that pairs the two names. In
every paragraph whose English text uses the term, the Chinese text has its name. The other way round is not asked,
nor are terms of one word (Goods, Buyer): Chinese leaves out or repeats a plain noun where English says "it".

Why: a defined term that has another word in one language is not the defined term there; the two texts then grant
different things.

Bad: `The Buyer sends a Claim Notice.` and `买方应发出异议函。`
Good: `The Buyer sends a Claim Notice.` and `买方应发出索赔通知。`

Source: review practice for bilingual contracts; Civil Code of the People's Republic of China, Article 466.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tradedocs.library.found import Found
from tradedocs.library.lint.case import LintCase, pieces_of
from tradedocs.model.lint import Severity
from tradedocs.ui import say

ID = "TD312"
SEVERITY: Severity = "warning"
SUPPRESSIBLE = True
EXACT = True
GATE = False


def look(case: LintCase) -> Iterator[Found]:
    """A warning for each paragraph that loses a term."""
    names = [
        (term, re.compile(rf"\b{re.escape(term)}(?:e?s)?\b"), zh)
        for term, zh in _names(case).items()
        if " " in term
    ]
    for file in case.files:
        for english, chinese in zip(file.en, file.zh, strict=False):
            for term, uses, forms in names:
                if term not in english.text or not uses.search(english.text):
                    continue
                if not any(form in chinese.text for form in forms):
                    message = say("{term} is not called {names} here", term=term, names=" / ".join(forms))
                    hint = say("The English paragraph is in line {line}.", line=english.at.line + 1)
                    yield file.found(chinese, 0, len(chinese.text), message, hint)


def _names(case: LintCase) -> dict[str, tuple[str, ...]]:
    """The Chinese names of each term, by the pairs where it is defined; `本合同` may lose its first character."""
    found: dict[str, dict[str, None]] = {}
    for file in case.files:
        for english, chinese in zip(file.en, file.zh, strict=False):
            terms = [token.text for token in pieces_of(english) or () if token.kind == "term"]
            names = [token.text for token in pieces_of(chinese) or () if token.kind == "term"]
            if len(terms) == len(names):
                for term, name in zip(terms, names, strict=True):
                    found.setdefault(term, {})[name.removeprefix("本")] = None
    return {term: tuple(names) for term, names in found.items()}
