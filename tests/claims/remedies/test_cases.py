"""Each remedy on claims that are written down, with amounts worked out by hand."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.claims.remedies.make import LAMPS, MINOR_TRIAGE, WHEAT, case, granted, of
from tradedocs.claims.remedies import Late, RemedyCase, remedies_of, together
from tradedocs.model.amount import Money
from tradedocs.model.settling import Remedy
from tradedocs.model.shapes import LocalText

CASES = sorted((Path(__file__).parents[1] / "cases" / "remedies").glob("*.yaml"))
LATE = LocalText(en="the notice came on day 46 of 45.", zh="通知在第46日发出，期限45日。")
LATES = {
    "plain": Late(LATE), "excuse": Late(LATE, excuse=True),
    "spared": Late(LATE, spared=(LocalText(en="On record.", zh="已有记录。"),)),
}  # fmt: skip


def told(path: Path) -> dict[str, Any]:
    """The file, every scalar a text as it stands."""
    found: dict[str, Any] = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
    return found


def case_of(data: dict[str, Any]) -> RemedyCase:
    goods = {"lamps": LAMPS, "wheat": WHEAT}[data.get("goods", "lamps")]
    facts = dict(data.get("facts", {}))
    given: dict[str, Any] = {name: Decimal(value) for name, value in facts.items() if name != "late"}
    if "late" in facts:
        given["late"] = LATES[facts["late"]]
    terms = {name: None if value == "null" else value for name, value in data.get("terms", {}).items()}
    grants = granted(goods)
    grants = grants.model_validate({**grants.model_dump(by_alias=True), **terms})
    triage = data.get("triage", MINOR_TRIAGE)
    return case(grants, tuple(triage), facts=given, **data.get("claim", {}))


def shown(one: Remedy, name: str) -> str:
    """A fact of the remedy as the files spell it."""
    value: Any = getattr(one, name)
    if name in ("barred", "capped"):
        return "yes" if value else "no"
    if name == "steps":
        return " ".join(str(step.amount.amount) for step in value)
    if isinstance(value, Money):
        return str(value.amount)
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, tuple):
        return (" " if name == "articles" else ", ").join(value)
    return "none" if value is None else str(value)


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_the_money_is_what_was_worked_out_by_hand(path: Path) -> None:
    data = told(path)
    given = case_of(data)
    found = remedies_of(given)
    if "first" in data:
        assert found[0].key == data["first"]
    assert not {one.key for one in found} & set(data.get("absent", ()))
    for key, facts in data["expect"].items():
        one = of(key, found)
        assert {name: shown(one, name) for name in facts} == facts, key
    if "together" in data:
        chosen = [of(key, found) for key in data["together"]["keys"]]
        assert str(together(chosen, given).amount) == data["together"]["amount"]
    assert [one.rank for one in found] == list(range(1, len(found) + 1))
    barred = [one.barred is not None for one in found]
    assert barred == sorted(barred)


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_every_word_stands_in_both_languages(path: Path) -> None:
    for one in remedies_of(case_of(told(path))):
        words = [
            one.title,
            *(step.words for step in one.steps),
            *one.notes,
            *([one.barred] if one.barred else []),
        ]
        for each in words:
            assert each.en
            assert each.zh
            assert any("一" <= char <= "鿿" for char in each.zh), each
            assert not any("一" <= char <= "鿿" for char in each.en), each
