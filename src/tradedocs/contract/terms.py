"""The words of the house's playbook in what the other side wrote."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from tradedocs.model.clause import normalised
from tradedocs.model.counterparty import Hit
from tradedocs.model.playbook import Playbook, Term
from tradedocs.ui import say


def term_hits(new: Sequence[str], old: Sequence[str], playbook: Playbook) -> Iterator[Hit]:
    """Each term that the new text holds and the old one did not."""
    now, then = _folded("\n".join(new)), _folded("\n".join(old))
    for term in playbook.terms:
        found = _found(term, now)
        if found is not None and _found(term, then) is None:
            yield Hit(
                kind="forbidden" if term.weight == "forbidden" else "look",
                what=say("{id}: “{words}”. {why}", id=term.id, words=found, why=term.why),
            )


def _found(term: Term, text: str) -> str | None:
    return next(
        (match[0] for pattern in _patterns(term) if (match := pattern.search(text)) is not None), None
    )


@cache
def _patterns(term: Term) -> tuple[re.Pattern[str], ...]:
    english = (re.compile(rf"(?<!\w){re.escape(_folded(one))}(?!\w)") for one in term.en)
    chinese = (re.compile(re.escape(_folded(one))) for one in term.zh)
    return (*english, *chinese)


def _folded(text: str) -> str:
    return normalised(text).casefold()
