"""A returned contract of some sixty clauses: CPU of the comparison, and of a redline of the same pair of files.

The redline is that of python-redlines (`pip install python-redlines[docxodus]` in a Python of its own, which the
environment variable REDLINES_PYTHON names); without it there is no ratio. It marks what differs between two files; it
knows neither clauses nor positions.
"""

from __future__ import annotations

import os
import resource
import statistics
import subprocess
import tempfile
import time
from datetime import UTC, datetime
from pathlib import Path

from lxml import etree

from tradedocs.flows.build import build
from tradedocs.flows.compare import compare
from tradedocs.word.package import DOCUMENT, read_parts, write_parts
from tradedocs.word.xml import parse, serialised, w
from tradedocs.workspace import find, init

ROUNDS, EDITED = 5, 12
"""Rounds in turn; paragraphs in which a word is typed over."""

NOW = datetime(2026, 11, 25, 12, tzinfo=UTC)
PEER = """
import sys
from python_redlines import DocxodusEngine
old, new = (open(path, "rb").read() for path in sys.argv[1:])
engine = DocxodusEngine()
for _ in range(%d):
    engine.run_redline("Bench", old, new)
"""


def run() -> dict[str, float]:
    """`review_compare_cpu_s` is the command's work without the start of Python; the ratio is the peer's CPU over it."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder) / "house"
        init(root)
        workspace = find(root)
        deal = workspace.samples / "led-lamps" / "deal.yaml"
        built = build(deal, root / "sent.docx", workspace=workspace, now=NOW, draft=True)
        returned = root / "returned.docx"
        returned.write_bytes(_edited(built.file.read_bytes()))
        ours = []
        for _ in range(ROUNDS):
            begin = time.process_time()
            found = compare(returned, workspace, NOW.date())
            ours.append(time.process_time() - begin)
        if len(found.cards) < EDITED // 2:
            raise SystemExit("the edits were not found")
        figures = {"review_compare_cpu_s": statistics.median(ours)}
        python = os.environ.get("REDLINES_PYTHON")
        if python:
            figures["review_compare_vs_redlines"] = _peer(python, built.file, returned) / statistics.median(
                ours
            )
        return figures


def _peer(python: str, sent: Path, returned: Path) -> float:
    """CPU seconds of one redline, the start of the interpreter shared by all rounds."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run([python, "-c", PEER % ROUNDS, sent, returned], check=True, capture_output=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return (after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime) / ROUNDS


def _edited(data: bytes) -> bytes:
    """The contract with a word typed over, without a mark, in paragraphs all through it."""
    parts = read_parts(data, name="sent.docx")
    root = parse(parts[DOCUMENT], DOCUMENT)
    nodes = [node for node in root.iter(w("t")) if " in writing" in (node.text or "")]
    for node in nodes[:: max(1, len(nodes) // EDITED)]:
        _type_over(node)
    return write_parts({**parts, DOCUMENT: serialised(root)})


def _type_over(node: etree._Element) -> None:
    node.text = (node.text or "").replace(" in writing", " by electronic mail", 1)
