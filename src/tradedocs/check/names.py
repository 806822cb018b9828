"""When two names mean the same characteristic, party or thing. Never by likeness: equal, alias, or known form."""

from __future__ import annotations

import re
import unicodedata

from tradedocs.model.goods import Characteristic
from tradedocs.registers.bodies import company_words
from tradedocs.vocabulary.parameters import meaning_of

_BRACKET = re.compile(r"^(.*\S)\s*[(（]([^()（）]+)[)）]\s*$", re.S)


_SIGN = re.compile(r"(?<![\w.])[-+<>≤≥±](?=\s*\d)|(?<=\d)[.,](?=\d)")


def fold(text: str) -> str:
    """Letters and digits, compatibility-folded, without case; what changes a number stays.

    `Size -50 mm` is not `Size +50 mm`, and `4.5` is not `45`.
    """
    flat = unicodedata.normalize("NFKC", text).casefold()
    signs = {match.start() for match in _SIGN.finditer(flat)}
    return "".join(char for index, char in enumerate(flat) if char.isalnum() or index in signs)


def squeezed(text: str) -> str:
    """A grade, model or number for comparison: case and blanks do not matter, every sign does (`A+` is not `A-`)."""
    return "".join(unicodedata.normalize("NFKC", text).casefold().split())


def fold_number(text: str) -> str:
    """A contract or report number for comparison, without a `No.` before it and with one kind of hyphen."""
    flat = squeezed(text).replace("–", "-").replace("—", "-")
    return re.sub(r"^(no|nr|number)[.:]?(?=\W|\d)", "", flat).lstrip(".:")


def forms(name: str) -> frozenset[str]:
    """The folded name, and for `Lead (Pb)` also the name and the abbreviation by themselves.

    Only an abbreviation is taken apart: what stands in other brackets changes the meaning (`Chromium (VI)`,
    `Moisture (as received)`).
    """
    whole = {fold(name)}
    match = _BRACKET.match(name)
    if match is not None and _is_abbreviation(match[1], match[2]):
        whole |= {fold(match[1]), fold(match[2])}
    return frozenset(whole - {""})


def _is_abbreviation(name: str, text: str) -> bool:
    """Whether what stands in the brackets abbreviates the name and says nothing more.

    Either the vocabulary knows both as one thing (`Lead (Pb)`), or it is made of the initials (`Correlated colour
    temperature (CCT)`). `Moisture (Dry)` and `Chromium (Hex)` are other things than without the brackets.
    """
    short = text.strip()
    meant = meaning_of(short)
    if meant is not None:
        return meaning_of(name) == meant
    initials = "".join(word[0] for word in re.findall(r"[^\W\d_]+", name)).casefold()
    return short.isalpha() and len(short) > 1 and short.removesuffix("s").casefold() == initials


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


def begins_with(characteristic: Characteristic, parameter: str) -> bool:
    """Whether a parameter's name begins with the whole name of this characteristic, or an alias of it."""
    given = unicodedata.normalize("NFKC", parameter).casefold().strip()
    names = (characteristic.name, characteristic.name_zh, *characteristic.aliases)
    wanted = [unicodedata.normalize("NFKC", name).casefold() for name in names if name]
    return any(re.match(rf"{re.escape(name)}(?![^\W\d_])", given) for name in wanted)


def _synonyms(names: list[str], parameter: str) -> bool:
    meant = meaning(parameter)
    return meant is not None and any(meaning(name) == meant for name in names)


def meaning(name: str) -> str | None:
    """What the vocabulary says is tested; `Lead Content (Pb)` is asked without its abbreviation as well."""
    whole = meaning_of(name)
    match = _BRACKET.match(name)
    if whole is not None or match is None or not _is_abbreviation(match[1], match[2]):
        return whole
    return meaning_of(match[1])


def same_company(agreed: str, printed: str) -> bool:
    """Whether a printed name is the agreed one, or one of its branches (`SGS` … `SGS-CSTC Shanghai Branch`).

    The agreed name must stand in the printed one as whole words, in order and from its beginning.
    """
    wanted, given = company_words(agreed), company_words(printed)
    return bool(wanted) and given[: len(wanted)] == wanted
