"""Containers of reports: what is taken, what is named as left, and what is refused as a whole."""

from __future__ import annotations

import io
import zipfile
from email.message import EmailMessage
from pathlib import Path

import pytest

from tradedocs.errors import RefusedInput
from tradedocs.flows import inbox
from tradedocs.flows.inbox import sanitised, unpacked

PDF = b"%PDF-1.7 a report"


def packed(**files: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name.replace("__", "."), data)
    return out.getvalue()


def mail(*attachments: tuple[str, str, bytes]) -> bytes:
    message = EmailMessage()
    message["Subject"] = "report"
    message.set_content("Please find the report.")
    for name, kind, data in attachments:
        message.add_attachment(data, maintype="application", subtype=kind, filename=name)
    return message.as_bytes()


def names(path: Path) -> tuple[list[str], list[str]]:
    with unpacked((path,)) as taken:
        assert all(file.read_bytes().startswith(b"%PDF") for file in taken.reports)
        return [file.name for file in taken.reports], list(taken.told())


def test_a_plain_file_stays_where_it_is(tmp_path: Path) -> None:
    with unpacked((tmp_path / "a.pdf",)) as taken:
        assert taken.reports == (tmp_path / "a.pdf",)
        assert list(taken.told()) == []


def test_the_pdfs_of_a_mail_are_used_and_the_rest_is_named(tmp_path: Path) -> None:
    file = tmp_path / "m.eml"
    archive = packed(inner__pdf=PDF, list__xlsx=b"x")
    file.write_bytes(mail(("a.pdf", "pdf", PDF), ("b.bin", "octet-stream", PDF), ("logo.png", "png", b"x"),
                          ("z.zip", "zip", archive)))  # fmt: skip
    found, told = names(file)
    assert found == ["a.pdf", "b.bin.pdf", "inner.pdf"]
    assert told == [
        "m.eml: used: a.pdf, b.bin.pdf, inner.pdf",
        "m.eml: not used: logo.png (no PDF); list.xlsx (no PDF)",
    ]


def test_two_files_of_one_name_are_both_kept(tmp_path: Path) -> None:
    file = tmp_path / "a.zip"
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("x/report.pdf", PDF)
        archive.writestr("../../report.pdf", PDF)
        archive.writestr("C:\\temp\\report.pdf", PDF)
    assert names(file)[0] == ["report.pdf", "report-2.pdf", "report-3.pdf"]
    assert [one.name for one in tmp_path.iterdir()] == ["a.zip"]


def test_what_is_unpacked_goes_afterwards(tmp_path: Path) -> None:
    file = tmp_path / "a.zip"
    file.write_bytes(packed(a__pdf=PDF))
    with unpacked((file,)) as taken:
        (report,) = taken.reports
    assert not report.exists()


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"no archive",
        packed(a__zip=packed(b__zip=packed(c__pdf=PDF))),
        packed(bomb__pdf=PDF + b"\0" * 5_000_000),
        packed(**{f"f{k}": b"" for k in range(1_001)}),
    ],
    ids=["empty", "broken", "nested", "bomb", "many"],
)
def test_a_container_that_breaks_a_limit_is_refused_as_a_whole(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "a.zip"
    file.write_bytes(content)
    with pytest.raises(RefusedInput), unpacked((file,)):
        pass


def test_the_whole_may_not_be_too_large(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(inbox, "MOST_BYTES", 100_000)
    file = tmp_path / "a.zip"
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for k in range(3):
            archive.writestr(f"{k}.pdf", PDF + bytes(40_000))
    with pytest.raises(RefusedInput), unpacked((file,)):
        pass


def test_a_locked_archive_is_refused(tmp_path: Path) -> None:
    data = bytearray(packed(a__pdf=PDF))
    for mark, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.index(mark) + offset] |= 1
    file = tmp_path / "a.zip"
    file.write_bytes(bytes(data))
    with pytest.raises(RefusedInput, match="password"), unpacked((file,)):
        pass


def test_a_mail_of_endless_parts_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "m.eml"
    nested = b"".join(
        b'Content-Type: multipart/mixed; boundary="b%d"\n\n--b%d\n' % (k, k) for k in range(3_000)
    )
    file.write_bytes(b"Subject: x\n" + nested)
    with pytest.raises(RefusedInput), unpacked((file,)):
        pass


@pytest.mark.parametrize(
    ("name", "clean"),
    [("../a.pdf", "a.pdf"), ("a\nb\u202e.pdf", "a b.pdf"), ("..", "unnamed"), ("", "unnamed"), (".hid.pdf", "hid.pdf"),
     ("a:b|c.pdf", "a_b_c.pdf"), ("报告.pdf", "报告.pdf"), ("x" * 300 + ".pdf", "x" * 96 + ".pdf")],
)  # fmt: skip
def test_names_are_made_harmless(name: str, clean: str) -> None:
    assert sanitised(name) == clean
