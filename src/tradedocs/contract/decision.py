"""Which rule of decision on measured values a deal's contract states (clause inspection.decision-rule)."""

from __future__ import annotations

from collections.abc import Mapping

from tradedocs.model.clause import Position
from tradedocs.model.deal import Deal
from tradedocs.model.goods import CharacteristicClass
from tradedocs.model.terms import Decision

CLAUSE = "inspection.decision-rule"
Rule = tuple[Decision | None, tuple[CharacteristicClass, ...]]
"""The rule, and the classes of characteristics that a guard band holds for."""
_EVERY_CLASS: tuple[CharacteristicClass, ...] = ("critical", "major", "minor")
POSITIONS: Mapping[Position, Rule] = {
    "standard": ("simple", ()),
    "fallback-1": ("guard-band", ("critical",)),
    "fallback-2": ("guard-band", ("critical", "major")),
}
"""What the clause says in each of its positions."""


def position_of(deal: Deal) -> Position | None:
    """The position of the clause that the deal takes; None where it leaves the clause out."""
    choice = next((one for one in deal.clauses if one.clause == CLAUSE), None)
    if choice is None:
        return "standard"
    return None if choice.omit else choice.position


def decision_of(deal: Deal, *, our_paper: bool = True) -> Rule:
    """What the clause says in the position that the deal takes.

    Where the deal's own key says another thing, nobody knows which one holds: a guard band for everything.
    """
    key, position = deal.inspection.decision, position_of(deal) if our_paper else None
    says = POSITIONS[position] if position is not None else (key, _EVERY_CLASS if key == "guard-band" else ())
    if not our_paper or key is None or (key == says[0] and position is not None):
        return says
    return ("guard-band", _EVERY_CLASS) if key == "guard-band" or position is not None else (None, ())
