from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.word.contracts import a_contract
from tradedocs.errors import InputError
from tradedocs.model.deal import Deal
from tradedocs.model.keys import altered, steps_of
from tradedocs.yamlfile import load

DEAL = a_contract().deal


@pytest.mark.parametrize(
    ("key", "steps"),
    [
        ("delivery.place", ("delivery", "place")),
        ("delivery.place.zh", ("delivery", "place", "zh")),
        ("goods[2].hs_code", ("goods", 1, "hs_code")),
        ("goods[1].characteristics[3].class", ("goods", 0, "characteristics", 2, "characteristic_class")),
        ("shipments[2].window.from", ("shipments", 1, "window", "first")),
        ("buyer.bank.swift", ("buyer", "bank", "swift")),
        ("letter_of_credit.expiry", ("letter_of_credit", "expiry")),
        ("documents[3]", ("documents", 2)),
        ("inspection.bodies[1]", ("inspection", "bodies", 0)),
    ],
)
def test_a_key_is_a_way_down(key: str, steps: tuple[Any, ...]) -> None:
    assert steps_of(DEAL, key) == steps


@pytest.mark.parametrize(
    ("key", "said"),
    [
        ("delivry.place", "there is no key 'delivry.place'; did you mean 'delivery.place'?"),
        ("goods[1].hs_cod", "did you mean 'goods[1].hs_code'?"),
        ("goods.hs_code", "goods is a list; name an entry, as in goods[1]"),
        ("goods[3].model", "goods has 2 entries"),
        ("goods[0].model", "there is no key 'goods[0].model'"),
        ("contract_no[1]", "contract_no is no list"),
        ("contract_no.x", "there is no key 'contract_no.x'"),
        ("price.qqqqqq", "there is no key 'price.qqqqqq'"),
        ("", "there is no key ''"),
    ],
)
def test_a_key_that_is_none_is_told_with_the_nearest(key: str, said: str) -> None:
    with pytest.raises(ValueError) as failed:
        steps_of(DEAL, key)
    assert said in str(failed.value)


@pytest.mark.parametrize(
    "key",
    [
        "contract_no", "date", "delivery.incoterm", "delivery.place", "delivery.place.en", "goods[1].quantity",
        "goods[1].unit_price", "goods[1].tolerance", "goods[1].characteristics[1].require", "goods[1]", "payment",
        "letter_of_credit.confirmed", "letter_of_credit.presentation_days", "inspection.aql.major", "inspection.bodies",
        "currency", "inspection", "seller.country",
    ],
)  # fmt: skip
def test_another_value_stands_there_and_everything_else_stays(key: str) -> None:
    steps = steps_of(DEAL, key)
    other = altered(DEAL, steps)
    assert other != DEAL
    first = str(steps[0])
    assert other.model_copy(update={first: getattr(DEAL, first)}) == DEAL
    assert type(getattr(other, first)) is type(getattr(DEAL, first))


@pytest.mark.parametrize("key", ["letter_of_credit.expiry", "buyer.bank.swift", "goods[1].line"])
def test_where_nothing_stands_nothing_changes(key: str) -> None:
    assert altered(DEAL, steps_of(DEAL, key)) == DEAL


def test_the_short_form_of_one_shipment_is_a_key(tmp_path: Path) -> None:
    assert DEAL.steps("shipment.window.to") == DEAL.steps("shipments[1].window.to")


def test_an_unknown_key_under_confirm_is_an_error_at_its_line(tmp_path: Path) -> None:
    text = (Path(__file__).parents[1] / "cases/deals/good-full.yaml").read_text(encoding="utf-8")
    file = tmp_path / "deal.yaml"
    file.write_text(
        text + "\nconfirm:\n  - {key: delivery.place}\n  - {key: delivery.plaec}\n", encoding="utf-8"
    )
    with pytest.raises(InputError) as failed:
        load(file, Deal)
    [problem] = failed.value.problems
    assert problem.place.startswith(f"{file}:{len(text.splitlines()) + 4}:")
    assert "did you mean 'delivery.place'" in problem.message
