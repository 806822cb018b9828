"""Whether the facts of a complaint fit each other and the contract; each misfit names its key."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from tradedocs.model.amount import Money
from tradedocs.model.claim import Complaint
from tradedocs.model.deal import Deal
from tradedocs.model.spec import Spec, SpecShipment
from tradedocs.ui import say

Misfit = tuple[str, str]
"""The key of the file, and what is wrong with it."""


def misfits(complaint: Complaint, spec: Spec, deal: Deal) -> tuple[Misfit, ...]:
    """What cannot be right: goods that the contract does not have, days in an impossible order, other money."""
    return (*_goods(complaint, spec), *_days(complaint, spec), *_money(complaint, deal.currency))


def same_name(one: str, other: str) -> bool:
    """Whether two names of a characteristic differ in case, blanks and punctuation only."""
    return _folded(one) == _folded(other)


def _folded(name: str) -> str:
    return "".join(char for char in name.casefold() if char.isalnum())


def _goods(complaint: Complaint, spec: Spec) -> Iterator[Misfit]:
    shipment = next((one for one in spec.shipments if one.number == complaint.shipment), None)
    if shipment is None:
        known = ", ".join(str(one.number) for one in spec.shipments)
        yield (
            "shipment",
            say("the contract has no shipment {n}; it has {known}", n=complaint.shipment, known=known),
        )
        return
    if complaint.line not in {share.line for share in shipment.lines}:
        known = ", ".join(str(share.line) for share in shipment.lines)
        yield "line", say("shipment {n} carries no goods line {line}; it carries {known}", n=complaint.shipment,
                          line=complaint.line, known=known)  # fmt: skip
        return
    line = spec.line(complaint.line)
    name = complaint.characteristic
    known_as = {
        spelled
        for one in line.characteristics
        for spelled in (one.name, one.name_zh, *one.aliases)
        if spelled is not None
    }
    if name is not None and not any(same_name(name, one) for one in known_as):
        known = ", ".join(one.name for one in line.characteristics)
        yield "characteristic", say(
            "line {line} has no characteristic {name!r}; it has {known}; without the key no one is meant",
            line=line.line, name=name, known=known,
        )  # fmt: skip
    yield from _quantities(complaint, spec, shipment)


def _quantities(complaint: Complaint, spec: Spec, shipment: SpecShipment) -> Iterator[Misfit]:
    share = next(one for one in shipment.lines if one.line == complaint.line)
    most = share.quantity.number * (100 + spec.line(complaint.line).tolerance) / 100
    for key, quantity in (("affected", complaint.affected), ("missing", complaint.missing)):
        if quantity is None:
            continue
        try:
            number = quantity.converted(share.quantity.unit)
        except ValueError:
            yield key, say("the goods are counted in {unit}, not in {other}", unit=share.quantity.unit,
                           other=quantity.unit)  # fmt: skip
            continue
        if number > most:
            yield key, say("{quantity} is more than the shipment carries ({most})", quantity=quantity,
                           most=share.quantity)  # fmt: skip


def _days(complaint: Complaint, spec: Spec) -> Iterator[Misfit]:
    order = [("the contract", spec.contract_date), ("shipped", complaint.shipped), ("arrived", complaint.arrived),
             ("discharged", complaint.discharged), ("taken_over", complaint.taken_over)]  # fmt: skip
    known = [(key, day) for key, day in order if day is not None]
    for (before, first), (key, day) in pairwise(known):
        if day < first:
            yield key, say("{day} is before {first} ({before})", day=day, first=first, before=before)
    if complaint.received < spec.contract_date:
        yield "received", say("{day} is before the contract of {first}", day=complaint.received,
                              first=spec.contract_date)  # fmt: skip
    if complaint.found is not None and complaint.found > complaint.received and spec.our_side == "seller":
        yield (
            "found",
            say("{day} is after the complaint of {last}", day=complaint.found, last=complaint.received),
        )
    if complaint.found is not None and complaint.shipped is not None and complaint.found < complaint.shipped:
        yield "found", say("{day} is before the goods were shipped on {first}", day=complaint.found,
                           first=complaint.shipped)  # fmt: skip


def _money(complaint: Complaint, currency: str) -> Iterator[Misfit]:
    """Amounts are in the currency of the contract: the program has no rates."""
    amounts: list[tuple[str, Money | None]] = [
        (f"costs.{name}", value)
        for name in type(complaint.costs).model_fields
        if isinstance(value := getattr(complaint.costs, name), Money)
    ]
    amounts += [(f"costs.relationship.{name}", one) for name, one in complaint.costs.relationship.items()]
    if complaint.next_order is not None:
        amounts.append(("next_order.value", complaint.next_order.value))
    if complaint.asked is not None:
        amounts.append(("asked.amount", complaint.asked.amount))
    for key, money in amounts:
        if money is not None and money.currency != currency:
            yield (
                key,
                say("the contract is in {ours}, this is in {theirs}", ours=currency, theirs=money.currency),
            )
