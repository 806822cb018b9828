"""A claim is opened and restated through the command line."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import Ran
from tests.flows.claims.customers import BY, LAMPS, SAMPLES, complaint, on_day
from tests.word.edits import edited
from tradedocs.errors import RefusedInput
from tradedocs.files import sha256_of
from tradedocs.flows.claims.basis import bars_of, terms_of
from tradedocs.flows.claims.record import claim_of
from tradedocs.ledger import Ledger
from tradedocs.word.package import DOCUMENT
from tradedocs.workspace import find

Run = Callable[..., Ran]
LAMPS_REPORTS = tuple(SAMPLES / "led-lamps" / "reports" / f"pass-{n}.pdf" for n in (1, 2))


def rows(root: Path, kind: str) -> list[dict[str, Any]]:
    return [dict(row.facts) for row in Ledger(root / "ledger.jsonl").rows() if row.kind == kind]


def test_opening_says_what_the_contract_says_and_what_is_due(run: Run, shop: Path) -> None:
    run("check", "led-lamps.docx", *LAMPS_REPORTS, "--unsigned")
    ran = run("claim", "open", "led-lamps.docx", "--from", complaint(shop), *BY)
    assert ran.code == 10  # it is to be acknowledged within a week
    for words in (
        "claim CL-2027-001: open, contract NSL-2026-0417, opened 2027-01-16",
        "notice 2027-01-15 + 2 working days", "arrived 2026-12-28 + 45 days = 2027-02-11; Contract, Clause 32.1(b)",
        "Luminous flux: >= 806 lm", "level II, AQL critical 0, major 2.5, minor 4.0",
        "34.1(e) the number of pieces".replace("34", "33"), "free replenishment",
        "RELEASE (ledger row", "TB-NB-261105-01 pass-1.pdf",
    ):  # fmt: skip
        assert words in ran.out
    assert "nobody has recorded that the contract was signed" in ran.err
    (row,) = rows(shop, "claim-opened")
    assert (row["claim"], row["by"], row["contract_no"]) == ("CL-2027-001", "Lin Mei", "NSL-2026-0417")
    folder = shop / "claims" / "CL-2027-001"
    assert {path.name: sha256_of(path.read_bytes()) for path in folder.iterdir()} == row["files"]
    assert (folder / "claim.yaml").read_bytes() == (shop / "claim.yaml").read_bytes()


def test_only_the_characteristic_that_is_complained_of_is_shown(run: Run, shop: Path) -> None:
    file = complaint(shop, characteristic="CCT")  # an alias of the contract's name
    ran = run("claim", "open", "led-lamps.docx", "--from", file, *BY)
    assert "Correlated colour temperature: 2725" in ran.out
    assert "Luminous flux" not in ran.out


def test_claims_are_numbered_by_year(run: Run, shop: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = complaint(shop, number=None)
    for number in ("CL-2027-001", "CL-2027-002"):
        assert f"claim {number}: open" in run("claim", "open", "led-lamps.docx", "--from", file, *BY).out
    (shop / "claims" / "CL-2027-003").mkdir()  # left by a broken run
    assert "claim CL-2027-004" in run("claim", "open", "led-lamps.docx", "--from", file, *BY).out
    monkeypatch.setattr("tradedocs.cli.clock.now", lambda: on_day("2028-02-01"))
    assert "claim CL-2028-001" in run("claim", "open", "led-lamps.docx", "--from", file, *BY).out


def test_a_number_is_used_once(run: Run, shop: Path) -> None:
    file = complaint(shop)
    run("claim", "open", "led-lamps.docx", "--from", file, *BY)
    again = run("claim", "open", "led-lamps.docx", "--from", file, *BY)
    assert (again.code, "CL-2027-002" in again.err) == (2, True)
    assert len(rows(shop, "claim-opened")) == 1


@pytest.mark.parametrize("number", ["../CL-1", "CL 1", "a/b", ".hidden", "x" * 90])
def test_a_number_that_is_no_name_of_a_folder_is_refused(run: Run, shop: Path, number: str) -> None:
    ran = run("claim", "open", "led-lamps.docx", "--from", complaint(shop, number=number), *BY)
    assert (ran.code, "cannot be the number of a claim" in ran.err) == (2, True)
    assert not rows(shop, "claim-opened")
    assert not (shop / "claims").exists()


@pytest.mark.parametrize(
    ("facts", "place", "words"),
    [
        ({"line": 3}, ":13:1", "shipment 1 carries no goods line 3; it carries 1, 2"),
        ({"shipment": 2}, ":13:1", "the contract has no shipment 2"),
        ({"characteristic": "Taste"}, ":13:1", "line 1 has no characteristic 'Taste'"),
        ({"affected": "24001 pcs"}, ":6:1", "24,001 pcs is more than the shipment carries (24,000 pcs)"),
        ({"affected": "3 t"}, ":6:1", "counted in pcs, not in t"),
        ({"missing": "2 t"}, ":13:1", "`missing`"),
        ({"received": "2026-08-01", "found": None}, ":2:1", "before the contract of 2026-08-18"),
        ({"found": "2027-01-16"}, ":9:1", "after the complaint of 2027-01-15"),
        ({"taken_over": "2026-12-27"}, ":8:1", "2026-12-27 is before 2026-12-28 (arrived)"),
        ({"shipped": "2027-01-09"}, ":7:1", "is before 2027-01-09 (shipped)"),
        ({"asked": {"amount": "3 EUR"}}, ":13:1", "`asked.amount`: the contract is in USD, this is in EUR"),
        ({"costs": {"relationship": {"nothing": "1 CNY"}}}, ":13:1", "`costs.relationship.nothing`"),
        ({"next_order": {"value": "1 GBP"}}, ":13:1", "`next_order.value`"),
        ({"upstream_of": "CL-1"}, ":13:1", "there is no claim 'CL-1'"),
    ],
)  # fmt: skip
def test_facts_that_cannot_be_are_told_with_their_line(
    run: Run, shop: Path, facts: dict[str, Any], place: str, words: str
) -> None:
    ran = run("claim", "open", "led-lamps.docx", "--from", complaint(shop, **facts), *BY)
    assert (ran.code, words in ran.err, f"claim.yaml{place}" in ran.err) == (20, True, True), ran.err
    assert not rows(shop, "claim-opened")
    assert not (shop / "claims").exists()


def test_an_altered_contract_is_refused(run: Run, shop: Path) -> None:
    file = shop / "led-lamps.docx"
    file.write_bytes(edited(file.read_bytes(), DOCUMENT, "45 days", "90 days"))
    ran = run("claim", "open", file, "--from", complaint(shop), *BY)
    assert (ran.code, "the contract was altered" in ran.err) == (10, True)


def test_a_contract_of_another_house_is_refused(run: Run, shop: Path) -> None:
    (shop / "ledger.jsonl").unlink()
    ran = run("claim", "open", "led-lamps.docx", "--from", complaint(shop), *BY)
    assert (ran.code, "hash is not in the ledger" in ran.err) == (10, True)


@pytest.mark.parametrize("name", ["claim.yaml", "nowhere.docx", "photo.docx"])
def test_what_is_no_contract_is_refused(run: Run, shop: Path, name: str) -> None:
    (shop / "photo.docx").write_bytes(b"\xff\xd8nonsense")
    ran = run("claim", "open", name, "--from", complaint(shop), *BY)
    assert ran.code in (2, 10)
    assert not rows(shop, "claim-opened")


def test_without_a_workspace_there_is_no_claim(run: Run, shop: Path, tmp_path: Path) -> None:
    import os

    file = complaint(tmp_path)
    os.chdir(tmp_path)
    ran = run("claim", "open", shop / "led-lamps.docx", "--from", file, *BY)
    assert (ran.code, "no workspace" in ran.err) == (10, True)


def test_the_copy_of_the_contract_is_the_one_that_counts(run: Run, shop: Path) -> None:
    run("claim", "open", "led-lamps.docx", "--from", complaint(shop), *BY)
    (shop / "led-lamps.docx").unlink()
    record = claim_of("CL-2027-001", find(shop))
    terms, spec = terms_of(record, find(shop))
    assert terms.days("disputes.claims", "quality_days") == 45
    assert spec.sha256 == record.contract.spec_sha256
    copy = shop / "claims" / "CL-2027-001" / "terms.json"
    copy.write_text(copy.read_text("utf-8").replace("45 days", "90 days"), encoding="utf-8")
    with pytest.raises(RefusedInput, match="not the one that the ledger tells of"):
        terms_of(record, find(shop))
    assert run("claim", "status", "CL-2027-001").code == 10


def test_restating_replaces_the_facts_and_keeps_the_old_ones(run: Run, shop: Path) -> None:
    run("claim", "open", "led-lamps.docx", "--from", complaint(shop), *BY)
    file = complaint(shop, "more.yaml", number=None, affected="1500 pcs", usable="yes")
    ran = run("claim", "restate", "CL-2027-001", "--from", file, *BY)
    assert ran.code == 10
    assert "affected 1,500 pcs" in ran.out
    assert "restated: affected, usable" in ran.err
    record = claim_of("CL-2027-001", find(shop))
    assert record.complaint.number == "CL-2027-001"
    assert len(record.restated) == 1
    (opened,), (restated,) = rows(shop, "claim-opened"), rows(shop, "claim-restated")
    assert opened["fact"]["complaint"]["affected"] == "1200 pcs"
    assert restated["fact"]["complaint"]["usable"] == "yes"
    again = run("claim", "restate", "CL-2027-001", "--from", file, *BY)
    assert (again.code, "changes nothing" in again.err) == (2, True)


@pytest.mark.parametrize(
    ("facts", "code", "words"),
    [({"number": "CL-2027-002"}, 2, "the file is of claim"), ({"line": 3}, 20, "no goods line 3")],
)
def test_a_wrong_restatement_changes_nothing(
    run: Run, shop: Path, facts: dict[str, Any], code: int, words: str
) -> None:
    run("claim", "open", "led-lamps.docx", "--from", complaint(shop), *BY)
    before = (shop / "claims" / "CL-2027-001" / "claim.yaml").read_bytes()
    ran = run("claim", "restate", "CL-2027-001", "--from", complaint(shop, "more.yaml", **facts), *BY)
    assert (ran.code, words in ran.err) == (code, True)
    assert not rows(shop, "claim-restated")
    assert (shop / "claims" / "CL-2027-001" / "claim.yaml").read_bytes() == before


def test_a_finding_from_before_shipment_bars_and_a_later_one_does_not(run: Run, shop: Path) -> None:
    fail = SAMPLES / "led-lamps" / "reports" / "fail-2.pdf"
    run("check", "led-lamps.docx", LAMPS_REPORTS[0], fail, "--unsigned")
    file = complaint(shop, line=2, affected="900 pcs", characteristic="Correlated colour temperature",
                     received="2027-02-20", words="Too cold.")  # fmt: skip
    run("claim", "open", "led-lamps.docx", "--from", file, *BY)
    ran = run("claim", "status", "CL-2027-001", "--format", "json", "--as-of", "2027-02-20")
    told = json.loads(ran.out)
    assert told["bars"]
    assert {one["characteristic"] for one in told["bars"]} == {"Correlated colour temperature", None}
    window = next(one for one in told["dates"] if one["key"] == "window.quality")
    assert window["state"] == "late"
    assert any(source.startswith("Ledger row") for source in window["stopped_by"])
    record = claim_of("CL-2027-001", find(shop))
    ledger = tuple(Ledger(shop / "ledger.jsonl").rows())
    other = record.complaint.model_copy(update={"characteristic": "Power"})
    assert {
        one.characteristic for one in bars_of(record.model_copy(update={"complaint": other}), ledger)
    } == {None}
    early = record.complaint.model_copy(update={"shipped": on_day("2026-11-01").date()})
    assert not bars_of(record.model_copy(update={"complaint": early}), ledger)


def test_the_questions_make_the_file(run: Run, shop: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    answers: dict[str, str | list[str]] = {
        "number": "", "received": ["15.1.2027", "2027-01-15"], "complainant": "Harrow & Finch Trading Ltd",
        "alleged": "quality", "words": "Lamps flicker.", "affected": ["many", "1,200 pcs"], "lots": "A-1, A-2",
        "arrived": "2026-12-28", "hidden": "no",
    }  # fmt: skip
    lines = iter(_typed(answers))

    def prompt(text: str, default: str | None = None, **_: object) -> str:
        return next(lines) or (default or "")

    assert "no terminal to ask at" in run("claim", "open", "led-lamps.docx", *BY).err
    monkeypatch.setattr("sys.stdin.isatty", lambda: True)
    monkeypatch.setattr("click.prompt", prompt)
    ran = run("claim", "open", "led-lamps.docx", *BY)
    assert ran.code == 10, ran.err
    assert "'many' is not a quantity" in ran.err
    written = (shop / "claim.yaml").read_text("utf-8")
    assert "lots:\n- A-1\n- A-2" in written
    record = claim_of("CL-2027-001", find(shop))
    assert record.complaint.lots == ("A-1", "A-2")
    assert (record.complaint.hidden, record.complaint.usable) == ("no", "unknown")
    assert run("claim", "open", "led-lamps.docx", *BY).code == 2  # the file stands there


def _typed(answers: dict[str, str | list[str]]) -> list[str]:
    """What a person types, question by question; Enter where there is no answer."""
    from tradedocs.cli.claim_questions import _QUESTIONS

    lines: list[str] = []
    for key, *_ in _QUESTIONS:
        given = answers.get(key, "")
        lines += given if isinstance(given, list) else [given]
    return lines


def test_the_sample_claims_open_under_the_sample_contracts(run: Run, shop: Path) -> None:
    for name, deal in (
        ("minor-cosmetic", "led-lamps"),
        ("batch-defect", "plastic-parts"),
        ("perception", "led-lamps"),
    ):
        ran = run("claim", "open", f"{deal}.docx", "--from", SAMPLES / "claims" / f"{name}.yaml", *BY)
        assert ran.code == 10, ran.err
    assert len(rows(shop, "claim-opened")) == 3
    assert LAMPS["number"] in run("claim", "list").out
