"""What two texts of a clause say differently."""

from __future__ import annotations

from typing import Literal

from tradedocs.model.base import Fact
from tradedocs.model.revision import Edit


class FilledOtherwise(Fact):
    """A variable that the two texts fill from different places; None where a text has no such variable."""

    variable: str
    old: str | None
    new: str | None


class ClauseDiff(Fact):
    """Two texts of a clause, or of two clauses.

    Attributes:
        old, new: what each is called: clause, position, version and the beginning of its hash, or its file.
        edits: the headings and paragraphs that differ, English first.
        filled: the variables that are filled otherwise.
    """

    version: Literal[1] = 1
    old: str
    new: str
    edits: tuple[Edit, ...]
    filled: tuple[FilledOtherwise, ...] = ()

    @property
    def same(self) -> bool:
        """Whether an approval of one would be an approval of the other, but for their names."""
        return not self.edits and not self.filled
