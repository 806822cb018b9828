"""The loaded library."""

from __future__ import annotations

from functools import cached_property

from tradedocs.model.base import Fact
from tradedocs.model.clause import Clause, Position


def _as_words(term: str, text: str) -> bool:
    """Whether the term stands there as whole words."""
    start = text.find(term)
    while start >= 0:
        around = f" {text}"[start] + f"{text} "[start + len(term)]
        if not any(char.isalnum() or char == "_" for char in around):
            return True
        start = text.find(term, start + 1)
    return False


class Library(Fact):
    """Every clause in every position.

    Attributes:
        outline: the order of the articles in a contract.
        required: no contract is without one clause of each of these.
    """

    clauses: tuple[Clause, ...]
    outline: tuple[str, ...]
    required: tuple[tuple[str, ...], ...] = ()

    @property
    def ids(self) -> tuple[str, ...]:
        """The ids in the order of the outline, each once."""
        return self.outline

    @cached_property
    def shelf(self) -> dict[str, dict[Position, Clause]]:
        """Every clause by id and position."""
        out: dict[str, dict[Position, Clause]] = {}
        for clause in self.clauses:
            out.setdefault(clause.id, {})[clause.position] = clause
        return out

    @cached_property
    def owners(self) -> dict[str, str]:
        """Every defined term with the clause that defines it."""
        return {term: clause.id for clause in self.clauses for term in clause.defines}

    @cached_property
    def found_terms(self) -> dict[str, frozenset[str]]:
        """What `terms_in` has found, by the hash of the clause."""
        return {}

    def positions(self, clause_id: str) -> tuple[Position, ...]:
        """The positions that a clause offers; empty for an unknown id."""
        return tuple(self.shelf.get(clause_id, ()))

    def get(self, clause_id: str, position: Position = "standard") -> Clause:
        """The clause in that position; KeyError when there is none."""
        return self.shelf[clause_id][position]

    def terms_in(self, clause: Clause) -> frozenset[str]:
        """The defined terms of the whole library that the English text of a clause uses."""
        found = self.found_terms.get(clause.sha256)
        if found is None:
            text = "\n".join(paragraph.en for paragraph in clause.paragraphs)
            found = frozenset(term for term in self.owners if term in text and _as_words(term, text))
            self.found_terms[clause.sha256] = found
        return found
