"""A credit's findings as JSON, version 1; documented in docs/credit.md."""

from __future__ import annotations

import json

from tradedocs.model.credit import CreditJudgement

VERSION = 1


def credit_json(judgement: CreditJudgement, left: tuple[str, ...] = ()) -> str:
    """The judgement with every field of the message, known or not."""
    told = judgement.model_dump(mode="json")
    data = {
        "version": VERSION,
        **{key: told[key] for key in ("file", "sha256", "contract_no", "as_of", "amendments")},
        "discrepancies": judgement.count("discrepancy"),
        "look": judgement.count("look"),
        "notes": judgement.count("note"),
        "findings": told["findings"],
        "left": list(left),
        "credit": told["credit"],
    }
    return json.dumps(data, ensure_ascii=False, indent=1)
