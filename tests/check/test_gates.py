"""Two gates: the goods to be loaded, and the documents; never the second before the first."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.check.make import RECORDED, aql, characteristic, dated, lab, line, psi, result, spec, stated
from tradedocs.flows.basis import Basis
from tradedocs.flows.crosscheck import judge
from tradedocs.model.finding import Gate, Judgement, Verdict
from tradedocs.model.report import Report
from tradedocs.model.spec import Spec

ORDER = {Verdict.RELEASE: 0, Verdict.HOLD: 1, Verdict.REJECT: 2}
AGREED = spec(
    line(
        characteristic("Power", "<= 9.9 W"),
        characteristic("Holds clean", "conforms", stage="loading"),
        characteristic("Net mass of a piece", "<= 120 g", stage="loading"),
        characteristic("Caking", "conforms", stage="discharge"),
    )
)
POWER, CLEAN = result("Power", "9.2", "W"), result("Holds clean", "Pass")
MASS, CAKING = result("Net mass of a piece", "110", "g"), result("Caking", "Pass")
BEFORE = psi(POWER)


def loading(*results: Any, **more: Any) -> Report:
    """A certificate of the time of loading."""
    facts = {
        "file": "loading.pdf",
        "sha256": "ll",
        "report_no": stated("N-7"),
        "issue_date": dated("2027-01-14"),
    }
    return psi(*results, **{**facts, **more})


def checked(agreed: Spec, *reports: Report, gate: Gate = "documents") -> Judgement:
    return judge(Basis(agreed, "c.docx", "cc"), agreed.shipments[0], reports, RECORDED, gate)


def gates(agreed: Spec, *reports: Report) -> tuple[Verdict, Verdict]:
    """To load, and for the documents."""
    load, documents = checked(agreed, *reports).gates
    return load.verdict, documents.verdict


def test_before_loading_the_goods_are_released_and_the_documents_wait() -> None:
    judgement = checked(AGREED, BEFORE, gate="load")
    assert judgement.verdict is Verdict.RELEASE
    assert [one.verdict for one in judgement.gates] == [Verdict.RELEASE, Verdict.HOLD]
    waiting = {one.characteristic for one in judgement.findings if one.severity is Verdict.HOLD}
    assert waiting == {"Holds clean", "Net mass of a piece"}
    assert judgement.lines[0].verdict is Verdict.RELEASE
    assert checked(AGREED, BEFORE).verdict is Verdict.HOLD


def test_with_the_certificate_of_loading_the_documents_are_released_too() -> None:
    assert gates(AGREED, BEFORE, loading(POWER, CLEAN, MASS)) == (Verdict.RELEASE, Verdict.RELEASE)


def test_what_is_known_at_discharge_is_due_at_neither_and_told() -> None:
    for rows in ((POWER, CLEAN, MASS), (POWER, CLEAN, MASS, CAKING)):
        judgement = checked(AGREED, loading(*rows))
        assert judgement.verdict is Verdict.RELEASE
        assert [one.rule for one in judgement.findings if one.rule != "contract-unsigned"] == ["not-due"]
        due = {item.characteristic.name: item.due for item in judgement.lines[0].checked}
        assert due["Caking"] is None


@pytest.mark.parametrize("row", [result("Holds clean", "Fail"), result("Net mass of a piece", "130", "g"),
                                 result("Caking", "Fail")])  # fmt: skip
def test_what_speaks_against_the_goods_counts_at_both(row: Any) -> None:
    assert gates(AGREED, loading(POWER, row)) == (Verdict.REJECT, Verdict.REJECT)


@pytest.mark.parametrize(
    "row",
    [
        result("Holds clean", "N/A"),
        result("Net mass of a piece", "110"),
        result("Net mass of a piece", "110", "g", doubt=("decimal-comma",)),
        result("Net mass of a piece", "110", "g", witnesses=()),
        result("Net mass of a piece", "110", "g", specimen="Factory result"),
        result("Net mass of a piece", "110", "g", basis="dry basis"),
    ],
)
def test_what_is_not_yet_proved_of_the_loading_does_not_hold_it(row: Any) -> None:
    load, documents = gates(AGREED, psi(POWER, row))
    assert load is Verdict.RELEASE
    assert documents is Verdict.HOLD


def test_an_early_word_on_the_loading_holds_the_documents_until_a_later_certificate_says_it() -> None:
    early = psi(POWER, CLEAN, MASS)
    assert gates(AGREED, early) == (Verdict.RELEASE, Verdict.HOLD)
    assert gates(AGREED, early, loading(POWER, CLEAN, MASS)) == (Verdict.RELEASE, Verdict.RELEASE)
    later = loading(POWER, CLEAN, MASS, issue_date=dated("2027-02-10"))
    assert gates(AGREED, early, later)[1] is Verdict.HOLD


def test_goods_that_are_known_only_at_loading_may_be_loaded_and_a_note_says_why() -> None:
    agreed = spec(line(characteristic("Holds clean", "conforms", stage="loading")), sampling=False)
    other = psi(result("Colour", "white"))
    judgement = checked(agreed, other, gate="load")
    assert [one.verdict for one in judgement.gates] == [Verdict.RELEASE, Verdict.HOLD]
    assert any(one.rule == "not-due" and "need no result" in one.message for one in judgement.findings)


def test_goods_of_which_nothing_is_due_before_discharge_are_released_by_neither() -> None:
    agreed = spec(line(characteristic("Caking", "conforms", stage="discharge")), sampling=False)
    assert gates(agreed, psi(CAKING)) == (Verdict.HOLD, Verdict.HOLD)


ROWS = (POWER, CLEAN, MASS, CAKING, result("Power", "12", "W"), result("Holds clean", "Fail"),
        result("Holds clean", "N/A"), result("Net mass of a piece", "130", "g"),
        result("Net mass of a piece", "110"), result("Caking", "Fail"))  # fmt: skip


@st.composite
def reports(draw: st.DrawFn) -> tuple[Report, ...]:
    made = []
    for name in draw(st.lists(st.sampled_from("abc"), min_size=1, max_size=3, unique=True)):
        rows = draw(st.lists(st.sampled_from(ROWS), max_size=5))
        day = draw(st.sampled_from(["2026-11-01", "2027-01-05", "2027-01-14", "2027-02-20"]))
        make = draw(st.sampled_from([psi, lab]))
        more = {"sha256": name} if make is psi else {}
        found = draw(st.sampled_from([0, 15]))
        more |= {"aql": aql(found=(0, found, 0))} if make is psi else {}
        made.append(
            make(*rows, file=f"{name}.pdf", report_no=stated(f"R-{name}"), issue_date=dated(day), **more)
        )
    return tuple(made)


@given(reports())
def test_the_documents_are_never_better_than_the_loading(made: tuple[Report, ...]) -> None:
    load, documents = gates(AGREED, *made)
    assert ORDER[documents] >= ORDER[load]
    for verdict in checked(AGREED, *made).lines:
        assert ORDER[verdict.gates[1].verdict] >= ORDER[verdict.gates[0].verdict]


SUPPORTING = (POWER, CLEAN, MASS, CAKING)


@given(st.lists(st.sampled_from(range(8)), max_size=8), st.sampled_from(["", "g"]))
def test_less_evidence_is_never_better_at_either_gate(gone: list[int], unit: str) -> None:
    rows = [POWER, CLEAN, result("Net mass of a piece", "110", unit or None), CAKING]
    held = [list(rows), list(rows)]
    before = gates(AGREED, psi(*held[0]), loading(*held[1]))
    for index in gone:
        which, row = divmod(index, 4)
        if rows[row] in held[which]:
            held[which].remove(rows[row])
        after = gates(AGREED, psi(*held[0]), loading(*held[1]))
        assert all(ORDER[new] >= ORDER[old] for new, old in zip(after, before, strict=True))
        before = after
