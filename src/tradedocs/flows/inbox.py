"""Reports as they arrive: PDF files, e-mail files and zip archives with PDFs inside, unpacked within limits.

What an e-mail or archive holds beside PDFs is not read, and is named. A container that breaks a limit is refused as a
whole, so that no part of it is left out in silence.
"""

from __future__ import annotations

import io
import tempfile
import zipfile
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from email import policy
from email.message import EmailMessage
from email.parser import BytesParser
from pathlib import Path, PurePosixPath
from typing import IO

from tradedocs.errors import RefusedInput
from tradedocs.files import read_bytes
from tradedocs.formats.plain import plain
from tradedocs.ui import say

CONTAINERS = (".eml", ".zip")
MOST_ENTRIES = 1_000
MOST_BYTES = 200_000_000
MOST_RATIO = 100
_SMALL = 1_000_000  # bytes up to which the ratio does not matter: an empty form packs well
_DEEPEST = 2  # a container inside a container is opened, one more is not
_PIECE = 1 << 16
_LONGEST_NAME = 100
_FORBIDDEN = frozenset('/\\:*?"<>|')


@dataclass(frozen=True)
class Taken:
    """What was found.

    Attributes:
        reports: the PDF files to be read, in the order given.
        used: for each container, the names of the PDFs taken out of it.
        left: for each container, what was not used, with the reason.
    """

    reports: tuple[Path, ...]
    used: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    left: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def told(self) -> Iterator[str]:
        """A line for each container: what was used, and what was not."""
        for name in self.used:
            yield say(
                "{file}: used: {names}", file=plain(name), names=", ".join(self.used[name]) or say("nothing")
            )
            if self.left[name]:
                yield say("{file}: not used: {names}", file=plain(name), names="; ".join(self.left[name]))


@contextmanager
def unpacked(paths: Iterable[Path]) -> Iterator[Taken]:
    """The reports among the paths; what was taken out of containers lies in a folder that goes afterwards.

    A path that is no container stays as it is.

    Raises:
        UsageError: a container does not exist.
        RefusedInput: a container is broken, encrypted, or breaks a limit.
    """
    with tempfile.TemporaryDirectory(prefix="tradedocs-") as place:
        reports: list[Path] = []
        used: dict[str, tuple[str, ...]] = {}
        left: dict[str, tuple[str, ...]] = {}
        for number, path in enumerate(paths):
            if path.suffix.lower() not in CONTAINERS:
                reports.append(path)
                continue
            hold = _Hold(path, Path(place) / str(number))
            hold.open(path.name, read_bytes(path, limit=MOST_BYTES), 1)
            reports += hold.files
            used[path.name], left[path.name] = tuple(file.name for file in hold.files), tuple(hold.left)
        yield Taken(tuple(reports), used, left)


class _Hold:
    """One container being unpacked, with what it has used up of the limits."""

    def __init__(self, path: Path, folder: Path) -> None:
        self._path = path
        self._folder = folder
        self._entries = 0
        self._bytes = 0
        self.files: list[Path] = []
        self.left: list[str] = []
        folder.mkdir()

    def open(self, name: str, content: bytes, depth: int) -> None:
        """Take the PDFs out of an e-mail or an archive."""
        try:
            parts = self._of_mail(content) if name.lower().endswith(".eml") else self._of_archive(content)
            for inner, data in parts:
                self._take(inner, data, depth)
        except (
            zipfile.BadZipFile,
            NotImplementedError,
            EOFError,
            OSError,
            ValueError,
            RecursionError,
        ) as error:
            raise self._refused(say("cannot be unpacked")) from error

    def _take(self, name: str, data: bytes, depth: int) -> None:
        shown = sanitised(name)
        lower = shown.lower()
        if lower.endswith(".pdf") or b"%PDF-" in data[:1024]:
            self._keep(shown if lower.endswith(".pdf") else f"{shown}.pdf", data)
        elif lower.endswith(CONTAINERS) or (data[:4] == b"PK\x03\x04" and lower.endswith(".zip")):
            if depth >= _DEEPEST:
                raise self._refused(say("holds archives inside of archives"))
            self.open(lower, data, depth + 1)
        else:
            self.left.append(say("{name} (no PDF)", name=shown))

    def _keep(self, name: str, data: bytes) -> None:
        file, stem, k = self._folder / name, Path(name).stem, 1
        while file.exists():
            k += 1
            file = self._folder / f"{stem}-{k}.pdf"
        file.write_bytes(data)
        self.files.append(file)

    def _of_archive(self, content: bytes) -> Iterator[tuple[str, bytes]]:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            for entry in archive.infolist():
                self._count()
                if entry.is_dir():
                    continue
                if entry.flag_bits & 0x1:
                    raise self._refused(say("is locked with a password"))
                with archive.open(entry) as stream:
                    yield entry.filename, self._drained(stream, entry.compress_size)

    def _drained(self, stream: IO[bytes], packed: int) -> bytes:
        """All bytes of an entry, counted as they come: what an archive says of its sizes is not believed."""
        out = bytearray()
        while piece := stream.read(_PIECE):
            out += piece
            self._weigh(len(piece))
            if len(out) > _SMALL and len(out) > MOST_RATIO * max(packed, 1):
                raise self._refused(say("is packed more than {n} times", n=MOST_RATIO))
        return bytes(out)

    def _of_mail(self, content: bytes) -> Iterator[tuple[str, bytes]]:
        message = BytesParser(EmailMessage, policy=policy.default).parsebytes(content)
        if not message.keys():
            raise self._refused(say("is no e-mail"))
        for part in message.walk():
            self._count()
            if part.is_multipart():
                continue
            name, data = part.get_filename(), part.get_payload(decode=True)
            body = data if isinstance(data, bytes) else b""
            self._weigh(len(body))
            if name is None and part.get_content_maintype() == "text":
                continue  # the message itself
            yield name or f"attachment.{part.get_content_subtype()}", body

    def _count(self) -> None:
        self._entries += 1
        if self._entries > MOST_ENTRIES:
            raise self._refused(say("holds more than {n} files", n=f"{MOST_ENTRIES:,}"))

    def _weigh(self, size: int) -> None:
        self._bytes += size
        if self._bytes > MOST_BYTES:
            raise self._refused(say("unpacks to more than {n} MB", n=MOST_BYTES // 1_000_000))

    def _refused(self, why: str) -> RefusedInput:
        return RefusedInput(
            say("the file {why}; nothing of it was read", why=why),
            place=self._path.name,
            way_out=say("Ask the sender for the report as a plain PDF file."),
        )


def sanitised(name: str) -> str:
    """A name without folders and without what a file system or a terminal takes for more than a letter."""
    last = PurePosixPath(name.replace("\\", "/")).name
    clean = "".join("_" if char in _FORBIDDEN else char for char in plain(last)).strip(" .")
    stem, dot, suffix = clean.rpartition(".")
    if len(clean) > _LONGEST_NAME:
        clean = f"{stem[: _LONGEST_NAME - len(suffix) - 1]}{dot}{suffix}"[:_LONGEST_NAME]
    return clean or "unnamed"
