from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable

import pytest

from tests.pdf.workers import is_alive, left_behind
from tradedocs.pdf.sandbox import Limits, Note, can_fork, supervised

pytestmark = pytest.mark.skipif(not can_fork(), reason="this system cannot fork a worker")


def test_the_answer_comes_back(tmp_path: object) -> None:
    ended = supervised(lambda _: b"x" * 300_000)
    assert (ended.outcome, len(ended.answer)) == ("done", 300_000)


def _greedy(note: Note) -> bytes:
    note(3)
    return bytes(1 << 31)


def test_too_much_memory_ends_the_worker_only() -> None:
    limits = Limits(memory=1 << 28)
    ended = supervised(_greedy, limits)
    assert (ended.outcome, ended.note, ended.limit) == ("memory", 3, "memory")
    assert limits.named("memory") == "256 MiB of memory"


def _endless(note: Note) -> bytes:
    note(2)
    while True:
        time.sleep(0.01)


def test_a_worker_that_hangs_is_ended() -> None:
    ended = supervised(_endless, Limits(wall=0.3))
    assert (ended.outcome, ended.note, ended.limit) == ("time", 2, "wall")
    assert not left_behind()


def _busy(note: Note) -> bytes:
    note(4)
    while True:
        pass


def test_processor_time_is_limited_too() -> None:
    ended = supervised(_busy, Limits(cpu=1, wall=60))
    assert (ended.outcome, ended.note, ended.limit) == ("time", 4, "cpu")


def test_an_answer_that_is_too_large_is_not_taken() -> None:
    ended = supervised(lambda _: bytes(1 << 20), Limits(answer=1 << 18))
    assert (ended.outcome, ended.answer, ended.limit) == ("memory", b"", "answer")


def _crash(note: Note) -> bytes:
    note(5)
    os.kill(os.getpid(), signal.SIGSEGV)
    return b""


def test_a_crash_is_told() -> None:
    ended = supervised(_crash)
    assert (ended.outcome, ended.note) == ("crash", 5)


def test_an_error_of_the_job_is_told_in_words() -> None:
    def fails(_: Note) -> bytes:
        raise ValueError("what went wrong")

    ended = supervised(fails)
    assert ended.outcome == "crash"
    assert b"what went wrong" in ended.error


def test_notes_arrive_one_by_one() -> None:
    def job(note: Note) -> bytes:
        for page in (1, 2, 3):
            note(page, 3)
        note(0)
        return b"done"

    notes: list[tuple[int, int]] = []
    supervised(job, on_note=lambda page, of: notes.append((page, of)))
    assert notes == [(1, 3), (2, 3), (3, 3), (0, 0)]


def test_an_interrupt_ends_the_worker() -> None:
    def interrupted(_: int, __: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        supervised(_endless, on_note=interrupted)
    assert not left_behind()


def test_what_the_worker_started_ends_with_it(tmp_path: object) -> None:
    def starts_another(note: Note) -> bytes:
        note(subprocess.Popen(["sleep", "60"]).pid)
        return _endless(lambda *_: None)

    ended = supervised(starts_another, Limits(wall=0.5))
    assert ended.outcome == "time"
    assert _soon(lambda: not is_alive(ended.note))


_PROGRAM = """
import os, time
from tradedocs.pdf.sandbox import supervised

def job(note):
    note(os.getpid())
    while True:
        time.sleep(0.01)

supervised(job, on_note=lambda pid, _: print(pid, flush=True))
"""


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux tells a worker that its program is gone")
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGKILL])
def test_a_program_that_is_ended_leaves_no_worker(number: signal.Signals) -> None:
    with subprocess.Popen(
        [sys.executable, "-c", _PROGRAM], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
    ) as program:
        assert program.stdout is not None
        worker = int(program.stdout.readline())
        assert is_alive(worker)
        program.send_signal(number)
    assert _soon(lambda: not is_alive(worker))


def _soon(true: Callable[[], bool]) -> bool:
    """Whether it becomes true while one waits a while: the system may take a moment to end a process."""
    for _ in range(500):
        if true():
            return True
        time.sleep(0.02)
    return False


def test_each_page_of_a_file_lengthens_the_time() -> None:
    def long_file(note: Note) -> bytes:
        note(1, 600)
        time.sleep(0.4)
        return b"done"

    assert supervised(long_file, Limits(wall=0.2, page=0.1)).outcome == "done"
    ended = supervised(long_file, Limits(wall=0.2))
    assert (ended.outcome, ended.of, ended.reason) == ("time", 600, "0.2 s")
    assert Limits(cpu=30, wall=60, page=0.1).for_pages(1000) == Limits(cpu=130, wall=360)
