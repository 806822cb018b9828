"""Files of evidence: stored by their hash, looked into, held against the claimed dates and against each other."""

from __future__ import annotations

import shutil
import struct
import zlib
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.conftest import Ran
from tests.flows.claims.customers import BY, SAMPLES, complaint, photo
from tradedocs.errors import RefusedInput
from tradedocs.files import sha256_of
from tradedocs.flows.claims.pictures import image_facts, near
from tradedocs.flows.claims.record import claim_of
from tradedocs.flows.reading import read_report
from tradedocs.ledger import Ledger
from tradedocs.model.claim import Evidence
from tradedocs.model.report import Report
from tradedocs.workspace import find

Run = Callable[..., Ran]
SURVEY = SAMPLES / "claims" / "reinspection.pdf"
LAMPS, HOUSINGS = "CL-2027-001", "CL-2027-002"


@pytest.fixture
def claims(run: Run, shop: Path) -> Path:
    """Two claims, one about lamps, one about housings."""
    run("claim", "open", "led-lamps.docx", "--from", complaint(shop), *BY)
    run("claim", "open", "plastic-parts.docx", "--from", SAMPLES / "claims" / "batch-defect.yaml", *BY)
    return shop


def added(root: Path, number: str = LAMPS) -> tuple[Evidence, ...]:
    return claim_of(number, find(root)).evidence


def test_a_file_is_stored_unaltered_by_its_hash(run: Run, claims: Path) -> None:
    file = photo(claims / "IMG 1.jpg")
    ran = run("claim", "add-evidence", LAMPS, file, "--shows", "photo-close-up", "--note", "carton 7", *BY)
    assert ran.code == 0, ran.err
    (piece,) = added(claims)
    stored = claims / "claims" / LAMPS / piece.stored
    assert stored.read_bytes() == file.read_bytes()
    assert piece.sha256 == sha256_of(file.read_bytes())
    assert piece.sha256.startswith(stored.stem)
    assert stored.stat().st_mode & 0o222 == 0
    assert (piece.file, piece.note, piece.by, piece.shows) == (
        "IMG 1.jpg",
        "carton 7",
        "Lin Mei",
        ("photo-close-up",),
    )
    row = list(Ledger(claims / "ledger.jsonl").rows())[-1]
    assert row.facts["files"] == {piece.stored: piece.sha256}
    assert row.row == piece.row
    assert run("ledger", "verify").code == 0


def test_what_the_camera_wrote_is_read(run: Run, claims: Path) -> None:
    run("claim", "add-evidence", LAMPS, photo(claims / "a.jpg", gps=(51, -1)), "--shows", "photo-whole", *BY)
    image = added(claims)[0].image
    assert image is not None
    assert (image.width, image.height) == (320, 320)
    assert str(image.taken) == "2027-01-09 10:11:12"
    assert (image.device, image.software) == ("Kestrel K5", "K5 1.02")
    assert (image.latitude, image.longitude) == (Decimal("51.010000"), Decimal("-1.500000"))


@pytest.mark.parametrize(
    ("taken", "words"),
    [
        ("2026:12:20 09:00:00", "2026-12-20, before the goods arrived (2027-01-05)"),
        ("2027:01:06 09:00:00", "2027-01-06, before the defect was found (2027-01-08)"),
        ("2027:03:01 09:00:00", "2027-03-01, which is still to come"),
        (None, "ask for the original, which messengers strip"),
        ("0000:00:00 00:00:00", "ask for the original"),
    ],
)
def test_its_date_is_held_against_the_claimed_ones(
    run: Run, claims: Path, taken: str | None, words: str
) -> None:
    file = photo(claims / "a.jpg", taken=taken)
    ran = run("claim", "add-evidence", LAMPS, file, "--shows", "photo-whole", *BY)
    assert (ran.code, words in ran.out) == (10, True)
    assert any(words in remark for remark in added(claims)[0].remarks)


