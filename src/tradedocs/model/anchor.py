"""A row of the ledger, as verdicts, receipts and letters name it."""

from __future__ import annotations

from tradedocs.model.base import Fact


class Anchor(Fact):
    """The row of the ledger that records something: its number and its hash."""

    row: int
    sha256: str
