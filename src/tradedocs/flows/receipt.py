"""What the ledger and the receipt beside a contract say of it."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any

from tradedocs.files import sha256_of
from tradedocs.model.anchor import Anchor
from tradedocs.model.contract import Contract
from tradedocs.word.built import BuiltFile


def facts_of(made: BuiltFile, contract: Contract, pdf: bytes | None) -> dict[str, Any]:
    """The facts of the ledger's row `contract-built`."""
    return {
        "contract_no": contract.deal.contract_no,
        "file_sha256": sha256_of(made.data),
        "pdf_sha256": sha256_of(pdf) if pdf is not None else None,
        "draft": contract.draft,
        "deal_sha256": made.passport.deal_sha256,
        "template_sha256": made.passport.template_sha256,
        "languages": list(made.passport.languages),
        "text_sha256": made.passport.text_sha256,
        "spec_sha256": made.passport.spec_sha256,
        "clauses": {article.clause_id: article.sha256 for article in contract.articles},
    }


def receipt_text(
    name: str, facts: Mapping[str, Any], draft_reasons: Sequence[str], anchor: Anchor | None
) -> str:
    """Version 1: what the ledger's row says, the file's name, why it is a draft, and the row's anchor."""
    data = {
        "version": 1,
        "file": name,
        **facts,
        "draft_reasons": list(draft_reasons),
        "ledger": {"row": anchor.row, "sha256": anchor.sha256} if anchor is not None else None,
    }
    return json.dumps(data, ensure_ascii=False, indent=1) + "\n"
