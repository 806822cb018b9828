"""The house's rules of settling: the packaged ones, and a workspace's own."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from tests.claims.remedies.make import case, of
from tradedocs.claims.policy import FILE, packaged_policy, policy
from tradedocs.claims.remedies import remedies_of
from tradedocs.errors import InputError
from tradedocs.model.remedypolicy import GRADES


def test_every_grade_has_its_order_and_no_remedy_stands_twice_in_it() -> None:
    order = packaged_policy().order
    assert set(order) == set(GRADES)
    assert all(len(set(kinds)) == len(kinds) for kinds in order.values())


def test_the_shares_that_the_issue_asks_for() -> None:
    found = packaged_policy()
    assert found.authority == {"sales": Decimal(2), "manager": Decimal(5)}
    assert found.beyond == "board"
    assert "repudiation" in found.legal


def test_a_workspace_replaces_a_key_and_keeps_the_others(tmp_path: Path) -> None:
    (tmp_path / FILE).write_text("version: 1\nauthority: {sales: 3.5 %, manager: 8 %}\n", encoding="utf-8")
    own = policy(tmp_path)
    assert own.authority == {"sales": Decimal("3.5"), "manager": Decimal(8)}
    assert own.order == packaged_policy().order
    at_three = case(value_ratio="97 %")
    assert of("price-reduction", remedies_of(at_three)).authority == "manager"
    assert of("price-reduction", remedies_of(replace(at_three, policy=own))).authority == "sales"


def test_without_an_own_file_the_packaged_rules_count(tmp_path: Path) -> None:
    assert policy(tmp_path) == policy(None) == packaged_policy()


@pytest.mark.parametrize(
    "text",
    [
        "version: 1\nauthority: {clerk: 2 %}\n",
        "version: 1\norder: {minor: [gift]}\n",
        "version: 1\nauthority: {sales: 2}\n",
    ],
)
def test_errors_of_the_file_are_told_with_their_place(tmp_path: Path, text: str) -> None:
    (tmp_path / FILE).write_text(text, encoding="utf-8")
    with pytest.raises(InputError) as told:
        policy(tmp_path)
    assert f"{FILE}:2" in str(told.value.problems[0].place)
