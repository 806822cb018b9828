"""The house list: which wording the lint of the clause library looks for (`clauses/house.yaml`)."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from tradedocs.model.base import Fact
from tradedocs.model.text import Line


class Wording(Fact):
    """Words and phrases of both languages; in English `word*` stands for every ending."""

    en: tuple[Line, ...] = ()
    zh: tuple[Line, ...] = ()


class Listed(Fact):
    """Wording that is looked for, and the phrases around it in which it is accepted."""

    words: Wording
    accepted: Wording = Field(default_factory=Wording)


class VagueTime(Listed):
    """`notices` are the verbs of telling: a sentence with one may say "without delay", for nobody knows the day."""

    notices: Wording


class ModalVerbs(Listed):
    """`after_actor` are verbs that are off the house style only where a party is their subject."""

    after_actor: Wording


class Duties(Fact):
    """How a sentence says that something is to be done.

    `verbs` are what a party does by a day, and `accepted` phrases with them that need none; `passive` are verbs
    without an actor; `times` is everything that says when.
    """

    verbs: Wording
    accepted: Wording = Field(default_factory=Wording)
    passive: Wording
    times: Wording


class Periods(Fact):
    """How long somebody has.

    `starts` says from when a period runs, `explained` stands where a clause says what days are, and `days_off` are
    kinds of days that the house does not count in.
    """

    starts: Wording
    explained: Wording
    days_off: Wording


class Numbers(Fact):
    """`units` may follow a number, `names` stand before one (`ISO 17712`); `bases` say of what a tolerance is."""

    units: Wording
    names: Wording
    tolerances: Wording
    bases: Wording


class House(Fact):
    """The whole list. `actors` do what a contract says; `common_words` are terms that small letters may spell too."""

    version: Literal["1"]
    actors: Wording
    vague_standard: Listed
    barred_in_specifications: Wording
    vague_time: VagueTime
    modal_verbs: ModalVerbs
    legalese: Listed
    duties: Duties
    periods: Periods
    numbers: Numbers
    common_words: tuple[Line, ...] = ()
