"""A job on a hostile file runs in a forked worker with limits, so that it can neither hang nor crash the program.

POSIX only: Windows has no fork and no resource limits, so there the job runs in the program itself. However the
program ends, by an interrupt, an error or a kill, its worker ends with it.
"""

from __future__ import annotations

import contextlib
import os
import select
import signal
import sys
import time
import warnings
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Literal, Protocol

from tradedocs.ui import say

Outcome = Literal["done", "time", "memory", "crash"]
Limit = Literal["memory", "cpu", "wall", "answer"]
OnNote = Callable[[int, int], None]
_CHUNK = 1 << 16
_NOTE, _ANSWER, _ERROR = b"N", b"A", b"E"
_OUT_OF_MEMORY = 3
_DIE_WITH_PARENT = 1  # PR_SET_PDEATHSIG of Linux


class Note(Protocol):
    """What a job is given to say how far it is: the page that it begins, and of how many (0: not known)."""

    def __call__(self, page: int, of: int = 0, /) -> None:
        """Leave the note."""


@dataclass(frozen=True)
class Limits:
    """What a worker may use.

    Attributes:
        memory: bytes of address space over what the program holds already.
        cpu: seconds of processor time.
        wall: seconds.
        answer: bytes of its answer.
        page: seconds of processor time that each page of a file adds, once the job says how many there are; of the
            clock's seconds three times as many, because the machine may be busy.
    """

    memory: int = 1 << 30
    cpu: int = 60
    wall: float = 90.0
    answer: int = 1 << 28
    page: float = 0.0

    def for_pages(self, pages: int) -> Limits:
        """The limits for a file of so many pages."""
        more = self.page * pages
        return replace(self, cpu=self.cpu + int(more), wall=self.wall + 3 * more, page=0.0)

    def named(self, limit: Limit) -> str:
        """The limit with its figure, for a person."""
        return {
            "memory": say("{n} MiB of memory", n=f"{self.memory >> 20:,}"),
            "cpu": say("{n} s of processor time", n=self.cpu),
            "wall": say("{n} s", n=f"{self.wall:g}"),
            "answer": say("{n} MiB of findings", n=f"{self.answer >> 20:,}"),
        }[limit]


@dataclass(frozen=True)
class Ended:
    """How a worker ended.

    Attributes:
        answer: what it gave, when `done`.
        note: the last page that it said to begin (0: all are done, or none is begun).
        of: how many pages it said that there are.
        error: what broke it off, in words.
        limit: which limit it hit.
        reason: that limit with its figure, for a person.
    """

    outcome: Outcome
    answer: bytes = b""
    note: int = 0
    of: int = 0
    error: bytes = b""
    limit: Limit | None = None
    reason: str = ""


def can_fork() -> bool:
    """Whether workers can be forked here."""
    return hasattr(os, "fork") and sys.platform != "win32"


def supervised(
    job: Callable[[Note], bytes], limits: Limits = Limits(), on_note: OnNote | None = None
) -> Ended:
    """Run the job in a worker and return what became of it; never raises for what the worker does.

    Args:
        job: gets a function to leave notes with (which page it begins), and returns its answer as bytes.
        limits: what it may use.
        on_note: is called here with each note, as it comes.
    """
    program = os.getpid()
    reading, writing = os.pipe()
    with warnings.catch_warnings():
        warnings.simplefilter(
            "ignore", DeprecationWarning
        )  # of fork in a program with threads: none is used after it
        worker = os.fork()
    if worker == 0:
        os.close(reading)
        _work(job, writing, limits, program)
    os.close(writing)
    with contextlib.suppress(OSError):
        os.setpgid(worker, worker)  # the worker does so too; whoever comes first
    inbox = _Inbox(on_note)
    stopped: Limit | None = None
    try:
        stopped = _collected(reading, inbox, limits)
    finally:  # an interrupt too: no worker outlives its caller
        os.close(reading)
        status = _ended_for_good(worker)
    return _ended(inbox, status, stopped, limits)


def _work(job: Callable[[Note], bytes], writing: int, limits: Limits, program: int) -> None:
    """The worker's whole life: it never returns."""
    code = 1
    try:
        _bound_to(program)
        _restrict(limits)
        answer = job(_Outbox(writing, limits).note)
        _send(writing, _ANSWER, answer)
        code = 0
    except MemoryError:
        code = _OUT_OF_MEMORY
    except BaseException as error:  # the parent decides; nothing may escape into the parent's own code
        _send(writing, _ERROR, f"{type(error).__name__}: {error}".encode(errors="replace")[:2000])
    finally:
        os._exit(code)


def _bound_to(program: int) -> None:
    """End with the program, however that ends."""
    os.setpgid(
        0, 0
    )  # what the worker starts ends with it; the terminal's interrupt goes to the program alone
    for number in (signal.SIGALRM, signal.SIGINT, signal.SIGTERM):
        signal.signal(number, signal.SIG_DFL)
    if sys.platform == "linux":
        import ctypes

        ctypes.CDLL(None).prctl(_DIE_WITH_PARENT, signal.SIGKILL, 0, 0, 0)
    if os.getppid() != program:
        os._exit(1)


