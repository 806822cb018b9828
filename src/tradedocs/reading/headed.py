"""Unruled tables under a heading: the heading gives the columns, the white between their values the seams."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import pairwise

from tradedocs.pdf.page import Word
from tradedocs.reading.headings import Heading, Label, headings_in
from tradedocs.reading.lines import Line, Phrase, lines_of
from tradedocs.reading.rivers import floors_in, wrapped
from tradedocs.reading.table import Cell, Table
from tradedocs.reading.values import is_value_like, split_unit

_FARTHEST_ROW = 2.6  # letter heights of white that a table may hold between rows
_FARTHEST_FIRST = 4.5  # and between its heading and the first row
_MARGIN = 26.0


def headed_tables(
    page: int, lines: Sequence[Line], rules: Sequence[tuple[float, float, float]]
) -> tuple[list[Table], list[Word]]:
    """The tables under recognised headings, and the words of the lines that are in none of them."""
    headings = headings_in(lines)
    taken: set[int] = set()
    tables: list[Table] = []
    for heading in headings:
        if any(id(word) in taken for label in heading.labels for word in label.words):
            continue
        table = _table(page, heading, headings, lines, rules, taken)
        if table is not None:
            tables.append(table)
            taken |= {id(word) for row in table.rows for cell in row for word in cell.words}
    read = (word for line in lines for word in line.words)  # letters that were put together are other words
    return tables, [word for word in read if id(word) not in taken]


def _table(
    page: int,
    heading: Heading,
    headings: Sequence[Heading],
    lines: Sequence[Line],
    rules: Sequence[tuple[float, float, float]],
    taken: set[int],
) -> Table | None:
    columns = _columns(heading)
    if len(columns) < 2:
        return None
    body = _body(heading, headings, lines, _sides(heading, headings), taken)
    if not body:
        return None
    left = min(heading.x0, *(line.x0 for line in body)) - 1
    right = max(heading.x1, *(line.x1 for line in body)) + 1
    seams = _seams(columns, [word for line in body for word in line.words])
    rows = [(line, _split(line, seams)) for line in body]
    box = (left, heading.y0, right, body[-1].y1)
    head = tuple(Cell(tuple(word for label in column for word in label.words)) for column in columns)
    cells = [tuple(Cell(tuple(part)) for part in row) for row in wrapped(rows, floors_in(rules, box))]
    table_rows = (head, *_mended(cells, columns))
    return Table(page, table_rows, (left, *seams, right), box, ruled=False)


def _columns(heading: Heading) -> list[list[Label]]:
    """Labels that stand one over the other are one column's; left to right."""
    columns: list[list[Label]] = []
    for label in sorted(heading.labels, key=lambda item: (item.x0 + item.x1) / 2):
        over = columns[-1] if columns else []
        reach = max((other.x1 for other in over), default=0.0)
        start = min((other.x0 for other in over), default=0.0)
        overlap = min(reach, label.x1) - max(start, label.x0)
        same_height = any(
            abs((o.y0 + o.y1) - (label.y0 + label.y1)) / 2 < 0.5 * (label.y1 - label.y0) for o in over
        )
        if over and not same_height and overlap > 0.3 * min(label.x1 - label.x0, reach - start):
            over.append(label)
        else:
            columns.append([label])
    return [sorted(column, key=lambda label: label.y0) for column in columns]


def _sides(heading: Heading, headings: Sequence[Heading]) -> tuple[float, float]:
    """How far the table may reach sideways: to its neighbours' headings, or a margin beyond its own."""
    beside = [h for h in headings if h is not heading and h.y0 < heading.y1 + 4 and h.y1 > heading.y0 - 4]
    right = min((h.x0 - 2 for h in beside if h.x0 >= heading.x1 - 2), default=float("inf"))
    left = max((h.x1 + 2 for h in beside if h.x1 <= heading.x0 + 2), default=-float("inf"))
    return max(left, heading.x0 - 2 * _MARGIN), min(right, heading.x1 + 2 * _MARGIN)


def _body(
    heading: Heading,
    headings: Sequence[Heading],
    lines: Sequence[Line],
    sides: tuple[float, float],
    taken: set[int],
) -> list[Line]:
    """The lines under the heading, between its sides, as far as they go on like a table."""
    left, right = sides
    below = (h.y0 for h in headings if h.y0 > heading.y1 - 1 and h.x0 < heading.x1 and h.x1 > heading.x0)
    floor = min(below, default=float("inf"))
    inside = [
        word
        for line in lines
        if heading.y1 - 1 <= line.middle < floor
        for word in _under(line, heading, left, right)
        if id(word) not in taken
    ]
    body: list[Line] = []
    bottom = heading.y1
    for line in lines_of(inside):
        reach = _FARTHEST_ROW if body else _FARTHEST_FIRST
        if line.y0 - bottom > reach * max(line.y1 - line.y0, 4.0) or _is_foreign(line):
            break
        body.append(line)
        bottom = max(bottom, line.y1)
    while body and len(body[-1].phrases) < 2:
        body.pop()
    return body


def _under(line: Line, heading: Heading, left: float, right: float) -> list[Word]:
    """The words of the phrases that stand under the heading; a phrase that runs far out of it is another text."""
    out: list[Word] = []
    for phrase in line.phrases:
        if phrase.x0 > heading.x1 + 3 or phrase.x1 < heading.x0 - 3:
            continue
        if (phrase.x0 >= left and phrase.x1 <= right) or (phrase.x0 < left and _begins_row(phrase, heading)):
            out += phrase.words
        elif len(phrase.words) <= 5:
            out += [word for word in phrase.words if word.x0 >= left and word.x1 <= right]
    return out


