"""Choose among the labelled values of one kind, and say when they contradict each other."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache

from tradedocs.model.report import Stated
from tradedocs.reading.dates import date_in
from tradedocs.reading.labelkeys import meaning_of
from tradedocs.reading.labels import Found
from tradedocs.reading.labelvalues import is_code
from tradedocs.vocabulary import fold

SEVERAL = "several-values"
UNLABELLED = "unlabelled"
_NUMBER = re.compile(r"[A-Za-z0-9(][\w\-/.()#]*\d[\w\-/.()#]*(?:\s*[/-]\s*\d\w*)*|\d[\w\-/.]*")
_DATED = re.compile(r"\s*/\s*\d{1,4}[-./]\d{1,2}[-./]\d{2,4}$")
_SPOKEN = re.compile(r"(?:no|nr|n°|nº|№|number)\s*[.:：]+\s*(?=\w)", re.I)
_BETWEEN = re.compile(r"\s*[,;、，&+]\s*|\s+(?:and|und|et|y|ve|и|or|/)\s+")
_NO_NAME = re.compile(
    r"(?:n\s?/?\s?a|/|-+|none|nil|tbd|not (?:stated|applicable|provided|available|specified)|same as .*|see .*"
    r"|please .*|refer to .*|as (?:per|above|below) .*|as above"
    r"|unknown|ditto|不适用|无|见.*|同上|请参.*|해당\s?없음|该.*)\.?",
    re.I,
)
_CONTRACT = re.compile(r"contract|合同|契|계약|vertrag|contrat|договор|контракт|sözleşme|σύμβαση", re.I)
_KINDS = ("type", "typ", "tip", "тип", "item", "style", "grade", "型式", "형식")
_FRONT_PAGES = 3
_TIDY = " :;,：；，|\t"


def of_kind(found: Iterable[Found], *meanings: str) -> list[Found]:
    """Those with one of the meanings, in reading order."""
    return [item for item in found if item.meaning in meanings]


@lru_cache(maxsize=20_000)
def identifier(text: str) -> str | None:
    """The number-like beginning of a value: letters and figures with strokes, at least one figure."""
    bare = _SPOKEN.sub("", text.strip().lstrip("#:. "), count=1)
    match = _NUMBER.match(bare)
    if match is None or date_like(bare):
        return None
    number = _DATED.sub("", match[0]).rstrip(".-/(")
    if number.count("(") > number.count(")"):
        number = number.split("(")[0]
    return number.rstrip(")") if number.count(")") > number.count("(") else number


@lru_cache(maxsize=20_000)
def date_like(text: str) -> bool:
    """Whether the text begins with a date, which no identifier does."""
    read = date_in(text[:24])
    return read is not None and text.strip().startswith(read.text[:6])


def name_in(text: str) -> str | None:
    """The value as a name; None for a dash, a pointer to another place, another label."""
    name = text.strip(_TIDY)
    if len(name) < 2 or not any(c.isalpha() for c in name) or _NO_NAME.fullmatch(name):
        return None
    return None if meaning_of(name.rstrip(":")) is not None else name


def named(found: Sequence[Found], meaning: str) -> Stated | None:
    """The name that the report's first pages state with this meaning: the surest, the earliest."""
    last = _front(found)
    return _best(
        [
            (item, name)
            for item in of_kind(found, meaning)
            if item.place.page <= last and (name := name_in(item.text))
        ],
        found,
    )


def _front(found: Sequence[Found]) -> int:
    """The last page whose labels speak of the whole report; later tables name the makers of parts."""
    return min((item.place.page for item in found), default=0) + _FRONT_PAGES


def modelled(found: Sequence[Found]) -> Stated | None:
    """The model, type or article number."""
    last = _front(found)
    models = (
        (item, item.text.strip(_TIDY))
        for item in of_kind(found, "model")
        if item.sure and item.place.page <= last
    )
    told = [
        (item, text)
        for item, text in models
        if len(text) >= 2
        and not _NO_NAME.fullmatch(text)
        and meaning_of(text.rstrip(":")) is None
        and (fold(item.label) not in _KINDS or any(map(str.isdigit, text)))
    ]
    return _best(told, found)


def _best(told: Sequence[tuple[Found, str]], found: Sequence[Found]) -> Stated | None:
    if not told:
        return None
    item, name = min(told, key=lambda pair: (not pair[0].sure, pair[0].place.page))
    return Stated(text=name, place=item.place, doubt=otherwise(found, item, name))


def otherwise(found: Sequence[Found], item: Found, text: str) -> tuple[str, ...]:
    """The doubt when the same label stands elsewhere with another value."""
    for other in of_kind(found, item.meaning):
        if not (other.sure and item.sure and _kind(other.label) == _kind(item.label)):
            continue
        said = other.text.strip(_TIDY)
        if len(said) < 2 or _NO_NAME.fullmatch(said) or meaning_of(said.rstrip(":")) is not None:
            continue
        if not same(said, text):
            return (SEVERAL,)
    return ()


def same(one: str, other: str) -> bool:
    """The same number or name, perhaps with a part that the other place leaves out."""
    a, b = f" {fold(one)} ", f" {fold(other)} "
    return a in b or b in a or a.replace(" ", "") == b.replace(" ", "")


def two_numbers(text: str) -> bool:
    """Whether the value lists two numbers of one make: `AB/26-083 and AB/26-084`."""
    parts = [part.strip() for part in _BETWEEN.split(text)]
    numbers = {fold(part) for part in parts if len(part) >= 5 and identifier(part) == part}
    return len(numbers) > 1


def _kind(label: str) -> str:
    """All labels of a contract's number are one kind."""
    return "contract" if _CONTRACT.search(label) else fold(label)


def numbered(found: Sequence[Found], *meanings: str, least: int = 1) -> Stated | None:
    """The number of at least so many characters with one of these meanings, the first meaning that has one."""
    for meaning in meanings:
        stated = [
            (item, number)
            for item in sorted(of_kind(found, meaning), key=lambda f: (not f.sure, f.place.page))
            if (number := identifier(item.text)) and len(number) >= least
        ]
        if stated:
            item, number = stated[0]
            others = (n for other, n in stated[1:] if other.sure and _kind(other.label) == _kind(item.label))
            several = two_numbers(item.text) or any(not same(other, number) for other in others)
            return Stated(text=number, place=item.place, doubt=(SEVERAL,) if several else ())
    return None


def is_plain_code(text: str) -> bool:
    """A value that is nothing but an identifier."""
    return is_code(text) and identifier(text) == text