def _restrict(limits: Limits) -> None:
    import faulthandler
    import resource

    faulthandler.disable()  # a worker's crash is told by the parent
    quiet = os.open(os.devnull, os.O_WRONLY)
    os.dup2(quiet, 2)
    _limit(resource.RLIMIT_AS, _held() + limits.memory)
    _limit(resource.RLIMIT_CORE, 0)
    _allow_time(limits)


def _allow_time(limits: Limits) -> None:
    """The program sees to the wall limit too, but it may be killed and not see to it."""
    import resource

    _limit(resource.RLIMIT_CPU, limits.cpu)
    signal.setitimer(signal.ITIMER_REAL, limits.wall + 1)


def _limit(kind: int, most: int) -> None:
    import resource

    with contextlib.suppress(ValueError, OSError):  # a system without this limit; the wall limit still holds
        hard = resource.getrlimit(kind)[1]
        resource.setrlimit(kind, (most if hard == resource.RLIM_INFINITY else min(most, hard), hard))


def _held() -> int:
    """Bytes of address space in use already."""
    try:
        with open("/proc/self/statm", encoding="ascii") as table:  # noqa: PTH123 (no path object before a limit)
            return int(table.read().split()[0]) * os.sysconf("SC_PAGE_SIZE")
    except (OSError, ValueError):
        return 1 << 32


def _send(pipe: int, kind: bytes, content: bytes) -> None:
    view = memoryview(kind + len(content).to_bytes(8, "big") + content)
    while view:
        view = view[os.write(pipe, view) :]


class _Outbox:
    """The worker's notes; the first that tells how many pages there are lengthens its time."""

    def __init__(self, pipe: int, limits: Limits) -> None:
        self._pipe = pipe
        self._limits: Limits | None = limits if limits.page else None

    def note(self, page: int, of: int = 0, /) -> None:
        """Send the note."""
        if of and self._limits is not None:
            _allow_time(self._limits.for_pages(of))
            self._limits = None
        _send(self._pipe, _NOTE, f"{page}/{of}".encode())


class _Inbox:
    """What the worker sent: messages of a kind, a length and a content."""

    def __init__(self, on_note: OnNote | None) -> None:
        self._on_note = on_note
        self._rest = bytearray()
        self.note = 0
        self.of = 0
        self.answer: bytes | None = None
        self.error = b""
        self.size = 0

    def take(self, chunk: bytes) -> None:
        """Take what came, and each message that is whole."""
        self._rest += chunk
        self.size += len(chunk)
        while len(self._rest) >= 9:
            end = 9 + int.from_bytes(self._rest[1:9], "big")
            if len(self._rest) < end:
                return
            kind, content = bytes(self._rest[:1]), bytes(self._rest[9:end])
            del self._rest[:end]
            self._understood(kind, content)

    def _understood(self, kind: bytes, content: bytes) -> None:
        if kind == _NOTE:
            page, of = map(int, content.split(b"/"))
            self.note = page
            self.of = self.of or of
            if self._on_note is not None:
                self._on_note(page, of)
        elif kind == _ANSWER:
            self.answer = content
        else:
            self.error = content


def _collected(pipe: int, inbox: _Inbox, limits: Limits) -> Limit | None:
    """Take in what the worker sends until it ends, or has to be ended at a limit."""
    begun = time.monotonic()
    while True:
        left = begun + limits.for_pages(inbox.of).wall - time.monotonic()
        if left <= 0 or not select.select([pipe], [], [], left)[0]:
            return "wall"
        chunk = os.read(pipe, _CHUNK)
        if not chunk:
            return None
        inbox.take(chunk)
        if inbox.size > limits.answer:
            return "answer"


def _ended_for_good(worker: int) -> int:
    """Kill the worker and what it started, and take its status; one that has ended by itself keeps its own."""
    for kill in (os.killpg, os.kill):
        with contextlib.suppress(OSError):
            kill(worker, signal.SIGKILL)
    return os.waitpid(worker, 0)[1]


def _ended(inbox: _Inbox, status: int, stopped: Limit | None, limits: Limits) -> Ended:
    if stopped is None and inbox.answer is not None:
        return Ended("done", inbox.answer, inbox.note, inbox.of)
    limit = stopped or _limit_of(status)
    outcome: dict[Limit | None, Outcome] = {
        None: "crash",
        "cpu": "time",
        "wall": "time",
        "memory": "memory",
        "answer": "memory",
    }
    reason = limits.for_pages(inbox.of).named(limit) if limit else ""
    return Ended(outcome[limit], b"", inbox.note, inbox.of, inbox.error, limit, reason)


def _limit_of(status: int) -> Limit | None:
    """The limit that the worker ran into by itself; None when it broke off for another reason."""
    if os.WIFEXITED(status):
        return "memory" if os.WEXITSTATUS(status) == _OUT_OF_MEMORY else None
    told: dict[int, Limit] = {
        signal.SIGXCPU: "cpu",
        signal.SIGALRM: "wall",
        signal.SIGABRT: "memory",
        signal.SIGKILL: "memory",
    }
    return told.get(os.WTERMSIG(status))
