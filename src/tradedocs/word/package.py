"""A DOCX as its parts: read with limits, written so that the same parts give the same bytes."""

from __future__ import annotations

import io
import re
import struct
import zipfile
import zlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import cast

from isal import igzip_lib, isal_zlib

from tradedocs.errors import RefusedInput
from tradedocs.ui import say

CONTENT_TYPES = "[Content_Types].xml"
DOCUMENT = "word/document.xml"

FILE_LIMIT = 30_000_000
_UNPACKED_LIMIT = 120_000_000
_PARTS_LIMIT = 2_000
# The XML of a long table packs to a fiftieth; more than this is made to fill the memory of whoever unpacks it.
_RATIO_LIMIT, _RATIO_FROM = 250, 5_000_000
# ISA-L packs a contract in a tenth of zlib's time into a file a fifth longer. Its bytes may differ from one kind of
# processor to another; what they unpack to does not.
_LEVEL = 2
_CLAUSE = re.compile(b"<w:sdt>|&#34;clause_id&#34;:")
_ANNEX = re.compile(b'<w:p><w:pPr><w:pStyle w:val="ContractAnnex"/>')
_EVERY = 8
_VERSION = 20  # PKZIP 2.0: deflate
_FIRST_DAY = (0 << 9) | (1 << 5) | 1  # 1980-01-01, so that the day of the build does not show in the bytes
_UTF8 = 0x800
_DAMAGED = cast("type[Exception]", igzip_lib.IsalError)  # the stub calls the class an instance
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def read_parts(data: bytes, *, name: str) -> dict[str, bytes]:
    """The parts of a DOCX by their names.

    Raises:
        RefusedInput: it is no DOCX, is damaged or protected by a password, holds a part twice, or unpacks to
            more than a document can be.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            _within_limits(archive, name)
            parts = {info.filename: archive.read(info) for info in archive.infolist() if not info.is_dir()}
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, ValueError) as error:
        raise _no_docx(data, name) from error
    if CONTENT_TYPES not in parts or DOCUMENT not in parts:
        raise _no_docx(data, name)
    return parts


def _within_limits(archive: zipfile.ZipFile, name: str) -> None:
    infos = archive.infolist()
    unpacked = sum(info.file_size for info in infos)
    if unpacked > _UNPACKED_LIMIT or len(infos) > _PARTS_LIMIT:
        raise RefusedInput(
            say(
                "the file unpacks to {size} bytes in {count} parts, more than a document can be",
                size=f"{unpacked:,}",
                count=len(infos),
            ),
            place=name,
            way_out=say("Do not trust this file. Ask the sender for one that was saved in Word."),
        )
    bombs = [i.filename for i in infos if i.file_size > max(_RATIO_FROM, _RATIO_LIMIT * i.compress_size)]
    if bombs:
        raise RefusedInput(
            say(
                "a part of the file unpacks to more than {n} times its size: {part}",
                n=_RATIO_LIMIT,
                part=bombs[0],
            ),
            place=name,
            way_out=say("Do not trust this file. Ask the sender for one that was saved in Word."),
        )
    if len({info.filename.lower() for info in infos}) != len(infos):
        raise RefusedInput(
            say("the file holds the same part twice, so programs may read it differently"),
            place=name,
            way_out=say("Do not trust this file. Ask the sender for one that was saved in Word."),
        )


def _no_docx(data: bytes, name: str) -> RefusedInput:
    if data.startswith(_OLE):
        return RefusedInput(
            say("the file is protected by a password, or is in the old .doc format"),
            place=name,
            way_out=say("Save it in Word as .docx, without a password."),
        )
    return RefusedInput(
        say("the file is no DOCX, or it is damaged"),
        place=name,
        way_out=say("Give the .docx itself, as it was sent or as it came back."),
    )


@dataclass(frozen=True, slots=True)
class Packed:
    """One part as it lies in the file: deflated, with the checksum and the length of what it unpacks to."""

    deflated: bytes
    crc: int
    size: int


def packed(data: bytes) -> Packed:
    """One part, deflated section by section."""
    *sections, last = sections_of(data)
    return joined((data,), (*map(deflated_section, sections), deflated_section(last, last=True)))


def joined(plain: Sequence[bytes], deflated: Sequence[bytes]) -> Packed:
    """The part of sections that are deflated already."""
    crc = 0
    for section in plain:
        crc = isal_zlib.crc32(section, crc)
    return Packed(b"".join(deflated), crc, sum(map(len, plain)))


def sections_of(data: bytes) -> tuple[bytes, ...]:
    """A part cut at each annex and at every so many clauses (their controls in the document, their ids in the text).

    Each section is deflated for itself, so that in a batch those that are the same as in the contract before are not
    deflated again. It makes the file a sixth longer.
    """
    cuts = [found.start() for found in _CLAUSE.finditer(data)][_EVERY - 1 :: _EVERY]
    cuts += [found.start() for found in _ANNEX.finditer(data)]
    return tuple(data[start:end] for start, end in pairwise((0, *sorted(cuts), len(data))))


def deflated_section(data: bytes, *, last: bool = False) -> bytes:
    """A section that may stand anywhere in a part, since it refers to nothing before it; or the last one of a part."""
    stream = isal_zlib.compressobj(_LEVEL, zlib.DEFLATED, -zlib.MAX_WBITS)
    return stream.compress(data) + stream.flush(zlib.Z_FINISH if last else zlib.Z_FULL_FLUSH)


def section_holds(deflated: bytes, data: bytes) -> bool:
    """Whether a reader of the file gets exactly this out of the section."""
    stream = isal_zlib.decompressobj(-zlib.MAX_WBITS)
    try:
        return stream.decompress(deflated) == data and not stream.unused_data
    except _DAMAGED:
        return False


def write_parts(parts: Mapping[str, bytes]) -> bytes:
    """The DOCX of these parts: fixed order and dates, so that the same parts give the same bytes."""
    return write_packed({name: packed(data) for name, data in parts.items()})


def write_packed(parts: Mapping[str, Packed]) -> bytes:
    """The DOCX of parts that are deflated already (ZIP, APPNOTE 6.3.10, sections 4.3.7 and 4.3.12 to 4.3.16)."""
    rest = sorted(name for name in parts if name != CONTENT_TYPES)
    local, central, offset = [], [], 0
    for name in (CONTENT_TYPES, *rest):
        part, raw = parts[name], name.encode()
        utf8 = 0 if name.isascii() else _UTF8
        common = struct.pack("<HHHHHIIIHH", _VERSION, utf8, zipfile.ZIP_DEFLATED, 0, _FIRST_DAY, part.crc,
                             len(part.deflated), part.size, len(raw), 0)  # fmt: skip
        central.append(
            b"PK\x01\x02"
            + struct.pack("<H", _VERSION)
            + common
            + struct.pack("<HHHII", 0, 0, 0, 0, offset)
            + raw
        )
        local += [b"PK\x03\x04", common, raw, part.deflated]
        offset += 30 + len(raw) + len(part.deflated)
    directory = b"".join(central)
    end = struct.pack("<HHHHIIH", 0, 0, len(central), len(central), len(directory), offset, 0)
    return b"".join((*local, directory, b"PK\x05\x06", end))
