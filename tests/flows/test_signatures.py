"""Signed reports from the file to the verdict (item 14 of FORGERIES.md): what a signature proves and what breaks it."""

from __future__ import annotations

from pathlib import Path

import pytest
from pypdf import PdfWriter
from pypdf.generic import ArrayObject, NameObject, TextStringObject

from tests.flows.shipped import (
    Changer,
    codes,
    file_of,
    judged,
    nothing_seen,
    one_page_more,
    paper,
    said,
    signed,
    updated,
)
from tests.pdf.forged import free_text, honest, lie, sticky
from tests.pdf.signing import SIGNER, authority, sign
from tradedocs.errors import InputError
from tradedocs.flows import signatures
from tradedocs.flows.reading import read_report
from tradedocs.formats.check_text import check_text
from tradedocs.formats.report_text import report_text
from tradedocs.model.finding import Verdict
from tradedocs.pdf.signature import installed

SIGNATURE, REVISED, ACTIVE = "report-signature", "report-revised", "report-active-content"
pytestmark = pytest.mark.skipif(not installed(), reason="the extra `sign` is not installed")


def certificate(folder: Path) -> Path:
    return file_of(folder / "a.pdf", paper())


class TestProved:
    """What an honest signature says."""

    def test_intact_and_whole(self, tmp_path: Path) -> None:
        path = sign(certificate(tmp_path))
        (one,) = read_report(path).signatures
        assert (one.covers, one.intact, one.changes, one.permitted) == ("file", True, "none", True)
        assert (one.signer, one.time_by, one.trust) == (SIGNER, "stated", "no-roots")
        judgement = judged(path)
        assert judgement.verdict is Verdict.RELEASE, judgement.findings
        assert "signer not verified" in check_text(judgement)

    def test_trusted_by_the_users_root(self, tmp_path: Path) -> None:
        path = sign(certificate(tmp_path))
        report = read_report(path, roots=(authority().root_file(tmp_path),))
        assert report.signatures[0].trust == "trusted"
        assert "trusted by your roots" in report_text(report)

    def test_another_root_trusts_nobody(self, tmp_path: Path) -> None:
        path = sign(certificate(tmp_path))
        other = authority(10).root_file(tmp_path)
        assert read_report(path, roots=(other,)).signatures[0].trust == "unknown"

    def test_not_signed_is_never_genuine(self, tmp_path: Path) -> None:
        text = report_text(read_report(certificate(tmp_path)))
        assert "not signed" in text
        assert "genuine" not in text

    def test_a_certificate_that_was_not_valid_is_a_note(self, tmp_path: Path) -> None:
        path = sign(certificate(tmp_path), by=authority(10))
        (one,) = read_report(path).signatures
        assert (one.intact, one.trust) == (True, "not-valid-then")
        assert judged(path).verdict is Verdict.RELEASE

    def test_a_second_signature(self, tmp_path: Path) -> None:
        path = sign(sign(certificate(tmp_path)), "witness")
        first, second = read_report(path).signatures
        assert (first.covers, first.changes, first.permitted) == ("revision", "forms", True)
        assert second.covers == "file"
        assert judged(path).verdict is Verdict.RELEASE

    def test_certified(self, tmp_path: Path) -> None:
        path = sign(certificate(tmp_path), certify=1)
        assert read_report(path).signatures[0].kind == "certification"
        assert judged(path).verdict is Verdict.RELEASE

    def test_a_root_that_is_none(self, tmp_path: Path) -> None:
        (tmp_path / "root.pem").write_text("no certificate")
        with pytest.raises(InputError, match=r"root\.pem"):
            read_report(sign(certificate(tmp_path)), roots=(tmp_path / "root.pem",))


