from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import Ran
from tests.flows.claims.customers import BY, complaint

Run = Callable[..., Ran]
NUMBER = "CL-2027-001"


@pytest.fixture
def opened(run: Run, shop: Path) -> Path:
    run("claim", "open", "led-lamps.docx", "--from", complaint(shop), *BY)
    return shop


@pytest.mark.parametrize(
    ("as_of", "within", "code"), [("2027-01-16", 0, 0), ("2027-01-16", 3, 10), ("2027-01-20", 0, 10)]
)
def test_the_exit_code_says_whether_something_presses(
    run: Run, opened: Path, as_of: str, within: int, code: int
) -> None:
    ran = run("claim", "status", NUMBER, "--as-of", as_of, "--within", within)
    assert ran.code == code
    assert ("now:" in ran.out) == (code == 10)
    assert run("claim", "list", "--as-of", as_of, "--within", within).code == code


def test_the_json_has_every_date(run: Run, opened: Path) -> None:
    told = json.loads(run("claim", "status", NUMBER, "--format", "json", "--as-of", "2027-01-20").out)
    assert (told["version"], told["claim"], told["state"], told["as_of"]) == (1, NUMBER, "open", "2027-01-20")
    by_key = {one["key"]: one for one in told["dates"]}
    assert by_key["answer.acknowledge"]["state"] == "passed"
    assert by_key["window.quality"]["arithmetic"].endswith("= 2027-02-11")
    assert told["pressing"] == ["answer.acknowledge", "answer.missing", "answer.talk", "answer.answer"]
    assert told["record"]["complaint"]["affected"] == "1200 pcs"
    assert told["contract"]["plan"] == "ISO 2859-1:2026, level II, AQL critical 0, major 2.5, minor 4.0"
    assert len(told["contract"]["evidence"]) == 7
    assert told["contract"]["checks"] == []
    listed = json.loads(run("claim", "list", "--format", "json").out)
    assert [one["claim"] for one in listed["claims"]] == [NUMBER]


def test_an_unknown_claim_names_the_known_ones(run: Run, opened: Path) -> None:
    ran = run("claim", "status", "CL-1")
    assert (ran.code, NUMBER in ran.err) == (2, True)


def test_the_words_of_others_cannot_move_the_cursor(run: Run, shop: Path) -> None:
    file = complaint(shop, number="CL-7", complainant="Harrow 哈罗 & <b>Finch</b>")
    run("claim", "open", "led-lamps.docx", "--from", file, *BY)
    out = run("claim", "status", "CL-7").out + run("claim", "list").out
    assert "Harrow 哈罗 & <b>Finch</b>" in out
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f]", out)


def test_the_calendar_is_written_whole(run: Run, opened: Path) -> None:
    ran = run("claim", "status", NUMBER, "--as-of", "2027-01-16", "--ics", "claim.ics")
    assert "claim.ics" in ran.err
    first = Path("claim.ics").read_bytes()
    assert first.startswith(b"BEGIN:VCALENDAR\r\n")
    assert b"UID:CL-2027-001.answer.acknowledge@" in first
    run("claim", "status", NUMBER, "--as-of", "2027-01-17", "--ics", "claim.ics")
    assert Path("claim.ics").read_bytes() == first  # the same dates are the same file
    assert run("claim", "status", NUMBER, "--ics", "nowhere/\0.ics").code != 0


def test_lines_fit_the_terminal(run: Run, opened: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from tradedocs.ui import columns

    monkeypatch.setattr("tradedocs.cli.claim_status.width", lambda: 80)
    out = run("claim", "status", NUMBER).out
    assert max(columns(line) for line in out.splitlines()) <= 80
    assert (
        " ".join(out.split()).count("arrived 2026-12-28 + 45 days = 2027-02-11; Contract, Clause 32.1(b)")
        == 1
    )