def _begins_row(phrase: Phrase, heading: Heading) -> bool:
    """A long name that begins left of its centred heading and ends before the next column."""
    first = min(heading.labels, key=lambda label: label.x0)
    after = min((label.x0 for label in heading.labels if label.x0 > first.x1), default=heading.x1)
    return len(phrase.words) <= 8 and first.x0 < phrase.x1 < after + 4


def _is_foreign(line: Line) -> bool:
    """A line of labelled facts or running text ends a table."""
    text = line.text
    if sum(
        phrase.text.rstrip().endswith(":") or ": " in phrase.text for phrase in line.phrases
    ) >= 1 and not any(is_value_like(split_unit(phrase.text)[0]) for phrase in line.phrases):
        return True
    return len(line.phrases) == 1 and len(text.split()) > 9


def _seams(columns: Sequence[Sequence[Label]], words: Sequence[Word]) -> list[float]:
    """For each neighbouring pair of columns the x that fewest words cross, in the middle of the widest such white."""
    seams: list[float] = []
    for a, b in pairwise(columns):
        low = _centre(a)
        high = _centre(b)
        seams.append(_quietest(max(low, seams[-1] if seams else low), high, words))
    return seams


def _centre(column: Sequence[Label]) -> float:
    return (min(label.x0 for label in column) + max(label.x1 for label in column)) / 2


def _quietest(low: float, high: float, words: Sequence[Word]) -> float:
    begins, ends = sorted([word[0] for word in words]), sorted([word[2] for word in words])
    edges = sorted({low, high, *(x for x in (*begins, *ends) if low < x < high)})
    best: tuple[int, float, float] = (len(words) + 1, 0.0, (low + high) / 2)
    for start, end in pairwise(edges):
        middle = (start + end) / 2
        crossing = bisect_left(begins, middle) - bisect_right(ends, middle)
        best = min(best, (crossing, start - end, middle))
    return best[2]


def _split(line: Line, seams: Sequence[float]) -> list[list[Word]]:
    out: list[list[Word]] = [[] for _ in range(len(seams) + 1)]
    if len(line.phrases) == 1 and len(line.words) > 3:
        out[bisect_right(seams, line.words[0].x0 + 1)] += line.words
        return out
    for at, phrase in enumerate(line.phrases):
        if at == 0 and _is_wide_name(line, seams):
            out[0] += phrase.words
            continue
        for word in phrase.words:
            out[bisect_right(seams, (word.x0 + word.x1) / 2)].append(word)
    return out


def _is_wide_name(line: Line, seams: Sequence[float]) -> bool:
    """A name that reaches over the seam into a column that is empty in this row: `SUM OF CANNABINOIDS`."""
    name = line.phrases[0]
    if len(line.phrases) < 2 or len(name.words) < 2 or not seams[0] < name.x1 or name.x0 > seams[0]:
        return False
    column = bisect_right(seams, (name.words[-1].x0 + name.words[-1].x1) / 2)
    free = all(
        bisect_right(seams, (word.x0 + word.x1) / 2) > column
        for phrase in line.phrases[1:]
        for word in phrase.words
    )
    return column > 0 and free and not any(char.isdigit() for word in name.words for char in word.text)


def _mended(rows: Sequence[tuple[Cell, ...]], columns: Sequence[Sequence[Label]]) -> list[tuple[Cell, ...]]:
    """A name that is wrapped around its row's values is put together again."""
    at = next(k for k, column in enumerate(columns) if any(label.meaning == "parameter" for label in column))
    out: list[tuple[Cell, ...]] = []
    k = 0
    while k < len(rows):
        row = rows[k]
        if not row[at] and any(row) and out and _only(out[-1], at) and _touches(out[-1], row):
            above = out.pop()
            below = (
                rows[k + 1]
                if k + 1 < len(rows) and _only(rows[k + 1], at) and _touches(row, rows[k + 1])
                else None
            )
            words = (*above[at].words, *(below[at].words if below else ()))
            out.append(tuple(Cell(words) if j == at else cell for j, cell in enumerate(row)))
            k += 2 if below else 1
            continue
        if out and _only(out[-1], at) and row[at] and _begins_above(out[-1], row, at):
            words = (*out.pop()[at].words, *row[at].words)
            out.append(tuple(Cell(words) if j == at else cell for j, cell in enumerate(row)))
        elif _only(row, at) and out and _continues(out[-1], row, at):
            words = (*out[-1][at].words, *row[at].words)
            out[-1] = tuple(Cell(words) if j == at else cell for j, cell in enumerate(out[-1]))
        else:
            out.append(row)
        k += 1
    return out


def _only(row: tuple[Cell, ...], at: int) -> bool:
    return bool(row[at]) and sum(bool(cell) for cell in row) == 1


def _touches(above: tuple[Cell, ...], below: tuple[Cell, ...]) -> bool:
    top = max(word.y1 for cell in above for word in cell.words)
    first = min(word for cell in below for word in cell.words)
    return min(word.y0 for cell in below for word in cell.words) - top < 0.3 * first.height


def _continues(row: tuple[Cell, ...], tail: tuple[Cell, ...], at: int) -> bool:
    """A second line of the name above: broken by a hyphen, or begun in the middle of a sentence."""
    if not row[at] or not _touches(row, tail):
        return False
    return (
        row[at].words[-1].broken
        or row[at].text[-1] in ",(&/-"
        or tail[at].text[:1] in "("
        or tail[at].text[:1].islower()
    )


def _begins_above(head: tuple[Cell, ...], row: tuple[Cell, ...], at: int) -> bool:
    """Whether the lone name above is the beginning of the row's name."""
    text = row[at].text
    return _touches(head, row) and (head[at].words[-1].broken or text[:1].islower() or text[:1] == "(")