def test_the_same_and_nearly_the_same_picture_are_found(run: Run, claims: Path) -> None:
    first = photo(claims / "first.jpg")
    smaller = photo(claims / "smaller.jpg", size=200, quality=40)
    other = photo(claims / "other.jpg", seed=2)
    run("claim", "add-evidence", HOUSINGS, first, "--shows", "photo-whole", *BY)
    ran = run("claim", "add-evidence", LAMPS, first, smaller, other, "--shows", "photo-whole", *BY)
    assert ran.code == 10
    same, near_one, different = added(claims)
    assert any(f"the same file is evidence of claim {HOUSINGS}" in remark for remark in same.remarks)
    assert any("nearly the same picture as first.jpg" in remark for remark in near_one.remarks)
    assert same.sha256 in near_one.same_as
    assert not different.same_as
    again = run("claim", "add-evidence", LAMPS, first, "--shows", "photo-whole", *BY)
    assert (again.code, "evidence of this claim already" in again.err) == (2, True)
    shutil.copy(other, claims / "copy.jpg")
    shutil.copy(photo(claims / "new.jpg", seed=3), claims / "new too.jpg")
    twice = run("claim", "add-evidence", LAMPS, "new.jpg", "new too.jpg", "--shows", "photo-whole", *BY)
    assert (twice.code, "two of the files are the same" in twice.err) == (2, True)
    assert len(added(claims)) == 3


def test_a_survey_report_is_read_and_held_against_the_contract(run: Run, claims: Path) -> None:
    ran = run("claim", "add-evidence", HOUSINGS, SURVEY, "--shows", "report", "--shows", "survey", *BY)
    assert ran.code == 0, ran.err
    assert "REJECT  Screw boss hole diameter: 3.41 mm (page 2)" in ran.out
    report = added(claims, HOUSINGS)[0].report
    assert report is not None
    assert (report.report_no, report.verdict, report.sampled_by) == ("VQ-27-004418", "REJECT", "inspector")
    assert report.counted is not None
    assert (report.counted.examined, report.counted.defective, report.counted.random) == (125, 19, "yes")
    assert report.lots == ("WL2611-K2",)
    by_name = {value.characteristic: value.verdict for value in report.values}
    assert by_name == {
        "Overall length": "RELEASE",
        "Wall thickness": "RELEASE",
        "Screw boss hole diameter": "REJECT",
    }
    assert "report VQ-27-004418: REJECT" in run("claim", "status", HOUSINGS).out


