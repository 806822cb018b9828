"""CPU of a walk over a ledger of 10,000 rows as `contract build` writes them, and the time of adding one row."""

from __future__ import annotations

import statistics
import tempfile
import time
from datetime import UTC, datetime
from pathlib import Path

from tradedocs.ledger import Ledger

ROWS = 10_000
ROUNDS = 5
APPENDS = 100
NOON = datetime(2026, 11, 24, 12, tzinfo=UTC)


def run() -> dict[str, float]:
    """`ledger_verify_10000_rows_s`: median CPU seconds; `ledger_append_ms`: mean wall time, with the disk's."""
    with tempfile.TemporaryDirectory() as folder:
        ledger = Ledger(Path(folder) / "ledger.jsonl")
        ledger.append_all("contract-built", [_facts(number) for number in range(ROWS)], at=NOON)
        walks = [_walk(ledger) for _ in range(ROUNDS)]
        began = time.perf_counter()
        for _ in range(APPENDS):
            ledger.append("contract-built", _facts(0), at=NOON)
        append = (time.perf_counter() - began) / APPENDS
    return {"ledger_verify_10000_rows_s": statistics.median(walks), "ledger_append_ms": append * 1000}


def _walk(ledger: Ledger) -> float:
    began = time.process_time()
    assert ledger.verify().rows == ROWS
    return time.process_time() - began


def _facts(number: int) -> dict[str, object]:
    hashes = {name: name[0] * 64 for name in ("file_sha256", "deal_sha256", "text_sha256", "spec_sha256")}
    clauses = {f"clause.number-{k}": "d" * 64 for k in range(20)}
    return {"contract_no": f"C-{number}", "draft": False, **hashes, "clauses": clauses}
