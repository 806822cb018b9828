"""A clause's paragraphs as patterns: fixed words with holes where values stand, to be found again in a text.

The fixed words are looked for from left to right, each at its first place, so that a hostile text costs no more than
its length. What stands between them is what fills the holes.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from tradedocs.clausetext import Token, tokens
from tradedocs.model.clause import Clause, Language, normalised

_FIRST = 0xE000
HOLES = frozenset(map(chr, range(_FIRST, 0xE800)))
"""Characters for private use: no contract holds them, and each is a word of its own."""

Captured = dict[str, tuple[str, ...]]
"""What fills each hole, in the order of the text. A reference whose number is not known is `ref:TARGET`."""


@dataclass(frozen=True, slots=True)
class Pattern:
    """One paragraph: its text with a private character for each hole, and what the holes are."""

    text: str
    holes: tuple[str, ...]
    lone_list: bool = False

    def filled(self, values: Mapping[str, str]) -> str:
        """The paragraph with these values; a hole without one shows its name."""
        out = self.text
        for index, name in enumerate(self.holes):
            out = out.replace(chr(_FIRST + index), values.get(name, f"{{{{ {name} }}}}"))
        return normalised(out)


def patterns(clause: Clause, language: Language, targets: Mapping[str, str]) -> tuple[Pattern, ...]:
    """The heading and the paragraphs; references show the numbers of `targets` where they are known."""
    title = clause.title.en if language == "en" else clause.title.zh
    texts = (paragraph.en if language == "en" else paragraph.zh for paragraph in clause.paragraphs)
    levels = (paragraph.level for paragraph in clause.paragraphs)
    rest = (_pattern(text, level, targets, clause) for text, level in zip(texts, levels, strict=True))
    return (Pattern(normalised(title), ()), *rest)


def _pattern(text: str, level: int, targets: Mapping[str, str], clause: Clause) -> Pattern:
    found = tokens(text)
    holes: list[str] = []
    pieces = [_piece(token, targets, holes) for token in found]
    lone = level == 3 and len(found) == 1 and found[0].kind == "variable"
    listed = lone and clause.variables[found[0].text].type == "list"
    return Pattern(normalised("".join(pieces)), tuple(holes), listed)


def _piece(token: Token, targets: Mapping[str, str], holes: list[str]) -> str:
    if token.kind == "reference":
        target = token.text if token.key is None else f"{token.text}#{token.key}"
        if target in targets:
            return targets[target]
        name = f"ref:{target}"
    elif token.kind == "variable":
        name = token.text
    else:
        return token.text
    holes.append(name)
    return chr(_FIRST + len(holes) - 1)


@lru_cache(maxsize=4_096)
def _fixed(text: str) -> tuple[str, ...]:
    out, piece = [], ""
    for char in text:
        if char in HOLES:
            out.append(piece)
            piece = ""
        else:
            piece += char
    return (*out, piece)


def fit(pattern: Pattern, line: str) -> tuple[str, ...] | None:
    """What fills the holes where the line is the pattern; None where it is not."""
    first, *middle = _fixed(pattern.text)
    if not middle:
        return () if line == first else None
    if not line.startswith(first):
        return None
    at, out = len(first), []
    for piece in middle[:-1]:
        place = line.find(piece, at + 1) if piece else -1
        if place < 0:
            return None
        out.append(line[at:place])
        at = place + len(piece)
    last = middle[-1]
    end = len(line) - len(last)
    if end <= at or not line.endswith(last):
        return None
    return (*out, line[at:end])


def fits(wanted: Sequence[Pattern], lines: Sequence[str]) -> Captured | None:
    """What fills the holes where the lines are the patterns, one after another; None where they are not.

    A lone list may take several lines, if there is one such list.
    """
    more = len(lines) - len(wanted)
    lists = [index for index, one in enumerate(wanted) if one.lone_list]
    if more < 0 or (more and len(lists) != 1):
        return None
    spread = [one for k, one in enumerate(wanted) for _ in range(1 + (more if lists == [k] else 0))]
    out: dict[str, list[str]] = {}
    for pattern, line in zip(spread, lines, strict=True):
        found = fit(pattern, line)
        if found is None:
            return None
        for name, text in zip(pattern.holes, found, strict=True):
            out.setdefault(name, []).append(text)
    return {name: tuple(texts) for name, texts in out.items()}


def holes_in(words: Sequence[str]) -> Iterator[int]:
    """The indexes of the words that are holes."""
    return (index for index, word in enumerate(words) if word in HOLES)