class TestBroken:
    """What no signature survives."""

    @pytest.mark.parametrize(
        "change", [nothing_seen, said("12.5", "12.4"), one_page_more], ids=["nothing", "a value", "a page"]
    )
    def test_saved_again(self, tmp_path: Path, change: Changer) -> None:
        judgement = judged(updated(sign(certificate(tmp_path)), change))
        assert judgement.verdict is Verdict.HOLD
        assert SIGNATURE in codes(judgement)

    def test_one_digit_changed(self, tmp_path: Path) -> None:
        path = sign(file_of(tmp_path / "a.pdf", paper(honest)))
        content = path.read_bytes()
        assert b"(14.2) Tj" in content
        path.write_bytes(content.replace(b"(14.2) Tj", b"(12.5) Tj"))
        (one,) = read_report(path).signatures
        assert not one.intact
        assert codes(judged(path)) == {SIGNATURE}

    def test_written_anew_by_another_program(self, tmp_path: Path) -> None:
        path = sign(certificate(tmp_path))
        PdfWriter(clone_from=path).write(path)
        assert SIGNATURE in codes(judged(path))

    @pytest.mark.parametrize("wider", [20, -20])
    def test_a_gap_that_holds_more(self, tmp_path: Path, wider: int) -> None:
        path = sign(certificate(tmp_path))
        content = path.read_bytes()
        at = content.index(b"/ByteRange")
        start, end = content.index(b"[", at) + 1, content.index(b"]", at)
        zero, first, second, rest = map(int, content[start:end].split())
        new = b"%d %d %d %d" % (zero, first, second + wider, rest - wider)
        path.write_bytes(content[:start] + new.ljust(end - start) + content[end:])
        assert codes(judged(path)) == {SIGNATURE}

    def test_a_signature_of_nothing(self, tmp_path: Path) -> None:
        path = signed(certificate(tmp_path))
        assert read_report(path).signatures[0].problem
        assert codes(judged(path)) == {SIGNATURE}

    def test_a_certified_file_with_a_note(self, tmp_path: Path) -> None:
        path = updated(sign(certificate(tmp_path), certify=1), sticky)
        assert {SIGNATURE, ACTIVE} <= codes(judged(path))

    def test_a_second_signature_on_a_changed_page(self, tmp_path: Path) -> None:
        """The sneaky one: whoever changed it signed it too, and that signature covers everything."""
        path = sign(updated(sign(file_of(tmp_path / "a.pdf", paper(honest))), said("14.2", "12.5")), "sneaky")
        first, second = read_report(path).signatures
        assert not first.permitted
        assert second.covers == "file"
        assert {SIGNATURE, REVISED} <= codes(judged(path))


class TestShadow:
    """Attacks on signed files that show one thing when they are signed and another one later."""

    def test_hide(self, tmp_path: Path) -> None:
        """What was signed lies under something; the update takes away what hides it."""

        def bare(writer: PdfWriter) -> None:
            writer.pages[0][NameObject("/Annots")] = ArrayObject()

        path = updated(sign(file_of(tmp_path / "a.pdf", paper(lie), free_text)), bare)
        assert SIGNATURE in codes(judged(path))

    def test_replace(self, tmp_path: Path) -> None:
        """The update lets the page use another font, whose shapes are other digits."""

        def other_font(writer: PdfWriter) -> None:
            fonts = writer.pages[0]["/Resources"]["/Font"]  # type: ignore[index]
            next(iter(fonts.values())).get_object()[NameObject("/BaseFont")] = NameObject("/Symbol")

        path = updated(sign(certificate(tmp_path)), other_font)
        assert SIGNATURE in codes(judged(path))

    def test_hide_and_replace(self, tmp_path: Path) -> None:
        """Two pages are signed; the update makes the catalog's page tree show only the second."""

        def second_only(writer: PdfWriter) -> None:
            writer.remove_page(0)

        path = file_of(tmp_path / "a.pdf", paper(), one_page_more)
        assert SIGNATURE in codes(judged(updated(sign(path), second_only)))

    def test_a_field_whose_look_is_changed(self, tmp_path: Path) -> None:
        """An evil note: its text stays, and what is drawn is another value."""

        def other_look(writer: PdfWriter) -> None:
            note = writer.pages[0]["/Annots"][0].get_object()  # type: ignore[index]
            note[NameObject("/Contents")] = TextStringObject("12.5")

        path = updated(sign(file_of(tmp_path / "a.pdf", paper(lie), free_text), certify=3), other_look)
        assert {SIGNATURE, ACTIVE} <= codes(judged(path))


def test_without_the_extra_it_is_a_note(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = sign(certificate(tmp_path))
    monkeypatch.setattr(signatures, "installed", lambda: False)
    judgement = judged(path)
    assert judgement.verdict is Verdict.RELEASE
    assert "tradedocs[sign]" in check_text(judgement)


def test_without_the_extra_a_file_that_goes_on_is_held(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = updated(sign(certificate(tmp_path)), nothing_seen)
    monkeypatch.setattr(signatures, "installed", lambda: False)
    assert codes(judged(path)) == {SIGNATURE}
