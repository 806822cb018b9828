from __future__ import annotations

import io
import json
import os
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image
from reportlab.lib.utils import ImageReader

from tests.conftest import Ran
from tests.reading.paper import HEIGHT, WIDTH, Sheet, drawn, read
from tradedocs.errors import RefusedInput
from tradedocs.flows import reading
from tradedocs.flows.reading import read_report
from tradedocs.formats.plain import plain
from tradedocs.formats.report_json import report_json
from tradedocs.formats.report_text import report_text
from tradedocs.pdf.page import Page, Word
from tradedocs.pdf.sandbox import Limits, can_fork
from tradedocs.reading.report import unread_reason

TABLE = [["Test Item", "Unit", "MDL", "Result", "Limit"], ["Lead (Pb)", "mg/kg", "2", "8853", "100"]]


def _good(sheet: Sheet) -> None:
    sheet.text(60, 60, "Test Report No.: AB-12345")
    sheet.ruled(60, 200, [160, 60, 60, 80, 80], TABLE)


def _scan(sheet: Sheet) -> None:
    data = io.BytesIO()
    Image.new("RGB", (60, 80), (230, 230, 230)).save(data, "PNG")
    sheet.canvas.drawImage(ImageReader(data), 0, 0, WIDTH, HEIGHT)


def test_a_page_without_text_is_named(tmp_path: Path) -> None:
    def draw(sheet: Sheet) -> None:
        _scan(sheet)
        sheet.page()
        _good(sheet)

    report = read(tmp_path, draw)
    assert [(item.page, item.code) for item in report.unread] == [(1, "no-text-layer")]
    assert len(report.results) == 1
    assert report.needs_look


def test_a_machine_read_scan_is_named(tmp_path: Path) -> None:
    def draw(sheet: Sheet) -> None:
        _scan(sheet)
        piece = sheet.canvas.beginText(100, 500)
        piece.setFont("Helvetica", 10)
        piece.setTextRenderMode(3)
        piece.textOut("Lead 0.02 mg/kg")
        sheet.canvas.drawText(piece)

    assert [item.code for item in read(tmp_path, draw).unread] == ["no-text-layer"]


@pytest.mark.parametrize(
    ("page", "code"),
    [
        (Page(1, 595, 842, words=(Word(0, 0, 9, 9, "x"),), map_errors=0.9), "garbled-text-layer"),
        (Page(1, 595, 842, words=(Word(0, 0, 9, 9, "x"),), hidden=0.8), "machine-read-layer"),
        (Page(1, 595, 842, words=(Word(0, 0, 9, 9, "x"),), images=((0, 0, 595, 842),)), "mostly-picture"),
        (Page(1, 0, 0, problem="broken-page"), "broken-page"),
        (Page(1, 595, 842), None),
        (Page(1, 595, 842, words=(Word(0, 0, 9, 9, "x"),)), None),
    ],
)
def test_why_a_page_cannot_be_read(page: Page, code: str | None) -> None:
    reason = unread_reason(page)
    assert (reason.code if reason else None) == code


def test_a_table_of_figures_that_no_layout_fits_is_named(tmp_path: Path) -> None:
    figures = [[f"{i}.{k}" for k in range(5)] for i in range(5)]
    report = read(tmp_path, lambda s: s.ruled(60, 200, [80] * 5, figures))
    assert [item.code for item in report.unread] == ["table-not-understood"]


@pytest.mark.skipif(not can_fork(), reason="this system cannot fork a worker")
def test_a_page_that_breaks_its_limits_is_given_up_and_the_rest_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from tradedocs.pdf.document import Document

    def draw(sheet: Sheet) -> None:
        _good(sheet)
        sheet.page()
        sheet.text(60, 60, "second")

    usual = Document.page

    def greedy(self: Document, number: int) -> Page:
        if number == 2:
            bytes(1 << 31)
        return usual(self, number)

    monkeypatch.setattr(Document, "page", greedy)
    monkeypatch.setattr(reading, "_LIMITS", Limits(memory=1 << 28))
    report = read(tmp_path, draw)
    assert [(item.page, item.code) for item in report.unread] == [(2, "gave-up-memory")]
    assert len(report.results) == 1


