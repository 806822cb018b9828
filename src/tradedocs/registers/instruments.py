"""Outside instruments in force, and dead names that a text must not use any more."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from pydantic import Field

from tradedocs.model.base import Fact
from tradedocs.model.clause import Language, Title
from tradedocs.model.day import Day
from tradedocs.model.text import Line
from tradedocs.registers.incoterms import DeadTerm, incoterms
from tradedocs.registers.packaged import Dated, Register, packaged


class Instrument(Dated):
    """An instrument in force."""

    name: Line
    since: Day | None = Field(None, alias="from")


class Patterns(Fact):
    """The forms in which a dead name occurs, as regular expressions."""

    en: tuple[Line, ...]
    zh: tuple[Line, ...]


class DeadInstrument(Dated):
    """A name that is out of date. `certain` is false where it is so in some cases only."""

    id: Line
    name: Title
    replaced_by: Title
    found: Patterns
    ended: Day | None = None
    certain: bool = True


class Instruments(Register):
    """The register of instruments."""

    in_force: tuple[Instrument, ...]
    dead: tuple[DeadInstrument, ...]


@dataclass(frozen=True, slots=True)
class Hit:
    """A dead name in a text, between two offsets."""

    instrument: DeadInstrument
    start: int
    end: int


@cache
def instruments() -> Instruments:
    """All instruments, in force and dead; dead Incoterms rules come from their own register."""
    read = packaged("instruments", Instruments)
    return read.model_copy(update={"dead": (*read.dead, *map(_of_term, incoterms().dead))})


def _of_term(term: DeadTerm) -> DeadInstrument:
    forms = [re.escape(form) for form in (term.name, *term.also)]
    instead = " / ".join(term.replaced_by)
    return DeadInstrument(
        id=f"incoterm-{term.name}",
        name=Title(en=term.name, zh=term.name),
        replaced_by=Title(en=instead, zh=instead),
        found=Patterns(
            en=tuple(rf"{form}\b" for form in forms),
            zh=(*(rf"{form}(?![A-Za-z])" for form in forms), *term.zh),
        ),
        source=incoterms().source,
        ended=term.ended,
    )


_SHORT = 200  # characters


def dead_in(text: str, language: Language) -> Iterator[Hit]:
    """Every dead name in the text, in the order of the register."""
    # The deals of a batch say the same things in their short texts; the long ones differ and would fill the memory.
    return iter(_remembered(text, language)) if len(text) <= _SHORT else _dead_in(text, language)


@lru_cache(maxsize=2_048)
def _remembered(text: str, language: Language) -> tuple[Hit, ...]:
    return tuple(_dead_in(text, language))


def _dead_in(text: str, language: Language) -> Iterator[Hit]:
    for instrument, patterns in _each(language):
        for begins, pattern in patterns:
            if begins in text:
                for match in re.finditer(pattern, text):
                    if _begins_a_word(text, match.start()):
                        yield Hit(instrument, *match.span())


def _begins_a_word(text: str, at: int) -> bool:
    return at == 0 or not (_latin(text[at]) and _latin(text[at - 1]))


def _latin(char: str) -> bool:
    return char.isascii() and char.isalnum()


@cache
def _each(language: Language) -> tuple[tuple[DeadInstrument, tuple[tuple[str, str], ...]], ...]:
    """Every pattern with the words that it begins with: nearly no text holds them, and only then is it compiled."""
    return tuple(
        (one, tuple((_beginning(pattern), pattern) for pattern in getattr(one.found, language)))
        for one in instruments().dead
    )


_PLAIN = re.compile(r"[\w -]+")


def _beginning(pattern: str) -> str:
    """What every match of a pattern begins with; nothing where that is not plain to see."""
    plain = _PLAIN.match(pattern)
    if plain is None or "|" in pattern:
        return ""
    last = pattern[plain.end() : plain.end() + 1]
    return plain[0][:-1] if last and last in "?*{" else plain[0]
