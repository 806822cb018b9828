"""The decision table of the triage: which facts it asks for, and what rows make of them. Its content is data.

A row decides when each fact that it tests has one of the values that it lists; rows are tried in their order. A table
is refused when a row can never decide, when it asks for what it does not define, or when some answers fit no row.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from hashlib import sha256
from importlib import resources
from typing import Annotated, Literal

from pydantic import Field, model_validator

from tradedocs.errors import ToolError
from tradedocs.model.base import Fact
from tradedocs.model.claim import Bearer, Category, EvidenceKind, Severity
from tradedocs.model.shapes import LocalText
from tradedocs.model.text import Line
from tradedocs.model.told import at
from tradedocs.ui import say
from tradedocs.yamlfile import parse

_FOLDER = "tradedocs.claims"
When = Mapping[str, Sequence[str]]


class TableFact(Fact):
    """One fact that rows may test.

    Attributes:
        values: every value that it can have, each with its words.
        open: the values that mean that nobody knows; `ask` is then the question.
        quiet: the values that speak for no row: a clean receipt points to nothing.
        shown_by: the kinds of evidence that show it; without any on file it stands on somebody's word.
        always: asked for whenever it is open, whatever row decides.
    """

    id: Line
    values: dict[str, LocalText]
    open: tuple[str, ...] = ()
    quiet: tuple[str, ...] = ()
    ask: LocalText | None = None
    shown_by: tuple[EvidenceKind, ...] = ()
    always: bool = False

    @model_validator(mode="after")
    def _known_values(self) -> TableFact:
        for key in ("open", "quiet"):
            for value in getattr(self, key):
                if value not in self.values:
                    raise at(key, say("{value!r} is no value of {fact}", value=value, fact=self.id))
        if self.open and self.ask is None:
            raise at("ask", say("{fact} may be unknown, so it needs a question", fact=self.id))
        return self


class BySeverity(Fact):
    """A severity that turns on a fact."""

    fact: Line
    of: dict[str, Severity]


class ByBearer(Fact):
    """Who bears the cost, where it turns on a fact."""

    fact: Line
    of: dict[str, Bearer]


class TableRow(Fact):
    """One row: what it tests, what it concludes, and why.

    Attributes:
        when: for each fact that is tested the values that fit; a fact that is left out does not matter.
        signs: the facts that speak for the row; all that it tests where it names none, which leaves room for facts that
            it tests only to leave cases to other rows.
        ask: facts whose questions are asked when this row decides, unless they are known and speak for no row.
        beside: categories that stay possible whatever else is known.
    """

    id: Line
    when: dict[str, tuple[str, ...]] = Field(default_factory=dict)
    category: Category
    severity: Severity | BySeverity
    bearer: Bearer | ByBearer
    words: LocalText
    signs: tuple[Line, ...] = ()
    ask: tuple[Line, ...] = ()
    beside: tuple[Category, ...] = ()

    @property
    def turns_on(self) -> tuple[str, ...]:
        """The facts that its severity and its bearer turn on."""
        return tuple(one.fact for one in (self.severity, self.bearer) if not isinstance(one, str))


class DecisionTable(Fact):
    """The whole table. `version` is of its form."""

    version: Literal["1"]
    facts: Annotated[tuple[TableFact, ...], Field(min_length=1)]
    rows: Annotated[tuple[TableRow, ...], Field(min_length=1)]

    @model_validator(mode="after")
    def _sound(self) -> DecisionTable:
        known = self.by_id
        _once("facts", [one.id for one in self.facts])
        _once("rows", [one.id for one in self.rows])
        for number, row in enumerate(self.rows):
            for problem in _unknown_in(row, known):
                raise at(("rows", number), problem)
        for number, row in enumerate(self.rows):
            if not reachable(row.when, [earlier.when for earlier in self.rows[:number]], known):
                raise at(
                    ("rows", number),
                    say("row {id} can never decide: rows before it take every case", id=row.id),
                )
        if reachable({}, [row.when for row in self.rows], known):
            raise at(
                "rows",
                say(
                    "the table has no default: some answers fit no row; end it with a row that tests nothing"
                ),
            )
        return self

    @property
    def by_id(self) -> dict[str, TableFact]:
        """The facts by their ids."""
        return {fact.id: fact for fact in self.facts}


def reachable(when: When, earlier: Sequence[When], facts: Mapping[str, TableFact]) -> bool:
    """Whether some combination of values fits `when` and none of the earlier conditions."""
    left = {name: frozenset(values) for name, values in when.items()}
    return _left(left, [dict(one) for one in earlier], facts)


def _left(
    cube: Mapping[str, frozenset[str]], earlier: Sequence[When], facts: Mapping[str, TableFact]
) -> bool:
    """Take one condition after the other away from the cube: what is outside of it in one fact is looked at alone."""
    rest = [
        one for one in earlier if all(_of(cube, name, facts) & set(values) for name, values in one.items())
    ]
    if not rest:
        return True
    first, *others = rest
    for name, values in first.items():
        outside = _of(cube, name, facts) - set(values)
        if outside and _left({**cube, name: outside}, others, facts):
            return True
        cube = {**cube, name: _of(cube, name, facts) & set(values)}
    return False


def _of(cube: Mapping[str, frozenset[str]], name: str, facts: Mapping[str, TableFact]) -> frozenset[str]:
    return cube[name] if name in cube else frozenset(facts[name].values)


def _once(key: str, ids: Sequence[str]) -> None:
    twice = sorted({one for one in ids if ids.count(one) > 1})
    if twice:
        raise at(key, say("the id {id!r} stands twice", id=twice[0]))


def _unknown_in(row: TableRow, known: Mapping[str, TableFact]) -> Iterator[str]:
    for name in (*row.when, *row.signs, *row.ask, *row.turns_on):
        if name not in known:
            yield say("row {row}: there is no fact {name!r}", row=row.id, name=name)
            return
    for name in row.ask:
        if known[name].ask is None:
            yield say("row {row}: {name} has no question", row=row.id, name=name)
    for name, values in row.when.items():
        for value in values:
            if value not in known[name].values:
                yield say("row {row}: {value!r} is no value of {name}", row=row.id, value=value, name=name)
        if not values:
            yield say("row {row}: no value of {name} fits", row=row.id, name=name)
    for one in (row.severity, row.bearer):
        if not isinstance(one, str) and set(one.of) != set(known[one.fact].values):
            yield say("row {row}: say what follows from each value of {name}", row=row.id, name=one.fact)


@cache
def decision_table() -> tuple[DecisionTable, str]:
    """The table that comes with the program, and the hash of its text.

    Raises:
        ToolError: it is missing; the installation is broken.
        InputError: it holds errors.
    """
    source = packaged_text("triage.yaml")
    return parse(source, "triage.yaml", DecisionTable), sha256(source.encode()).hexdigest()


def packaged_text(name: str) -> str:
    """A data file of the claims.

    Raises:
        ToolError: it is missing; the installation is broken.
    """
    try:
        return (resources.files(_FOLDER) / "data" / name).read_text(encoding="utf-8")
    except OSError:
        raise ToolError(
            say("the table {name} is missing from the program", name=name),
            way_out=say("Install the package again."),
        ) from None
