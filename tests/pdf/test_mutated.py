"""Thousands of broken files: each ends inside the limits, with an answer or a named reason, and leaves no worker.

TRADEDOCS_MUTATED=5000 tries that many; the same numbers give the same files.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.pdf.mutate import mutated
from tests.pdf.workers import left_behind
from tradedocs.flows.reading import read_or_name
from tradedocs.formats.report_json import report_json
from tradedocs.pdf.sandbox import can_fork

pytestmark = pytest.mark.skipif(not can_fork(), reason="this system cannot fork a worker")
COUNT = int(os.environ.get("TRADEDOCS_MUTATED", "150"))
BLOCK = 25


@pytest.mark.parametrize("first", range(0, COUNT, BLOCK))
def test_a_broken_file_is_read_or_named(first: int, tmp_path: Path) -> None:
    for seed in range(first, min(first + BLOCK, COUNT)):
        change, data = mutated(seed)
        path = tmp_path / f"{seed}-{change}.pdf"
        path.write_bytes(data)
        report = read_or_name(path)  # an error of the reader itself is a ToolError, and fails here
        assert report_json(report)
        assert report.source.pages or report.unread, path.name
        assert not left_behind()
