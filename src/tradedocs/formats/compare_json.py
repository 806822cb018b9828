"""The other side's paper as JSON, version 1; documented in docs/review.md."""

from __future__ import annotations

import json
from typing import Any

from tradedocs.formats.verify_json import edit_data, proposal_data
from tradedocs.model.counterparty import Card, Comparison

VERSION = 1


def compare_json(found: Comparison) -> str:
    """The result as JSON text."""
    data = {
        "version": VERSION,
        "kind": found.kind,
        "file": found.file,
        "sha256": found.sha256,
        "contract_no": found.contract_no,
        "proof": found.proof,
        "code": found.code,
        "problems": list(found.problems),
        "unseen": list(found.unseen),
        "not_compared": list(found.not_compared),
        "cards": [_card(card) for card in found.cards],
        "unchanged": list(found.unchanged),
        "placed": [{"id": one.id, "title": one.title, "position": one.position} for one in found.placed],
        "missing": list(found.missing),
        "unplaced": list(found.unplaced),
        "comments": [{"author": author, "text": text} for author, text in found.comments],
    }
    return json.dumps(data, ensure_ascii=False, indent=1)


def _card(card: Card) -> dict[str, Any]:
    accepted = card.accepted.model_dump(mode="json") if card.accepted is not None else None
    return {
        "ref": card.ref,
        "id": card.id,
        "number": card.number,
        "title": card.title,
        "standing": card.standing,
        "silent": card.silent,
        "moved": card.moved,
        "forbidden": card.forbidden,
        "needs": card.needs,
        "code": card.code,
        "edits": [edit_data(edit) for edit in card.edits],
        "proposals": [proposal_data(one) for one in card.proposals],
        "nearest": card.nearest,
        "against": [edit_data(edit) for edit in card.against],
        "values": [
            {"variable": one.variable, "sent": one.sent, "found": one.found, "ranges": one.ranges, "needed": one.needed}
            for one in card.values
        ],
        "hits": [{"kind": hit.kind, "what": hit.what} for hit in card.hits],
        "sent_sha256": card.sent_sha256,
        "returned_sha256": card.returned_sha256,
        "accepted": accepted,
    }  # fmt: skip
