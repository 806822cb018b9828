"""Whether a printed name is the body that a contract names, one of its branches, or another company."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from functools import cache

from tradedocs.registers.issuers import Issuer, known_issuers, known_places

_SAME = {"limited": "ltd", "corporation": "corp", "incorporated": "inc", "company": "co", "private": "pte",
         "brothers": "bros"}  # fmt: skip
_FORMS = frozenset(
    "co ltd inc corp llc llp lp plc gmbh mbh ag kg kgaa sa sas sarl sl slu srl spa bv nv ab as asa oy oyj aps pte pvt "
    "pty sdn bhd kk ltda lda eireli sac pt jsc pjsc ooo zao sp zoo doo sro kft rt ev "
    "a b c d e f k l n o p r s t v z".split()
)
_BRANCH = frozenset(
    "branch branches office laboratory laboratories lab labs division department dept centre center site subsidiary "
    "representative filial filiale sucursal succursale niederlassung zweigniederlassung subesi".split()
)
_GENERIC = frozenset(
    "testing test inspection inspections survey surveys surveyors superintendence services service technical "
    "standards quality control certification verification analytical analysis consumer products product commodities "
    "agri minerals industrial international global group holding holdings compliance".split()
)
_JOINING = frozenset("of the de du for".split())
_MOST_UNKNOWN = 4
_CJK = re.compile(r"[㐀-鿿]+")
_REST_ZH = re.compile(
    r"(?:股份|集团|检验|检测|认证|技术服务|技术|服务)*(?:有限责任公司|有限公司|公司)?"
    r"(?P<tail>[㐀-鿿]{2,8}?(?:分公司|实验室|办事处|分中心|检测中心|检验中心))?"
)


def company_words(name: str) -> list[str]:
    """The words of a company's name, folded for form only: no accents, one spelling of each legal form."""
    flat = unicodedata.normalize("NFKD", unicodedata.normalize("NFKC", name).casefold())
    bare = "".join(char for char in flat if not unicodedata.combining(char)).replace("ı", "i")
    words = [_SAME.get(word, word) for word in re.findall(r"[a-z0-9]+|[^\W\d_]", bare)]
    return [word for word in words if word != "and"]


def same_letters(one: str, other: str) -> bool:
    """Whether two names are the same but for blanks, punctuation and case, as where a text layer tears a word."""
    letters = _letters(one)
    return bool(letters) and letters == _letters(other)


def _letters(name: str) -> str:
    return "".join(char for char in unicodedata.normalize("NFKC", name).casefold() if char.isalnum())


def body_of(name: str) -> Issuer | None:
    """The registered body that a company of this name belongs to; None when it belongs to none, or to two."""
    found = {one.id: one for one in known_issuers() if _belongs(name, one)}
    return next(iter(found.values())) if len(found) == 1 else None


def same_body(agreed: str, printed: str) -> bool:
    """Whether a printed issuer is the agreed body or a branch of it.

    A registered body is all companies of its group. Any other one is what begins with its name and goes on with its
    legal form, a place, or words that every inspection body has (`testing`, `services`, `branch`). A name of the same
    letters is the same name, however its words are parted.
    """
    if _mixed_up(printed):
        return False
    if same_letters(agreed, printed):
        return True
    body = body_of(agreed)
    if body is not None:
        return _belongs(printed, body)
    wanted, given = company_words(agreed), company_words(printed)
    if not wanted or given[: len(wanted)] != wanted or body_of(printed) is not None:
        return False
    rest = given[len(wanted) :]
    if _CJK.fullmatch("".join(wanted)):
        return _rest_zh("".join(rest))
    return _only_a_branch(rest) if wanted[-1] in _FORMS else _goes_on(rest, _GENERIC)


def _mixed_up(name: str) -> bool:
    """Whether letters of another script that look like Latin ones stand in the name."""
    return any(unicodedata.name(char, "").startswith(("CYRILLIC", "GREEK")) for char in name) and any(
        "a" <= char.casefold() <= "z" for char in name
    )


def _belongs(name: str, body: Issuer) -> bool:
    """Each of the two scripts of the name must name the body; a registered name has one at least."""
    flat = unicodedata.normalize("NFKC", name)
    chinese = "".join(_CJK.findall(flat))
    latin = company_words(_CJK.sub(" ", flat))
    if not chinese and not latin:
        return False
    return (not latin or _latin(tuple(latin), body)) and (not chinese or _chinese(chinese, body))


def _latin(words: tuple[str, ...], body: Issuer) -> bool:
    while words and words[0] in ("pt", "the"):
        words = words[1:]
    starts = (tuple(company_words(name)) for name in body.names)
    allowed = _words_of(body.branches)
    return any(words[: len(start)] == start and _goes_on(words[len(start) :], allowed) for start in starts)


def _goes_on(rest: Sequence[str], allowed: frozenset[str]) -> bool:
    """Known words up to the legal form, and behind it a branch at most."""
    form = next((at for at, word in enumerate(rest) if word in _FORMS), len(rest))
    return all(word in allowed or _known(word) for word in rest[:form]) and _only_a_branch(
        rest[form:], allowed
    )


def _only_a_branch(rest: Sequence[str], allowed: frozenset[str] = frozenset()) -> bool:
    """What follows a name with its legal form: places, departments, a branch's name before the word for it."""
    unknown = [word for word in rest if word not in _FORMS and not _known(word) and word not in allowed]
    if not unknown:
        return True
    named = any(word in _BRANCH for word in rest)
    return named and len(unknown) <= _MOST_UNKNOWN and not _FORMS & set(rest[rest.index(unknown[0]) :])


def _known(word: str) -> bool:
    return word in _BRANCH or word in _JOINING or word in _places() or word.isdigit()


def _places() -> frozenset[str]:
    return _words_of(known_places().en)


@cache
def _words_of(names: tuple[str, ...]) -> frozenset[str]:
    return frozenset(word for name in names for word in company_words(name))


def _chinese(text: str, body: Issuer) -> bool:
    for name in body.zh:
        own = "".join(_CJK.findall(name))
        before, found, after = text.partition(own)
        if found and (not before or before in known_places().zh) and _rest_zh(after):
            return True
    return False


def _rest_zh(text: str) -> bool:
    """A place or none, the legal form, a branch."""
    starts = ("", *(place for place in known_places().zh if text.startswith(place)))
    return any(_REST_ZH.fullmatch(text.removeprefix(start)) is not None for start in starts)
