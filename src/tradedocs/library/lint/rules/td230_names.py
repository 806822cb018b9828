"""An institution, an instrument or a party is named in a way that is wrong or not the library's own.

What: a name that the register of arbitration institutions lists as never right; the same instrument under two
names among the sources of the library (`CISG` and its full title, the same words in another order); a word
for a party other than Buyer and Seller, 买方 and 卖方, in the text.

Why: an arbitration clause with a wrong institution may be void; two names for one thing make readers look for
two things.

Bad: `Foreign Trade Arbitration Commission`; `the Purchaser`; `甲方`
Good: the institution of the deal as a variable; `the Buyer`; `买方`

Source: the register of institutions that comes with the program; drafting practice.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from tradedocs.library.file import ClauseFile
from tradedocs.library.found import Found
from tradedocs.library.lint.case import LintCase, Text
from tradedocs.model.lint import Severity
from tradedocs.registers import institutions
from tradedocs.ui import say

ID = "TD230"
SEVERITY: Severity = "error"
SUPPRESSIBLE = True
EXACT = True
GATE = False

_PARTY = {
    "en": re.compile(r"\b(?:the )?(?:Purchaser|Vendor|Supplier|Party [AB])\b"),
    "zh": re.compile("甲方|乙方|买家|卖家|(?<!提)供方|需方|购方|销方"),
}
_SMALL = frozenset({"the", "of", "and", "on", "for", "in"})
_SHORT = re.compile(r"\(([A-Z][A-Za-z0-9 /-]+)\)")


def look(case: LintCase) -> Iterator[Found]:
    """Errors for wrong institutions, warnings for names that are not the library's own."""
    for text in case.texts:
        yield from _institutions(text)
        for match in _PARTY[text.language].finditer(text.paragraph.text):
            message = say("the parties are called Buyer and Seller, 买方 and 卖方")
            yield text.file.found(text.paragraph, *match.span(), message, severity="warning")
    yield from _instruments(case)


def _institutions(text: Text) -> Iterator[Found]:
    for one in institutions():
        for wrong in one.never:
            name = getattr(wrong.name, text.language)
            at = text.paragraph.text.find(name)
            if at >= 0 and not _official(text, at, name):
                message = say("{name} names no institution: {why}", name=name, why=wrong.why)
                yield text.file.found(text.paragraph, at, at + len(name), message)


def _official(text: Text, at: int, wrong: str) -> bool:
    """Whether what was found is only a part of an institution's right name."""
    for one in institutions():
        name = getattr(one.name, text.language)
        begins = at - name.find(wrong)
        if wrong in name and text.paragraph.text.startswith(name, max(begins, 0)):
            return True
    return False


def _instruments(case: LintCase) -> Iterator[Found]:
    """Sources that mean the same instrument and do not say the same; the name that most clauses use is right."""
    groups: dict[str, Counter[str]] = {}
    used: list[tuple[ClauseFile, str, str]] = []
    short = _short_names(case)
    for file in case.files:
        for source in file.head.sources:
            key = short.get(source.instrument) or _key(source.instrument)
            groups.setdefault(key, Counter())[source.instrument] += 1
            used.append((file, key, source.instrument))
    for file, key, name in used:
        usual = max(groups[key], key=lambda one: (groups[key][one], one))
        if name != usual:
            message = say("{name} is named {usual} in other clauses", name=name, usual=usual)
            yield file.found_in_head(name, message, say("Use one name for one instrument."), "warning")


def _short_names(case: LintCase) -> dict[str, str]:
    """Full names that carry, in brackets, the short name that another source uses alone."""
    names = {source.instrument for file in case.files for source in file.head.sources}
    return {
        name: _key(match[1])
        for name in names
        for match in _SHORT.finditer(name)
        if match[1] in names and match[1] != name
    }


def _key(name: str) -> str:
    words = re.findall(r"\w+", name.casefold())
    return " ".join(sorted(word for word in words if word not in _SMALL))
