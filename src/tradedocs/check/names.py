"""When two names mean the same characteristic, party or thing. Never by likeness: equal, alias, or known form."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from tradedocs.model.goods import Characteristic
from tradedocs.registers.bodies import company_words
from tradedocs.vocabulary.parameters import meaning_of

_BRACKET = re.compile(r"^(.*\S)\s*[(（]([^()（）]+)[)）]\s*$", re.S)


_SIGN = re.compile(r"(?<![\w.])[-+<>≤≥±](?=\s*\d)|(?<=\d)[.,](?=\d)")


@lru_cache(maxsize=8192)
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


@dataclass(frozen=True)
class Called:
    """What a characteristic is called, worked out once for all rows: folded names, their forms, and what they mean."""

    folded: frozenset[str]
    forms: frozenset[str]
    meanings: frozenset[str]


def called(characteristic: Characteristic) -> Called:
    """By its name, its Chinese name and its aliases."""
    names = _names(characteristic)
    return Called(
        frozenset(map(fold, names)),
        frozenset().union(*map(forms, names)),
        frozenset(meant for name in names if (meant := meaning(name)) is not None),
    )


def printed(parameter: str) -> Called:
    """The same of a report's parameter."""
    meant = meaning(parameter)
    return Called(
        frozenset({fold(parameter)}), forms(parameter), frozenset() if meant is None else frozenset({meant})
    )


def is_called(agreed: Called, given: Called) -> bool:
    """Whether one of the two is meant as a whole by the other, so that `Chromium (VI)` and `Chromium (III)` never meet.

    Synonyms are exact names of the vocabulary (`Pb`, `Total Lead`, `铅`).
    """
    return not (
        agreed.folded.isdisjoint(given.forms)
        and given.folded.isdisjoint(agreed.forms)
        and given.meanings.isdisjoint(agreed.meanings)
    )


def same_parameter(characteristic: Characteristic, parameter: str) -> bool:
    """Whether a report's parameter is this characteristic: its name, its Chinese name, an alias or a synonym."""
    return is_called(called(characteristic), printed(parameter))


def _names(characteristic: Characteristic) -> tuple[str, ...]:
    names = (characteristic.name, characteristic.name_zh, *characteristic.aliases)
    return tuple(name for name in names if name)


def begins_with(characteristic: Characteristic, parameter: str) -> bool:
    """Whether a parameter's name begins with the whole name of this characteristic, or an alias of it."""
    return _beginning(_names(characteristic)).match(_flat(parameter)) is not None


@lru_cache(maxsize=512)
def _beginning(names: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"(?:{'|'.join(re.escape(_flat(name)) for name in names)})(?![^\W\d_])")


@lru_cache(maxsize=8192)
def _flat(text: str) -> str:
    return unicodedata.normalize("NFKC", text).casefold().strip()


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
    if not wanted or given[: len(wanted)] == wanted:
        return bool(wanted)
    # A text layer tears words apart (`Te sting Co.`): the same letters, ending where a printed word ends.
    whole = "".join(wanted)
    return len(wanted) > 1 and any("".join(given[:k]) == whole for k in range(1, len(given) + 1))
