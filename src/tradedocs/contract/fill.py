"""One clause and a deal → the paragraphs with their values, one for each entry of a list that stands alone."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import TypeVar

from tradedocs.clausetext import Token, tokens
from tradedocs.contract.facts import counted, spelled
from tradedocs.contract.playbook import as_number, own_value
from tradedocs.model.clause import Clause, ClauseParagraph, Language, Variable
from tradedocs.model.contract import Segment
from tradedocs.model.deal import Deal
from tradedocs.words.missing import MissingFact
from tradedocs.words.values import one_after_another


@dataclass(frozen=True, slots=True)
class Missing:
    """A variable that the deal does not fill."""

    clause: str
    variable: str
    key: str


@dataclass(frozen=True, slots=True)
class Filled:
    """A paragraph with its values; references are not resolved yet: `target` is `clause.id` or `clause.id#key`."""

    level: int
    key: str | None
    en: tuple[Segment, ...]
    zh: tuple[Segment, ...]


T = TypeVar("T")


class Once(tuple[T, ...]):
    """A tuple known by identity, for what is the same object whenever it is the same: as a key it costs nothing."""

    __slots__ = ()
    __hash__ = object.__hash__

    def __eq__(self, other: object) -> bool:
        return self is other

    def __ne__(self, other: object) -> bool:
        return self is not other


Said = tuple[tuple[tuple[str, Language], tuple[str, ...]], ...]
"""What fills each variable in each language: one text, or one for each entry of a list."""


Laid = Once[Filled]
"""The filled paragraphs of a clause: `fill` gives the same object for the same values."""


class _Text:
    """A clause by its text: two that read the same are one, however often a library is loaded."""

    __slots__ = ("clause",)

    def __init__(self, clause: Clause) -> None:
        self.clause = clause

    def __hash__(self) -> int:
        return hash(self.clause.sha256)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Text) and self.clause.sha256 == other.clause.sha256


def fill(
    clause: Clause, deal: Deal, languages: tuple[Language, ...], missing: list[Missing]
) -> tuple[Filled, ...]:
    """The paragraphs of the clause; a language that is not built stays empty. What is missing is collected.

    The same clause with the same values gives the same object, so that a batch works it out once.
    """
    text = _Text(clause)
    chosen = any(choice.clause == clause.id for choice in deal.clauses)
    said = tuple(
        (key, own if own is not None and not chosen else _values(clause, key[0], deal, key[1], missing))
        for key, own in _wanted(text, languages)
    )
    return _laid(text, languages, said)


@lru_cache(maxsize=1_024)
def _wanted(
    text: _Text, languages: tuple[Language, ...]
) -> tuple[tuple[tuple[str, Language], tuple[str, ...] | None], ...]:
    """What must be said, in the order of the text; the clause's own value where it is one and no deal changes it."""
    return tuple(
        ((name, language), _own(text.clause.variables.get(name), language))
        for name in _used(text)
        for language in languages
    )


def _own(variable: Variable | None, language: Language) -> tuple[str, ...] | None:
    if variable is None or variable.source is not None:
        return None
    return (counted(as_number(str(variable.default), variable), variable, language),)


def _used(text: _Text) -> tuple[str, ...]:
    """The variables that a clause uses, in the order of its text."""
    return tuple(
        dict.fromkeys(
            token.text
            for paragraph in text.clause.paragraphs
            for token in (*tokens(paragraph.en), *tokens(paragraph.zh))
            if token.kind == "variable"
        )
    )


@lru_cache(maxsize=512)
def _laid(text: _Text, languages: tuple[Language, ...], said: Said) -> Laid:
    values, out = dict(said), []
    for paragraph in text.clause.paragraphs:
        texts = {language: _texts(paragraph, values, language) for language in languages}
        count = max(len(one) for one in texts.values())
        for index in range(count):
            en, zh = (texts[side][index] if len(texts.get(side, ())) > index else () for side in _SIDES)
            out.append(Filled(paragraph.level, paragraph.key if index == 0 else None, en, zh))
    return Laid(out)


_SIDES: tuple[Language, ...] = ("en", "zh")


def _texts(
    paragraph: ClauseParagraph, values: Mapping[tuple[str, Language], tuple[str, ...]], language: Language
) -> tuple[tuple[Segment, ...], ...]:
    """The paragraph once, or once for each entry where it is an item that holds one list and nothing else."""
    pieces = tokens(paragraph.zh if language == "zh" else paragraph.en)
    if paragraph.level == 3 and len(pieces) == 1 and pieces[0].kind == "variable":
        name = pieces[0].text
        return tuple((Segment(kind="value", text=text, source=name),) for text in values[name, language])
    return (
        tuple(
            Segment(
                kind="value", text=one_after_another(values[one.text, language], language), source=one.text
            )
            if one.kind == "variable"
            else _fixed(one)
            for one in pieces
        ),
    )


@lru_cache(maxsize=16_384)  # the same runs in every contract of a batch
def _fixed(token: Token) -> Segment:
    if token.kind == "reference":
        target = token.text if token.key is None else f"{token.text}#{token.key}"
        return Segment(kind="ref", text="", target=target)
    return Segment(kind="term" if token.kind == "term" else "text", text=token.text)


def _values(
    clause: Clause, name: str, deal: Deal, language: Language, missing: list[Missing]
) -> tuple[str, ...]:
    variable = clause.variables.get(name)
    if variable is None:
        missing.append(Missing(clause.id, name, "-"))
        return ("",)
    if variable.source is None:
        return (counted(own_value(deal, clause, name, variable), variable, language),)
    try:
        return spelled(deal, variable, language)
    except MissingFact as error:
        missing.append(Missing(clause.id, name, error.key))
        return ("",)
