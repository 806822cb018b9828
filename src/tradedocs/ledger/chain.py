"""The chain itself: how a row is written and hashed, and what a walk over all rows finds. No file is touched."""

from __future__ import annotations

import hashlib
import json
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from tradedocs.model.anchor import Anchor, Row
from tradedocs.ui import say

GENESIS = "0" * 64
MENDED = "ledger-mended"
"""The kind of the row that says that an unfinished last line was taken off."""
START = Anchor(row=0, sha256=GENESIS)
_CANONICAL = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":"))
_WRITTEN = json.JSONEncoder(ensure_ascii=False, sort_keys=True)


@dataclass(frozen=True)
class Verification:
    """What a walk over the whole chain found.

    `rows` and `last` are of the rows before the first break. `torn` are the bytes of a last line that was never
    finished: nobody was told of that row. `missing` are the anchors, kept elsewhere, whose rows are not there.
    `backwards` are the rows that are dated before the row above them.
    """

    rows: int
    last: Anchor | None
    broken: str | None
    torn: bytes = b""
    missing: tuple[Anchor, ...] = ()
    backwards: tuple[int, ...] = ()

    @property
    def intact(self) -> bool:
        """Whether every row follows from the one before, none is unfinished, and every anchor is there."""
        return self.broken is None and not self.torn and not self.missing


def normal(value: Any) -> Any:
    """The value with every text in Unicode's form NFC, so that the same words have the same hash."""
    if isinstance(value, str):
        return value if value.isascii() else unicodedata.normalize("NFC", value)
    if isinstance(value, Mapping):
        return {normal(key): normal(one) for key, one in value.items()}
    if isinstance(value, (list, tuple)):
        return [normal(one) for one in value]
    return value


def line_of(kind: str, facts: Mapping[str, Any], at: datetime, last: Anchor) -> tuple[str, Anchor]:
    """The line of the row that follows `last`, with its end, and the anchor of the row."""
    content = {
        "row": last.row + 1,
        "kind": kind,
        "at": at.isoformat(),
        "facts": normal(facts),
        "prev": last.sha256,
    }
    digest = _hash(content)
    return _WRITTEN.encode({**content, "sha256": digest}) + "\n", Anchor(row=last.row + 1, sha256=digest)


def _hash(content: Mapping[str, Any]) -> str:
    return hashlib.sha256(_CANONICAL.encode(content).encode()).hexdigest()


def _followed(line: bytes, number: int, prev: str) -> Row | None:
    """The row of a line, where it is the row of that number and follows from `prev`."""
    try:
        content = json.loads(line)
        claimed = content.pop("sha256")
        if content["row"] == number and content["prev"] == prev and _hash(content) == claimed:
            return Row(**content, sha256=claimed)
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        pass
    return None


def walk(data: bytes, anchors: Iterable[Anchor] = ()) -> tuple[tuple[Row, ...], Verification]:
    """Every row up to the first break, and what the walk found.

    A last line without its end counts as a row where it is whole: only the end of the line was lost then.
    """
    rows: list[Row] = []
    prev, torn, broken = GENESIS, b"", None
    *lines, rest = data.split(b"\n")
    for number, line in enumerate((*lines, rest) if rest else lines, 1):
        row = _followed(line, number, prev)
        if row is None:
            if number > len(lines):
                torn = rest
            else:
                broken = say("row {n} of the ledger was changed", n=number)
            break
        rows.append(row)
        prev = row.sha256
    last = Anchor(row=len(rows), sha256=prev) if rows else None
    missing = tuple(one for one in anchors if not _there(one, rows))
    return tuple(rows), Verification(len(rows), last, broken, torn, missing, tuple(_backwards(rows)))


def _there(anchor: Anchor, rows: list[Row]) -> bool:
    if anchor.row == 0:
        return anchor == START
    return 0 < anchor.row <= len(rows) and rows[anchor.row - 1].sha256 == anchor.sha256


def _backwards(rows: list[Row]) -> Iterable[int]:
    before: datetime | None = None
    for row in rows:
        try:
            at = datetime.fromisoformat(row.at)
            if before is not None and at < before:
                yield row.row
        except (ValueError, TypeError):
            continue
        before = at
