from __future__ import annotations

import os
import signal
import time

import pytest

from tradedocs.pdf.sandbox import Limits, Note, can_fork, supervised

pytestmark = pytest.mark.skipif(not can_fork(), reason="this system cannot fork a worker")


def test_the_answer_comes_back(tmp_path: object) -> None:
    ended = supervised(lambda _: b"x" * 300_000)
    assert (ended.outcome, len(ended.answer)) == ("done", 300_000)


def _greedy(note: Note) -> bytes:
    note(3)
    return bytes(1 << 31)


def test_too_much_memory_ends_the_worker_only() -> None:
    ended = supervised(_greedy, Limits(memory=1 << 28))
    assert (ended.outcome, ended.note) == ("memory", 3)


def _endless(note: Note) -> bytes:
    note(2)
    while True:
        time.sleep(0.01)


def test_a_worker_that_hangs_is_ended() -> None:
    ended = supervised(_endless, Limits(wall=0.3))
    assert (ended.outcome, ended.note) == ("time", 2)


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
