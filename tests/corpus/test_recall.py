"""Recall over the real reports that lie beside a checkout; what may be wrong there is a number, never a name."""

from __future__ import annotations

import importlib.util
import json
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from tests.corpus_files import corpus
from tradedocs.flows.reading import read_report
from tradedocs.formats.report_json import as_dict

pytestmark = pytest.mark.corpus

# The first hexadecimal digits of the sha256 of the laboratory reports with ruled tables and a text layer.
RULED: tuple[str, ...] = (
    "e7aab05c692904bd",
    "e5ca4fbb27ec0fad",
    "60dd0f3c9304ccdb",
    "66c2448af7a1dac2",
    "d9a905795d9af159",
    "0818059369ae63b8",
    "ef29932ce2ae8a37",
)


@cache
def _truths() -> dict[str, tuple[Path, dict[str, Any]]]:
    folder = corpus()
    if folder is None:
        pytest.skip("the real reports are not on this machine (set TRADEDOCS_CORPUS)")
    out = {}
    for file in sorted((folder / "truth").glob("*.json")):
        truth = json.loads(file.read_text(encoding="utf-8"))
        path = folder / "pdfs" / truth["pdf"]
        if path.exists():
            out[_digest(path)] = (path, truth)
    return out


def _digest(path: Path) -> str:
    import hashlib

    return hashlib.sha256(path.read_bytes()).hexdigest()[:16]


@cache
def _score() -> ModuleType:
    folder = corpus()
    file = folder.parent / "score.py" if folder else None
    if file is None or not file.exists():
        pytest.skip("the scoring program is not beside the real reports")
    spec = importlib.util.spec_from_file_location("score", file)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def _tally(prefix: str) -> dict[str, Any]:
    if prefix not in _truths():
        pytest.skip("this report is not on this machine")
    path, truth = _truths()[prefix]
    tally: dict[str, Any] = _score().score_rows(truth, as_dict(read_report(path)))
    return tally


@pytest.mark.parametrize("prefix", RULED)
def test_ruled_laboratory_reports(prefix: str) -> None:
    tally = _tally(prefix)
    assert tally["right"] >= 0.95 * tally["rows"], tally["misses"]
    assert tally["wrong"] == tally["flagged"], tally["misses"]
    assert tally["spurious"] <= 0.02 * tally["rows"], tally["misses"]
    assert tally["doubted_right"] <= 0.05 * tally["rows"]


def test_every_real_report_is_read_or_says_why_not() -> None:
    for path, _ in _truths().values():
        report = read_report(path)
        assert report.results or report.unread, report.source.sha256


def test_all_reports_with_a_text_layer() -> None:
    right = wrong = rows = 0
    for prefix, (_, truth) in _truths().items():
        if truth.get("readable_text_layer"):
            tally = _tally(prefix)
            right += tally["right"]
            rows += tally["rows"]
            wrong += tally["wrong"] - tally["flagged"]
    assert right >= 0.85 * rows
    assert wrong <= 0.005 * rows
