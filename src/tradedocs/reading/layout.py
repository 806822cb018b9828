"""What the columns of a table hold, and where its heading ends."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Column:
    """One column: what it holds (`role`), the unit and the specimen that its heading names, the heading itself.

    Attributes:
        doubt: why the role may be wrong; holds for every result that the column gives.
    """

    role: str | None
    heading: str = ""
    unit: str | None = None
    specimen: str | None = None
    doubt: tuple[str, ...] = ()


@dataclass(frozen=True)
class Layout:
    """The columns of a table and the first row below its heading.

    Attributes:
        start: the row where the heading begins; rows above it are titles.
        body: the first row below the heading.
        sure: the heading itself tells the result column; False where content alone did.
        watched: columns that give no results; what stands there all the same throws doubt on its row.
    """

    columns: tuple[Column, ...]
    start: int
    body: int
    sure: bool = True
    watched: tuple[int, ...] = ()

    def first(self, role: str) -> int | None:
        """The leftmost column with that role."""
        return next((k for k, column in enumerate(self.columns) if column.role == role), None)

    def every(self, role: str) -> tuple[int, ...]:
        """All columns with that role."""
        return tuple(k for k, column in enumerate(self.columns) if column.role == role)
