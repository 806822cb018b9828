"""The credit names other places than the contract.

What: port of loading (44E) and of discharge (44F), place of taking in charge (44A) and of destination (44B) are held
against `delivery`. A credit for `ANY CHINESE PORT` is left to a person.

Why: a bill of lading from another port is refused.

Bad: port of loading Ningbo, `:44E:SHANGHAI`
Good: `:44E:NINGBO, CHINA`

Source: UCP 600 Articles 19 to 24.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tradedocs.credit.case import CreditCase, names, told
from tradedocs.model.credit import CreditFinding
from tradedocs.model.shapes import LocalText
from tradedocs.ui import say

ID = "L10"
_SOURCE = "UCP 600 Articles 19-24"
_ANY = re.compile(r"\b(?:ANY|ALL)\b")
_FROM = {"EXW", "FCA", "FAS", "FOB"}


def judge(case: CreditCase) -> Iterator[CreditFinding]:
    """A discrepancy for each place that is not the contract's."""
    delivery = case.deal.delivery
    loading = delivery.port_of_loading or (delivery.place if delivery.incoterm in _FROM else None)
    there = delivery.port_of_destination or (None if delivery.incoterm in _FROM else delivery.place)
    loading_key = "delivery.port_of_loading" if delivery.port_of_loading else "delivery.place"
    there_key = "delivery.port_of_destination" if delivery.port_of_destination else "delivery.place"
    yield from _place(case, ("44E", "44A"), loading, loading_key)
    yield from _place(case, ("44F", "44B"), there, there_key)


def _place(
    case: CreditCase, tags: tuple[str, str], place: LocalText | None, key: str
) -> Iterator[CreditFinding]:
    field = case.credit.field(tags[0]) or case.credit.field(tags[1])
    if place is None or field is None:
        return
    others = (case.credit.field(tags[1]),)
    town = re.split(r"[,(]", place.en)[0]
    town = re.sub(r"^(?:the )?(?:sea|air)?port of ", "", town, flags=re.IGNORECASE)
    if names(field.readings, town) or any(one and names(one.readings, town) for one in others):
        return
    wide = any(_ANY.search(text) for text in field.readings)
    yield told(
        ID,
        "look" if wide else "discrepancy",
        field,
        say("{name}: {says!r}", name=field.name, says=field.text),
        contract=place.en,
        key=key,
        consequence=say("See that the place of the contract is among those that the credit means.")
        if wide
        else say("A transport document of the contract's place does not fit the credit."),
        amend=None
        if wide
        else (f"Field {field.tag} to read: {place.en}.", f"{field.tag}栏改为：{place.en}。"),
        source=_SOURCE,
    )
