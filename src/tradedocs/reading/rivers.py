"""Unruled tables: lines of phrases → blocks whose white rivers survive from line to line → columns."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field

from tradedocs.pdf.page import Word
from tradedocs.reading.grid import distinct_edges
from tradedocs.reading.lines import Line, Phrase, lines_of
from tradedocs.reading.table import Cell, Table
from tradedocs.vocabulary import fold

River = tuple[float, float]
_MAX_DEPTH = 4


@dataclass
class _Block:
    """Lines that share rivers, while they are being gathered."""

    lines: list[Line] = field(default_factory=list)
    rivers: list[River] = field(default_factory=list)
    low: float = 0.0
    high: float = 0.0
    several: int = 0

    @classmethod
    def begun(cls, line: Line) -> _Block:
        return cls([line], _gaps(line), line.x0, line.x1, 1)


def unruled_tables(
    page: int, lines: Sequence[Line], rules: Sequence[tuple[float, float, float]], depth: int = 0
) -> list[Table]:
    """The tables that white space makes out of these lines.

    Args:
        page: the page's number.
        lines: of words that no drawn grid holds.
        rules: horizontal lines and edges of filled bands as (height, left, right): they part wrapped rows.
        depth: how often the region was split already.
    """
    return [table for block in _blocks(lines) for table in _tables(page, block, rules, depth)]


def _letter(line: Line) -> float:
    return max(min(phrase.height for phrase in line.phrases), 4.0)


def _gaps(line: Line) -> list[River]:
    least = 0.30 * _letter(line)
    pairs = zip(line.phrases, line.phrases[1:], strict=False)
    return [(a.x1, b.x0) for a, b in pairs if b.x0 - a.x1 > least]


def _cut(rivers: Sequence[River], phrases: Sequence[Phrase], least: float) -> list[River]:
    """What is left of the rivers when the phrases stand in them."""
    left = list(rivers)
    for phrase in phrases:
        parts: list[River] = []
        for x, y in left:
            if phrase.x1 <= x or phrase.x0 >= y:
                parts.append((x, y))
                continue
            if phrase.x0 - x >= least:
                parts.append((x, phrase.x0))
            if y - phrase.x1 >= least:
                parts.append((phrase.x1, y))
        left = parts
    return left


def _fit(rivers: Sequence[River], line: Line) -> tuple[list[River], int]:
    """The rivers that survive the line, and how many are lost."""
    left = _cut(rivers, line.phrases, 0.28 * _letter(line))
    lost = sum(not any(a < y and b > x for a, b in left) for x, y in rivers)
    return left, lost


def _conflicts(rivers: Sequence[River], low: float, high: float, line: Line) -> int:
    """Gaps of the line, inside the block, that no river backs."""
    count = 0
    least = 0.36 * _letter(line)
    for a, b in zip(line.phrases, line.phrases[1:], strict=False):
        inside = a.x1 > low and b.x0 < high
        if b.x0 - a.x1 > least and inside and not any(x < b.x0 and y > a.x1 for x, y in rivers):
            count += 1
    return count


def _blocks(lines: Sequence[Line]) -> list[list[Line]]:
    out: list[_Block] = []
    block: _Block | None = None
    waiting: list[Line] = []
    for at, line in enumerate(lines):
        if block and line.y0 - (waiting or block.lines)[-1].y1 > 3.2 * _letter(line) + 2:
            out, block, waiting = [*out, block], None, []
        if block is None:
            block = _Block.begun(line) if len(line.phrases) >= 2 else None
            continue
        left, lost = _fit(block.rivers, line)
        if len(line.phrases) < 2:
            if lost == 0:
                block.lines += [*waiting, line]
                waiting = []
            else:
                waiting.append(line)
                if len(waiting) > 2:
                    out, block, waiting = [*out, block], None, []
            continue
        if _breaks(block, line, lost, lines[at + 1 : at + 4]):
            out, block, waiting = [*out, block], _Block.begun(line), []
            continue
        _take(block, [*waiting, line], left, keep=bool(lost))
        waiting = []
    if block:
        out.append(block)
    _pull_headings(lines, out)
    return [b.lines for b in out if sum(len(line.phrases) >= 2 for line in b.lines) >= 2]


def _breaks(block: _Block, line: Line, lost: int, following: Sequence[Line]) -> bool:
    """Whether the line begins another block: the next line tells whose rivers run on."""
    conflict = _conflicts(block.rivers, block.low, block.high, line)
    if not lost and not conflict:
        return False
    after = next((other for other in following if len(other.phrases) >= 2), None)
    if after is not None:
        _, lost_after = _fit(block.rivers, after)
        fits = lost_after == 0 and _conflicts(block.rivers, block.low, block.high, after) == 0
        own = _gaps(line)
        _, own_lost = _fit(own, after)
        odd = own_lost > 0 or _conflicts(own, line.x0, line.x1, after) > 0
        if fits and ((odd and block.several >= 2) or not lost):
            return False
    elif block.several >= 4 and not lost:
        return False
    return bool(lost) or block.several > 1


def _take(block: _Block, lines: list[Line], left: list[River], *, keep: bool) -> None:
    line = lines[-1]
    block.lines += lines
    block.several += 1
    if keep:
        return
    block.rivers = _widened(left, block, line)
    block.low, block.high = min(block.low, line.x0), max(block.high, line.x1)


def _widened(rivers: list[River], block: _Block, line: Line) -> list[River]:
    """A line can bring columns outside the block's former extent."""
    least = 0.3 * _letter(line)
    out = list(rivers)
    for a, b in zip(line.phrases, line.phrases[1:], strict=False):
        low, high = a.x1, b.x0
        if a.x1 < block.high - 1 and b.x0 > block.low + 1:
            low, high = (block.high, b.x0) if a.x1 <= block.high <= b.x0 else (a.x1, block.low)
            if not (a.x1 <= block.high <= b.x0 or a.x1 <= block.low <= b.x0):
                continue
        if high - low > least and not any(x < high and low < y for x, y in out):
            out.append((low, high))
    return sorted(out)


