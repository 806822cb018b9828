"""Which row of the ledger this run wrote last: the entry point says it when the command ends.

The hash of the last row is the head of the chain. Who keeps it elsewhere can prove later that nothing was cut off.
"""

from __future__ import annotations

from contextvars import ContextVar

_last: ContextVar[tuple[int, str] | None] = ContextVar("last_row", default=None)


def note(row: int, sha256: str) -> None:
    """A row was written, and is on the disk."""
    _last.set((row, sha256))


def forget() -> None:
    """Begin anew, or leave unsaid what the command has said itself."""
    _last.set(None)


def last() -> tuple[int, str] | None:
    """Number and hash of the row that was written last; None where none was."""
    return _last.get()
