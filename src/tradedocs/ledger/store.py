"""The ledger's file: rows are durable before they are announced, and an unfinished one was never said."""

from __future__ import annotations

import contextlib
import hashlib
import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

from tradedocs.errors import RefusedInput, ToolError
from tradedocs.files import write_atomic
from tradedocs.ledger.chain import MENDED, START, Row, Verification, line_of, walk
from tradedocs.ledger.lock import lock_file, system_lock
from tradedocs.model.anchor import Anchor
from tradedocs.ui import say

written: dict[str, Anchor] = {}
"""The last row that this process added, by its kind: a command says the ledger's head when it ends."""


class Ledger:
    """The ledger in one file. The file comes into being with the first row."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._walked: tuple[tuple[int, int, int], Anchor] | None = None

    def append(self, kind: str, facts: Mapping[str, Any], *, at: datetime) -> Anchor:
        """Add a row and make it durable before returning its anchor.

        Raises:
            RefusedInput: the chain is broken; nothing is added to a ledger that proves nothing.
            ToolError: the file cannot be written, or somebody else holds it; nothing is added.
        """
        return self.append_all(kind, (facts,), at=at)[0]

    def append_all(self, kind: str, each: Sequence[Mapping[str, Any]], *, at: datetime) -> tuple[Anchor, ...]:
        """Add a row for each of the facts, all durable before their anchors are returned.

        An unfinished last line, left by a kill, is laid aside in a file of its own and named in a row before them.

        Raises:
            RefusedInput: the chain is broken; nothing is added.
            ToolError: the file cannot be written, or somebody else holds it; nothing is added.
        """
        try:
            with lock_file(self.path), self.path.open("a+b", buffering=0) as file, system_lock(file):
                last, before = self._last(file.fileno(), at)
                anchors, lines = [], list(before)
                for facts in each:
                    line, last = line_of(kind, facts, at, last)
                    anchors.append(last)
                    lines.append(line)
                _write_durably(file.fileno(), "".join(lines).encode(), self.path.parent)
                self._walked = (_stamp(file.fileno()), last)
        except OSError as error:
            raise ToolError(
                say("cannot write the ledger: {reason}", reason=error.strerror or error),
                place=str(self.path),
                way_out=say(
                    "Nothing was recorded. Check that the disk has room and that you may write there."
                ),
            ) from error
        if anchors:
            written.pop(kind, None)
            written[kind] = anchors[-1]
        return tuple(anchors)

    def _last(self, handle: int, at: datetime) -> tuple[Anchor, tuple[str, ...]]:
        """The last row's anchor, and the lines to write before any other.

        What this object has written itself it does not walk over again.
        """
        if self._walked is not None and self._walked[0] == _stamp(handle):
            return self._walked[1], ()
        data = self.path.read_bytes()
        _, found = walk(data)
        if found.broken is not None:
            raise self._refused(found.broken)
        last = found.last or START
        if found.torn:
            line, last = line_of(MENDED, self._lay_aside(found.torn), at, last)
            os.ftruncate(handle, len(data) - len(found.torn))
            return last, (line,)
        return last, ("\n",) if data and not data.endswith(b"\n") else ()

    def _lay_aside(self, torn: bytes) -> dict[str, Any]:
        digest = hashlib.sha256(torn).hexdigest()
        aside = self.path.with_name(f"{self.path.stem}-unfinished-{digest[:12]}.txt")
        write_atomic(aside, torn)
        return {"file": aside.name, "file_sha256": digest, "bytes": len(torn)}

    def _content(self) -> bytes:
        try:
            return self.path.read_bytes() if self.path.exists() else b""
        except OSError as error:
            raise ToolError(
                say("cannot read the ledger: {reason}", reason=error.strerror or error),
                place=str(self.path),
                way_out=say("Restore the file ledger.jsonl from a backup."),
            ) from error

    def _refused(self, broken: str) -> RefusedInput:
        way_out = say("Restore the ledger from a backup; `tradedocs ledger verify` shows what broke.")
        return RefusedInput(broken, place=str(self.path), way_out=way_out)

    def rows(self) -> Iterator[Row]:
        """Every row in order. A last line that was never finished is no row.

        Raises:
            RefusedInput: the chain is broken; what follows the break proves nothing, and what stands before it may
                not be all.
        """
        rows, found = walk(self._content())
        if found.broken is not None:
            raise self._refused(found.broken)
        yield from rows

    def verify(self, anchors: Iterable[Anchor] = ()) -> Verification:
        """Walk the whole chain, and look for the rows that the anchors name."""
        return walk(self._content(), anchors)[1]

    def holds(self, anchor: Anchor) -> bool:
        """Whether the row that an anchor names is still there, unchanged."""
        return any(row.row == anchor.row and row.sha256 == anchor.sha256 for row in self.rows())


def _stamp(handle: int) -> tuple[int, int, int]:
    """What changes when anybody else writes: the file itself, its size and the time of its last change."""
    stat = os.fstat(handle)
    return stat.st_ino, stat.st_size, stat.st_mtime_ns


def _write_durably(handle: int, data: bytes, folder: Path) -> None:
    """All of the data on the disk, or none of it."""
    size = os.fstat(handle).st_size
    try:
        rest = memoryview(data)
        while rest:
            rest = rest[os.write(handle, rest) :]
        os.fsync(handle)
        if size == 0:
            _sync_folder(folder)
    except OSError:
        with contextlib.suppress(OSError):
            os.ftruncate(handle, size)
            os.fsync(handle)
        raise


def _sync_folder(folder: Path) -> None:
    """Make the new file's name durable, where folders can be opened (not on Windows)."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
