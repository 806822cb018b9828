"""Whom a report's small print names: who must approve a copy, who takes no liability, who holds the copyright."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from tradedocs.reading.companies import ends_like_company

_BEFORE_NAME = re.compile(
    r"\b(?:(?:approval|permission|consent|authori[sz]ation|agreement) (?:of|from|by)"
    r"|(?:approved|permitted|authori[sz]ed) by"
    r"|Genehmigung (?:der|des|von)|Zustimmung (?:der|des|von)|autorisation (?:de|du)|accord (?:de|du)"
    r"|autorización (?:de|del)|aprobación (?:de|del)|property of)"
    r"|(?:©|\(c\)|\bcopyright)\s*(?:©\s*)?(?:(?:19|20)\d\d(?:\s*[-–]\s*\d{2,4})?,?\s*)?(?:by\s)?",
    re.I,
)
_BEHIND_NAME = re.compile(
    r"(?<=\S) (?:(?:assumes?|accepts?|takes?|makes?|bears?) no"
    r"|(?:shall|will|does|can|do) ?not (?:be|assume|accept|take|guarantee|give)"
    r"|(?:is|are) (?:an? )?(?:independent|accredited|not (?:liable|responsible)|responsible)"
    r"|reserves|performs?|expressly|holds|can provide"
    r"|certif(?:y|ies)|warrants|hereby|has (?:tested|inspected)|übernimmt|haftet|décline|no asume|all rights)\b",
    re.I,
)
_DONE_BY = re.compile(r"\b(?:issued|tested|performed|conducted|carried out|analy[sz]ed|prepared) by", re.I)
_OWN = re.compile(
    r"(?P<name>[A-Z][\w&.,()-]*(?: [A-Z&][\w&.,()-]*){0,6})['’]s (?:Client|responsibility|liability|General|Terms|sole)"
)
_STOP = frozenset(
    (
        "the this company client customer laboratory lab issuing testing applicant we it report certificate of "
        "and for by "
        "a an our its their "
        "any such document author issuer test us data results information unless all no not both "
        "head manager director services general rights reserved inc"
    ).split()
)
_JOINING = {"&", "of", "and", "de", "für", "et", "y", "ve"}
_MOST = 9


def names_in(text: str) -> Iterator[tuple[str, bool]]:
    """The names at those places of running text, and whether the place is certain to be a company's or laboratory's."""
    for match in _BEFORE_NAME.finditer(text):
        if name := _forwards(text[match.end() : match.end() + 120].split()):
            yield name, True
    for match in _DONE_BY.finditer(text):
        if name := _forwards(text[match.end() : match.end() + 120].split()):
            yield name, False
    for match in _BEHIND_NAME.finditer(text):
        if name := _backwards(text[max(0, match.start() - 120) : match.start()].split()):
            yield name, True
    for match in _OWN.finditer(text) if "'s " in text or "’s " in text else ():
        if not _says_nothing(match["name"].split()):
            yield match["name"].strip(" ,."), True


def _forwards(tokens: Sequence[str]) -> str | None:
    name: list[str] = []
    for token in tokens[:_MOST]:
        if not name and token.casefold() in ("the", "by"):
            continue
        if not _is_part(token, bool(name)):
            break
        name.append(token)
        if ends_like_company(" ".join(name)):
            break
        if token[-1] in ';:”"' or (token[-1] in ".,)" and not _abbreviates(token)):
            break
    return _tidied(name)


def _backwards(tokens: Sequence[str]) -> str | None:
    name: list[str] = []
    for token in reversed(tokens[-_MOST:]):
        if not _is_part(token, bool(name)) or (
            name and token.rstrip('”")')[-1:] in (".", ";", ":") and not _abbreviates(token)
        ):
            break
        name.insert(0, token)
    return _tidied(name)


def _is_part(token: str, inside: bool) -> bool:
    return token.lstrip('(“"')[:1].isupper() or (inside and token.casefold() in _JOINING)


def _abbreviates(token: str) -> bool:
    bare = token.strip(".,()").casefold()
    return (
        bare in ("co", "ltd", "inc", "llc", "corp", "pte", "pvt", "s.a", "sdn", "bhd", "st", "s.r.l", "a.s")
        or len(bare) <= 1
    )


def _tidied(name: list[str]) -> str | None:
    while name and name[-1].casefold() in _JOINING:
        name.pop()
    while name and (
        name[0].casefold() in _JOINING
        or (len(name) > 1 and name[0][-1:] == "," and not _abbreviates(name[1]))
        or name[0].casefold().strip(".,") in ("the", "this", "unless")
    ):
        name.pop(0)
    text = re.sub(r"\s*[(“\"][“\"]?[A-Z]\w{0,8}[”\"]?\)?$", "", " ".join(name)).strip(' ,;:()“”"')
    text = text.rstrip(".") if not _abbreviates(text.split()[-1] if text else "") else text
    return None if len(text) < 2 or _says_nothing(text.split()) else text


def _says_nothing(words: Sequence[str]) -> bool:
    return all(word.casefold().strip(".,'’()") in _STOP for word in words)
