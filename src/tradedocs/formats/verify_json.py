"""What a contract file that came back says otherwise, as JSON, version 1; documented in docs/contract.md."""

from __future__ import annotations

import json
from typing import Any

from tradedocs.model.revision import ClauseFound, Edit, Proposal, Returned

VERSION = 1


def verify_json(returned: Returned) -> str:
    """The result as JSON text."""
    data = {
        "version": VERSION,
        "contract_no": returned.contract_no,
        "file": returned.file,
        "sha256": returned.sha256,
        "untouched": returned.untouched,
        "proof": returned.proof,
        "problems": list(returned.problems),
        "clauses": [_clause(clause) for clause in returned.clauses],
        "elsewhere": [edit_data(edit) for edit in returned.elsewhere],
        "proposals": [proposal_data(one) for one in returned.proposals],
        "comments": [{"author": author, "text": text} for author, text in returned.comments],
    }
    return json.dumps(data, ensure_ascii=False, indent=1)


def _clause(clause: ClauseFound) -> dict[str, Any]:
    return {
        "id": clause.id,
        "version": clause.version,
        "number": clause.number,
        "title": clause.title,
        "state": clause.state,
        "moved": clause.moved,
        "edits": [edit_data(edit) for edit in clause.edits],
        "proposals": [proposal_data(one) for one in clause.proposals],
    }


def edit_data(edit: Edit) -> dict[str, Any]:
    """One difference."""
    return {
        "number": edit.number,
        "language": edit.language,
        "tracked": edit.tracked,
        "moved": edit.moved,
        "words": [{"kind": piece.kind, "text": piece.text} for piece in edit.words],
    }


def proposal_data(proposal: Proposal) -> dict[str, Any]:
    """One tracked change."""
    return {"kind": proposal.kind, "author": proposal.author, "on": proposal.on, "text": proposal.text}
