"""Which rule of decision a deal's contract states, and how its clause prints the rounding."""

from __future__ import annotations

from typing import Any

import pytest

from tests.contract.deals import FULL, LIBRARY, changed, text_of
from tradedocs.contract import assemble, spec_of
from tradedocs.contract.decision import POSITIONS, decision_of

CLAUSE = "inspection.decision-rule"
EVERY = ("critical", "major", "minor")
OMIT = {"omit": True, "reason": "agreed elsewhere"}


def choosing(key: str | None, **choice: Any) -> Any:
    clauses = [one.model_dump() for one in FULL.clauses if one.clause != CLAUSE]
    return changed(
        FULL,
        inspection__decision=key,
        clauses=[*clauses, {"clause": CLAUSE, **choice}] if choice else clauses,
    )


@pytest.mark.parametrize(
    ("key", "choice", "ours", "theirs"),
    [
        (None, {}, ("simple", ()), (None, ())),
        ("simple", {}, ("simple", ()), ("simple", ())),
        (None, {"position": "fallback-1"}, ("guard-band", ("critical",)), (None, ())),
        ("guard-band", {"position": "fallback-2"}, ("guard-band", ("critical", "major")), ("guard-band", EVERY)),
        ("guard-band", {}, ("guard-band", EVERY), ("guard-band", EVERY)),
        ("simple", {"position": "fallback-1"}, ("guard-band", EVERY), ("simple", ())),
        (None, OMIT, (None, ()), (None, ())),
        ("simple", OMIT, (None, ()), ("simple", ())),
        ("guard-band", OMIT, ("guard-band", EVERY), ("guard-band", EVERY)),
    ],
)  # fmt: skip
def test_what_the_contract_states(key: str | None, choice: dict[str, Any], ours: Any, theirs: Any) -> None:
    deal = choosing(key, **choice)
    assert decision_of(deal) == ours
    assert decision_of(deal, our_paper=False) == theirs
    assert (spec_of(deal).inspection.decision, spec_of(deal).inspection.guarded) == ours


def test_the_table_says_what_the_clause_says() -> None:
    assert set(POSITIONS) == set(LIBRARY.positions(CLAUSE))
    for position, (rule, classes) in POSITIONS.items():
        clause = LIBRARY.get(CLAUSE, position)
        [text] = ["".join(map(str, part.en)) for part in clause.paragraphs if part.key == "uncertainty"]
        assert ("is deducted" in text) is (rule == "guard-band")
        assert [name for name in EVERY if name in text] == list(classes)


@pytest.mark.parametrize(
    ("rounding", "english", "chinese"),
    [
        (
            "full-value",
            "compared with the requirement as it is reported, without further rounding",
            "不再修约",
        ),
        ("round-to-limit", "rounded once to as many decimals as the limit has", "修约为偶数"),
    ],
)
def test_the_clause_prints_the_rounding(rounding: str, english: str, chinese: str) -> None:
    contract = assemble(changed(FULL, inspection__rounding=rounding), LIBRARY, ())
    assert english in text_of(contract, CLAUSE)
    assert chinese in text_of(contract, CLAUSE, "zh")
    assert contract.spec.inspection.rounding == rounding


def test_the_clause_prints_the_packed_share() -> None:
    contract = assemble(changed(FULL, inspection__packed_percent="90 %"), LIBRARY, ())
    assert "at least 90% of the pieces are packed" in text_of(contract, "inspection.sampling-plan")
    assert contract.spec.inspection.packed_percent == 90
