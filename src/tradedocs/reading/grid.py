"""Ruled tables: drawn lines → elementary grid → cells that span where a wall is missing."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from tradedocs.pdf.geometry import Box
from tradedocs.pdf.page import Page, Rule, Word
from tradedocs.reading.lines import Line, lines_of
from tradedocs.reading.table import EMPTY, Cell, Table
from tradedocs.reading.values import is_value_like

_SAME_LINE, _GAP, _TOUCH = 1.6, 3.0, 3.0
_SAME_EDGE, _WALL = 3.5, 0.6
_MAX_CELLS = 20_000


@dataclass(frozen=True)
class Grid:
    """An elementary grid: edges, and for each elementary field the number of the cell that it belongs to."""

    xs: tuple[float, ...]
    ys: tuple[float, ...]
    owner: tuple[tuple[int, ...], ...]

    @property
    def box(self) -> Box:
        """The box around the grid."""
        return self.xs[0], self.ys[0], self.xs[-1], self.ys[-1]

    @property
    def area(self) -> float:
        """Its area in square points."""
        return (self.xs[-1] - self.xs[0]) * (self.ys[-1] - self.ys[0])

    def holds(self, word: Word) -> bool:
        """Whether the word's middle lies inside."""
        x0, y0, x1, y1 = word[:4]
        return self.xs[0] <= (x0 + x1) / 2 <= self.xs[-1] and self.ys[0] <= (y0 + y1) / 2 <= self.ys[-1]


def merged(rules: Iterable[Rule]) -> list[Rule]:
    """Collinear rules that touch become one."""
    ordered = sorted(rules)
    out: list[Rule] = []
    at = 0
    while at < len(ordered):
        end = at + 1
        while (
            end < len(ordered)
            and ordered[end].at - ordered[end - 1].at <= _SAME_LINE
            and ordered[end].at - ordered[at].at <= 2 * _SAME_LINE
        ):
            end += 1
        out += _chained(ordered[at:end])
        at = end
    return out


def _chained(group: Sequence[Rule]) -> list[Rule]:
    position = sum(rule.at for rule in group) / len(group)
    stretches = sorted((rule.low, rule.high) for rule in group)
    out = [Rule(position, *stretches[0])]
    for low, high in stretches[1:]:
        if low <= out[-1].high + _GAP:
            out[-1] = Rule(position, out[-1].low, max(out[-1].high, high))
        else:
            out.append(Rule(position, low, high))
    return out


class _Sets:
    """Disjoint sets of small numbers."""

    def __init__(self, size: int) -> None:
        self._parent = list(range(size))

    def find(self, item: int) -> int:
        while self._parent[item] != item:
            self._parent[item] = self._parent[self._parent[item]]
            item = self._parent[item]
        return item

    def join(self, a: int, b: int) -> None:
        self._parent[self.find(b)] = self.find(a)


def grids(page: Page) -> list[Grid]:
    """The grids of a page, smallest first, so that a word belongs to the innermost."""
    across, down = merged(page.across), merged(page.down)
    found = [grid for h, v in _connected(across, down) if (grid := _grid(h, v))]
    return sorted(found, key=lambda grid: grid.area)


def _connected(across: list[Rule], down: list[Rule]) -> list[tuple[list[Rule], list[Rule]]]:
    if len(across) < 2 or len(down) < 2:
        return []
    sets = _Sets(len(across) + len(down))
    heights = [rule.at for rule in across]
    for k, wall in enumerate(down):
        for i in range(bisect_left(heights, wall.low - _TOUCH), bisect_right(heights, wall.high + _TOUCH)):
            if across[i].low - _TOUCH <= wall.at <= across[i].high + _TOUCH:
                sets.join(i, len(across) + k)
    groups: dict[int, tuple[list[Rule], list[Rule]]] = {}
    for i, rule in enumerate(across):
        groups.setdefault(sets.find(i), ([], []))[0].append(rule)
    for k, rule in enumerate(down):
        groups.setdefault(sets.find(len(across) + k), ([], []))[1].append(rule)
    return [group for group in groups.values() if len(group[0]) >= 2 and len(group[1]) >= 2]


def distinct_edges(values: Iterable[float], apart: float) -> list[float]:
    """Sorted coordinates, those closer than `apart` taken once."""
    out: list[float] = []
    for value in sorted(values):
        if not out or value - out[-1] > apart:
            out.append(value)
    return out