def _pull_headings(lines: Sequence[Line], blocks: list[_Block]) -> None:
    """A heading line that was left outside, right over a block, whose rivers it fits, is the block's."""
    place = {id(line): k for k, line in enumerate(lines)}
    owner = {id(line): block for block in blocks for line in block.lines}
    for block in blocks:
        for _ in range(3):
            at = place[id(block.lines[0])] - 1
            if at < 0 or not _is_heading_of(lines[at], block):
                break
            other = owner.get(id(lines[at]))
            if other is block or (other is not None and other.lines[-1] is not lines[at]):
                break
            if other is not None:
                if len(other.lines) < 2:
                    break
                other.lines.pop()
            block.lines.insert(0, lines[at])
            owner[id(lines[at])] = block


def _is_heading_of(line: Line, block: _Block) -> bool:
    near = block.lines[0].y0 - line.y1 <= 1.3 * _letter(line)
    if not near or len(line.phrases) < 2:
        return False
    rivers = rivers_of(block.lines)
    return bool(rivers) and _fit(rivers, line)[1] <= 0.35 * len(rivers)


def rivers_of(lines: Sequence[Line]) -> list[River]:
    """The white columns of a block; in a long one a tenth of the lines may cross a river."""
    several = [line for line in lines if len(line.phrases) >= 2]
    if not several:
        return []
    letter = sorted(max(p.height for p in line.phrases) for line in several)[len(several) // 2]
    allowed = 0 if len(several) < 6 else max(1, int(0.1 * len(several)))
    events = sorted(
        (x, step) for line in several for p in line.phrases for x, step in ((p.x0, 1), (p.x1, -1))
    )
    rivers: list[River] = []
    depth, start = 0, None
    for x, step in events:
        depth += step
        if depth <= allowed and start is None:
            start = x
        elif depth > allowed and start is not None:
            if x - start >= 0.28 * letter and start > events[0][0]:
                rivers.append((start, x))
            start = None
    return rivers


def _tables(
    page: int, lines: Sequence[Line], rules: Sequence[tuple[float, float, float]], depth: int
) -> list[Table]:
    rivers = rivers_of(lines)
    if not rivers:
        return []
    seams = [(a + b) / 2 for a, b in rivers]
    if depth < _MAX_DEPTH:
        seam = _stacks(lines, rivers) or _twins(lines, seams)
        if seam is not None:
            words = [w for line in lines for w in line.words]
            left = [w for w in words if (w.x0 + w.x1) / 2 <= seam]
            right = [w for w in words if (w.x0 + w.x1) / 2 > seam]
            return [
                t for side in (left, right) for t in unruled_tables(page, lines_of(side), rules, depth + 1)
            ]
    rows = [(line, _columns(line, seams)) for line in lines]
    x0, x1 = min(line.x0 for line in lines), max(line.x1 for line in lines)
    box = (x0, min(line.y0 for line in lines), x1, max(line.y1 for line in lines))
    merged = wrapped(rows, floors_in(rules, box))
    cells = tuple(tuple(Cell(tuple(words)) for words in row) for row in merged)
    return [Table(page, cells, (x0 - 1, *seams, x1 + 1), box, ruled=False)]


def _stacks(lines: Sequence[Line], rivers: Sequence[River]) -> float | None:
    """The seam between two tables that stand side by side: their rows do not align."""
    found = [(_alignment(lines, (a + b) / 2), a - b, (a + b) / 2) for a, b in rivers if b - a >= 6]
    return min(found)[2] if found and min(found)[0] < 0.55 else None


def _alignment(lines: Sequence[Line], seam: float) -> float:
    left = distinct_edges(((p.y0 + p.y1) / 2 for line in lines for p in line.phrases if p.x1 <= seam + 1), 2)
    right = distinct_edges(((p.y0 + p.y1) / 2 for line in lines for p in line.phrases if p.x0 >= seam - 1), 2)
    if len(left) < 3 or len(right) < 3:
        return 1.0

    def matched(a: list[float], b: list[float]) -> float:
        return sum(any(abs(x - y) <= 1.2 for y in b) for x in a) / len(a)

    return max(matched(left, right), matched(right, left))


def _twins(lines: Sequence[Line], seams: Sequence[float]) -> float | None:
    """The seam before the column whose heading repeats the first column's: two tables side by side."""
    for line in lines[:10]:
        texts = [fold(" ".join(w.text for w in words)) for words in _columns(line, seams)]
        if len(texts[0]) < 4 or sum(c.isalpha() for c in texts[0]) < 0.8 * len(texts[0]):
            continue
        for k in range(2, len(texts)):
            if texts[k] == texts[0]:
                return seams[k - 1]
    return None


def _columns(line: Line, seams: Sequence[float]) -> list[list[Word]]:
    out: list[list[Word]] = [[] for _ in range(len(seams) + 1)]
    for phrase in line.phrases:
        first, last = bisect_right(seams, phrase.x0 + 0.5), bisect_right(seams, phrase.x1 - 0.5)
        if first == last or len(line.phrases) == 1:
            out[first] += phrase.words
            continue
        for word in phrase.words:
            out[bisect_right(seams, (word.x0 + word.x1) / 2)].append(word)
    return out


def floors_in(
    rules: Sequence[tuple[float, float, float]], box: tuple[float, float, float, float]
) -> list[float]:
    """Heights of drawn lines and band edges that reach over at least half of the box."""
    x0, y0, x1, y1 = box
    wide = (y for y, a, b in rules if y0 - 4 <= y <= y1 + 4 and min(b, x1) - max(a, x0) >= 0.5 * (x1 - x0))
    return distinct_edges(wide, 2.5)


def wrapped(rows: Sequence[tuple[Line, list[list[Word]]]], floors: Sequence[float]) -> list[list[list[Word]]]:
    """Lines between two drawn floors that make up one row are put together."""
    if len(floors) < 2:
        return [row for _, row in rows]
    bands: dict[int, list[tuple[Line, list[list[Word]]]]] = {}
    for line, row in rows:
        bands.setdefault(bisect_right(floors, line.middle), []).append((line, row))
    out: list[list[list[Word]]] = []
    for band, group in sorted(bands.items()):
        whole = sum(bool(row[0]) and any(row[1:]) for _, row in group)
        if 0 < band < len(floors) and 1 < len(group) <= 6 and whole <= 1:
            out.append([[w for _, row in group for w in row[k]] for k in range(len(group[0][1]))])
        else:
            out += [row for _, row in group]
    return out
