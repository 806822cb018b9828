"""Every clause in every position stands in a sound contract of some deal to which it applies."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.contract.deals import FULL, LIBRARY, SAMPLES, changed, text_of
from tests.contract.test_assemble import sound
from tradedocs.clausetext import parse_condition
from tradedocs.contract import assemble
from tradedocs.contract.choose import choose
from tradedocs.contract.playbook import as_number, asks
from tradedocs.model.authority import needed_for
from tradedocs.model.clause import Clause
from tradedocs.model.deal import Deal
from tradedocs.yamlfile import load

_TOLD = FULL.model_dump(by_alias=True)
_ADVANCE = {"share": "30 %", "method": "tt-advance", "days": 7, "after": "contract-date"}
_DEPOSIT = {**_ADVANCE, "share": "20 %", "nature": "deposit"}
_COLLECTED = {"share": "30 %", "method": "dp-sight"}
_CREDIT = {"share": "50 %", "method": "open-account", "days": 30, "after": "invoice-date"}
_FIXED = {"basis": "fixed"}
_CONTRACT_PRICE = {"difference_price": "contract"}
_CHINESE_BUYER = {**_TOLD["buyer"], "country": "CN"}

SITUATIONS: tuple[dict[str, Any], ...] = (
    {},
    {"price": _FIXED, "quantity": _CONTRACT_PRICE, "payment": [_DEPOSIT, _COLLECTED, _CREDIT],
     "compliance__eu_no_reexport": True, "compliance__statutory_inspection": True},
    {"delivery__incoterm": "FOB", "delivery__loading": "bulk", "insurance": None, "inspection__aql": None,
     "inspection__level": None, "inspection__standard": "GAFTA 124"},
    {"delivery__incoterm": "CIF", "delivery__loading": "bulk", "insurance": None},
    {"delivery__incoterm": "CIP", "insurance": None},
    {"delivery__incoterm": "FCA", "insurance": None},
    {"buyer": _CHINESE_BUYER, "compliance__vat_invoice": True, "compliance__statutory_inspection": True},
    *({"inspection__effect": effect} for effect in ("final", "discharge", "splitting")),
    *({"quality__basis": basis} for basis in ("specification", "sealed-sample", "grade")),
    {"law__cisg": "applies"},
)  # fmt: skip
DEALS = tuple(changed(FULL, **situation) for situation in SITUATIONS)


def deal_for(clause: Clause) -> Deal:
    """The first of the deals to which the clause applies, choosing it in its position."""
    condition = parse_condition(clause.applies_when) if clause.applies_when is not None else None
    deal = next((deal for deal in DEALS if condition is None or condition.holds(deal)), None)
    assert deal is not None, f"no situation meets {clause.applies_when}"
    chosen = {clause.id: clause.position}
    chosen |= {name: "standard" for name in clause.requires if LIBRARY.get(name).optional}
    return changed(deal, clauses=[{"clause": name, "position": place} for name, place in chosen.items()])


@pytest.mark.parametrize("clause", LIBRARY.clauses, ids=lambda clause: f"{clause.id}-{clause.position}")
def test_every_position_makes_a_sound_contract(clause: Clause) -> None:
    contract = assemble(deal_for(clause), LIBRARY, ())
    sound(contract)
    assert (clause.id, clause.position) in {(one.clause_id, one.position) for one in contract.articles}


@pytest.mark.parametrize("deal", DEALS, ids=range(len(DEALS)))
def test_every_situation_makes_a_sound_contract(deal: Deal) -> None:
    sound(assemble(deal, LIBRARY, ()))


@pytest.mark.parametrize("clause", LIBRARY.clauses, ids=lambda clause: f"{clause.id}-{clause.position}")
def test_whoever_negotiates_finds_what_a_clause_is_for(clause: Clause) -> None:
    if clause.family in ("commercial", "general"):
        assert clause.note
        assert clause.owner
        assert clause.review_by is not None
        assert clause.sources


def test_the_price_is_fixed_or_by_formula() -> None:
    for deal, there, not_there in (
        (changed(FULL, price={"basis": "fixed"}), "commercial.price-fixed", "commercial.price-formula"),
        (FULL, "commercial.price-formula", "commercial.price-fixed"),
    ):
        ids = {article.clause_id for article in assemble(deal, LIBRARY, ()).articles}
        assert there in ids
        assert not_there not in ids


@pytest.mark.parametrize(("commission", "there"), [("0 %", False), ("3 %", True)])
def test_a_commission_is_spoken_of_where_there_is_one(commission: str, there: bool) -> None:
    ids = {a.clause_id for a in assemble(changed(FULL, price__commission=commission), LIBRARY, ()).articles}
    assert ("commercial.commission" in ids) == there


def test_a_deposit_says_its_share_of_the_price() -> None:
    deal = changed(FULL, payment=[_DEPOSIT, {"share": "80 %", "method": "tt-balance"}])
    contract = assemble(deal, LIBRARY, ())
    assert "20% of the Contract Price is a deposit" in text_of(contract, "commercial.deposit")
    assert "合同总价的20%" in text_of(contract, "commercial.payment", "zh")
    assert "commercial.advance-payment" not in {article.clause_id for article in contract.articles}


def test_the_agreed_cover_takes_the_place_of_the_least_one() -> None:
    text = text_of(assemble(FULL, LIBRARY, ()), "commercial.insurance-agreed")
    assert "110% of the invoice value" in text
    assert "Institute Cargo Clauses (A), Institute War Clauses (Cargo) and Institute Strikes Clauses" in text


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.parent.name)
def test_samples_ask_nobody(path: Path) -> None:
    deal = load(path, Deal)
    assert asks(deal, choose(deal, LIBRARY)) == ()


@pytest.mark.parametrize("clause", LIBRARY.clauses, ids=lambda clause: f"{clause.id}-{clause.position}")
def test_what_a_clause_says_by_itself_needs_no_yes_beyond_its_position(clause: Clause) -> None:
    for variable in clause.variables.values():
        if variable.default is not None and variable.playbook:
            assert needed_for(as_number(variable.default, variable), variable.playbook) == "sales"
