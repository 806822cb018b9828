"""The real reports beside a checkout, found by the hash of the file: no name of theirs stands in this project."""

from __future__ import annotations

import hashlib
import os
from functools import cache
from pathlib import Path

import pytest


@cache
def corpus() -> Path | None:
    """The folder, or None on a machine without it."""
    beside = Path(__file__).parent.parent.parent / "shared" / "corpus"
    folder = Path(os.environ.get("TRADEDOCS_CORPUS", beside))
    return folder if (folder / "pdfs").is_dir() else None


@cache
def _by_hash() -> dict[str, Path]:
    folder = corpus()
    files = folder.rglob("*") if folder is not None else ()
    return {
        hashlib.sha256(path.read_bytes()).hexdigest()[:16]: path
        for path in files
        if path.suffix.lower() == ".pdf"
    }


def report(prefix: str) -> Path:
    """The report whose hash begins so; the test is skipped where it is not there."""
    if prefix not in _by_hash():
        pytest.skip("the real reports are not on this machine (set TRADEDOCS_CORPUS)")
    return _by_hash()[prefix]
