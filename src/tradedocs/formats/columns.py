"""Tables of plain text: columns as wide as they need and as the terminal allows, long cells on several lines."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tradedocs.ui import columns, padded

WIDEST = 44
_NARROWEST = 8
_INDENT, _GAP = "  ", "  "


def table(rows: Sequence[Sequence[str]], width: int | None = None) -> list[str]:
    """The rows as lines, the first row being the heading; columns without content are left out.

    Args:
        rows: cells as plain text.
        width: columns of the terminal; None takes what is needed.
    """
    used = [k for k in range(len(rows[0])) if any(row[k] for row in rows[1:])]
    widths = _widths([[row[k] for k in used] for row in rows], width)
    return [line for row in rows for line in _lines([row[k] for k in used], widths)]


def _widths(rows: Sequence[Sequence[str]], width: int | None) -> list[int]:
    widths = [min(WIDEST, max(map(columns, cells))) for cells in zip(*rows, strict=True)]
    room = (width or 10_000) - len(_INDENT) - len(_GAP) * (len(widths) - 1)
    while widths and sum(widths) > room and max(widths) > _NARROWEST:
        widths[widths.index(max(widths))] -= 1
    return widths


def _lines(cells: Sequence[str], widths: Sequence[int]) -> Iterator[str]:
    pieces = [wrapped(cell, width) for cell, width in zip(cells, widths, strict=True)]
    for k in range(max(map(len, pieces), default=0)):
        line = _GAP.join(
            padded(own[k] if k < len(own) else "", width) for own, width in zip(pieces, widths, strict=True)
        )
        yield (_INDENT + line).rstrip()


def wrapped(text: str, width: int) -> list[str]:
    """The text in lines of at most that many columns, broken at blanks, and inside a word where it must be."""
    lines: list[str] = []
    for word in text.split():
        if lines and columns(lines[-1]) + 1 + columns(word) <= width:
            lines[-1] += " " + word
            continue
        *full, rest = _broken(word, width)
        lines += [*full, rest]
    return lines or [""]


def _broken(word: str, width: int) -> list[str]:
    pieces = [""]
    for char in word:
        if pieces[-1] and columns(pieces[-1] + char) > width:
            pieces.append("")
        pieces[-1] += char
    return pieces
