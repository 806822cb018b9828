"""The list of clauses for other programs."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any, Protocol

from tradedocs.model.approval import Approval
from tradedocs.model.clause import Clause, Language

VERSION = 1


class Stand(Protocol):
    """Where a clause stands."""

    @property
    def state(self) -> str:
        """`draft`, `in-review`, `approved`, `voided`, `expired` or `withdrawn`."""
        ...

    @property
    def approval(self) -> Approval | None:
        """The last approval, if there is one."""
        ...

    @property
    def why(self) -> str:
        """Why it is not approved; empty where it is."""
        ...

    @property
    def languages(self) -> Mapping[Language, Any]:
        """Where each language stands: the same three things."""
        ...


def clauses_json(items: Sequence[tuple[Clause, Stand]]) -> str:
    """Version 1: `{"version": 1, "clauses": [...]}`, each clause without its text."""
    data = {"version": VERSION, "clauses": [_clause(clause, stand) for clause, stand in items]}
    return json.dumps(data, ensure_ascii=False, indent=1)


def _clause(clause: Clause, stand: Stand) -> dict[str, Any]:
    return {
        "id": clause.id,
        "position": clause.position,
        "family": clause.family,
        "title": {"en": clause.title.en, "zh": clause.title.zh},
        "version": clause.version,
        "authority": clause.authority,
        "favours": clause.favours,
        "gives": clause.gives,
        "optional": clause.optional,
        "applies_when": clause.applies_when,
        "variables": {
            name: {"type": one.type, "from": one.source, "default": one.default, "unit": one.unit,
                   "playbook": {level: str(span) for level, span in one.playbook.items()}}
            for name, one in clause.variables.items()
        },
        "sources": [source.model_dump(mode="json") for source in clause.sources],
        "review_by": clause.review_by.isoformat() if clause.review_by else None,
        "status": stand.state,
        "why": stand.why,
        "languages": {name: {"status": one.state, "why": one.why} for name, one in stand.languages.items()},
        "approved_by": stand.approval.approver if stand.approval else None,
        "sha256": clause.sha256,
    }  # fmt: skip
