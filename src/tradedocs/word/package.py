"""A DOCX as its parts: read with limits, written so that the same parts give the same bytes."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Mapping

from tradedocs.errors import RefusedInput
from tradedocs.ui import say

CONTENT_TYPES = "[Content_Types].xml"
DOCUMENT = "word/document.xml"

FILE_LIMIT = 30_000_000
_UNPACKED_LIMIT = 120_000_000
_PARTS_LIMIT = 2_000
_EPOCH = (1980, 1, 1, 0, 0, 0)
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def read_parts(data: bytes, *, name: str) -> dict[str, bytes]:
    """The parts of a DOCX by their names.

    Raises:
        RefusedInput: it is no DOCX, is damaged or protected by a password, holds a part twice, or unpacks to
            more than a contract can be.
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
                "the file unpacks to {size} bytes in {count} parts, more than a contract can be",
                size=f"{unpacked:,}",
                count=len(infos),
            ),
            place=name,
            way_out=say("Ask the sender for the contract file that was built."),
        )
    if len({info.filename.lower() for info in infos}) != len(infos):
        raise RefusedInput(
            say("the file holds the same part twice, so programs may read it differently"),
            place=name,
            way_out=say("Ask the sender for the contract file that was built."),
        )


def _no_docx(data: bytes, name: str) -> RefusedInput:
    if data.startswith(_OLE):
        return RefusedInput(
            say("the file is protected by a password, or is in the old .doc format"),
            place=name,
            way_out=say("Save it in Word as .docx without a password, or ask for the file that was built."),
        )
    return RefusedInput(
        say("the file is no DOCX, or it is damaged"),
        place=name,
        way_out=say("Give the contract.docx that `tradedocs contract build` wrote."),
    )


def write_parts(parts: Mapping[str, bytes]) -> bytes:
    """The DOCX of these parts: fixed order and dates, so that the same parts give the same bytes."""
    rest = sorted(name for name in parts if name != CONTENT_TYPES)
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name in (CONTENT_TYPES, *rest):
            info = zipfile.ZipInfo(name, _EPOCH)
            info.compress_type = zipfile.ZIP_DEFLATED
            info.create_system = 0  # the writing machine must not show in the bytes
            archive.writestr(info, parts[name], compresslevel=6)
    return out.getvalue()
