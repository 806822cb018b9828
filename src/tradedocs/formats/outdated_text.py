"""The clauses of a contract file that the library has in another form now, for a terminal and as JSON, version 1."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence

from tradedocs.formats.verify_text import marked
from tradedocs.model.outdated import Outdated
from tradedocs.ui import say


def outdated_text(found: Sequence[Outdated]) -> str:
    """A line a clause, and the words that differ below it."""
    return "\n".join(_lines(found)) + "\n"


def _lines(found: Sequence[Outdated]) -> Iterator[str]:
    if not found:
        yield say("every clause is as the library has it now")
    for one in found:
        yield _head(one)
        for edit in one.edits:
            where = " ".join(part for part in (edit.number, edit.language) if part)
            yield f"  {where} {marked(edit.words)}"


def _head(one: Outdated) -> str:
    name = f"{one.id} ({one.position})"
    match one.standing:
        case "newer":
            return say("{clause}: {had} → {now}, approved by {who}", clause=name, had=one.had, now=one.now,
                       who=one.approved_by)  # fmt: skip
        case "unapproved":
            return say(
                "{clause}: {had} → {now}, which nobody has approved yet",
                clause=name,
                had=one.had,
                now=one.now,
            )
        case _:
            return say("{clause}: {had}; the library no longer has it", clause=name, had=one.had)


def outdated_json(found: Sequence[Outdated]) -> str:
    """The same as JSON text."""
    data = {
        "version": 1,
        "clauses": [
            {
                "id": one.id,
                "position": one.position,
                "had": one.had,
                "now": one.now,
                "standing": one.standing,
                "approved_by": one.approved_by,
                "edits": [
                    {
                        "number": edit.number,
                        "language": edit.language,
                        "words": [{"kind": piece.kind, "text": piece.text} for piece in edit.words],
                    }
                    for edit in one.edits
                ],
            }
            for one in found
        ],
    }
    return json.dumps(data, ensure_ascii=False, indent=1)
