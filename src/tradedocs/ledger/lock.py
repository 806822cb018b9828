"""Two processes never append at the same time, on one machine or on two that share a folder.

The lock of the operating system is not kept on every network drive. So a lock file stands beside the ledger
while somebody writes: made only where none stands, it names who holds it. A holder that died is recognised: on
this machine its process is gone; of another machine the same lock file has stood unchanged for `STALE` seconds
of our own clock (the clocks of two machines may differ).
"""

from __future__ import annotations

import contextlib
import errno
import json
import os
import socket
import sys
import time
import uuid
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import IO

from tradedocs.errors import ToolError
from tradedocs.ui import say

STALE = 60.0
NAMELESS = 2.0
"""A lock file that names nobody is of a process that died between making and filling it."""
WAIT = 90.0
_PAUSE = 0.01
_NO_LOCKS = frozenset((errno.ENOLCK, errno.ENOTSUP, errno.EOPNOTSUPP, errno.ENOSYS))


@contextlib.contextmanager
def lock_file(ledger: Path, *, wait: float = WAIT, stale: float = STALE) -> Iterator[Callable[[], bool]]:
    """Hold the lock file of the ledger. What is given says whether it is held still.

    A process that stood still for `stale` seconds (a laptop that slept) may find itself taken for dead.

    Raises:
        ToolError: somebody else held it for `wait` seconds.
        OSError: the folder cannot be written.
    """
    path = ledger.with_name(ledger.name + ".lock")
    mine = json.dumps(
        {
            "host": socket.gethostname(),
            "pid": os.getpid(),
            "at": datetime.now(UTC).isoformat(),
            "key": uuid.uuid4().hex,
        }
    ).encode()
    _take(path, mine, wait, stale)
    try:
        yield lambda: _read(path) == mine
    finally:
        if _read(path) == mine:
            with contextlib.suppress(OSError):
                path.unlink()


def _take(path: Path, mine: bytes, wait: float, stale: float) -> None:
    began = seen_since = time.monotonic()
    seen: bytes | None = None
    while not _made(path, mine):
        held = _read(path)
        now = time.monotonic()
        if held != seen:
            seen, seen_since = held, now
        elif held is not None and (_gone(held) or now - seen_since >= _patience(held, stale)):
            _break(path, held)
            continue
        if now - began >= wait:
            raise ToolError(
                say("another process holds the ledger: {who}", who=_who(held)),
                place=str(path),
                way_out=say("Try again when it is done; remove the file if nothing of the kind runs."),
            )
        time.sleep(_PAUSE)


def _made(path: Path, mine: bytes) -> bool:
    try:
        handle = os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o666)
    except FileExistsError:
        return False
    try:
        os.write(handle, mine)
    except OSError:
        with contextlib.suppress(OSError):
            path.unlink()
        raise
    finally:
        os.close(handle)
    return True


def _read(path: Path) -> bytes | None:
    try:
        return path.read_bytes()
    except OSError:
        return None


def _told(held: bytes | None) -> tuple[str, int, str] | None:
    try:
        told = json.loads(held or b"")
        return str(told["host"]), int(told["pid"]), str(told["at"])
    except (ValueError, KeyError, TypeError):
        return None


def _who(held: bytes | None) -> str:
    told = _told(held)
    if told is None:
        return "?"
    return say("process {pid} on {host} since {at}", pid=told[1], host=told[0], at=told[2])


def _patience(held: bytes, stale: float) -> float:
    return stale if _told(held) is not None else min(stale, NAMELESS)


def _gone(held: bytes) -> bool:
    """Whether the holder is a process of this machine that is no more."""
    told = _told(held)
    if told is None or told[0] != socket.gethostname() or sys.platform == "win32":
        return False
    try:
        os.kill(told[1], 0)
    except ProcessLookupError:
        return True
    except (OSError, OverflowError):
        return False
    return False


def _break(path: Path, held: bytes) -> None:
    """Take a dead holder's lock file away. Where somebody was quicker and holds it now, it is given back."""
    aside = path.with_name(f"{path.name}.{uuid.uuid4().hex}")
    try:
        path.rename(aside)
    except FileNotFoundError:
        return
    if _read(aside) != held:
        with contextlib.suppress(OSError):
            os.link(aside, path)
    with contextlib.suppress(OSError):
        aside.unlink()


@contextlib.contextmanager
def system_lock(file: IO[bytes]) -> Iterator[None]:
    """Hold the lock of the operating system, where the drive has one."""
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

        try:
            fcntl.flock(file, fcntl.LOCK_EX)
        except OSError as error:
            if error.errno not in _NO_LOCKS:
                raise
        try:
            yield
        finally:
            with contextlib.suppress(OSError):
                fcntl.flock(file, fcntl.LOCK_UN)
