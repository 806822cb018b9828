"""What is left out of the next attempt when a worker was lost on a file."""

from __future__ import annotations

import pytest

from tradedocs.flows import reading
from tradedocs.flows.reading import _lost
from tradedocs.model.reportfile import Unread
from tradedocs.pdf.sandbox import Ended, Outcome


def before(*pages: int, code: str = "gave-up-time") -> list[Unread]:
    return [Unread(page=page, code=code, why="…") for page in pages]


@pytest.mark.parametrize(
    ("outcome", "note", "lost", "left_out"),
    [
        ("memory", 7, [], [7]),
        ("crash", 7, before(3, code="gave-up-crash"), [7]),
        ("time", 7, [], [7]),
        ("time", 9, before(7), [9, 10, 11, 12]),
        ("time", 0, [], [7, 8, 9, 10, 11, 12]),
        ("memory", 0, before(7, 8, 9, 10, 11, 12), [4, 5, 6]),
    ],
)
def test_a_page_or_what_there_was_no_time_for(
    outcome: Outcome, note: int, lost: list[Unread], left_out: list[int]
) -> None:
    ended = Ended(outcome, note=note, of=12, limit="cpu", reason="31 s of processor time")
    out = _lost(ended, lost)
    assert [item.page for item in out] == left_out
    assert {item.code for item in out} == {f"gave-up-{outcome}"}
    assert "31 s of processor time" in out[0].why


def test_the_limits_let_a_long_report_be_read() -> None:
    assert reading._LIMITS.for_pages(reading.MAX_PAGES).cpu >= 100
