"""What every fact of the program is built on: frozen, closed, and placed."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from pydantic import BaseModel, ConfigDict


class Fact(BaseModel):
    """A frozen record that refuses keys it does not know."""

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True, defer_build=True)

    def model_copy(self, *, update: Mapping[str, Any] | None = None, deep: bool = False) -> Self:
        """As pydantic copies; what was worked out from the old values (a cached property) is not taken along."""
        copied = super().model_copy(update=update, deep=deep)
        if update:
            for name in copied.__dict__.keys() - type(self).model_fields.keys():
                del copied.__dict__[name]
        return copied


class Place(Fact):
    """Where a fact stands in a paged document.

    Attributes:
        page: counted from 1.
        box: x0, y0, x1, y1 in PDF points, origin at the top left of the page as it is shown; None when only
            the page is known.
        document: the file's name where several documents are in play, else None.
    """

    page: int
    box: tuple[float, float, float, float] | None = None
    document: str | None = None

    def __str__(self) -> str:
        where = f"p.{self.page}"
        if self.box is not None:
            where += f" [{', '.join(f'{edge:.0f}' for edge in self.box)}]"
        return f"{self.document} {where}" if self.document else where


class Source(Fact):
    """Where a fact stands in a text file: line and column are counted from 1."""

    file: str
    line: int | None = None
    column: int | None = None

    def __str__(self) -> str:
        return ":".join(str(part) for part in (self.file, self.line, self.column) if part is not None)
