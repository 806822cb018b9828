"""The ledger's file: rows are durable before they are announced, and an unfinished one was never said."""

from __future__ import annotations

import contextlib
import hashlib
import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any, NamedTuple

from tradedocs import heads
from tradedocs.errors import RefusedInput, ToolError
from tradedocs.files import write_atomic
from tradedocs.ledger.chain import MENDED, START, Verification, line_of, walk
from tradedocs.ledger.lock import lock_file, system_lock
from tradedocs.model.anchor import Anchor, Row
from tradedocs.ui import say

TRIES = 5


class _End(NamedTuple):
    """Where the next row goes: its forerunner, the lines to write before it, and the file's size, read and kept."""

    last: Anchor
    before: tuple[str, ...]
    read: int
    keep: int


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
        return self.append_rows(((kind, facts),), at=at)[0]

    def append_all(self, kind: str, each: Sequence[Mapping[str, Any]], *, at: datetime) -> tuple[Anchor, ...]:
        """Add a row of one kind for each of the facts, as `append_rows` does."""
        return self.append_rows([(kind, facts) for facts in each], at=at)

    def append_rows(
        self, each: Sequence[tuple[str, Mapping[str, Any]]], *, at: datetime
    ) -> tuple[Anchor, ...]:
        """Add a row for each kind and its facts, all durable before their anchors are returned.

        An unfinished last line, left by a kill, is laid aside in a file of its own and named in a row before them.

        Raises:
            RefusedInput: the chain is broken; nothing is added.
            ToolError: the file cannot be written, or somebody else holds it; nothing is added.
        """
        try:
            for _ in range(TRIES):
                anchors = self._appended(each, at)
                if anchors is not None:
                    if anchors:
                        heads.note(anchors[-1].row, anchors[-1].sha256)
                    return anchors
        except OSError as error:
            raise self._unwritten(error.strerror or str(error)) from error
        raise self._unwritten(say("others took the lock of this process over again and again"))

    def _unwritten(self, reason: str) -> ToolError:
        return ToolError(
            say("cannot write the ledger: {reason}", reason=reason),
            place=str(self.path),
            way_out=say("Nothing was recorded. Check that the disk has room and that you may write there."),
        )

    def _appended(
        self, each: Sequence[tuple[str, Mapping[str, Any]]], at: datetime
    ) -> tuple[Anchor, ...] | None:
        """The anchors of the rows; None where this process stood still so long that others wrote meanwhile."""
        with (
            lock_file(self.path) as still_ours,
            self.path.open("a+b", buffering=0) as file,
            system_lock(file),
        ):
            end = self._end(file.fileno(), at)
            last, anchors, lines = end.last, [], list(end.before)
            for kind, facts in each:
                line, last = line_of(kind, facts, at, last)
                anchors.append(last)
                lines.append(line)
            self._walked = None
            if not (still_ours() and self._size() == end.read):
                return None
            if end.keep < end.read:
                os.ftruncate(file.fileno(), end.keep)
            if not _write_durably(file.fileno(), "".join(lines).encode(), self.path.parent, end.keep):
                return None
            self._walked = (_stamp(file.fileno()), last)
        return tuple(anchors)

    def _end(self, handle: int, at: datetime) -> _End:
        """Where the next row goes. What this object has written itself it does not walk over again."""
        if self._walked is not None and self._walked[0] == _stamp(handle):
            size = self._walked[0][1]
            return _End(self._walked[1], (), size, size)
        data = self.path.read_bytes()
        _, found = walk(data)
        if found.broken is not None:
            raise self._refused(found.broken)
        last, size = found.last or START, len(data)
        if found.torn:
            line, last = line_of(MENDED, self._lay_aside(found.torn), at, last)
            return _End(last, (line,), size, size - len(found.torn))
        return _End(last, ("\n",) if data and not data.endswith(b"\n") else (), size, size)

    def _size(self) -> int:
        """The size of the file, opened anew: only that asks a network drive for what others wrote."""
        with self.path.open("rb") as file:
            return file.seek(0, os.SEEK_END)

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


def _write_durably(handle: int, data: bytes, folder: Path, size: int) -> bool:
    """All of the data on the disk behind the `size` bytes that stand there, or none of it.

    False where others had written behind those bytes in the last moment: the data is taken off again. Nobody can
    have built on it, because nobody adds to a chain that it breaks.
    """
    try:
        rest = memoryview(data)
        while rest:
            rest = rest[os.write(handle, rest) :]
        os.fsync(handle)
        if size == 0:
            _sync_folder(folder)
    except OSError:
        with contextlib.suppress(OSError):
            if data.startswith(_behind(handle, size)):
                os.ftruncate(handle, size)
                os.fsync(handle)
        raise
    behind = _behind(handle, size)
    if behind == data:
        return True
    if behind.endswith(data):
        os.ftruncate(handle, size + len(behind) - len(data))
        os.fsync(handle)
    return False


def _behind(handle: int, size: int) -> bytes:
    with os.fdopen(os.dup(handle), "rb") as file:
        file.seek(size)
        return file.read()


def _sync_folder(folder: Path) -> None:
    """Make the new file's name durable, where folders can be opened (not on Windows)."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
