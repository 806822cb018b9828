"""The text of a SWIFT message, or a bank's printout of it → its fields. Nothing of the text is dropped.

A message has its tags at the beginning of a line between colons (`:31D:270131CHINA`). Printouts leave out the first
colon or put the field's name after the tag; they are read when no line has the form of the message."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

from tradedocs.credit.tags import LABELS, NAMES
from tradedocs.model.credit import CreditField

_STRICT = re.compile(r":(\d\d[A-Z]?):(.*)")
_LOOSE = re.compile(r"\s{0,8}(?:[:*]?\s?F?)?(\d\d[A-Za-z]?)\s{0,3}(?:[:：]|(?=\s[A-Z]))\s?(.*)")
_TYPE = re.compile(
    r"\{2:[IO](\d{3})|\bMT\s?[- ]?(70[01]|71[01]|707)\b|\bFIN\s+(70[01]|71[01]|707)\b", re.IGNORECASE
)


@dataclass(frozen=True)
class Message:
    """One message: its type where the text says it, its fields, and the lines that stand in none of them."""

    kind: str | None
    fields: tuple[CreditField, ...]
    outside: tuple[tuple[int, str], ...]

    def has(self, *tags: str) -> bool:
        """Whether a field has one of the tags."""
        return any(one.tag in tags for one in self.fields)


def messages(text: str) -> tuple[Message, ...]:
    """Every message of a text, in its order: one for each block 4, or the whole text as one."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    starts = [index for index, line in enumerate(lines) if "{4:" in line]
    if not starts:
        return (_message(lines, 0, text),)
    bounds = [0, *(_head(lines, start) for start in starts[1:]), len(lines)]
    return tuple(
        _message(lines[first:last], first, "\n".join(lines[first:last])) for first, last in pairwise(bounds)
    )


def _head(lines: list[str], start: int) -> int:
    """Where the blocks before a block 4 begin."""
    while start > 0 and "{1:" not in lines[start] and "{1:" in lines[start - 1]:
        start -= 1
    return start


def _message(lines: list[str], before: int, text: str) -> Message:
    body, offset = _body(lines)
    tagged = _strict(body) or _loose(body)
    fields, outside = _fields(body, tagged, before + offset)
    head = [(before + number, line) for number, line in enumerate(lines[:offset], 1) if line.strip()]
    kind = _TYPE.search(text)
    return Message(next(filter(None, kind.groups())) if kind else None, fields, (*head, *outside))


def _body(lines: list[str]) -> tuple[list[str], int]:
    """The lines of block 4, and how many stand before them."""
    for index, line in enumerate(lines):
        if "{4:" in line:
            rest = line.split("{4:", 1)[1]
            body = [rest, *lines[index + 1 :]]
            return body, index
    return lines, 0


def _strict(lines: list[str]) -> dict[int, tuple[str, str]]:
    return {
        index: (match[1], match[2])
        for index, line in enumerate(lines)
        if (match := _STRICT.match(line.strip() if line.strip().startswith(":") else ""))
    }


def _loose(lines: list[str]) -> dict[int, tuple[str, str]]:
    """Tags of a printout: each known one once, so that a number in a text is not taken for a field."""
    found: dict[int, tuple[str, str]] = {}
    seen: set[str] = set()
    for index, line in enumerate(lines):
        match = _LOOSE.match(line)
        if match is None:
            continue
        tag = match[1].upper()
        if tag in NAMES and tag not in seen and (tag in LABELS or ":" in line or "：" in line):
            seen.add(tag)
            found[index] = (tag, match[2])
    return found


def _fields(
    lines: list[str], tagged: dict[int, tuple[str, str]], before: int
) -> tuple[tuple[CreditField, ...], list[tuple[int, str]]]:
    fields: list[CreditField] = []
    outside: list[tuple[int, str]] = []
    order = sorted(tagged)
    if not order:
        return (), [(before + n, line) for n, line in enumerate(lines, 1) if line.strip()]
    outside += [(before + n, line) for n, line in enumerate(lines[: order[0]], 1) if line.strip()]
    for index, following in zip(order, [*order[1:], len(lines)], strict=True):
        tag, first = tagged[index]
        own, after = _until_end([first, *lines[index + 1 : following]])
        outside += [(before + index + 1 + n, line) for n, line in after if line.strip()]
        texts = tuple(line.strip() for line in _unlabelled(tag, own) if line.strip())
        fields.append(
            CreditField(
                tag=tag, name=NAMES.get(tag, "?"), lines=texts, line=before + index + 1, known=tag in NAMES
            )
        )
    return tuple(fields), outside


def _until_end(lines: list[str]) -> tuple[list[str], list[tuple[int, str]]]:
    """The lines up to the end of the message (`-` or `-}` alone on a line), and those behind it."""
    for index, line in enumerate(lines[1:], 1):
        if line.strip() in ("-", "-}") or line.startswith("-}"):
            return lines[:index], list(enumerate(lines))[index + 1 :]
    return lines, []


def _unlabelled(tag: str, lines: list[str]) -> list[str]:
    """A printout's name of the field, which is no part of its value, taken off."""
    first = lines[0].strip()
    for label in LABELS.get(tag, ()):
        if first.upper().startswith(label):
            rest = first[len(label) :]
            if not rest or rest[0] in " :：/.":
                return [rest.lstrip(" :：."), *lines[1:]]
    return lines
