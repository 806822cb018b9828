"""The loaded library."""

from __future__ import annotations

from tradedocs.model.base import Fact
from tradedocs.model.clause import Clause, Position


class Library(Fact):
    """Every clause in every position. `outline` gives the order of the articles in a contract."""

    clauses: tuple[Clause, ...]
    outline: tuple[str, ...]

    @property
    def ids(self) -> tuple[str, ...]:
        """The ids in the order of the outline, each once."""
        return self.outline

    def positions(self, clause_id: str) -> tuple[Position, ...]:
        """The positions that a clause offers; empty for an unknown id."""
        return tuple(clause.position for clause in self.clauses if clause.id == clause_id)

    def get(self, clause_id: str, position: Position = "standard") -> Clause:
        """The clause in that position; KeyError when there is none."""
        for clause in self.clauses:
            if (clause.id, clause.position) == (clause_id, position):
                return clause
        raise KeyError(clause_id, position)
