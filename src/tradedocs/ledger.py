"""The append-only ledger: one JSON row a line, each bound to the one before by its hash.

Row n carries the hash of row n-1; its own hash is taken over its canonical JSON. Changing, removing or
reordering a row breaks every later hash. A cut tail is found by an anchor that was kept elsewhere: each
verdict and each contract's receipt carries one.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import IO, Any

from tradedocs.errors import RefusedInput, ToolError
from tradedocs.model.anchor import Anchor
from tradedocs.ui import say

GENESIS = "0" * 64


@dataclass(frozen=True)
class Row:
    """One row: its number (from 1), kind, time in ISO 8601, facts, the hash before it and its own."""

    row: int
    kind: str
    at: str
    facts: Mapping[str, Any]
    prev: str
    sha256: str


@dataclass(frozen=True)
class Verification:
    """What a walk over the whole chain found: how many rows, the last anchor, and the first broken row."""

    rows: int
    last: Anchor | None
    broken: str | None

    @property
    def intact(self) -> bool:
        """Whether every row follows from the one before."""
        return self.broken is None


def _stamp(file: IO[bytes]) -> tuple[int, int]:
    """What changes when anybody else writes: size and time of the last change."""
    stat = os.fstat(file.fileno())
    return stat.st_size, stat.st_mtime_ns


def _line(kind: str, facts: Mapping[str, Any], at: datetime, last: Anchor) -> tuple[str, Anchor]:
    content = {
        "row": last.row + 1,
        "kind": kind,
        "at": at.isoformat(),
        "facts": dict(facts),
        "prev": last.sha256,
    }
    digest = _hash(content)
    text = json.dumps({**content, "sha256": digest}, ensure_ascii=False, sort_keys=True)
    return text + "\n", Anchor(row=last.row + 1, sha256=digest)


def _hash(content: Mapping[str, Any]) -> str:
    canonical = json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(canonical.encode()).hexdigest()


class Ledger:
    """The ledger in one file. The file comes into being with the first row."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._walked: tuple[tuple[int, int], Anchor] | None = None

    def append(self, kind: str, facts: Mapping[str, Any], *, at: datetime) -> Anchor:
        """Add a row and make it durable before returning its anchor.

        Raises:
            RefusedInput: the chain is broken; nothing is added to a ledger that proves nothing.
            ToolError: the file cannot be written.
        """
        return self.append_all(kind, (facts,), at=at)[0]

    def append_all(self, kind: str, each: Sequence[Mapping[str, Any]], *, at: datetime) -> tuple[Anchor, ...]:
        """Add a row for each of the facts, all durable before their anchors are returned.

        Raises:
            RefusedInput: the chain is broken; nothing is added.
            ToolError: the file cannot be written.
        """
        try:
            with self.path.open("a+b") as file, _locked(file):
                last = self._last(file)
                anchors, lines = [], []
                for facts in each:
                    line, last = _line(kind, facts, at, last)
                    anchors.append(last)
                    lines.append(line)
                file.write("".join(lines).encode())
                file.flush()
                os.fsync(file.fileno())
                self._walked = (_stamp(file), last)
        except OSError as error:
            raise ToolError(
                say("cannot write the ledger: {reason}", reason=error.strerror or error), place=str(self.path)
            ) from error
        return tuple(anchors)

    def _last(self, file: IO[bytes]) -> Anchor:
        """The last row's anchor. What this object has written itself it does not walk over again."""
        if self._walked is not None and self._walked[0] == _stamp(file):
            return self._walked[1]
        file.seek(0)
        verification = _walk(file.read())
        if verification.broken is not None:
            raise self._refused(verification.broken)
        return verification.last or Anchor(row=0, sha256=GENESIS)

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
        """Every row in order.

        Raises:
            RefusedInput: the chain is broken; what follows the break proves nothing, and what stands before it may
                not be all.
        """
        data = self._content()
        broken = _walk(data).broken
        if broken is not None:
            raise self._refused(broken)
        for line in data.splitlines():
            yield Row(**json.loads(line))

    def verify(self) -> Verification:
        """Walk the whole chain."""
        return _walk(self._content())

    def holds(self, anchor: Anchor) -> bool:
        """Whether the row that an anchor names is still there, unchanged."""
        return any(row.row == anchor.row and row.sha256 == anchor.sha256 for row in self.rows())


def _walk(data: bytes) -> Verification:
    last = Anchor(row=0, sha256=GENESIS)
    if data and not data.endswith(b"\n"):
        return Verification(0, None, say("the ledger's last row is cut off"))
    for number, line in enumerate(data.splitlines(), 1):
        try:
            content = json.loads(line)
            claimed = content.pop("sha256")
            follows = (
                content["row"] == number and content["prev"] == last.sha256 and _hash(content) == claimed
            )
        except (ValueError, KeyError, TypeError, AttributeError):
            follows, claimed = False, ""
        if not follows:
            return Verification(
                number - 1, last if last.row else None, say("row {n} of the ledger was changed", n=number)
            )
        last = Anchor(row=number, sha256=claimed)
    return Verification(last.row, last if last.row else None, None)


@contextlib.contextmanager
def _locked(file: IO[bytes]) -> Iterator[None]:
    """Two processes never append at the same time."""
    if sys.platform == "win32":
        import msvcrt

        file.seek(0)
        msvcrt.locking(file.fileno(), msvcrt.LK_LOCK, 1)
        try:
            yield
        finally:
            file.seek(0)
            msvcrt.locking(file.fileno(), msvcrt.LK_UNLCK, 1)
    else:
        import fcntl

        fcntl.flock(file, fcntl.LOCK_EX)
        try:
            yield
        finally:
            fcntl.flock(file, fcntl.LOCK_UN)
