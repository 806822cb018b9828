"""Every hostile kind ends inside the limits, with what was read and what was not; the program lives on."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.pdf import hostile
from tests.pdf.workers import left_behind
from tradedocs.flows.reading import read_or_name
from tradedocs.model.report import Report
from tradedocs.pdf.sandbox import can_fork

pytestmark = pytest.mark.skipif(not can_fork(), reason="this system cannot fork a worker")
LIMITED = {"gave-up-memory", "too-many-characters", "too-many-objects", "too-many-pages"}


def outcomes(report: Report) -> set[str]:
    """What became of the file: the codes of what was not read, and whether its one fact was read."""
    said = report.report_no is not None and report.report_no.text == hostile.SAID
    return {item.code for item in report.unread} | ({hostile.READ} if said else set())


@pytest.mark.parametrize("kind", hostile.KINDS)
def test_a_hostile_file_ends_with_a_reason(kind: str, tmp_path: Path) -> None:
    make, expected = hostile.KINDS[kind]
    path = tmp_path / f"{kind}.pdf"
    path.write_bytes(make())
    report = read_or_name(path)
    assert outcomes(report) in (expected, hostile.HONEST_TOO.get(kind, expected))
    assert all(any(char.isdigit() for char in item.why) for item in report.unread if item.code in LIMITED)
    assert not left_behind()
