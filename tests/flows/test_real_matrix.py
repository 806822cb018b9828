"""Contracts on real reports, passing, failing and incomplete: the verdicts and the reasons that a person gives."""

from __future__ import annotations

import pytest

from tests.flows.matrix.cases import contracts, outcomes
from tradedocs.model.finding import Verdict

pytestmark = pytest.mark.corpus


@pytest.mark.parametrize("prefix", contracts())
def test_verdicts_and_reasons(prefix: str) -> None:
    found = list(outcomes(prefix))
    assert not [one for one in found if one.given is Verdict.RELEASE and one.expected is not Verdict.RELEASE]
    assert not [one for one in found if not one.is_right]


def test_there_are_contracts_of_every_kind() -> None:
    every = [variant for contract in contracts().values() for variant in contract["variants"]]
    assert len(contracts()) >= 12
    assert {variant["verdict"] for variant in every} == {"RELEASE", "HOLD", "REJECT"}
    assert len([variant for variant in every if variant.get("cautious")]) <= 3
