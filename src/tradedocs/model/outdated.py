"""A clause of a contract file that the library has in another form now."""

from __future__ import annotations

from typing import Literal

from tradedocs.model.base import Fact
from tradedocs.model.clause import Position
from tradedocs.model.revision import Edit

Standing = Literal["newer", "unapproved", "withdrawn"]


class Outdated(Fact):
    """One such clause.

    Attributes:
        had, now: the version in the file, and the one in the library; None where the library has none.
        standing: `newer` when the new text is approved, `unapproved` when nobody has approved it yet, `withdrawn`
            when the library no longer has the clause in that position.
        edits: the words that differ, where the same deal can still be worded by the library.
    """

    id: str
    position: Position
    had: str
    now: str | None
    standing: Standing
    approved_by: str | None
    edits: tuple[Edit, ...]
