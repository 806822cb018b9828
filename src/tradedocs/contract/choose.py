"""Which clauses a deal's contract holds, and in which position."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Protocol

from tradedocs.clausetext import parse_condition
from tradedocs.contract.playbook import as_number
from tradedocs.errors import BuildError
from tradedocs.model.clause import Clause, Position
from tradedocs.model.deal import ClauseChoice, Deal
from tradedocs.ui import say


class Clauses(Protocol):
    """A clause library, as the contract needs it."""

    @property
    def ids(self) -> tuple[str, ...]:
        """The ids in the order of the articles."""
        ...

    @property
    def required(self) -> tuple[tuple[str, ...], ...]:
        """No contract is without one clause of each of these."""
        ...

    def positions(self, clause_id: str) -> tuple[Position, ...]:
        """The positions of a clause; empty for an unknown id."""
        ...

    def get(self, clause_id: str, position: Position = "standard") -> Clause:
        """The clause; KeyError when there is none."""
        ...

    @property
    def owners(self) -> Mapping[str, str]:
        """Every defined term with the clause that defines it."""
        ...

    def terms_in(self, clause: Clause) -> frozenset[str]:
        """The defined terms of the whole library that a clause's English text uses."""
        ...


def choose(deal: Deal, library: Clauses) -> tuple[Clause, ...]:
    """The clauses in the order of the articles: those that apply, in the position that the deal takes.

    An optional clause is taken only where the deal names it.

    Raises:
        BuildError: `clauses` in the deal names what the library does not have or what does not apply; a
            chosen clause requires one that is not there, or excludes one that is.
    """
    choices = _choices(deal, library)
    chosen: list[Clause] = []
    for clause_id in library.ids:
        choice = choices.get(clause_id)
        if choice is not None and choice.omit:
            continue
        clause = library.get(clause_id, choice.position if choice else "standard")
        if choice is None and clause.optional:
            continue
        if choice is not None:
            _values_fit(clause, choice)
        if clause.applies_when is None or parse_condition(clause.applies_when).holds(deal):
            chosen.append(clause)
        elif choice is not None:
            raise BuildError(
                say("the deal chooses {id}, which does not apply to it: {condition}", id=clause_id,
                    condition=clause.applies_when),
                way_out=say("Take it out of `clauses` in the deal file."),
            )  # fmt: skip
    _fit_together(chosen)
    _terms_defined(chosen, library)
    return tuple(chosen)


def _choices(deal: Deal, library: Clauses) -> dict[str, ClauseChoice]:
    out: dict[str, ClauseChoice] = {}
    for choice in deal.clauses:
        positions = library.positions(choice.clause)
        if choice.clause in out:
            raise BuildError(say("`clauses` in the deal names {id} twice", id=choice.clause),
                             way_out=say("Keep one of the two."))  # fmt: skip
        if not positions:
            raise BuildError(say("`clauses` in the deal names {id}, which is no clause", id=choice.clause),
                             way_out=say("`tradedocs clause list` shows the clauses."))  # fmt: skip
        if choice.position not in positions:
            raise BuildError(
                say("{id} has no position {position}", id=choice.clause, position=choice.position),
                way_out=say("It has: {positions}.", positions=", ".join(positions)),
            )
        out[choice.clause] = choice
    return out


def _values_fit(clause: Clause, choice: ClauseChoice) -> None:
    """The values that the deal gives are values of the clause's own, and numbers of their type."""
    own = {name: variable for name, variable in clause.variables.items() if variable.source is None}
    for name, text in choice.values.items():
        if name not in own:
            raise BuildError(
                say("{id} has no value {name} of its own", id=clause.id, name=name),
                way_out=say("It has: {names}. What a key of the deal fills is changed there.",
                            names=", ".join(own) or "-"),
            )  # fmt: skip
        try:
            as_number(text, own[name])
        except ValueError as error:
            raise BuildError(
                f"{clause.id}: {name}: {error}", way_out=say("Correct it in `clauses` in the deal file.")
            ) from error


def _fit_together(chosen: Sequence[Clause]) -> None:
    there = {clause.id for clause in chosen}
    for clause in chosen:
        for other in clause.requires:
            if other not in there:
                raise BuildError(
                    say("{id} requires {other}, which this contract does not hold", id=clause.id, other=other),
                    way_out=say("Leave out {id} too, or take {other} back in (`clauses` in the deal file).",
                                id=clause.id, other=other),
                )  # fmt: skip
        for other in clause.excludes:
            if other in there:
                raise BuildError(
                    say("{id} and {other} exclude each other", id=clause.id, other=other),
                    way_out=say("Leave out one of them: `clauses` in the deal file, with `omit: true`."),
                )


def _terms_defined(chosen: Sequence[Clause], library: Clauses) -> None:
    """A contract never uses a term of a clause that it does not hold."""
    there = {term for clause in chosen for term in clause.defines}
    for clause in chosen:
        for term in sorted(library.terms_in(clause) - there):
            owner = library.owners[term]
            raise BuildError(
                say("{id} uses the term {term}, which {owner} defines; this contract does not hold it",
                    id=clause.id, term=term, owner=owner),
                way_out=say("Leave out {id} too, or take {owner} back in (`clauses` in the deal file).",
                            id=clause.id, owner=owner),
            )  # fmt: skip
