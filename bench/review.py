"""Some sixty clauses: CPU of their review pack, of reading it back, and of comparing a returned contract.

The comparison stands beside a redline of the same pair of files.

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

from tradedocs.cli.context import uncollected
from tradedocs.flows.approving import Yes, approve_clauses
from tradedocs.flows.build import build
from tradedocs.flows.clauses import library_of
from tradedocs.flows.compare import compare
from tradedocs.flows.packing import since_approved, write_pack
from tradedocs.flows.readpack import read_pack
from tradedocs.library import write_approvers
from tradedocs.model.approval import Approver, ApproverFile
from tradedocs.word.package import DOCUMENT, read_parts, write_parts
from tradedocs.word.xml import parse, serialised, w
from tradedocs.workspace import Workspace, find, init

ROUNDS, EDITED, PACKED = 5, 12, 60
"""Rounds in turn; paragraphs in which a word is typed over; clauses in the pack."""

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
    """Each `_cpu_s` is a command's work without the start of Python; the ratio is the peer's CPU over that."""
    return {**_packed(), **_compared()}


def _packed() -> dict[str, float]:
    """A pack of clauses that all changed since they were approved, written and read back with edits."""
    with tempfile.TemporaryDirectory() as folder:
        workspace = init(Path(folder) / "house")
        write_approvers(
            workspace.clauses / "approvers.yaml",
            ApproverFile(approvers=(Approver(name="A. Counsel", role="Counsel"),)),
        )
        clauses = library_of(workspace).clauses[:PACKED]
        approve_clauses(workspace, clauses, Yes("A. Counsel", "Counsel", NOW.date()), now=NOW)
        for clause in clauses:
            path = Path(clause.file.file)
            head, begin_of_text, body = path.read_text(encoding="utf-8").partition("## en")
            path.write_text(head + begin_of_text + body.replace(" the ", " the said ", 3), encoding="utf-8")
        written = [_pack(workspace, Path(folder) / f"{number}.docx") for number in range(ROUNDS)]
        if len(since_approved(workspace, NOW.date())) < PACKED:
            raise SystemExit("not every clause has a change")
        returned = Path(folder) / "returned.docx"
        returned.write_bytes(_edited((Path(folder) / "0.docx").read_bytes(), " said ", " aforesaid "))
        read = []
        for _ in range(ROUNDS):
            begin = time.process_time()
            with uncollected():
                found, _manifest = read_pack(returned, workspace, Path(folder) / "0.manifest.json")
            read.append(time.process_time() - begin)
        if not found.silent:
            raise SystemExit("the edits were not found")
        return {
            "review_pack_cpu_s": statistics.median(written),
            "review_read_pack_cpu_s": statistics.median(read),
        }


def _pack(workspace: Workspace, out: Path) -> float:
    """CPU seconds of one pack, the library read anew."""
    begin = time.process_time()
    clauses = library_of(workspace).clauses[:PACKED]
    write_pack(workspace, clauses, out, day=NOW.date(), now=NOW, comments={})
    return time.process_time() - begin


def _compared() -> dict[str, float]:
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder) / "house"
        init(root)
        workspace = find(root)
        deal = workspace.samples / "led-lamps" / "deal.yaml"
        built = build(deal, root / "sent.docx", workspace=workspace, now=NOW, draft=True)
        returned = root / "returned.docx"
        returned.write_bytes(_edited(built.file.read_bytes(), " in writing", " by electronic mail"))
        ours = []
        for _ in range(ROUNDS):
            begin = time.process_time()
            with uncollected():
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


def _edited(data: bytes, old: str, new: str) -> bytes:
    """The file with a word typed over, without a mark, in paragraphs all through it."""
    parts = read_parts(data, name="sent.docx")
    root = parse(parts[DOCUMENT], DOCUMENT)
    nodes = [node for node in root.iter(w("t")) if old in (node.text or "")]
    for node in nodes[:: max(1, len(nodes) // EDITED)]:
        node.text = (node.text or "").replace(old, new, 1)
    return write_parts({**parts, DOCUMENT: serialised(root)})
