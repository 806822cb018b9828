"""What the rules of a deal look at: the deal, the clauses that it takes, and the day."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Any

from tradedocs.contract.fill import Missing
from tradedocs.contract.playbook import Ask
from tradedocs.model.clause import Clause
from tradedocs.model.deal import Deal
from tradedocs.model.dealfinding import DealFinding, Severity, Suppressible, Way
from tradedocs.registers import State, state_named

# Words about the contract, which never stand in it.
_NOT_PRINTED = {"clauses", "granted", "suppress", "confirm"}
_CHINESE = re.compile("[一-鿿]")


@dataclass(frozen=True)
class DealCase:
    """One deal before the rules.

    Attributes:
        clauses: the clauses that it takes; empty where they do not fit together, and `clash` says why.
        absent: clauses that no contract is without (one of each tuple), and that this one is.
        missing: what the clauses need and the deal leaves out.
        above: what is above the sales level and not granted.
        as_of: the day that suppressions are held against.
        fired: the ids of the rules that found something, for the rule on suppressions; it runs after them.
        firm: those of them whose warnings only may be suppressed, and which found an error.
        silenceable: every rule's id, and whether it may be suppressed.
    """

    deal: Deal
    clauses: tuple[Clause, ...]
    as_of: date
    clash: str | None = None
    absent: tuple[tuple[str, ...], ...] = ()
    missing: tuple[Missing, ...] = ()
    above: tuple[Ask, ...] = ()
    fired: frozenset[str] = frozenset()
    firm: frozenset[str] = frozenset()
    silenceable: Mapping[str, Suppressible] = field(default_factory=dict)

    def clause(self, clause_id: str) -> Clause | None:
        """The clause in the position that the deal takes; None where the contract does not hold it."""
        return next((one for one in self.clauses if one.id == clause_id), None)

    def lacks(self, clause_id: str) -> bool:
        """Whether the clauses are known and this one is not among them."""
        return bool(self.clauses) and self.clause(clause_id) is None

    def choice(self, *clause_ids: str) -> Way:
        """The way to what the deal says of one of these clauses under `clauses`."""
        for index, choice in enumerate(self.deal.clauses):
            if choice.clause in clause_ids:
                return ("clauses", index)
        return ("clauses",)

    @cached_property
    def law(self) -> State | None:
        """The State whose law governs; None where the deal's words name none that the register knows."""
        return state_named(self.deal.law.governing)

    @cached_property
    def seat(self) -> State | None:
        """The State of the seat of arbitration; None where it is not known."""
        return state_named(self.deal.disputes.seat)

    @cached_property
    def texts(self) -> tuple[tuple[Way, str], ...]:
        """Every text of the deal that a contract prints, with the way to it."""
        data = self.deal.model_dump(mode="json", by_alias=True, exclude_none=True, exclude=_NOT_PRINTED)
        return tuple(_below((), data))

    @cached_property
    def printed(self) -> str:
        """All these texts as lines: where a pattern finds nothing here, no single text need be searched."""
        return "\n".join(text for _, text in self.texts)


def told(
    rule: str, severity: Severity, message: str, way_out: str, *keys: Way, clause: str | None = None
) -> DealFinding:
    """A finding that rests on these keys of the deal file; it is shown at the first."""
    return DealFinding(
        rule=rule, severity=severity, message=message, way_out=way_out, ways=keys, clause=clause
    )


def _below(way: Way, value: Any) -> Iterator[tuple[Way, str]]:
    if isinstance(value, str):
        yield way, value
    elif isinstance(value, dict):
        for key, inner in value.items():
            yield from _below((*way, key), inner)
    elif isinstance(value, list):
        for index, inner in enumerate(value):
            yield from _below((*way, index), inner)


def is_chinese(text: str) -> bool:
    """Whether the text holds Chinese characters."""
    return _CHINESE.search(text) is not None
