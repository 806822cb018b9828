"""The named place is not the kind of place that the rule asks for.

What: FAS and FOB name the port of shipment, CFR and CIF the port of destination, CPT, CIP, DAP, DPU and DDP the
place of destination, EXW and FCA the place of delivery.
The place is held against `port_of_loading` and `port_of_destination` by name: where one port has two names, suppress
this rule and say so. It guards no nullity, and the program knows no second names: so it can be suppressed.

Why: under `CIF Ningbo` from Ningbo the seller would pay carriage to where the goods are already.

Bad: `incoterm: CIF`, `place: Ningbo`, `port_of_loading: Ningbo`, `port_of_destination: Hamburg`
Good: `incoterm: CIF`, `place: Hamburg`, `port_of_loading: Ningbo`, `port_of_destination: Hamburg`

Source: Incoterms® 2020, A2, A4 and the note on the named place of each rule.
"""

from __future__ import annotations

from collections.abc import Iterator

from tradedocs.contract.case import DealCase, told
from tradedocs.model.dealfinding import DealFinding
from tradedocs.model.shapes import LocalText
from tradedocs.registers import incoterm
from tradedocs.ui import say

ID = "T14"
SUPPRESSIBLE = True
EXPORT = True

_KINDS = {
    "port-of-shipment": "the port of shipment",
    "port-of-destination": "the port of destination",
    "destination": "the place of destination",
    "delivery": "the place of delivery",
}


def judge(case: DealCase) -> Iterator[DealFinding]:
    """An error where the place is another port, or lies at the other end of the journey."""
    delivery = case.deal.delivery
    rule = incoterm(delivery.incoterm)
    start, end = (
        ("port_of_loading", delivery.port_of_loading),
        ("port_of_destination", delivery.port_of_destination),
    )
    here, there = (start, end) if rule.place in ("port-of-shipment", "delivery") else (end, start)
    same = here[1] is not None and _same(delivery.place, here[1])
    if rule.place.startswith("port") and here[1] is not None and not same:
        yield _wrong(rule.code, rule.place, delivery.place, here[0], here[1])
    elif there[1] is not None and _same(delivery.place, there[1]) and not same:
        yield _wrong(rule.code, rule.place, delivery.place, there[0], there[1])


def _wrong(code: str, kind: str, place: LocalText, key: str, port: LocalText) -> DealFinding:
    return told(
        ID, "error",
        say("{rule} names {kind}; the place is {place}, and `{key}` is {port}", rule=code, kind=_KINDS[kind],
            place=place.en, key=key, port=port.en),
        say("Correct the place or the port, or choose the rule that is meant."),
        ("delivery", "place"), ("delivery", key),
    )  # fmt: skip


def _same(place: LocalText, port: LocalText) -> bool:
    """Whether one names the other (`Ningbo`, `Ningbo, China`)."""
    one, other = (text.en.casefold().split(",")[0].strip() for text in (place, port))
    return one in other or other in one