def test_numbers_in_doubt_are_not_counted(run: Run, claims: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real = read_report

    def doubted(path: Path, **options: Any) -> Report:
        report = real(path, **options)
        rows = tuple(one.model_copy(update={"doubt": ("figures-conflict",)}) for one in report.aql)
        return report.model_copy(update={"aql": rows})

    monkeypatch.setattr("tradedocs.flows.claims.reports.read_report", doubted)
    run("claim", "add-evidence", HOUSINGS, SURVEY, "--shows", "report", *BY)
    report = added(claims, HOUSINGS)[0].report
    assert report is not None
    assert report.counted is None
    assert report.verdict == "REJECT"  # by the values


def test_a_report_on_another_lot_is_remarked(run: Run, claims: Path) -> None:
    file = complaint(claims, "more.yaml", number=HOUSINGS, lots=["WL2611-K9"], affected="3000 pcs")
    assert run("claim", "restate", HOUSINGS, "--from", file, *BY).code == 10
    ran = run("claim", "add-evidence", HOUSINGS, SURVEY, "--shows", "report", *BY)
    assert (ran.code, "the report names lot WL2611-K2, the complaint WL2611-K9" in ran.out) == (10, True)


def test_a_report_that_is_no_pdf_is_stored_and_not_read(run: Run, claims: Path) -> None:
    (claims / "count.csv").write_text("carton,defective\n1,9\n", encoding="utf-8")
    ran = run("claim", "add-evidence", LAMPS, "count.csv", "--shows", "defect-count", *BY)
    assert ran.code == 0
    assert (added(claims)[0].image, added(claims)[0].report) == (None, None)


def test_a_kind_that_the_program_does_not_open_is_stored_and_told(run: Run, claims: Path) -> None:
    (claims / "a.HEIC").write_bytes(b"\0\0\0 ftypheic")
    ran = run("claim", "add-evidence", LAMPS, "a.HEIC", "--shows", "photo-whole", *BY)
    assert (ran.code, "does not open .heic" in ran.out) == (10, True)
    assert added(claims)[0].stored.endswith(".heic")


def bomb(width: int, height: int) -> bytes:
    """A small PNG that says that it is large."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    rows = zlib.compress(b"\0" * (width * 3 + 1) * 100, 9)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


HOSTILE = {
    "bomb.png": bomb(60_000, 60_000),
    "wide.png": bomb(2_000_000, 200),
    "nonsense.jpg": b"nonsense",
    "empty-ish.png": b"\x89PNG\r\n\x1a\n",
    "script.tif": b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 9 9\n(x) print\n",
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_picture_is_refused_and_nothing_is_recorded(run: Run, claims: Path, name: str) -> None:
    good = photo(claims / "good.jpg")
    (claims / name).write_bytes(HOSTILE[name])
    before = (claims / "ledger.jsonl").read_bytes()
    ran = run("claim", "add-evidence", LAMPS, good, name, "--shows", "photo-whole", *BY)
    assert (ran.code, "cannot be read" in ran.err) == (10, True)
    assert "0x" not in ran.err
    assert (claims / "ledger.jsonl").read_bytes() == before
    assert not (claims / "claims" / LAMPS / "evidence").exists()


def test_it_can_be_stored_without_being_opened(run: Run, claims: Path) -> None:
    (claims / "bomb.png").write_bytes(HOSTILE["bomb.png"])
    assert run("claim", "add-evidence", LAMPS, "bomb.png", "--shows", "other", *BY).code == 0
    assert added(claims)[0].image is None


def test_words_in_a_picture_cannot_move_the_cursor(run: Run, claims: Path) -> None:
    from PIL import Image

    exif = Image.Exif()
    exif[0x0131] = "\x1b[2Jpaint\u202e"
    Image.new("RGB", (40, 30)).save(claims / "a.png", exif=exif)
    ran = run("claim", "add-evidence", LAMPS, "a.png", "--shows", "other", "--shows", "photo-whole", *BY)
    assert "\x1b" not in ran.out + ran.err
    image = added(claims)[0].image
    assert image is not None
    assert image.software == "[2Jpaint?"  # EXIF holds ASCII only


@pytest.mark.parametrize("name", ["nowhere.jpg", "claims", "empty.jpg"])
def test_what_is_no_file_or_empty_is_refused(run: Run, claims: Path, name: str) -> None:
    (claims / "empty.jpg").touch()
    assert run("claim", "add-evidence", LAMPS, name, "--shows", "other", *BY).code == 2
    assert not added(claims)


def test_a_claim_that_is_not_there_gets_none(run: Run, claims: Path) -> None:
    ran = run("claim", "add-evidence", "CL-9", photo(claims / "a.jpg"), "--shows", "photo-whole", *BY)
    assert (ran.code, "there is no claim" in ran.err) == (2, True)


@settings(max_examples=25, deadline=None)
@given(st.binary(max_size=400))
def test_any_bytes_are_a_picture_or_refused(data: bytes) -> None:
    with pytest.raises(RefusedInput):
        image_facts(b"\xff\xd8\xff" + data, "x.jpg")


@given(st.integers(0, 2**64 - 1), st.integers(0, 2**64 - 1))
def test_nearness_is_mutual(one: int, other: int) -> None:
    first, second = f"{one:016x}", f"{other:016x}"
    assert near(first, second) == near(second, first)
    assert near(first, first) == (one.bit_count() > 2)
