from __future__ import annotations

from pathlib import Path

import pytest

from tradedocs.errors import InputError
from tradedocs.model.deal import Deal
from tradedocs.model.dealfinding import path_of, way_of
from tradedocs.yamlfile import Places, load, load_placed

CASES = Path(__file__).parent.parent / "cases" / "deals"


@pytest.fixture
def places() -> Places:
    return load_placed(CASES / "good-smallest.yaml", Deal)[1]


@pytest.mark.parametrize(
    ("way", "line", "column"),
    [
        (("delivery", "incoterm"), 30, 22),
        (("delivery",), 30, 1),
        (("goods", 0, "unit_price"), 27, 17),
        (("goods", 0, "tolerance"), 25, 5),
        (("shipments", 0, "window", "to"), 32, 34),
        (("place", "en"), 5, 8),
        (("claims", "quality_days"), 3, 1),
        (("payment", 0, "share"), 34, 13),
    ],
)
def test_a_key_has_its_place(places: Places, way: tuple[str | int, ...], line: int, column: int) -> None:
    source = places.source(way)
    assert (source.line, source.column) == (line, column)


def test_the_nearest_is_what_the_file_holds(places: Places) -> None:
    assert places.nearest([("claims", "quality_days"), ("delivery", "mode")]) == ("delivery", "mode")
    assert places.nearest([("delivery", "long_stop"), ("claims",)]) == ("delivery", "long_stop")
    assert places.nearest([("place", "en"), ("date",)]) == ("place", "en")
    assert places.nearest([("claims",), ("remedies",)]) == ("claims",)


def test_an_excerpt_shows_the_line_with_a_caret(places: Places) -> None:
    line, caret = places.problem(("delivery", "incoterm"), "x").excerpt.splitlines()
    assert line.endswith("delivery: {incoterm: FOB, place: Ningbo, mode: sea}")
    assert line[caret.index("^") :].startswith("FOB")
    assert caret.count("^") == 3


def test_a_file_that_is_not_valid_has_no_places() -> None:
    with pytest.raises(InputError) as caught:
        load_placed(CASES / "bad-currency.yaml", Deal)
    with pytest.raises(InputError) as again:
        load(CASES / "bad-currency.yaml", Deal)
    assert caught.value.problems == again.value.problems


@pytest.mark.parametrize("path", ["payment[2].days", "delivery.place", "goods[1].characteristics[3].stage"])
def test_ways_are_spelled_from_one(path: str) -> None:
    assert path_of(way_of(path)) == path
    assert way_of("payment[2].days") == ("payment", 1, "days")
