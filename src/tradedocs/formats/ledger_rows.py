"""Rows of the ledger as text, as JSON lines and as CSV."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable
from dataclasses import asdict

from tradedocs.model.anchor import Row

_HEADING = ("row", "kind", "at", "facts", "prev", "sha256")


def as_text(row: Row) -> str:
    """One line: number, time, kind and facts."""
    facts = ", ".join(f"{key}={value}" for key, value in row.facts.items())
    return f"{row.row:>5}  {row.at}  {row.kind:<16} {facts}"


def as_jsonl(row: Row) -> str:
    """The row as the ledger holds it."""
    return json.dumps(asdict(row), ensure_ascii=False, sort_keys=True)


def as_csv(rows: Iterable[Row]) -> str:
    """A line a row, the facts as JSON in one cell. No cell begins like a formula but for what is JSON."""
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(_HEADING)
    for row in rows:
        facts = json.dumps(dict(row.facts), ensure_ascii=False, sort_keys=True)
        writer.writerow((row.row, row.kind, row.at, facts, row.prev, row.sha256))
    return out.getvalue()
