"""When two names mean the same characteristic, party or thing. Never by likeness: equal, alias, or known form."""

from __future__ import annotations

import re
import unicodedata

from tradedocs.model.goods import Characteristic
from tradedocs.vocabulary.parameters import meaning_of

_BRACKET = re.compile(r"^(.*\S)\s*[(（]([^()（）]+)[)）]\s*$", re.S)
_ROMAN = re.compile(r"[IVX]+")
_COMPANY_FORMS = (
    ("limited", "ltd"), ("corporation", "corp"), ("incorporated", "inc"), ("company", "co"),
    ("private", "pte"), ("brothers", "bros"), ("and", "&"),
)  # fmt: skip


def fold(text: str) -> str:
    """Letters and digits only, compatibility-folded, without case."""
    flat = unicodedata.normalize("NFKC", text).casefold()
    return "".join(char for char in flat if char.isalnum())


def forms(name: str) -> frozenset[str]:
    """The folded name, and for `Lead (Pb)` also the name and the abbreviation by themselves.

    Only an abbreviation is taken apart: what stands in other brackets changes the meaning (`Chromium (VI)`,
    `Moisture (as received)`).
    """
    whole = {fold(name)}
    match = _BRACKET.match(name)
    if match is not None and _is_abbreviation(match[2]) and not _contradict(match[1], match[2]):
        whole |= {fold(match[1]), fold(match[2])}
    return frozenset(whole - {""})


def _is_abbreviation(text: str) -> bool:
    letters = [char for char in text if char.isalpha()]
    plain = text.strip().isalnum() and bool(letters) and _ROMAN.fullmatch(text.strip()) is None
    return plain and letters[0].isupper() and len(text.strip()) <= 6


def _contradict(name: str, abbreviation: str) -> bool:
    """`Lead (Cd)` is a misprint of one of the two, and nobody knows of which."""
    meant, short = meaning_of(name), meaning_of(abbreviation)
    return meant is not None and short is not None and meant != short


def same_parameter(characteristic: Characteristic, parameter: str) -> bool:
    """Whether a report's parameter is this characteristic: its name, its Chinese name, an alias or a synonym.

    One of the two must be meant as a whole, so that `Chromium (VI)` and `Chromium (III)` never meet. Synonyms
    are exact names of the vocabulary (`Pb`, `Total Lead`, `铅`).
    """
    given = forms(parameter)
    names = [characteristic.name, *characteristic.aliases]
    if characteristic.name_zh is not None:
        names.append(characteristic.name_zh)
    if any(fold(name) in given or fold(parameter) in forms(name) for name in names):
        return True
    return _synonyms(names, parameter)


def _synonyms(names: list[str], parameter: str) -> bool:
    meant = meaning(parameter)
    return meant is not None and any(meaning(name) == meant for name in names)


def meaning(name: str) -> str | None:
    """What the vocabulary says is tested; `Lead Content (Pb)` is asked without its abbreviation as well."""
    whole = meaning_of(name)
    match = _BRACKET.match(name)
    if whole is not None or match is None or not _is_abbreviation(match[2]):
        return whole
    return None if _contradict(match[1], match[2]) else meaning_of(match[1])


def fold_company(name: str) -> str:
    """A company's name folded for form only: legal forms in one spelling, no punctuation, no case."""
    words = re.findall(r"\w+|&", unicodedata.normalize("NFKC", name).casefold())
    same = dict(_COMPANY_FORMS)
    return "".join(same.get(word, word) for word in words)


def same_company(agreed: str, printed: str) -> bool:
    """Whether a printed name is the agreed one, or one of its branches (`SGS` … `SGS-CSTC Shanghai Branch`).

    The agreed name must stand in the printed one as whole words, in order and from its beginning.
    """
    wanted = re.findall(r"\w+", unicodedata.normalize("NFKC", agreed).casefold())
    given = re.findall(r"\w+", unicodedata.normalize("NFKC", printed).casefold())
    same = dict(_COMPANY_FORMS)
    wanted, given = [same.get(word, word) for word in wanted], [same.get(word, word) for word in given]
    return bool(wanted) and given[: len(wanted)] == wanted
