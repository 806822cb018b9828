"""A job on a hostile file runs in a forked worker with limits, so that it can neither hang nor crash the program.

POSIX only: Windows has no fork and no resource limits, so there the job runs in the program itself.
"""

from __future__ import annotations

import os
import select
import signal
import sys
import time
import warnings
from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

Outcome = Literal["done", "time", "memory", "crash"]
Note = Callable[[int], None]
_CHUNK = 1 << 16
_NOTE, _ANSWER, _ERROR = b"N", b"A", b"E"


@dataclass(frozen=True)
class Limits:
    """What a worker may use: bytes of memory over what the program holds already, seconds of CPU and of wall time."""

    memory: int = 1 << 30
    cpu: int = 60
    wall: float = 90.0


@dataclass(frozen=True)
class Ended:
    """How a worker ended: its answer when `done`, and the last note that it sent before."""

    outcome: Outcome
    answer: bytes = b""
    note: int = 0
    error: bytes = b""


def can_fork() -> bool:
    """Whether workers can be forked here."""
    return hasattr(os, "fork") and sys.platform != "win32"


def supervised(job: Callable[[Note], bytes], limits: Limits = Limits()) -> Ended:
    """Run the job in a worker and return what became of it; never raises for what the worker does.

    Args:
        job: gets a function to leave notes with (which page it begins), and returns its answer as bytes.
        limits: what it may use.
    """
    reading, writing = os.pipe()
    with warnings.catch_warnings():
        warnings.simplefilter(
            "ignore", DeprecationWarning
        )  # of fork in a program with threads: none is used after it
        worker = os.fork()
    if worker == 0:
        os.close(reading)
        _work(job, writing, limits)
    os.close(writing)
    return _watched(worker, reading, limits)


def _work(job: Callable[[Note], bytes], writing: int, limits: Limits) -> None:
    """The worker's whole life: it never returns."""
    code = 1
    try:
        _restrict(limits)
        answer = job(lambda note: _send(writing, _NOTE, str(note).encode()))
        _send(writing, _ANSWER, answer)
        code = 0
    except MemoryError:
        code = 3
    except BaseException as error:  # the parent decides; nothing may escape into the parent's own code
        _send(writing, _ERROR, f"{type(error).__name__}: {error}".encode(errors="replace")[:2000])
    finally:
        os._exit(code)


def _restrict(limits: Limits) -> None:
    import faulthandler
    import resource

    faulthandler.disable()  # a worker's crash is told by the parent
    quiet = os.open(os.devnull, os.O_WRONLY)
    os.dup2(quiet, 2)
    held = _held()
    for kind, most in (
        (resource.RLIMIT_AS, held + limits.memory),
        (resource.RLIMIT_CPU, limits.cpu),
        (resource.RLIMIT_CORE, 0),
    ):
        try:
            hard = resource.getrlimit(kind)[1]
            resource.setrlimit(kind, (most if hard == resource.RLIM_INFINITY else min(most, hard), hard))
        except (ValueError, OSError):
            continue  # a system that does not know this limit; the wall limit still holds


def _held() -> int:
    """Bytes of address space in use already."""
    try:
        with open("/proc/self/statm", encoding="ascii") as table:  # noqa: PTH123 (no path object before a limit)
            return int(table.read().split()[0]) * os.sysconf("SC_PAGE_SIZE")
    except (OSError, ValueError):
        return 1 << 32


def _send(pipe: int, kind: bytes, content: bytes) -> None:
    message = kind + len(content).to_bytes(8, "big") + content
    while message:
        message = message[os.write(pipe, message) :]


def _watched(worker: int, pipe: int, limits: Limits) -> Ended:
    end = time.monotonic() + limits.wall
    received = bytearray()
    late = False
    while True:
        left = end - time.monotonic()
        if left <= 0:
            late = True
            break
        ready, _, _ = select.select([pipe], [], [], left)
        if not ready:
            late = True
            break
        chunk = os.read(pipe, _CHUNK)
        if not chunk:
            break
        received += chunk
    os.close(pipe)
    if late:
        os.kill(worker, signal.SIGKILL)
    _, status = os.waitpid(worker, 0)
    return _ended(bytes(received), status, late)


def _ended(received: bytes, status: int, late: bool) -> Ended:
    note, answer, error = 0, None, b""
    at = 0
    while at + 9 <= len(received):
        kind, size = received[at : at + 1], int.from_bytes(received[at + 1 : at + 9], "big")
        content = received[at + 9 : at + 9 + size]
        at += 9 + size
        if len(content) < size:
            break
        if kind == _NOTE:
            note = int(content)
        elif kind == _ANSWER:
            answer = content
        else:
            error = content
    if answer is not None:
        return Ended("done", answer, note)
    if late or (os.WIFSIGNALED(status) and os.WTERMSIG(status) == signal.SIGXCPU):
        return Ended("time", b"", note)
    memory = (os.WIFEXITED(status) and os.WEXITSTATUS(status) == 3) or (
        os.WIFSIGNALED(status) and os.WTERMSIG(status) in (signal.SIGABRT, signal.SIGKILL)
    )
    return Ended("memory" if memory else "crash", b"", note, error)
