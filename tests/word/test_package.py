from __future__ import annotations

import io
import zipfile
import zlib

import pytest

from tradedocs.errors import RefusedInput
from tradedocs.word import package
from tradedocs.word.package import (
    CONTENT_TYPES,
    DOCUMENT,
    deflated_section,
    packed,
    read_parts,
    section_holds,
    sections_of,
    write_parts,
)

PARTS = {DOCUMENT: b"<d/>", CONTENT_TYPES: b"<t/>", "word/a.xml": b"<a/>"}


def zipped(*members: tuple[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, blob in members:
            archive.writestr(name, blob)
    return out.getvalue()


def test_what_is_written_is_read_back() -> None:
    assert read_parts(write_parts(PARTS), name="a.docx") == PARTS


def test_the_order_of_the_parts_does_not_show_in_the_bytes() -> None:
    assert write_parts(PARTS) == write_parts(dict(reversed(PARTS.items())))


def test_the_content_types_come_first_and_no_clock_shows() -> None:
    with zipfile.ZipFile(io.BytesIO(write_parts(PARTS))) as archive:
        assert archive.namelist() == [CONTENT_TYPES, "word/a.xml", DOCUMENT]
        assert {info.date_time for info in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert {info.create_system for info in archive.infolist()} == {0}


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"%PDF-1.7 not a Word file",
        zipped(("a.txt", b"a")),
        write_parts(PARTS)[:-30],
        write_parts(PARTS).replace(b"\x03\x00", b"\xff\xff", 1),
    ],
    ids=["empty", "pdf", "zip", "cut", "damaged"],
)
def test_what_is_no_docx_is_refused_with_the_way_out(data: bytes) -> None:
    with pytest.raises(RefusedInput) as refused:
        read_parts(data, name="x.docx")
    assert refused.value.place == "x.docx"
    assert ".docx" in refused.value.way_out


def test_a_protected_file_is_named_as_such() -> None:
    with pytest.raises(RefusedInput, match="password"):
        read_parts(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), name="x.docx")


def test_a_zip_bomb_is_refused_before_it_is_unpacked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(package, "_UNPACKED_LIMIT", 100_000)
    bomb = write_parts({**PARTS, "word/big.xml": bytes(100_001)})
    monkeypatch.setattr(zipfile.ZipFile, "read", lambda *_: pytest.fail("unpacked"))
    with pytest.raises(RefusedInput, match="unpacks to"):
        read_parts(bomb, name="x.docx")


def test_a_file_of_very_many_parts_is_refused() -> None:
    with pytest.raises(RefusedInput, match="parts"):
        read_parts(write_parts({**PARTS, **{f"word/{n}.xml": b"" for n in range(2000)}}), name="x.docx")


@pytest.mark.filterwarnings("ignore:Duplicate name:UserWarning")
@pytest.mark.parametrize("other", [DOCUMENT, "WORD/document.xml"])
def test_a_part_that_stands_twice_is_refused(other: str) -> None:
    data = zipped((CONTENT_TYPES, b"<t/>"), (DOCUMENT, b"<a/>"), (other, b"<b/>"))
    with pytest.raises(RefusedInput, match="twice"):
        read_parts(data, name="x.docx")


@pytest.mark.parametrize("last", [True, False])
def test_a_section_holds_what_was_deflated_and_nothing_else(last: bool) -> None:
    data = "Beton & 混凝土".encode() * 50
    section = deflated_section(data, last=last)
    assert section_holds(section, data)
    assert not section_holds(section, data[:-1])
    assert not section_holds(b"\xff\xff\xff", data)


def test_a_part_of_several_sections_unpacks_to_the_whole() -> None:
    clauses = "".join(f"<w:sdt>{number} Beton & 混凝土</w:sdt>" for number in range(40)).encode()
    assert len(sections_of(clauses)) == 1 + 40 // 8
    assert b"".join(sections_of(clauses)) == clauses
    part = packed(clauses)
    assert zlib.decompress(part.deflated, -zlib.MAX_WBITS) == clauses
    assert (part.crc, part.size) == (zlib.crc32(clauses), len(clauses))


def test_a_part_that_unpacks_to_far_more_than_its_size_is_refused() -> None:
    bomb = zipped((CONTENT_TYPES, b"<t/>"), (DOCUMENT, b"<d/>" + b" " * 6_000_000))
    with pytest.raises(RefusedInput, match="unpacks to more than"):
        read_parts(bomb, name="a.docx")
