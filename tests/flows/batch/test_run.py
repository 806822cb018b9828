from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from tests.contract.deals import CASES
from tradedocs.errors import BuildError
from tradedocs.flows.batch import run as batch_run
from tradedocs.flows.batch.press import Press
from tradedocs.flows.batch.run import Batch, Outcome, file_stem, run
from tradedocs.flows.batch.sources import Job, jobs
from tradedocs.ledger import Ledger
from tradedocs.word.passport import read_contract
from tradedocs.workspace import find

NOW = datetime(2027, 3, 1, 12, tzinfo=UTC)
BASE = CASES / "good-full.yaml"


@pytest.fixture(scope="module")
def press() -> Press:
    return Press.of(find(start=Path(__file__).parent), date(2027, 3, 1), template=None, language="en")


@pytest.fixture
def batch(press: Press, tmp_path: Path) -> Batch:
    return Batch(press, tmp_path / "out", NOW, Ledger(tmp_path / "ledger.jsonl"))


def deals(tmp_path: Path, *numbers: str) -> list[Job]:
    path = tmp_path / "deals.jsonl"
    path.write_text("".join(json.dumps({"contract_no": number}) + "\n" for number in numbers), "utf-8")
    return list(jobs([path], BASE))


def states(outcomes: Iterator[Outcome]) -> list[str]:
    return [outcome.state for outcome in outcomes]


def test_each_deal_has_its_contract_its_receipt_and_its_row(tmp_path: Path, batch: Batch) -> None:
    assert states(run(deals(tmp_path, "A/1", "A/2"), batch)) == ["draft", "draft"]
    files = sorted(path.name for path in batch.out.iterdir())
    assert files == ["A-1-DRAFT.docx", "A-1-DRAFT.receipt.json", "A-2-DRAFT.docx", "A-2-DRAFT.receipt.json"]
    assert read_contract(batch.out / "A-2-DRAFT.docx").passport.contract_no == "A/2"
    assert batch.ledger is not None
    assert [row.facts["contract_no"] for row in batch.ledger.rows()] == ["A/1", "A/2"]
    receipt = json.loads((batch.out / "A-2-DRAFT.receipt.json").read_text("utf-8"))
    assert receipt["ledger"]["row"] == 2


def test_a_contract_of_a_batch_is_the_one_that_a_single_build_makes(tmp_path: Path, batch: Batch) -> None:
    (job,) = deals(tmp_path, "S-1")
    list(run([job], batch))
    again = batch.press.press(job.deal(), job.sha256)
    assert (batch.out / "S-1-DRAFT.docx").read_bytes() == again.made.data


def test_what_is_there_is_kept_and_what_changed_is_built_again(
    tmp_path: Path, batch: Batch, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(batch_run, "GROUP", 1)
    several = run(deals(tmp_path, "K-1", "K-2", "K-3"), batch)
    assert next(several).state == "draft"  # and then the batch is broken off
    assert states(run(deals(tmp_path, "K-1", "K-2", "K-3"), batch)) == ["kept", "draft", "draft"]
    (batch.out / "K-2-DRAFT.docx").unlink()
    assert states(run(deals(tmp_path, "K-1", "K-2", "K-3"), batch)) == ["kept", "draft", "kept"]
    (job,) = deals(tmp_path, "K-1")
    changed = Job(job.name, "f" * 64, job.deal)
    assert states(run([changed], batch)) == ["draft"]


def test_what_somebody_edited_is_not_replaced(tmp_path: Path, batch: Batch) -> None:
    list(run(deals(tmp_path, "E-1"), batch))
    (batch.out / "E-1-DRAFT.docx").write_bytes(b"mine")
    (outcome,) = run(deals(tmp_path, "E-1"), batch)
    assert outcome.state == "failed"
    assert (batch.out / "E-1-DRAFT.docx").read_bytes() == b"mine"


def test_one_wrong_deal_stops_no_other(tmp_path: Path, batch: Batch) -> None:
    good = deals(tmp_path, "G-1", "G-2")
    bad = Job("bad:1", "0" * 64, lambda: (_ for _ in ()).throw(BuildError("no")))
    outcomes = list(run([good[0], bad, good[1]], batch))
    assert [one.state for one in outcomes] == ["draft", "failed", "draft"]
    assert outcomes[1].error is not None


def test_two_deals_of_one_number_do_not_share_a_file(tmp_path: Path, batch: Batch) -> None:
    outcomes = list(run(deals(tmp_path, "D/1", "D-1", "d:1"), batch))
    assert [one.state for one in outcomes] == ["draft", "failed", "failed"]


def test_a_deal_that_the_rules_forbid_is_not_built(tmp_path: Path, batch: Batch) -> None:
    path = tmp_path / "deals.jsonl"
    path.write_text(json.dumps({"delivery": {"long_stop": "2027-01-01"}}) + "\n", "utf-8")
    (outcome,) = run(jobs([path], BASE), batch)
    assert outcome.state == "failed"
    assert "deal rules forbid" in str(outcome.error)


@pytest.mark.parametrize(
    ("number", "stem"),
    [
        ("YQ/SUG/26-083", "YQ-SUG-26-083"),
        ("..", None),
        ("a b\tc", "a-b-c"),
        ("x" * 300, "x" * 120),
        ("合同 1号", "合同-1号"),
    ],
)
def test_a_number_as_a_file_name(number: str, stem: str | None) -> None:
    assert file_stem(number) == stem or (stem is None and len(file_stem(number)) == 12)
