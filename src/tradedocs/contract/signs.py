"""Whether a change is one of signs and blanks only.

A sign counts as such where it joins or ends words: a comma, a full stop, a quotation mark. A sign that can change a
number or a relation (`-`, `%`, `<`, `±`, a point inside a figure) never does.
"""

from __future__ import annotations

from collections.abc import Sequence

from tradedocs.model.revision import Edit
from tradedocs.word.wording import words_of

_SIGNS = frozenset(",.;:'\"“”‘’、，。；：·…")


def trivial(edits: Sequence[Edit]) -> bool:
    """Whether there are edits, and none of them changes more than signs and blanks."""
    return bool(edits) and all(_trivial(edit) for edit in edits)


def _trivial(edit: Edit) -> bool:
    if edit.moved:
        return False
    old, new = (
        "".join(piece.text for piece in edit.words if piece.kind != other) for other in ("added", "removed")
    )
    return bool(old and new) and bare(old) == bare(new)


def bare(text: str) -> list[str]:
    """The words of a text without blanks and signs."""
    return [word for word in words_of(text) if not word.isspace() and word not in _SIGNS]
