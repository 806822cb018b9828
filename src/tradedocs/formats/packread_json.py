"""What lawyers made of a review pack, as JSON, version 1; documented in docs/review.md."""

from __future__ import annotations

import json

from tradedocs.model.packread import PackRead

VERSION = 1


def packread_json(read: PackRead) -> str:
    """The result as JSON text."""
    data = {
        "version": VERSION,
        "untouched": read.untouched,
        "silent": read.silent,
        **read.model_dump(mode="json"),
    }
    for shown, clause in zip(data["clauses"], read.clauses, strict=True):
        shown |= {"touched": clause.touched, "silent": clause.silent}
    return json.dumps(data, ensure_ascii=False, indent=1)
