"""The folder of a verdict: page, data, untouched originals and extracts; nobody's file is overwritten."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.check.make import judgement, psi, result
from tests.reading.paper import drawn
from tradedocs.errors import UsageError
from tradedocs.files import sha256_of
from tradedocs.flows.verdict_files import ready, write_verdict
from tradedocs.model.base import Place
from tradedocs.model.finding import Judgement


@pytest.fixture
def report(tmp_path: Path) -> Path:
    return drawn(tmp_path / "in" / "psi.pdf", lambda s: s.text(100, 200, "Power 9.2 W", 10))


def ruled(report: Path, values: int = 1) -> Judgement:
    rows = [
        result("Power", "9.2", "W", specimen=str(k)).model_copy(
            update={"place": Place(page=1, box=(100, 190 + k, 160, 204 + k))}
        )
        for k in range(values)
    ]
    return judgement(psi(*rows, sha256=sha256_of(report.read_bytes())))


@pytest.fixture(autouse=True)
def folders(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()


def test_original_and_extract_lie_beside_the_page(report: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    ready(out, (report,))
    _, page = write_verdict(ruled(report), (report,), out)
    assert sorted(one.name for one in out.iterdir()) == [
        "psi-extract.pdf", "psi.pdf", "verdict.html", "verdict.json",
    ]  # fmt: skip
    assert (out / "psi.pdf").read_bytes() == report.read_bytes()
    html = page.read_text()
    assert 'href="./psi-extract.pdf"' in html
    assert sha256_of(report.read_bytes()) in html
    ready(out, (report,))  # the same again is welcome
    before = [one.read_bytes() for one in sorted(out.iterdir())]
    write_verdict(ruled(report), (report,), out)
    assert [one.read_bytes() for one in sorted(out.iterdir())] == before


def test_a_report_that_lies_in_the_folder_is_left_alone(report: Path) -> None:
    before = report.stat().st_mtime_ns, report.read_bytes()
    ready(report.parent, (report,))
    write_verdict(ruled(report), (report,), report.parent)
    assert (report.stat().st_mtime_ns, report.read_bytes()) == before


@pytest.mark.parametrize("name", ["psi.pdf", "psi-extract.pdf", "verdict.html"])
def test_a_file_of_somebody_else_is_refused(report: Path, tmp_path: Path, name: str) -> None:
    out = tmp_path / "out"
    out.mkdir()
    (out / name).write_bytes(b"%PDF-1.7 another")
    with pytest.raises(UsageError, match="no verdict wrote"):
        ready(out, (report,))


def test_two_reports_of_one_name_both_have_their_copies(report: Path, tmp_path: Path) -> None:
    (tmp_path / "other").mkdir()
    second = drawn(tmp_path / "other" / "psi.pdf", lambda s: s.text(100, 200, "Power 9.3 W", 10))
    both = judgement(
        psi(result("Power", "9.2", "W"), sha256=sha256_of(report.read_bytes())),
        psi(result("Power", "9.3", "W"), sha256=sha256_of(second.read_bytes())),
    )
    out = tmp_path / "out"
    _, page = write_verdict(both, (report, second), out)
    assert "data:image" not in page.read_text()  # a picture could be the other report's
    assert (out / "psi.pdf").read_bytes() == report.read_bytes()
    assert (out / "psi-2.pdf").read_bytes() == second.read_bytes()


def test_where_no_extract_can_be_made_the_page_says_so(tmp_path: Path) -> None:
    broken = tmp_path / "in" / "psi.pdf"
    broken.write_bytes(b"%PDF-1.7 nothing")
    out = tmp_path / "out"
    _, page = write_verdict(ruled(broken), (broken,), out)
    assert "could not be made of this file" in page.read_text()
    assert not (out / "psi-extract.pdf").exists()
    assert (out / "psi.pdf").read_bytes() == broken.read_bytes()


def test_a_page_with_twenty_pictures_of_a_scan_stays_under_two_megabytes(tmp_path: Path) -> None:
    from PIL import Image

    scan = tmp_path / "in" / "psi.pdf"
    Image.effect_noise((1654, 2339), 60).save(scan, "PDF", resolution=200)
    _, page = write_verdict(ruled(scan, 20), (scan,), tmp_path / "out")
    assert page.read_text().count("data:image/") == 20
    assert page.stat().st_size <= 2_000_000
