"""All rules on many deals: none fails, and every finding leads to a key of the deal."""

from __future__ import annotations

import itertools
import typing
from datetime import date

import pytest

from tests.contract.deals import FULL, LIBRARY, changed
from tradedocs.contract.judge import case_of, judge
from tradedocs.contract.rules import RULES
from tradedocs.model.deal import Deal
from tradedocs.model.dealfinding import DealFinding
from tradedocs.model.terms import Incoterm, Institution, Mode, PaymentMethod

AS_OF = date(2027, 3, 1)


def findings(deal: Deal) -> tuple[DealFinding, ...]:
    found = judge(case_of(deal, LIBRARY, AS_OF, assembled=True)).findings
    for finding in found:
        assert finding.ways
        assert all(way[0] in Deal.model_fields for way in finding.ways), finding
        assert "{" not in finding.message.replace("{eu_no_reexport", ""), finding
    assert len(set(found)) == len(found)
    return found


def rules(deal: Deal, severity: str = "error") -> set[str]:
    return {one.rule for one in findings(deal) if one.severity == severity}


@pytest.mark.parametrize("incoterm", typing.get_args(Incoterm))
def test_every_rule_copes_with_every_term_mode_and_payment(incoterm: str) -> None:
    for mode, method in itertools.product(typing.get_args(Mode), typing.get_args(PaymentMethod)):
        deal = changed(
            FULL, delivery__incoterm=incoterm, delivery__mode=mode,
            payment=[{"share": "100 %", "method": method, "days": 30, "after": "invoice-date"}],
        )  # fmt: skip
        assert ("T12" in rules(deal)) is (incoterm in ("FAS", "FOB", "CFR", "CIF") and mode != "sea")


@pytest.mark.parametrize("institution", typing.get_args(Institution))
@pytest.mark.parametrize("country", ["CN", "HK", "DE", "ZW"])
def test_every_rule_copes_with_every_institution_and_country(institution: str, country: str) -> None:
    lines = FULL.model_dump(by_alias=True)["goods"]
    priced = [{**line, "unit_price": f"5 CNY/{line['unit_price']['unit']}"} for line in lines]
    deal = changed(
        FULL,
        disputes__institution=institution,
        buyer__country=country,
        currency="CNY",
        goods=priced,
        compliance={},
    )
    home = institution in ("CIETAC", "SHIAC", "SCIA", "BAC")
    said = [one.ways[0] for one in findings(deal) if one.rule == "D02"]
    assert (("disputes", "institution") in said) is (country == "CN" and not home)


def test_within_china_what_assumes_an_export_sale_steps_down() -> None:
    at_home = changed(FULL, buyer__country="CN", delivery__mode="rail", insurance__percent="100 %")
    assert {"T12", "T22"} <= rules(at_home, "warning")
    abroad = changed(FULL, delivery__mode="rail", insurance__percent="100 %")
    assert {"T12", "T22"} <= rules(abroad, "error")


def test_a_rule_that_assumes_an_export_sale_says_so_in_its_module() -> None:
    assert {rule.ID for rule in RULES if rule.EXPORT} >= {"T12", "T13", "T20", "T31", "T36"}
    assert not any(rule.EXPORT for rule in RULES if rule.ID.startswith(("D", "S")))


def test_dangerous_rules_cannot_be_suppressed() -> None:
    fixed = {rule.ID for rule in RULES if not rule.SUPPRESSIBLE}
    assert fixed >= {
        "T12",
        "T17",
        "T31",
        "T32",
        "T33",
        "T39",
        "T52",
        "T65",
        "T70",
        "T71",
        "T74",
        "T90",
        "D01",
        "D02",
        "D03",
    }


def test_ids_and_modules_have_one_name() -> None:
    for rule in RULES:
        module = rule.__name__.rsplit(".", 1)[-1]  # type: ignore[attr-defined]
        assert module.split("_")[0].upper() == rule.ID
    assert len({rule.ID for rule in RULES}) == len(RULES)