def _grid(across: list[Rule], down: list[Rule]) -> Grid | None:
    ys = distinct_edges((rule.at for rule in across), _SAME_EDGE)
    xs = distinct_edges((rule.at for rule in down), _SAME_EDGE)
    left, right = min(rule.low for rule in across), max(rule.high for rule in across)
    if xs[0] - left > 8:
        xs.insert(0, left)
    if right - xs[-1] > 8:
        xs.append(right)
    rows, columns = len(ys) - 1, len(xs) - 1
    if rows < 1 or columns < 1 or rows * columns > _MAX_CELLS:
        return None
    return Grid(tuple(xs), tuple(ys), _owners(xs, ys, across, down))


def _owners(
    xs: list[float], ys: list[float], across: list[Rule], down: list[Rule]
) -> tuple[tuple[int, ...], ...]:
    rows, columns = len(ys) - 1, len(xs) - 1
    sets = _Sets(rows * columns)
    walls = [[rule for rule in down if abs(rule.at - x) <= _SAME_EDGE] for x in xs]
    floors = [[rule for rule in across if abs(rule.at - y) <= _SAME_EDGE] for y in ys]
    for i in range(rows):
        for j in range(columns):
            if j + 1 < columns and not _covered(walls[j + 1], ys[i], ys[i + 1]):
                sets.join(i * columns + j, i * columns + j + 1)
            if i + 1 < rows and not _covered(floors[i + 1], xs[j], xs[j + 1]):
                sets.join(i * columns + j, (i + 1) * columns + j)
    return tuple(tuple(sets.find(i * columns + j) for j in range(columns)) for i in range(rows))


def _covered(rules: Sequence[Rule], low: float, high: float) -> bool:
    reach = sum(max(0.0, min(rule.high, high) - max(rule.low, low)) for rule in rules)
    return reach >= _WALL * (high - low)


def ruled_table(page: int, grid: Grid, words: Sequence[Word]) -> tuple[Table | None, list[tuple[Word, ...]]]:
    """The grid's table, and the word groups of cells that hold a block of several columns (a table of their own)."""
    inside: dict[int, list[Word]] = {}
    for word in words:
        i = bisect_right(grid.ys, word.middle) - 1
        j = bisect_right(grid.xs, (word.x0 + word.x1) / 2) - 1
        if 0 <= i < len(grid.owner) and 0 <= j < len(grid.owner[0]):
            inside.setdefault(grid.owner[i][j], []).append(word)
    nested = [tuple(inside.pop(key)) for key in list(inside) if _is_block(inside[key])]
    cells = {key: Cell(tuple(found)) for key, found in inside.items()}
    count = len({key for row in grid.owner for key in row})
    if count < 2 or not cells:
        return None, nested
    rows = [tuple(cells.get(key, EMPTY) for key in row) for row in grid.owner]
    rows = [part for row in rows for part in _bands(row)]
    return Table(page, tuple(rows), grid.xs, grid.box, ruled=True), nested


def _is_block(words: Sequence[Word]) -> bool:
    if len(words) < 6:
        return False
    lines = lines_of(words)
    several = sum(len(line.phrases) >= 2 for line in lines)
    return len(lines) >= 3 and several >= max(2, 0.4 * len(lines))


def _bands(row: tuple[Cell, ...]) -> list[tuple[Cell, ...]]:
    """A drawn row whose columns hold equally many aligned lines is as many rows."""
    if sum([len(cell.words) >= 3 for cell in row]) < 2 or len(set(row)) < len(row):
        return [row]  # too few words for three lines in two of its cells, or a cell that spans columns
    lines = [cell.lines if len(cell.words) >= 2 else () for cell in row]
    most = max((len(found) for found in lines), default=0)
    full = [found for found in lines if len(found) == most]
    if most < 3 or len(full) < 2 or not _aligned(full):
        return [row]
    if not any(all(is_value_like(line.text) for line in found) for found in full):
        return [row]  # no column holds a value on every line: it is wrapped text
    if any(
        1 < len(found) < most and all(any(map(str.isdigit, line.text)) for line in found[:2])
        for found in lines
    ):
        return [row]  # fewer specimens than lines: each takes several of them
    heights = [line.middle for line in full[0]]
    return [
        tuple(_share(cell, found, heights, k) for cell, found in zip(row, lines, strict=True))
        for k in range(most)
    ]


def _aligned(columns: Sequence[Sequence[Line]]) -> bool:
    first = columns[0]
    return all(
        abs(a.middle - b.middle) < 2 and len(b.phrases) == 1
        for other in columns
        for a, b in zip(first, other, strict=True)
    )


def _share(cell: Cell, lines: Sequence[Line], heights: Sequence[float], k: int) -> Cell:
    if len(lines) < len(heights):
        return cell  # one text for the whole band, a method or a unit, holds for each of its rows
    return Cell(
        tuple(
            w for w in cell.words if min(range(len(heights)), key=lambda q: abs(heights[q] - w.middle)) == k
        )
    )
