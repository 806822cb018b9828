"""A claim as JSON, version 1; documented in docs/claims.md."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import date
from typing import Any

from tradedocs.model.claim import ClaimRecord
from tradedocs.model.claimview import Bar, Deadline, UnderContract

VERSION = 1


def claim_json(
    record: ClaimRecord,
    dates: Sequence[Deadline],
    pressing: Sequence[Deadline],
    bars: Sequence[Bar],
    today: date,
    under: UnderContract | None = None,
) -> str:
    """The claim, its dates, what presses, and what the contract and the record say to it."""
    data: dict[str, Any] = {
        "version": VERSION,
        "claim": record.complaint.number,
        "state": record.state,
        "as_of": today.isoformat(),
        "dates": [one.model_dump(mode="json") for one in dates],
        "pressing": [one.key for one in pressing],
        "bars": [one.model_dump(mode="json") for one in bars],
        "contract": under.model_dump(mode="json") if under is not None else None,
        "record": record.model_dump(mode="json", exclude_none=True),
    }
    return json.dumps(data, ensure_ascii=False, indent=1)


def list_json(rows: Sequence[tuple[ClaimRecord, Sequence[Deadline]]]) -> str:
    """Every claim in short."""
    data = {
        "version": VERSION,
        "claims": [
            {
                "claim": record.complaint.number,
                "state": record.state,
                "contract_no": record.contract.contract_no,
                "complainant": record.complaint.complainant,
                "category": record.triage.category if record.triage else None,
                "dates": [
                    {"key": one.key, "day": one.day.isoformat(), "state": one.state}
                    for one in dates
                    if one.day is not None and one.state in ("due", "passed")
                ],
            }
            for record, dates in rows
        ],
    }
    return json.dumps(data, ensure_ascii=False, indent=1)
