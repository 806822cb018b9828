"""The documents of field 46A and the conditions of field 47A, point by point."""

from __future__ import annotations

import re

from tradedocs.model.credit import CreditField, CreditItem

_PLUS = re.compile(r"\+\s*(.*)")
_NUMBER = re.compile(r"(?:\(?(\d{1,2})[.)、](?!\d)|(\d{1,2})\s*[-/](?=\s*[A-Z])|\(?([A-Z])[.)](?=\s))\s*(.*)")
_DASH = re.compile(r"[-*]\s*(.+)")


def items(field: CreditField | None) -> tuple[CreditItem, ...]:
    """The points of a field: by its plus signs, else its numbers in their order, else its dashes; else one point."""
    if field is None or not field.lines:
        return ()
    heads = _heads(field.lines)
    starts = sorted({0, *heads})
    out = []
    for number, (start, end) in enumerate(zip(starts, [*starts[1:], len(field.lines)], strict=True), 1):
        lines = (heads.get(start, field.lines[start]), *field.lines[start + 1 : end])
        out.append(CreditItem(tag=field.tag, number=number, lines=lines, line=field.line + start))
    return tuple(one for one in out if one.text)


def _heads(lines: tuple[str, ...]) -> dict[int, str]:
    """Where points begin, and what stands there behind the mark."""
    plus = {k: match[1] for k, line in enumerate(lines) if (match := _PLUS.match(line))}
    return (
        plus
        or _numbered(lines)
        or {k: match[1] for k, line in enumerate(lines) if (match := _DASH.match(line))}
    )


def _numbered(lines: tuple[str, ...]) -> dict[int, str]:
    """Numbers count only in their order from 1 (or A): a number that a line happens to begin with does not."""
    found: dict[int, str] = {}
    for index, line in enumerate(lines):
        match = _NUMBER.match(line)
        if match is None:
            continue
        value = int(match[1] or match[2]) if match[1] or match[2] else ord(match[3]) - ord("A") + 1
        if value == len(found) + 1:
            found[index] = match[4]
    return found
