"""States and territories: their names, and whether the CISG is in force there."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import Literal

from tradedocs.model.base import Fact
from tradedocs.model.clause import Title
from tradedocs.model.day import Day
from tradedocs.model.shapes import Country, LocalText
from tradedocs.model.text import Line
from tradedocs.registers.packaged import Dated, Register, packaged


class Called(Fact):
    """Further names in each language."""

    en: tuple[Line, ...] = ()
    zh: tuple[Line, ...] = ()


class State(Fact):
    """A State or territory. `since` is the day from which the CISG is in force; None where it is not known.

    `article_95` says that it declared not to be bound by Article 1(1)(b).
    """

    code: Country
    name: Title
    names: Called = Called()
    cities: Called = Called()
    cisg: Literal["yes", "no", "disputed", "unknown"]
    since: Day | None = None
    article_95: bool = False
    eu: bool = False
    note: Line | None = None


class Pair(Dated):
    """What is particular to sales between two places."""

    between: tuple[Country, Country]
    note: Title


class States(Register):
    """The register of States."""

    source: Line
    states: tuple[State, ...]
    pairs: tuple[Pair, ...]


@cache
def states() -> States:
    """Every State that the register knows."""
    return packaged("states", States)


def state(code: Country) -> State | None:
    """The State of that code; None when the register does not know it, which is no answer either way."""
    return _by_code().get(code)


@cache
def _by_code() -> dict[Country, State]:
    return {one.code: one for one in states().states}


def pair_note(one: Country, other: Country) -> Pair | None:
    """What is particular to sales between these two, or None."""
    return next((pair for pair in states().pairs if set(pair.between) == {one, other}), None)


@lru_cache(maxsize=256)
def state_named(text: LocalText) -> State | None:
    """The State whose name, or a city of which, the text holds (`the law of Germany`, `Shanghai`).

    None when no State or more than one is named.
    """
    found = dict.fromkeys(code for name, code in _english() if _holds(text.en.casefold(), name))
    if text.zh is not None:
        found |= dict.fromkeys(code for name, code in _chinese() if name in text.zh)
    # Hong Kong is also named as a part of China.
    if len(found) > 1 and {"HK", "MO", "TW"} & found.keys():
        found.pop("CN", None)
    return state(next(iter(found))) if len(found) == 1 else None


def _holds(text: str, name: str) -> bool:
    """Whether the name stands in the text between the edges of words. Both are folded."""
    start = text.find(name)
    while start >= 0:
        around = text[max(start - 1, 0) : start] + text[start + len(name) : start + len(name) + 1]
        if not any(char.isalnum() for char in around):
            return True
        start = text.find(name, start + 1)
    return False


@cache
def _english() -> tuple[tuple[str, Country], ...]:
    return tuple(
        (name.casefold(), one.code)
        for one in states().states
        for name in (one.name.en, *one.names.en, *one.cities.en)
    )


@cache
def _chinese() -> tuple[tuple[str, Country], ...]:
    return tuple(
        (name, one.code) for one in states().states for name in (one.name.zh, *one.names.zh, *one.cities.zh)
    )
