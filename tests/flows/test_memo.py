"""The deviation memo, through the command line."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import Ran
from tradedocs.word.package import read_parts
from tradedocs.word.text import visible_text

Run = Callable[..., Ran]
SAMPLES = Path(__file__).parents[2] / "samples"

MORE = """
clauses:
  - {clause: disputes.claims, position: fallback-1, reason: "the buyer | insists"}
  - {clause: general.confidentiality, omit: true, reason: they never buy again}
granted:
  - {authority: legal, by: M. Legal, on: 2026-08-01, clauses: [disputes.claims], reason: third order}
suppress:
  - {rule: T61, reason: our lawyers know it}
confirm:
  - {key: delivery.place, why: the buyer has not said}
"""


@pytest.fixture
def deal(workspace: Path) -> Path:
    path = workspace / "deal.yaml"
    path.write_text(
        (SAMPLES / "led-lamps" / "deal.yaml").read_text(encoding="utf-8") + MORE, encoding="utf-8"
    )
    return path


def test_what_is_off_standard_who_granted_it_and_what_is_open(run: Run, deal: Path) -> None:
    ran = run("contract", "memo", deal, "--as-of", "2026-09-01")
    assert ran.code == 0
    lines = ran.out.splitlines()
    claims = next(line for line in lines if line.startswith("| disputes.claims | fallback-1"))
    assert "M. Legal (legal), 2026-08-01: third order" in claims or "OPEN: nobody" in claims
    assert "the buyer \\| insists" in claims
    assert any(line.startswith("| general.confidentiality | left out") for line in lines)
    assert "| T61 | our lawyers know it | no end |" in ran.out
    assert "| to be confirmed | delivery.place | the buyer has not said |" in ran.out
    assert "| not approved | general.parties |" in ran.out


def test_the_law_and_its_arithmetic(run: Run, deal: Path) -> None:
    out = run("contract", "memo", deal).out
    assert "seller in CN (CISG in force), buyer in GB (CISG not in force)" in out
    # 0.5 % and 5 % of USD 33,420.00, and 1,671.00 / 1.3
    assert (
        "0.5 % a started week = USD 167.10 where all goods are late; cap 5 % = USD 1,671.00, reached in week 10"
        in out
    )
    assert "at least USD 1,671.00 / 1.3 = USD 1,285.38" in out
    assert "| Law of the arbitration agreement | the People's Republic of China |" in out


def test_as_a_word_file(run: Run, deal: Path, workspace: Path) -> None:
    for name in ("memo.docx", "again.docx"):
        assert run("contract", "memo", deal, "--as-of", "2026-09-01", "-o", workspace / name).code == 0
    assert (workspace / "memo.docx").read_bytes() == (workspace / "again.docx").read_bytes()
    text = visible_text(read_parts((workspace / "memo.docx").read_bytes(), name="memo"))
    assert "the buyer | insists" in text
    assert "Internal, not for the other side" in text
    assert run("contract", "memo", deal, "-o", workspace / "memo.docx").code == 2
    assert run("contract", "memo", deal, "-o", workspace / "memo.pdf").code == 2
    assert run("contract", "memo", deal, "-o", workspace / "memo.md").code == 0


def test_a_domestic_sale_has_no_convention(run: Run, deal: Path) -> None:
    text = deal.read_text(encoding="utf-8").replace("country: GB", "country: CN")
    deal.write_text(text.replace("cisg: applies", "cisg: excluded"), encoding="utf-8")
    assert (
        "| CISG | does not apply | both places of business are in CN |" in run("contract", "memo", deal).out
    )


def test_a_value_beyond_the_range_of_sales_names_who_may_agree(run: Run, deal: Path) -> None:
    text = deal.read_text(encoding="utf-8").replace("quality_days: 45", "quality_days: 60")
    deal.write_text(text.replace("position: fallback-1, ", ""), encoding="utf-8")
    line = next(one for one in run("contract", "memo", deal).out.splitlines() if "quality\\_days" in one)
    assert line.startswith("| disputes.claims | quality\\_days | 60 | – | sales ")
    assert line.endswith("| M. Legal (legal), 2026-08-01: third order |")
    deal.write_text(
        deal.read_text(encoding="utf-8").replace("authority: legal", "authority: sales"), encoding="utf-8"
    )
    assert "OPEN: nobody" in run("contract", "memo", deal).out
