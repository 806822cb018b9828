"""Reports that are pictures: read by OCR, in doubt until confirmed, and named where that could not be done."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from tests.pdf.ocr.scans import needs_ocr, needs_second, picture, scan
from tests.reading.paper import HEIGHT, Sheet, drawn, rows
from tradedocs.flows import reading, scans
from tradedocs.flows.reading import read_report
from tradedocs.model.base import Place
from tradedocs.model.report import Result, Value, Witness
from tradedocs.pdf.ocr.engine import EXTRA
from tradedocs.pdf.sandbox import Limits, Note

HEADING = ("Heat No", "C (%)", "Mn (%)", "N (%)", "Yield (MPa)")
HEATS = (("240117", "0.19", "0.51", "0.011", "552"), ("240118", "0.21", "0.53", "0.012", "554"))


def certificate(sheet: Sheet) -> None:
    sheet.text(60, 50, "Mill Test Certificate", 16)
    sheet.text(60, 75, "Certificate No: MTC-24-0077", 10)
    sheet.ruled(60, 100, [90, 80, 80, 80, 90], (HEADING, *HEATS), high=24)
    sheet.text(60, 210, "All incoming material has been checked.", 10)


def expected() -> set[tuple[str, str, str]]:
    names = ("C", "Mn", "N", "Yield")
    return {(name, heat[0], value) for heat in HEATS for name, value in zip(names, heat[1:], strict=True)}


@pytest.mark.ocr
def test_a_sideways_certificate_is_read_and_in_doubt(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    needs_ocr()
    monkeypatch.setattr(scans, "second_installed", lambda: False)
    report = read_report(scan(tmp_path, certificate, turn=3))
    assert set(rows(report)) == expected()
    assert report.source.reading == "ocr"
    assert report.unread == ()
    assert all("ocr-only" in result.doubt for result in report.results)
    assert report.report_no is not None
    assert report.report_no.text == "MTC-24-0077"
    assert "ocr-only" in report.report_no.doubt


@pytest.mark.ocr
def test_two_engines_that_agree_take_the_doubt_away(tmp_path: Path) -> None:
    needs_ocr()
    needs_second()
    report = read_report(scan(tmp_path, certificate))
    assert set(rows(report)) == expected()
    agreed = [result for result in report.results if any(w.agrees for w in result.witnesses)]
    assert len(agreed) >= 6
    assert all("ocr-only" not in result.doubt for result in agreed)
    assert all("ocr-only" in result.doubt for result in report.results if result not in agreed)


@pytest.mark.ocr
def test_a_machine_read_layer_is_not_believed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    needs_ocr()
    monkeypatch.setattr(scans, "second_installed", lambda: False)
    from tests.pdf.ocr.scans import HIGH
    from tests.reading.paper import WIDTH

    shot = tmp_path / "shot.png"
    picture(tmp_path, certificate).save(shot)

    def layered(sheet: Sheet) -> None:
        sheet.canvas.drawImage(str(shot), 0, HEIGHT - HIGH, WIDTH, HIGH)
        hidden = sheet.canvas.beginText(60, 700)
        hidden.setTextRenderMode(3)
        hidden.setFont("Helvetica", 9)
        for line in ("Heat No C Mn N Yield", "240117 9.99 9.99 9.99 999"):
            hidden.textLine(line)
        sheet.canvas.drawText(hidden)

    report = read_report(drawn(tmp_path / "layered.pdf", layered))
    assert set(rows(report)) == expected()


def test_without_the_extra_the_page_stays_unread_and_the_extra_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(scans, "installed", lambda: False)
    report = read_report(blank_picture(tmp_path))
    (item,) = report.unread
    assert item.page == 1
    assert item.code == "no-text-layer"
    assert EXTRA in item.why
    assert report.results == ()


@pytest.mark.parametrize(("error", "words"), [(MemoryError, "MiB of memory"), (ValueError, "broke off")])
def test_a_page_that_the_worker_is_lost_on_is_named_with_its_limit(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: type[Exception], words: str
) -> None:
    def lost(path: Path, numbers: Sequence[int], note: Note) -> bytes:
        note(numbers[0], len(numbers))
        raise error

    monkeypatch.setattr(scans, "installed", lambda: True)
    monkeypatch.setattr(scans, "_job", lost)
    (item,) = read_report(blank_picture(tmp_path)).unread
    assert item.code == "no-text-layer"
    assert words in item.why


@pytest.mark.ocr
def test_a_picture_without_print_stays_unread(tmp_path: Path) -> None:
    needs_ocr()
    (item,) = read_report(blank_picture(tmp_path)).unread
    assert item.code == "no-text-layer"
    assert "no print" in item.why


def test_the_limits_of_a_worker_grow_with_its_pages() -> None:
    few, many = scans._limits(1), scans._limits(8)
    assert few.memory == many.memory == 2 << 30
    assert Limits().memory < few.memory
    assert few.cpu < many.cpu
    assert reading.MAX_PAGES > scans.MOST_SCANNED


def blank_picture(folder: Path) -> Path:
    from PIL import Image

    path = folder / "picture.pdf"
    Image.new("L", (400, 300), 200).save(path, "PDF", resolution=72)
    return path


def test_engines_that_mostly_disagree_on_a_page_confirm_nothing_there() -> None:
    def result(page: int, k: int, *, agrees: bool) -> Result:
        witness = Witness(by="ocr-2", text=str(k), agrees=agrees, dpi=300)
        doubt = () if agrees else ("ocr-only",)
        return Result(
            parameter=f"Size {k}",
            result=str(k),
            value=Value(kind="none"),
            place=Place(page=page),
            witnesses=(witness,),
            doubt=doubt,
        )

    written = [result(1, k, agrees=k % 4 == 0) for k in range(8)]
    printed = [result(2, k, agrees=k % 4 != 0) for k in range(8)]
    found = list(scans.where_they_agree([*written, *printed]))
    assert [r.doubt for r in found[:8]] == [("ocr-only",)] * 8
    assert found[8:] == printed


def pasted(folder: Path, shot: Path) -> Path:
    """A page of text with a picture on a third of it."""

    def draw(sheet: Sheet) -> None:
        sheet.text(60, 50, "Report No.: QX-2024-118", 10)
        sheet.canvas.drawImage(str(shot), 40, HEIGHT - 100 - 340, 506, 340)
        sheet.text(60, 700, "Page 9 of 10", 10)

    return drawn(folder / "pasted.pdf", draw)


@pytest.mark.ocr
def test_a_table_that_is_a_picture_on_a_page_of_text_is_read_and_in_doubt(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    needs_ocr()
    monkeypatch.setattr(scans, "second_installed", lambda: False)
    shot = tmp_path / "shot.png"

    def certificate_of_three(sheet: Sheet) -> None:
        sheet.ruled(60, 100, [90, 80, 80, 80, 90], (HEADING, *HEATS, *HEATS[:1]), high=24)

    picture(tmp_path, certificate_of_three).save(shot)
    report = read_report(pasted(tmp_path, shot))
    assert set(rows(report)) == expected()
    assert all("ocr-only" in result.doubt for result in report.results)
    assert report.report_no is not None
    assert report.report_no.text == "QX-2024-118"
    assert (report.source.reading, report.unread) == ("ocr", ())


@pytest.mark.ocr
def test_a_photo_on_a_page_of_text_leaves_nothing_unread(tmp_path: Path) -> None:
    needs_ocr()
    from PIL import Image

    shot = tmp_path / "shot.png"
    Image.effect_noise((400, 270), 60).save(shot)
    report = read_report(pasted(tmp_path, shot))
    assert (report.results, report.unread) == ((), ())
    assert report.source.reading == "text"


def test_without_the_extra_large_pictures_on_a_page_of_text_are_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from PIL import Image

    monkeypatch.setattr(scans, "installed", lambda: False)
    shot = tmp_path / "shot.png"
    Image.new("L", (400, 270), 250).save(shot)
    report = read_report(pasted(tmp_path, shot))
    assert [(item.page, item.code) for item in report.unread] == [(1, "picture-not-read")]
    assert report.report_no is not None