def test_the_json_is_spelled_as_documented(tmp_path: Path) -> None:
    data = json.loads(report_json(read(tmp_path, _good)))
    assert data["version"] == 1
    assert data["source"]["reading"] == "text"
    assert data["report_no"] == "AB-12345"
    (lead,) = data["results"]
    assert lead["parameter"] == "Lead (Pb)"
    assert lead["value"] == {
        "kind": "number",
        "low": "8853",
        "high": "8853",
        "text": None,
        "not_detected": False,
        "uncertainty": None,
    }
    assert (lead["page"], lead["doubt"], len(lead["box"])) == (1, [], 4)
    assert data["facts"]["report_no"]["page"] == 1


def test_the_text_shows_results_doubts_and_unread_pages(tmp_path: Path) -> None:
    def draw(sheet: Sheet) -> None:
        sheet.ruled(60, 200, [160, 60, 60, 80, 80], [TABLE[0], ["Lead (Pb)", "mg/kg", "2", "1,200", "100"]])
        sheet.page()
        _scan(sheet)

    text = report_text(read(tmp_path, draw))
    assert "? decimal-sign-ambiguous" in text
    assert "page 2: " in text
    assert "(no-text-layer)" in text


@pytest.mark.parametrize(
    ("text", "shown"), [("a\x1b[31mb", "a[31mb"), ("a\u202eb", "ab"), ("a\nb\t c", "a b c"), ("a\ue000", "a")]
)
def test_nothing_that_moves_a_terminal_is_printed(text: str, shown: str) -> None:
    assert plain(text) == shown


def test_the_command(run: Callable[..., Ran], tmp_path: Path) -> None:
    path = drawn(tmp_path / "a.pdf", _good)
    ran = run("report", "read", "--format", "json", path)
    assert ran.code == 0
    assert json.loads(ran.out)["results"][0]["result"] == "8853"
    two = run("report", "read", "--format", "json", path, path)
    assert len([json.loads(line) for line in two.out.splitlines()]) == 2
    assert "p.1" in run("report", "read", path).out


def test_the_command_says_when_a_person_must_look(run: Callable[..., Ran], tmp_path: Path) -> None:
    ran = run("report", "read", "--format", "json", drawn(tmp_path / "a.pdf", _scan))
    assert ran.code == 10
    assert json.loads(ran.out)["unread"][0]["code"] == "no-text-layer"


@pytest.mark.parametrize(("content", "code", "said"), [(None, 2, ""), (b"no pdf", 10, "not a PDF")])
def test_the_command_on_what_is_no_report(
    run: Callable[..., Ran], tmp_path: Path, content: bytes | None, code: int, said: str
) -> None:
    path = tmp_path / "a.pdf"
    if content is not None:
        path.write_bytes(content)
    ran = run("report", "read", path)
    assert ran.code == code
    assert said in ran.out
    assert bool(said) is bool(ran.out)
    assert bool(ran.err) is not bool(ran.out)


@pytest.mark.skipif(not can_fork(), reason="only POSIX has file names that are no Unicode")
@pytest.mark.parametrize("content", [None, b"no pdf"])
def test_a_file_name_that_is_no_unicode(tmp_path: Path, content: bytes | None) -> None:
    path = tmp_path / os.fsdecode(b"caf\xe9.pdf")
    try:
        path.write_bytes(content or drawn(tmp_path / "a.pdf", _good).read_bytes())
    except OSError:
        pytest.skip("this file system takes no such names")
    if content is None:
        report = read_report(path)
        assert (report.source.file, len(report.results)) == ("caf\ufffd.pdf", 1)
        assert json.loads(report_json(report))["source"]["file"] == "caf\ufffd.pdf"
    else:
        with pytest.raises(RefusedInput) as refused:
            read_report(path)
        assert refused.value.place is not None
        refused.value.place.encode()
