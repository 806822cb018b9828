"""A triage as JSON, version 1; documented in docs/claims.md."""

from __future__ import annotations

import json

from tradedocs.model.claim import ClaimRecord, Triage

VERSION = 1


def triage_json(record: ClaimRecord, found: Triage) -> str:
    """The triage of a claim; `row` is 0 after a dry run."""
    data = {
        "version": VERSION,
        "claim": record.complaint.number,
        "contract": record.contract.contract_no,
        "our_side": record.contract.our_side,
        "triage": found.model_dump(mode="json", exclude_none=True),
    }
    return json.dumps(data, ensure_ascii=False, indent=1) + "\n"
