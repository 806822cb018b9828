"""What a deal agrees to above the sales level, by the playbook in the clauses, and who has said yes to it.

A clause says which level may agree to a position of it, and for its variables which range each level may agree
to. Whoever builds the contract holds the sales level; the rest needs a named person's grant in the deal file,
and until it is there the contract is a draft. A value beyond every range is never built.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

from tradedocs.contract.facts import FACTS
from tradedocs.model.amount import parse_percent
from tradedocs.model.authority import LEVELS, Authority, needed_for, reaches
from tradedocs.model.clause import NUMERIC_TYPES, Clause, Variable
from tradedocs.model.deal import Deal, Grant
from tradedocs.ui import say


@dataclass(frozen=True, slots=True)
class Ask:
    """Something that a level above sales must agree to; `needed` is None where no level may.

    `variable` is None where it is the position itself.
    """

    clause: str
    variable: str | None
    needed: Authority | None
    what: str


def value_of(deal: Deal, clause: Clause, name: str, variable: Variable) -> Decimal | None:
    """The number that fills a numeric variable in this deal; None where the deal does not say it."""
    if variable.source is None:
        return own_value(deal, clause, name, variable)
    raw = FACTS[variable.source].get(deal, "en")
    return Decimal(raw) if isinstance(raw, int | Decimal) else None


def own_value(deal: Deal, clause: Clause, name: str, variable: Variable) -> Decimal:
    """The clause's own value, or the one that the deal puts in its place.

    Raises:
        ValueError: the deal's value is no number, or no whole number where something is counted.
    """
    choice = next((one for one in deal.clauses if one.clause == clause.id), None)
    text = choice.values.get(name, variable.default) if choice is not None else variable.default
    return as_number(str(text), variable)


def as_number(text: str, variable: Variable) -> Decimal:
    """The number that the text spells for a variable of this type (`30`, `0.5`, `5 %`).

    Raises:
        ValueError: it is none, is negative, or is no whole number where something is counted.
    """
    try:
        number = parse_percent(text) if text.endswith("%") and variable.type == "percent" else Decimal(text)
    except (InvalidOperation, ValueError) as error:
        raise ValueError(say("{text!r} is no number", text=text)) from error
    if not number.is_finite() or number < 0:
        raise ValueError(say("{text!r} is no number that a contract can hold", text=text))
    if variable.type != "percent" and number != number.to_integral_value():
        raise ValueError(say("{text!r} must be a whole number", text=text))
    return number


def asks(deal: Deal, clauses: Sequence[Clause]) -> tuple[Ask, ...]:
    """Everything in these clauses that is above the sales level, in the order of the articles."""
    return tuple(ask for clause in clauses for ask in (*_position(clause), *_values(deal, clause)))


def open_asks(deal: Deal, clauses: Sequence[Clause]) -> tuple[Ask, ...]:
    """Those that nobody with the authority has granted; the ones that no level may grant among them."""
    return tuple(ask for ask in asks(deal, clauses) if not _granted(ask, deal.granted))


def _position(clause: Clause) -> Iterator[Ask]:
    if clause.authority != "sales":
        yield Ask(
            clause.id, None, clause.authority,
            say("{id} in position {position} needs the authority of {level}", id=clause.id,
                position=clause.position, level=clause.authority),
        )  # fmt: skip


def _values(deal: Deal, clause: Clause) -> Iterator[Ask]:
    for name, variable in clause.variables.items():
        if not variable.playbook or variable.type not in NUMERIC_TYPES:
            continue
        value = value_of(deal, clause, name, variable)
        if value is None:
            continue
        needed = needed_for(value, variable.playbook)
        if needed != "sales":
            yield Ask(clause.id, name, needed, _beyond(clause, name, variable, value, needed))


def _beyond(clause: Clause, name: str, variable: Variable, value: Decimal, needed: Authority | None) -> str:
    ranges = ", ".join(
        f"{level} {variable.playbook[level]}" for level in LEVELS if level in variable.playbook
    )
    if needed is None:
        return say("{id}: {name} = {value} is beyond every range ({ranges})", id=clause.id, name=name,
                   value=value, ranges=ranges)  # fmt: skip
    return say("{id}: {name} = {value} needs the authority of {level} ({ranges})", id=clause.id, name=name,
               value=value, level=needed, ranges=ranges)  # fmt: skip


def _granted(ask: Ask, grants: Sequence[Grant]) -> bool:
    needed = ask.needed
    return needed is not None and any(
        reaches(grant.authority, needed) and (not grant.clauses or ask.clause in grant.clauses)
        for grant in grants
    )
