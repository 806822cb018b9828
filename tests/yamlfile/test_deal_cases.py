"""Each bad-*.yaml has the errors that its golden file holds; `--update-golden` writes them again."""

from __future__ import annotations

from pathlib import Path

import pytest

from tradedocs.errors import InputError
from tradedocs.model.deal import Deal
from tradedocs.yamlfile import load

CASES = Path(__file__).parent.parent / "cases" / "deals"


def shown(error: InputError) -> str:
    lines = []
    for problem in error.problems:
        lines.append(f"{problem.place}: {problem.message}")
        lines.append(problem.excerpt)
        if problem.hint:
            lines.append(f"      = {problem.hint}")
    return "\n".join(lines).replace(str(CASES) + "/", "") + "\n"


@pytest.mark.parametrize("path", sorted(CASES.glob("good-*.yaml")), ids=lambda path: path.stem)
def test_good_deals_load(path: Path) -> None:
    assert load(path, Deal).goods


@pytest.mark.parametrize("path", sorted(CASES.glob("bad-*.yaml")), ids=lambda path: path.stem)
def test_bad_deals_say_every_error_with_its_place(path: Path, update_golden: bool) -> None:
    with pytest.raises(InputError) as caught:
        load(path, Deal)
    golden = path.with_suffix(".errors.txt")
    if update_golden:
        golden.write_text(shown(caught.value), encoding="utf-8")
    assert shown(caught.value) == golden.read_text(encoding="utf-8")


def test_codes_stay_text() -> None:
    deal = load(CASES / "good-smallest.yaml", Deal)
    assert deal.contract_no == "012"
    assert deal.seller.country == "NO"
    assert deal.seller.registration_no == "0x1F"
    assert deal.seller.address == "1:30 Harbour Road"
    assert deal.seller.signatory_title == "yes"
    assert deal.buyer.name == "on"


def test_the_short_form_of_one_shipment() -> None:
    deal = load(CASES / "good-smallest.yaml", Deal)
    assert [shipment.number for shipment in deal.shipments] == [1]
    assert [(line.line, str(quantity)) for line, quantity in deal.shipped(deal.shipments[0])] == [
        (1, "12,000 pcs")
    ]


def test_the_sum_is_computed() -> None:
    assert str(load(CASES / "good-smallest.yaml", Deal).total) == "USD 22,200.00"
