"""The documents that a credit asks for, for a terminal and as JSON."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from datetime import date

from tradedocs.model.credit import Credit, Due
from tradedocs.ui import say

VERSION = 1


def due_text(
    credit: Credit, last: date | None, shipped: date | None, assumed: bool, due: Sequence[Due]
) -> str:
    """The last day, and each document with its day."""
    return "".join(f"{line}\n" for line in _lines(credit, last, shipped, assumed, due))


def _lines(
    credit: Credit, last: date | None, shipped: date | None, assumed: bool, due: Sequence[Due]
) -> Iterator[str]:
    days = 21 if credit.days is None else credit.days
    yield say("credit {number}: present by {last}", number=credit.number or "?", last=last or "?")
    if shipped is not None:
        yield say(
            "  shipment {shipped}{note} + {days} days, and not after the expiry {expiry}",
            shipped=shipped,
            note=say(" (the latest allowed; give --shipped)") if assumed else "",
            days=days,
            expiry=credit.expiry or "?",
        )
    for one in due:
        copies = ", ".join(
            part
            for part in (
                say("{n} originals", n=one.originals) if one.originals else "",
                say("{n} copies", n=one.copies) if one.copies else "",
            )
            if part
        )
        yield (
            f"{one.number:>3}  {one.document}"
            + (f"  ({copies})" if copies else "")
            + (say("  dated by {by}", by=one.by) if one.by else "")
        )
        yield f"     {' '.join(one.words.split())}"
        if one.issuer:
            yield say("     issuer: {issuer}", issuer=one.issuer)
        yield from (f"     - {remark}" for remark in one.remarks)


def due_json(
    credit: Credit, last: date | None, shipped: date | None, assumed: bool, due: Sequence[Due]
) -> str:
    """The same as JSON, version 1."""
    data = {
        "version": VERSION,
        "credit": credit.number,
        "present_by": last.isoformat() if last else None,
        "shipped": shipped.isoformat() if shipped else None,
        "shipped_assumed": assumed,
        "expiry": credit.expiry.isoformat() if credit.expiry else None,
        "documents": [one.model_dump(mode="json") for one in due],
    }
    return json.dumps(data, ensure_ascii=False, indent=1)
