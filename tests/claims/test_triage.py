"""The triage over whole cases: each file of `cases` tells a claim and what the table must make of it."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from tests.claims.make import before, complaint, evidence, grounds, record
from tradedocs.claims.facts import BeforeShipment
from tradedocs.claims.lacking import evidence_list, lacking
from tradedocs.claims.table import decision_table
from tradedocs.claims.triage import triage
from tradedocs.model.claim import Category, ClaimRecord, Triage

CASES = sorted((Path(__file__).parent / "cases").glob("good-*.yaml"))
DAY = date(2031, 5, 8)


def _read(path: Path) -> dict[str, Any]:
    """Every scalar a text, as the program reads files."""
    told: dict[str, Any] = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
    return told


def _case(told: dict[str, Any]) -> tuple[ClaimRecord, Triage]:
    side = told.get("our_side", "seller")
    shown = tuple(
        evidence(one["file"], *one.get("shows", ()), report=one.get("report"))
        for one in told.get("evidence", ())
    )
    claim = record(told["claim"], shown, our_side=side)
    contract = grounds(told.get("goods", "lamps"), our_side=side, **told.get("contract", {}))
    return claim, triage(claim, contract, before(**told.get("before", {})), by="Lin Mei", on=DAY)


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_case(path: Path) -> None:
    told = _read(path)
    wanted = told["expect"]
    _, found = _case(told)
    got = (found.row_of_table, found.category, found.severity, found.bearer)
    assert got == (wanted["row"], wanted["category"], wanted["severity"], wanted["bearer"])
    if "beside" in wanted:
        assert sorted(found.beside) == sorted(wanted["beside"])
    reasons = "\n".join(f"{one.fact}: {one.source}" for one in found.because)
    for words in wanted.get("because", ()):
        assert words in reasons
    questions = "\n".join(one.en for one in found.questions)
    for words in wanted.get("questions", ()):
        assert words in questions
    assert set(wanted.get("lacking", ())) <= {one.kind for one in found.lacking}


def test_both_sides_and_every_row_are_covered() -> None:
    """A row that no case reaches is a row that nobody has thought through."""
    told = [_read(path) for path in CASES]
    assert len(told) >= 25
    assert {one.get("our_side", "seller") for one in told} == {"seller", "buyer"}
    reached = {one["expect"]["row"] for one in told}
    left = {row.id for row in decision_table()[0].rows} - reached
    assert left <= ELSEWHERE, left


ELSEWHERE = {
    "sample-against-count", "short-broken-packages", "short-open", "packing-tested", "damage-unseen",
    "misuse-disputed-measured", "misuse-stored-disputed", "count-after-final", "pieces-without-plan",
}  # fmt: skip
"""Rows that `test_remaining_rows` reaches."""

RANDOM = {"examined": "315", "defective": "30", "random": "yes"}
COUNTED = evidence("count.xlsx", "defect-count")
LOW = {"values": {"Luminous flux": ("700 lm", "REJECT")}}


@pytest.mark.parametrize(
    ("row", "goods", "claim", "shown", "contract", "verdict"),
    [
        ("sample-against-count", "lamps", {"meets_sample": "yes", "counted": RANDOM}, (COUNTED,), {}, None),
        ("short-broken-packages", "lamps", {"alleged": "quantity", "missing": "5 pcs", "packages_damaged": "yes"},
         (), {}, None),
        ("short-open", "lamps", {"alleged": "quantity", "missing": "5 pcs"}, (), {}, None),
        ("packing-tested", "lamps",
         {"alleged": "packing", "characteristic": "Carton drop test", "packages_damaged": "no"},
         (evidence("s.pdf", report={"values": {"Carton drop test": ("fails", "REJECT")}}),), {}, None),
        ("damage-unseen", "lamps", {"alleged": "damage"}, (), {}, None),
        ("misuse-disputed-measured", "lamps", {"altered": "yes", "characteristic": "Luminous flux"},
         (evidence("s.pdf", report=LOW),), {}, None),
        ("misuse-stored-disputed", "lamps", {"stored_properly": "no", "counted": RANDOM}, (COUNTED,), {}, None),
        ("count-after-final", "lamps", {"counted": RANDOM}, (COUNTED,), {"effect": "final"}, "RELEASE"),
        ("pieces-without-plan", "wheat", {"affected": "2 t", "counted": RANDOM, "usable": "no"}, (COUNTED,), {}, None),
    ],
)  # fmt: skip
def test_remaining_rows(
    row: str,
    goods: str,
    claim: dict[str, Any],
    shown: tuple[Any, ...],
    contract: dict[str, Any],
    verdict: str | None,
) -> None:
    found = triage(record(claim, shown), grounds(goods, **contract), before(verdict), by="Lin Mei", on=DAY)
    assert found.row_of_table == row


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_danger_outranks_everything(path: Path) -> None:
    """Whatever else a case says, a danger makes it a matter of safety."""
    told = _read(path)
    told["claim"]["unsafe"] = "yes"
    assert _case(told)[1].severity == "safety"


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_a_count_never_stands_without_its_interval(path: Path) -> None:
    claim, found = _case(_read(path))
    counted = claim.complaint.counted is not None or any(
        one.report is not None and one.report.counted is not None for one in claim.evidence
    )
    assert (found.interval is not None) == counted
    if found.interval is not None:
        assert any("Clopper-Pearson" in one.source for one in found.because)
        drawn = "drawn at random" if found.interval.random != "unknown" else "how the counted pieces"
        assert any(drawn in one.fact for one in found.because)


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_undecided_asks(path: Path) -> None:
    _, found = _case(_read(path))
    if found.category == "undecided":
        assert found.questions
    for one in (*found.questions, *(piece.what for piece in found.lacking)):
        assert one.zh


def test_what_is_on_file_is_not_asked_for_again() -> None:
    def kinds(claim: ClaimRecord) -> set[str]:
        return {one.kind for one in lacking(("batch-defect",), claim)}

    nothing = kinds(record())
    assert {"photo-close-up", "defect-count", "storage"} <= nothing
    assert "photo-close-up" not in kinds(record({}, (evidence("a.jpg", "photo-close-up"),)))
    assert "storage" not in kinds(record({"sent": ("storage",)}))
    by_report = kinds(record({}, (evidence("r.pdf"),)))
    assert by_report == nothing - {"report", "photo-close-up", "defect-count"}


@pytest.mark.parametrize("category", sorted(evidence_list().needs))
def test_every_piece_says_what_form_and_why_in_both_languages(category: Category) -> None:
    for one in lacking((category,), record()):
        for text in (one.what, one.format, one.why):
            assert text.en
            assert text.zh


def test_nothing_is_asked_of_an_undecided_claim_but_what_its_allegation_needs() -> None:
    found = lacking(("undecided",), record({"alleged": "quantity"}))
    assert {one.kind for one in found} >= {"tally", "photo-container"}
    assert "video" not in {one.kind for one in found}


def test_no_case_needs_what_is_not_said() -> None:
    """A complaint with nothing but what is required gets an answer, for each allegation."""
    for alleged in ("quality", "quantity", "damage", "packing", "appearance", "safety"):
        claim = record(complaint(alleged=alleged).model_dump(exclude_unset=True))
        found = triage(claim, grounds(), BeforeShipment(), by="Lin Mei", on=DAY)
        assert found.category == "undecided"
        assert found.questions
        assert found.lacking


ANSWERS = st.sampled_from(("yes", "no", "unknown"))
CLAIMS = st.fixed_dictionaries(
    {
        "alleged": st.sampled_from(("quality", "quantity", "damage", "packing", "appearance", "safety")),
        **dict.fromkeys(
            ("unsafe", "usable", "packages_damaged", "receipt_reserved", "seal_intact", "meets_sample",
             "stored_properly", "altered", "hidden", "same_kind"),
            ANSWERS,
        ),
    },
    optional={
        "missing": st.sampled_from(("1 pcs", "900 pcs")),
        "characteristic": st.sampled_from(("Luminous flux", "Insulation resistance", "Warmth of the light")),
        "counted": st.fixed_dictionaries(
            {"examined": st.sampled_from(("50", "315", "12000")), "defective": st.sampled_from(("0", "3", "20")),
             "random": ANSWERS}
        ),
    },
)  # fmt: skip
SHOWN = st.lists(
    st.sampled_from(
        (
            COUNTED,
            evidence("beside.jpg", "photo-comparison"),
            evidence("low.pdf", report=LOW),
            evidence("sent-in.pdf", report={**LOW, "sampled_by": "client"}),
            evidence("good.pdf", report={"values": {"Luminous flux": ("820 lm", "RELEASE")}}),
        )
    ),
    max_size=3,
    unique_by=lambda one: one.file,
)
CONTRACTS = st.fixed_dictionaries(
    {
        "risk": st.sampled_from(("buyer", "seller", "unknown")),
        "effect": st.sampled_from(("final", "loading-with-reinspection", "discharge", "splitting", "none")),
        "pieces": st.sampled_from(("all", "above-aql")),
    }
)
VERDICTS = st.sampled_from((None, "RELEASE", "HOLD", "REJECT"))


@given(CLAIMS, SHOWN, CONTRACTS, VERDICTS)
def test_what_holds_of_every_triage(
    claim: dict[str, Any], shown: list[Any], contract: dict[str, Any], verdict: str | None
) -> None:
    told = record(claim, tuple(shown))
    found = triage(told, grounds(**contract), before(verdict), by="Lin Mei", on=DAY)
    if claim["unsafe"] == "yes":
        assert found.severity == "safety"
    if found.category == "undecided":
        assert found.bearer == "undecided"
        assert found.questions
        assert found.severity in ("unknown", "safety")
    else:
        assert found.because
    assert found.category not in found.beside
    assert not {one.kind for one in found.lacking} & told.shown
    assert (found.interval is None) == (told.complaint.counted is None)
    if found.category == "single-defects" and contract["pieces"] == "all":
        assert found.bearer == "seller"
