from __future__ import annotations

from typing import Any

import pytest

from tradedocs.contract.standins import Way, stand_in
from tradedocs.model.gaps import gaps_shown


@pytest.mark.parametrize(
    ("way", "stands"),
    [
        (("buyer", "signatory"), "[● buyer.signatory]"),
        (("seller", "bank", "swift"), "[● seller.bank.swift]"),
        (("goods", 1, "description"), {"en": "[● goods[2].description]", "zh": "[● goods[2].description]"}),
        (("goods", 0, "characteristics", 2, "name"), "[● goods[1].characteristics[3].name]"),
        (("place", "en"), "[● place.en]"),
        (("documents",), [{"en": "[● documents[1]]", "zh": "[● documents[1]]"}]),
        (("inspection", "bodies"), ["[● inspection.bodies[1]]"]),
        (("law",), {}),
        (("shipments", 0, "window"), {}),
    ],
)
def test_a_text_is_a_mark_and_a_group_is_completed(way: Way, stands: Any) -> None:
    with gaps_shown():
        assert stand_in(way) == stands


@pytest.mark.parametrize(
    "way",
    [
        ("date",), ("currency",), ("our_side",), ("delivery", "incoterm"), ("goods", 0, "quantity"),
        ("goods", 0, "characteristics", 0, "require"), ("shipments", 0, "window", "from"), ("payment", 0, "share"),
        ("disputes", "arbitrators"),
    ],
)  # fmt: skip
def test_nothing_stands_for_a_date_a_number_or_a_choice(way: Way) -> None:
    with gaps_shown():
        assert stand_in(way) is None
