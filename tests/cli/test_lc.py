"""`tradedocs lc`, as a clerk calls it."""

from __future__ import annotations

import email
import json
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import Ran
from tests.credit.lc import CLEAN, SAMPLES
from tradedocs.word.package import DOCUMENT, read_parts

Run = Callable[..., Ran]
DEAL, DISCREPANT = SAMPLES / "deal.yaml", SAMPLES / "credit-discrepant.txt"
AMENDMENT = SAMPLES / "credit-amendment.txt"
AS_OF = ("--as-of", "2026-08-01")


def test_a_clean_credit_ends_with_0_and_a_discrepant_one_with_20(run: Run) -> None:
    clean = run("lc", "check", DEAL, SAMPLES / "credit.txt", *AS_OF)
    assert (clean.code, clean.err) == (0, "")
    assert "0 discrepancies, 0 to look at, 0 notes" in clean.out
    bad = run("lc", "check", DEAL, DISCREPANT, *AS_OF)
    assert bad.code == 20
    assert "credit-discrepant.txt:25: discrepancy[L07] 44C" in bad.out


def test_the_amendment_is_checked_again(run: Run, tmp_path: Path) -> None:
    assert run("lc", "check", DEAL, DISCREPANT, "--amendment", AMENDMENT, *AS_OF).code == 0
    odd = tmp_path / "odd.txt"
    odd.write_text(AMENDMENT.read_text().replace("COLOUR 35", "COLOUR 36"))
    left = run("lc", "check", DEAL, DISCREPANT, "--amendment", odd, *AS_OF)
    assert left.code == 20
    assert "a person must work this in: 46B /DELETE/" in left.out


def test_json_has_every_field(run: Run) -> None:
    data = json.loads(run("lc", "check", DEAL, DISCREPANT, *AS_OF, "--format", "json").out)
    assert (data["version"], data["discrepancies"]) == (1, 5)
    assert [one["tag"] for one in data["credit"]["fields"]][:4] == ["27", "40A", "20", "31C"]


@pytest.mark.parametrize("language", ["en", "zh", "en-zh"])
def test_the_request_names_every_point(run: Run, tmp_path: Path, language: str) -> None:
    out = tmp_path / "amend.docx"
    ran = run("lc", "check", DEAL, DISCREPANT, *AS_OF, "--request", out, "--mail", "--lang", language)
    assert ran.code == 20
    text = read_parts(out.read_bytes(), name="amend.docx")[DOCUMENT].decode()
    wanted = {"en": ["Field 44C to read: 261031."], "zh": ["44C栏改为：261031。"]}
    for tongue in language.split("-"):
        assert all(words in text for words in wanted[tongue])
    mail = email.message_from_bytes(out.with_suffix(".eml").read_bytes())
    assert (mail["X-Unsent"], mail["To"]) == ("1", "purchase@yuanqiao.example")
    assert [part.get_filename() for part in mail.walk() if part.get_filename()] == ["amend.docx"]
    again = run("lc", "check", DEAL, DISCREPANT, *AS_OF, "--request", out)
    assert (again.code, "stands there already" in again.err) == (2, True)


def test_nothing_to_amend_writes_nothing(run: Run, tmp_path: Path) -> None:
    ran = run("lc", "check", DEAL, SAMPLES / "credit.txt", *AS_OF, "--request", tmp_path / "amend.docx")
    assert ran.code == 3
    assert not (tmp_path / "amend.docx").exists()


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"%PDF-1.7", "no text file"),
        (b"\0\1\2", "no text file"),
        (b"", "no MT 700 or MT 710"),
        ("信用证已开立".encode(), "no MT 700 or MT 710"),
        (CLEAN.encode() * 2, "the file holds 2 credits"),
        (b"x" * 1_100_000, "larger than"),
    ],
)
def test_what_is_no_credit_is_told_without_a_traceback(
    run: Run, tmp_path: Path, content: bytes, told: str
) -> None:
    path = tmp_path / "credit.txt"
    path.write_bytes(content)
    ran = run("lc", "check", DEAL, path, *AS_OF)
    assert ran.code in (2, 20)
    assert told in ran.err
    assert "Traceback" not in ran.err


def test_a_contract_without_credit_and_options_without_a_request_are_refused(run: Run) -> None:
    other = run("lc", "check", SAMPLES.parent / "plastic-parts" / "deal.yaml", SAMPLES / "credit.txt")
    assert (other.code, "not paid by letter of credit" in other.err) == (2, True)
    assert run("lc", "check", DEAL, SAMPLES / "credit.txt", "--mail").code == 2


def test_documents_are_listed_until_their_last_day(run: Run) -> None:
    asked = ("lc", "documents", SAMPLES / "credit.txt", "--shipped", "2026-09-12", "--as-of")
    assert run(*asked, "2026-10-04").code == 10
    ran = run(*asked, "2026-10-03")
    assert ran.code == 0
    assert "present by 2026-10-03" in ran.out
    assert "issuer: NORTHQUAY SUPERINTENDENCE" in ran.out
    data = json.loads(run("lc", "documents", SAMPLES / "credit.txt", "--format", "json").out)
    assert (data["version"], data["shipped_assumed"], len(data["documents"])) == (1, True, 6)


def test_control_characters_of_a_bank_do_nothing(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "credit.txt"
    path.write_text(CLEAN.replace("WHITE REFINED", "\x1b[31mWHITE REFINED"))
    assert "\x1b[31m" not in run("lc", "check", DEAL, path, *AS_OF, "--format", "json").out
