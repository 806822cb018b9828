from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import Ran
from tradedocs.contract.rules import RULES
from tradedocs.workspace import data_folder

Run = Callable[..., Ran]
CASES = Path(__file__).parent.parent / "contract" / "rules" / "cases"
DEALS = Path(__file__).parent.parent / "cases" / "deals"
SAMPLES = sorted((data_folder() / "samples").glob("*/deal.yaml"))


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.parent.name)
def test_the_samples_hold_no_error_and_no_warning(path: Path, run: Run) -> None:
    ran = run("deal", "check", path)
    assert ran.code == 0, ran.out


def test_a_finding_has_place_line_caret_and_way_out(run: Run) -> None:
    path = CASES / "bad-everything.yaml"
    ran = run("deal", "check", path)
    assert ran.code == 20
    lines = ran.out.splitlines()
    at = next(index for index, line in enumerate(lines) if "[T33]: the credit expires" in line)
    assert lines[at].startswith(
        f"{path}:85:11: error[T33]: the credit expires on 2027-06-30, 11 days too early: "
    )
    assert lines[at].endswith("2027-06-20 + 21 days = 2027-07-11")
    assert lines[at + 1] == "   85 |   expiry: 2027-06-30 # T33"
    assert lines[at + 2] == "      |           ^^^^^^^^^^"
    assert lines[at + 3] == "      = Let it expire on 2027-07-11 or later."
    assert lines[-1].endswith(" suppressed")


def test_a_warning_is_ten(run: Run, tmp_path: Path) -> None:
    deal = tmp_path / "deal.yaml"
    base = (CASES / "base-export.yaml").read_text(encoding="utf-8")
    deal.write_text(base.replace("currency: USD}", "currency: EUR}"), encoding="utf-8")
    assert run("deal", "check", deal).code == 10
    silenced = "suppress: [{rule: T23, reason: the bank insures in EUR, until: 2027-06-30}]\n"
    deal.write_text(deal.read_text(encoding="utf-8") + silenced, encoding="utf-8")
    ran = run("deal", "check", deal, "--as-of", "2027-06-30", "--format", "json")
    assert ran.code == 0
    assert [one["rule"] for one in json.loads(ran.out)["suppressed"]] == ["T23"]
    assert run("deal", "check", deal, "--as-of", "2027-07-01").code == 10


def test_a_file_that_is_not_valid_shows_its_errors_only(run: Run) -> None:
    ran = run("deal", "check", DEALS / "bad-many-at-once.yaml")
    assert ran.code == 20
    assert ran.out == ""
    assert "error" in ran.err
    assert "[T" not in ran.err


def test_the_json_has_a_version_and_the_keys(run: Run) -> None:
    data = json.loads(run("deal", "check", CASES / "bad-everything.yaml", "--format", "json").out)
    assert data["version"] == 1
    assert data["contract_no"] == "EVERY-1"
    counted = [
        sum(one["severity"] == kind for one in data["findings"]) for kind in ("error", "warning", "info")
    ]
    assert counted == [data["errors"], data["warnings"], data["infos"]]
    [finding] = [one for one in data["findings"] if one["rule"] == "T31"]
    assert finding["keys"] == ["letter_of_credit.tolerance", "goods[1].tolerance"]
    assert "(11400..12600 pcs)" in finding["message"]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.ID)
def test_every_rule_has_a_manual_page(rule: object, run: Run) -> None:
    ran = run("explain", rule.ID)  # type: ignore[attr-defined]
    assert ran.code == 0
    for part in ("What: ", "Why: ", "\nBad: ", "\nGood: ", "\nSource: "):
        assert part in ran.out, part


def test_a_build_stops_at_an_error_and_shows_warnings(run: Run, workspace: Path) -> None:
    base = (CASES / "base-export.yaml").read_text(encoding="utf-8")
    deal = workspace / "deal.yaml"
    deal.write_text(base.replace("percent: 110 %", "percent: 100 %"), encoding="utf-8")
    ran = run("contract", "build", deal, "-o", workspace / "contract.docx")
    assert ran.code == 20
    assert f"{deal}:42:38: T22: USD 22,200.00 × 100 % = USD 22,200.00" in ran.err
    assert not list(workspace.glob("contract*"))
    deal.write_text(base.replace("currency: USD}", "currency: EUR}"), encoding="utf-8")
    ran = run("contract", "build", deal, "-o", workspace / "contract.docx")
    assert ran.code == 10
    assert "warning[T23]" in ran.err
