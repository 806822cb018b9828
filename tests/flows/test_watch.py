"""The watched folder: what lands is checked once it is whole, together with its contract's other reports, and once."""

from __future__ import annotations

import shutil
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tradedocs.flows.watch import MEMORY, Event, Job, Watch
from tradedocs.model.finding import Verdict
from tradedocs.workspace import data_folder, init

NOW = datetime(2026, 11, 10, tzinfo=UTC)
SUGAR = data_folder() / "samples" / "white-sugar"


@pytest.fixture
def job(tmp_path: Path) -> Job:
    drop, deals = tmp_path / "drop", tmp_path / "deals"
    drop.mkdir()
    deals.mkdir()
    shutil.copy(SUGAR / "deal.yaml", deals / "sugar.yaml")
    (deals / "broken.yaml").write_text("nothing: [")
    return Job(drop, tmp_path / "out", init(tmp_path / "ws"), contracts=deals, shipment=1, unsigned=True)


def land(job: Job, name: str) -> Path:
    return Path(shutil.copy(SUGAR / "reports" / name, job.folder / name))


def looks(watch: Watch, times: int = 2) -> list[Event]:
    return [event for _ in range(times) for event in watch.look(NOW)]


def test_a_report_is_checked_once_when_it_no_longer_grows(job: Job) -> None:
    file = land(job, "pass.pdf")
    whole = file.read_bytes()
    file.write_bytes(whole[:1000])
    watch = Watch(job)
    assert looks(watch, 1) == []
    assert not watch.settled
    file.write_bytes(whole)
    assert looks(watch, 1) == []
    (event,) = looks(watch, 3)
    assert event.verdict is Verdict.RELEASE
    assert watch.settled
    assert file.read_bytes() == whole
    assert looks(Watch(job), 3) == []  # another run remembers it


def test_a_later_report_is_checked_together_with_the_adverse_one(job: Job) -> None:
    land(job, "fail.pdf")
    watch = Watch(job)
    (first,) = looks(watch)
    land(job, "pass.pdf")
    (second,) = looks(watch)
    assert (first.verdict, second.verdict) == (Verdict.REJECT, Verdict.REJECT)
    assert "fail.pdf, pass.pdf" in second.what
    folders = [one for one in job.out.iterdir() if one.name != MEMORY]
    assert len(folders) == 2


def test_what_fits_no_contract_and_what_cannot_be_opened_is_told_once(job: Job) -> None:
    (job.folder / "a.pdf").write_bytes(b"%PDF-1.7 nothing")
    (job.folder / "b.zip").write_bytes(b"nothing")
    (job.folder / "c.txt").write_text("no report")
    events = looks(Watch(job), 4)
    assert [event.kind for event in events] == ["unmatched", "unmatched"]
    assert all(event.exit_code == 10 for event in events)


def test_one_contract_takes_every_file_and_a_broken_archive_is_told_once(job: Job) -> None:
    one = Job(job.folder, job.out, job.workspace, contract=SUGAR / "deal.yaml", shipment=1, unsigned=True)
    (job.folder / "b.zip").write_bytes(b"nothing")
    (event,) = looks(Watch(one), 4)
    assert (event.kind, event.exit_code) == ("failed", 10)
    assert "b.zip" in event.what
