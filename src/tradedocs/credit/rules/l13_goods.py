"""The credit describes other goods, another quantity, price, delivery term or contract.

What: field 45A is searched for the quantity and the unit price of each goods line, for the rule and place of the
delivery term, for the number of the contract, and for the words of the description.

Why: the invoice must describe the goods as the credit does, and the goods must be those of the contract: where the
two differ, the seller can keep only one of them.

Bad: 12,000 pcs sold, `12,500 PCS` in the credit; FOB sold, `CIF` in the credit
Good: the same figures and the same term

Source: UCP 600 Articles 18(c) and 30.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from tradedocs.credit.case import CreditCase, folded, told
from tradedocs.model.credit import CreditField, CreditFinding
from tradedocs.model.goods import GoodsLine
from tradedocs.ui import say

ID = "L13"
_SOURCE = "UCP 600 Articles 18(c), 30"
_NUMBER = r"(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?"
_TERM = re.compile(r"\b(EXW|FCA|CPT|CIP|DAP|DPU|DDP|FAS|FOB|CFR|CIF|C&F|CNF|DAT|DDU)\b")
_EDITION = re.compile(r"INCOTERMS\W{0,8}(\d{4})")
_REFERENCE = re.compile(
    r"\b(?:SALES CONTRACT|CONTRACT|S/C|SALES CONFIRMATION|P/O|PURCHASE ORDER)\s*(?:NO\b|NUMBER\b|NR\b)?[.:\s]*"
    r"([A-Z0-9][A-Z0-9/.-]*\d[A-Z0-9/.-]*)"
)
_UNITS = {
    "pcs": r"PCS|PC|PIECES?|PCE",
    "set": r"SETS?",
    "pair": r"PAIRS?|PRS",
    "ctn": r"CTNS?|CARTONS?",
    "t": r"M\.?T\.?S?|MTS|METRIC TONS?|TONNES?|TONS?|TNE|T",
    "kg": r"KGS?|KILOGRAMS?|KILOS?",
    "bag": r"BAGS?",
    "roll": r"ROLLS?",
    "L": r"LITERS?|LITRES?|L",
    "m": r"METERS?|METRES?|M",
}
_WORD = re.compile(r"[A-Z]{4,}")
_ENOUGH = 2


def judge(case: CreditCase) -> Iterator[CreditFinding]:
    """Discrepancies where a figure or a term differs, points to look at where one is not found."""
    field = case.credit.field("45A")
    if field is None:
        yield told(
            ID,
            "look",
            "45A",
            say("the credit does not describe the goods"),
            consequence=say("A continuing message (MT 701) may be missing; ask the bank."),
            source=_SOURCE,
        )
        return
    for index, line in enumerate(case.deal.goods, 1):
        yield from _quantity(field, line, index)
        yield from _price(field, line, index)
        yield from _words(field, line, index)
    yield from _term(case, field)
    yield from _contract(case, field)


def _quantity(field: CreditField, line: GoodsLine, index: int) -> Iterator[CreditFinding]:
    unit = _UNITS.get(line.quantity.unit, re.escape(line.quantity.unit.upper()))
    stated = _numbers(field, rf"({_NUMBER})\s*(?:\([^)]*\)\s*)?(?:{unit})\b")
    if line.quantity.number in stated:
        return
    wanted = str(line.quantity)
    yield told(
        ID,
        "discrepancy" if stated else "look",
        field,
        say("line {n}: the credit states {stated}", n=index, stated=", ".join(f"{one:,f}" for one in stated))
        if stated
        else say("line {n}: the quantity is not found in the credit's words", n=index),
        contract=wanted,
        key=f"goods[{index}].quantity",
        consequence=say("An invoice over the contract's quantity does not fit the credit."),
        amend=(
            f"Field 45A: quantity of {line.description.en} to read {wanted}.",
            f"45A栏：{line.description.zh or line.description.en}的数量改为{wanted}。",
        )
        if stated
        else None,
        source=_SOURCE,
    )


def _price(field: CreditField, line: GoodsLine, index: int) -> Iterator[CreditFinding]:
    price = line.unit_price
    unit = _UNITS.get(price.unit, re.escape(price.unit.upper()))
    stated = _numbers(field, rf"{price.currency}\s*({_NUMBER})\s*(?:/|PER|EACH)") or _numbers(
        field, rf"(?:@|AT)\s*{price.currency}\s*({_NUMBER})"
    )
    stated = stated or _numbers(field, rf"({_NUMBER})\s*{price.currency}\s*(?:/|PER)\s*(?:{unit})")
    if price.amount in stated or not stated:
        return
    wanted = f"{price.currency} {price.amount:f} per {price.unit}"
    yield told(
        ID,
        "discrepancy",
        field,
        say(
            "line {n}: the credit states a unit price of {stated}",
            n=index,
            stated=", ".join(f"{one:,f}" for one in stated),
        ),
        contract=wanted,
        key=f"goods[{index}].unit_price",
        consequence=say("An invoice at the contract's price does not fit the credit."),
        amend=(
            f"Field 45A: unit price of {line.description.en} to read {wanted}.",
            f"45A栏：{line.description.zh or line.description.en}的单价改为{wanted}。",
        ),
        source=_SOURCE,
    )


def _numbers(field: CreditField, pattern: str) -> list[Decimal]:
    """The numbers that the pattern finds, in either reading of wrapped lines; none with a digit before it counts."""
    shape = re.compile(rf"(?<![\d.,]){pattern}" if pattern.startswith("(") else pattern)
    found = [Decimal(match.replace(",", "")) for text in field.readings for match in shape.findall(text)]
    return list(dict.fromkeys(found))


def _words(field: CreditField, line: GoodsLine, index: int) -> Iterator[CreditFinding]:
    wanted = dict.fromkeys(_WORD.findall(line.description.en.upper()))
    there = "".join(folded(text) for text in field.readings)
    found = [word for word in wanted if word in there]
    if not wanted or len(found) * _ENOUGH >= len(wanted):
        return
    yield told(
        ID,
        "look",
        field,
        say("line {n}: the words of the goods are not those of the contract", n=index),
        contract=line.description.en,
        key=f"goods[{index}].description",
        consequence=say("The invoice must describe the goods in the credit's words."),
        source=_SOURCE,
    )


def _term(case: CreditCase, field: CreditField) -> Iterator[CreditFinding]:
    delivery = case.deal.delivery
    stated = dict.fromkeys(term for text in field.readings for term in _TERM.findall(text))
    editions = dict.fromkeys(year for text in field.readings for year in _EDITION.findall(text))
    if stated and delivery.incoterm not in stated:
        yield told(
            ID,
            "discrepancy",
            field,
            say("the credit's delivery term is {stated}", stated=", ".join(stated)),
            contract=delivery.term,
            key="delivery.incoterm",
            consequence=say("Freight, insurance and documents follow another term than the price."),
            amend=(
                f"Field 45A: delivery term to read {delivery.term}.",
                f"45A栏：贸易术语改为{delivery.term}。",
            ),
            source=_SOURCE,
        )
    elif editions and delivery.edition not in editions:
        yield told(
            ID,
            "discrepancy",
            field,
            say("the credit cites Incoterms {year}", year=", ".join(editions)),
            contract=delivery.term,
            key="delivery.edition",
            consequence=say("The invoice must cite the edition of the credit, which is not the contract's."),
            amend=(
                f"Field 45A: edition to read Incoterms {delivery.edition}.",
                f"45A栏：版本改为Incoterms {delivery.edition}。",
            ),
            source=_SOURCE,
        )


def _contract(case: CreditCase, field: CreditField) -> Iterator[CreditFinding]:
    wanted = folded(case.deal.contract_no)
    places = [one for tag in ("45A", "46A", "47A") if (one := case.credit.field(tag))]
    if any(wanted in folded(text) for one in places for text in one.readings):
        return
    others = dict.fromkeys(match for text in field.readings for match in _REFERENCE.findall(text))
    yield told(
        ID,
        "discrepancy" if others else "note",
        field,
        say("the credit names contract {others}", others=", ".join(others))
        if others
        else say("the credit names no contract"),
        contract=case.deal.contract_no,
        key="contract_no",
        consequence=say("The invoice must name the contract of the credit.")
        if others
        else say("Nothing ties the credit to this contract."),
        amend=(
            f"Field 45A: contract number to read {case.deal.contract_no}.",
            f"45A栏：合同号改为{case.deal.contract_no}。",
        )
        if others
        else None,
        source="UCP 600 Articles 4, 14(d)",
    )
