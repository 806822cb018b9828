"""What is proposed fits the category, and nothing that the contract has already is proposed again."""

from __future__ import annotations

from decimal import Decimal

import pytest

from tests.claims.matters import matter
from tradedocs.claims.matter import Matter
from tradedocs.claims.preventing import complained, higher, lessons_of, tightened, tighter
from tradedocs.model.claim import CATEGORIES, Category
from tradedocs.model.terms import Level


@pytest.mark.parametrize(
    ("aql", "step"), [("2.5", "1.5"), ("4.0", "2.5"), ("0.010", None), ("0", None), ("3", "2.5")]
)
def test_the_next_tighter_aql_is_the_tables_own(aql: str, step: str | None) -> None:
    assert tighter(Decimal(aql)) == step


@pytest.mark.parametrize(
    ("level", "step"), [("I", "II"), ("II", "III"), ("III", None), ("S-1", "S-2"), ("S-4", "I")]
)
def test_the_next_higher_level(level: Level, step: Level | None) -> None:
    assert higher(level) == step


@pytest.mark.parametrize(
    ("failed", "expected"),
    [
        ([True], False),
        ([True, True], True),
        ([True, False, False, False, True], True),
        ([True, False, False, False, False, True], False),
    ],
)
def test_two_of_five_lots(failed: list[bool], expected: bool) -> None:
    assert tightened(failed) is expected


def kinds(
    found: Matter, category: Category, failed: tuple[bool, ...] = (True,)
) -> dict[str, tuple[str | None, str | None]]:
    return {one.kind: (one.key, one.value) for one in lessons_of(found, category, failed)}


def test_a_batch_defect_of_what_was_specified() -> None:
    found = kinds(matter(characteristic="Luminous flux"), "batch-defect")
    assert found["aql"] == ("inspection.aql.major", "1.5")
    assert found["switching"] == (None, "normal")
    assert "characteristic" not in found
    assert kinds(matter(), "batch-defect", (True, False, True))["switching"] == (None, "tightened")


def test_what_the_contract_does_not_name_is_the_finding() -> None:
    found = kinds(matter(characteristic="Flicker"), "perception-deviation")
    assert found["characteristic"] == (
        "goods[1].characteristics",
        "{name: Flicker, require: conforms, class: minor}",
    )
    assert found["sample"][0] == "quality"
    assert complained(matter(characteristic="cct")) is not None  # an alias


def test_a_critical_characteristic_at_aql_zero_takes_a_larger_sample() -> None:
    found = kinds(matter(characteristic="Dielectric strength test"), "batch-defect")
    assert "aql" not in found
    assert found["level"] == ("inspection.level", "III")


def test_single_defects_take_a_larger_sample() -> None:
    assert kinds(matter(characteristic="Power"), "single-defects")["level"] == ("inspection.level", "III")


def test_transport_damage_looks_at_packing_and_loading() -> None:
    lamps, sugar = (
        kinds(matter(), "transport-damage"),
        kinds(matter("white-sugar", affected="5 t"), "transport-damage"),
    )
    assert lamps["packing"] == ("goods[1].packing", None)  # the carton drop test is agreed already
    assert sugar["packing"][0] == "goods[1].characteristics"
    assert "loading" in lamps
    assert set(kinds(matter(), "shortage")) == {"loading"}


@pytest.mark.parametrize("category", CATEGORIES)
@pytest.mark.parametrize("name", ["led-lamps", "white-sugar", "plastic-parts"])
def test_every_key_is_a_key_of_the_deal(category: Category, name: str) -> None:
    found = matter(name, affected="5 t" if name == "white-sugar" else "5 pcs")
    lessons = lessons_of(found, category, (True,))
    assert lessons
    for one in lessons:
        assert one.change.zh
        if one.key is not None:
            found.deal.steps(one.key)
