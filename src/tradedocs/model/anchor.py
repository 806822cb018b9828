"""A row of the ledger, as verdicts, receipts and letters name it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from tradedocs.model.base import Fact


class Anchor(Fact):
    """The row of the ledger that records something: its number and its hash."""

    row: int
    sha256: str


@dataclass(frozen=True)
class Row:
    """One row: its number (from 1), kind, time in ISO 8601, facts, the hash before it and its own."""

    row: int
    kind: str
    at: str
    facts: Mapping[str, Any]
    prev: str
    sha256: str
