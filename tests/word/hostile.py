"""A Word file made hostile, in one way each: what every command that reads a file from other hands must refuse."""

from __future__ import annotations

import io
import warnings
import zipfile
from collections.abc import Callable, Mapping
from typing import NamedTuple

from tradedocs.word.package import CONTENT_TYPES, DOCUMENT, FILE_LIMIT, read_parts, write_parts

_RELS = "word/_rels/document.xml.rels"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


class Hostile(NamedTuple):
    """How a good file is made hostile, and words of what is then said."""

    make: Callable[[bytes], bytes]
    said: str
    code: int = 10


def _with(**parts: Callable[[Mapping[str, bytes]], bytes]) -> Callable[[bytes], bytes]:
    def make(data: bytes) -> bytes:
        known = read_parts(data, name="good.docx")
        return write_parts({**known, **{name: part(known) for name, part in parts.items()}})

    return make


def _swapped(part: str, old: bytes, new: bytes) -> Callable[[bytes], bytes]:
    def swap(known: Mapping[str, bytes]) -> bytes:
        assert old in known[part]
        return known[part].replace(old, new, 1)

    return _with(**{part: swap})


def _linked(kind: str, target: str) -> Callable[[bytes], bytes]:
    link = f'<Relationship Id="rIdX" Type="{_OFFICE}/{kind}" Target="{target}" TargetMode="External"/>'
    return _swapped(_RELS, b"</Relationships>", f"{link}</Relationships>".encode())


def _added(name: str, content: bytes) -> Callable[[bytes], bytes]:
    return _with(**{name: lambda _: content})


def _zipped(data: bytes, *more: tuple[str, bytes]) -> bytes:
    out = io.BytesIO()
    with warnings.catch_warnings(), zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        warnings.simplefilter("ignore")  # zipfile warns of a name that stands twice
        for name, content in (*read_parts(data, name="good.docx").items(), *more):
            archive.writestr(name, content)
    return out.getvalue()


def _doubled(data: bytes) -> bytes:
    return _zipped(data, (DOCUMENT, b"<w/>"))


def _other_case(data: bytes) -> bytes:
    return _zipped(data, (DOCUMENT.upper(), b"<w/>"))


def _understated(data: bytes) -> bytes:
    """The directory says of a bomb that it is small."""
    size, told = 300_000_000, 1_000
    packed = _zipped(data, ("word/bomb.xml", bytes(size)))
    return packed.replace(size.to_bytes(4, "little"), told.to_bytes(4, "little"))


_ENTITIES = b'<!DOCTYPE w [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]>'
_DDE = (
    b'<w:p><w:r><w:instrText xml:space="preserve"> D</w:instrText></w:r>'
    b'<w:r><w:instrText>DE&#65;UTO c:\\\\tool "x"</w:instrText></w:r></w:p>'
)
KINDS: dict[str, Hostile] = {
    "no-docx": Hostile(lambda _: b"%PDF-1.7 not a Word file", "no DOCX"),
    "old-or-locked": Hostile(lambda _: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "protected by a password"),
    "cut": Hostile(lambda data: data[: len(data) // 2], "no DOCX"),
    "too-large": Hostile(lambda data: data + bytes(FILE_LIMIT), "larger than", 2),
    "unpacks-to-too-much": Hostile(
        lambda data: _zipped(data, *((f"word/{n}.xml", bytes(4_900_000)) for n in range(25))), "unpacks to"
    ),
    "bomb": Hostile(lambda data: _zipped(data, ("word/bomb.xml", bytes(6_000_000))), "times its size"),
    "bomb-understated": Hostile(_understated, "damaged"),
    "too-many-parts": Hostile(
        lambda data: _zipped(data, *((f"word/{n}.xml", b"<a/>") for n in range(2_001))), "parts, more than"
    ),
    "twice": Hostile(_doubled, "the same part twice"),
    "twice-in-other-letters": Hostile(_other_case, "the same part twice"),
    "entities": Hostile(_swapped(DOCUMENT, b"<w:document", _ENTITIES + b"<w:document"), "document type"),
    "entities-elsewhere": Hostile(_added("word/footnotes9.xml", b"<!-- x -->" + _ENTITIES + b"<w/>"), "document type"),
    "entities-utf-16": Hostile(
        _added("word/footnotes9.xml", (_ENTITIES + b"<w/>").decode().encode("utf-16")), "document type"
    ),
    "picture-elsewhere": Hostile(_linked("image", "https://example.org/a.png"), "would fetch"),
    "template-elsewhere": Hostile(_linked("attachedTemplate", "https://example.org/a.dotm"), "would fetch"),
    "template-on-a-share": Hostile(_linked("attachedTemplate", "file://server/share/a.dotm"), "would fetch"),
    "document-elsewhere": Hostile(_linked("aFChunk", "https://example.org/a.html"), "would fetch"),
    "macros": Hostile(_added("word/vbaProject.bin", b"x"), "macros"),
    "macros-by-type": Hostile(
        _swapped(CONTENT_TYPES, b"wordprocessingml.document.main", b"&#109;acroEnabled.main"), "macros"
    ),
    "macros-by-another-name": Hostile(
        _swapped(
            _RELS, b"</Relationships>",
            b'<Relationship Id="rIdX" Type="http://schemas.microsoft.com/office/2006/relationships/vbaProject" '
            b'Target="pictures.bin"/></Relationships>',
        ),
        "macros",
    ),
    "commands": Hostile(_swapped(DOCUMENT, b"<w:body>", b"<w:body>" + _DDE), "calls another program"),
    "commands-in-a-footer": Hostile(
        _added("word/footer9.xml", '<w:fldSimple w:instr=" DDE x > y"/>'.encode("utf-16")), "calls another program"
    ),
    "tags-without-end": Hostile(_swapped(DOCUMENT, b"<w:body>", b"<w:instrText " * 200_000), "not well-formed"),
    "another-document": Hostile(
        _swapped("_rels/.rels", b"word/document.xml", b"word/other.xml"), "another part than the one that is read"
    ),
    "broken-links": Hostile(_added("word/_rels/other.xml.rels", b"<Relationships>"), "not well-formed"),
}  # fmt: skip
