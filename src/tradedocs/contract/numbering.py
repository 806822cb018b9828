"""Numbers and keys of paragraphs: articles 1., sub-clauses 1.1, items (a)."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field

_LONGEST_BASE = 21


@dataclass(frozen=True, slots=True)
class Numbered:
    """A number as references print it, the label that the paragraph shows, and its key."""

    number: str
    label: str
    key: str


def letters(count: int) -> str:
    """1 → a, 26 → z, 27 → aa, 28 → bb, 53 → aaa: as Word letters a list."""
    return chr(ord("a") + (count - 1) % 26) * ((count - 1) // 26 + 1)


def base_key(clause_id: str) -> str:
    """The article's key: a valid bookmark name that differs for every clause.

    Bookmark names hold letters, digits and underscores and begin with a letter; Word cuts long ones off, so a
    long id keeps its beginning and gets a piece of its hash.
    """
    plain = clause_id.replace(".", "__").replace("-", "_")
    if len(plain) <= _LONGEST_BASE and "--" not in clause_id and "-." not in clause_id:
        return plain
    return f"{plain[: _LONGEST_BASE - 7]}_{hashlib.sha256(clause_id.encode()).hexdigest()[:6]}"


@dataclass(slots=True)
class Counter:
    """Hands out the numbers of one article, in order."""

    article: int
    base: str
    _sub: int = field(default=0)
    _item: int = field(default=0)

    def heading(self) -> Numbered:
        """The article itself."""
        return Numbered(f"{self.article}", f"{self.article}.", self.base)

    def next(self, level: int) -> Numbered:
        """The next sub-clause (2) or item (3)."""
        if level == 2:
            self._sub, self._item = self._sub + 1, 0
            number = f"{self.article}.{self._sub}"
            return Numbered(number, number, f"{self.base}_{self._sub}")
        self._item += 1
        label = f"({letters(self._item)})"
        return Numbered(f"{self.article}.{self._sub}{label}", label, f"{self.base}_{self._sub}_{self._item}")
