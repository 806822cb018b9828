"""A table as it stands on a page: rows of cells, whether lines were drawn around them or not."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property, lru_cache

from tradedocs.pdf.geometry import Box
from tradedocs.pdf.page import Word
from tradedocs.reading.lines import Line, box_of, lines_of, text_of


@dataclass(frozen=True, eq=False)
class Cell:
    """One cell. A cell that spans columns or rows is the same object in each of them."""

    words: tuple[Word, ...] = ()

    @cached_property
    def text(self) -> str:
        """Its text, lines joined."""
        return text_of(self.words)

    @cached_property
    def lines(self) -> tuple[Line, ...]:
        """Its lines, top to bottom."""
        return lines_of(self.words) if self.words else ()

    @cached_property
    def box(self) -> Box | None:
        """The box around its words; None when it is empty."""
        return box_of(self.words) if self.words else None

    def __bool__(self) -> bool:
        return bool(self.words)


EMPTY = Cell()


@dataclass(frozen=True, eq=False)
class Table:
    """Rows of equally many cells.

    Attributes:
        edges: the x coordinates between and around the columns.
        ruled: its cells are drawn; an unruled one was found by the white between its columns.
        above: the text lines that stand right over it, nearest last.
    """

    page: int
    rows: tuple[tuple[Cell, ...], ...]
    edges: tuple[float, ...]
    box: Box
    ruled: bool
    above: tuple[str, ...] = field(default=())

    @property
    def width(self) -> int:
        """How many columns it has."""
        return len(self.edges) - 1

    def texts(self) -> list[list[str]]:
        """Its cells as strings, for tests and for looking at."""
        return [[cell.text for cell in row] for row in self.rows]


@lru_cache(maxsize=1024)
def distinct(row: tuple[Cell, ...]) -> tuple[Cell, ...]:
    """The row's cells that hold text, a spanning one only once."""
    return tuple(dict.fromkeys([cell for cell in row if cell.words]))
