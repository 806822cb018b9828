"""Which models a report names: whole names, never a part of a longer one."""

from __future__ import annotations

import re
import unicodedata

from tradedocs.check.names import squeezed

_BETWEEN = re.compile(r"[,;、，；\n]|\s+(?:and|&|/)\s+", re.I)


def names_model(stated: str, model: str) -> bool:
    """Whether a labelled model field names this model, by itself or in a list."""
    wanted = squeezed(model)
    return wanted in {squeezed(stated), *(squeezed(piece) for piece in _BETWEEN.split(stated))}


def mentions_model(text: str, model: str) -> bool:
    """Whether a description holds this model between blanks, brackets or commas."""
    words = re.escape(unicodedata.normalize("NFKC", model).casefold())
    flat = unicodedata.normalize("NFKC", text).casefold()
    return re.search(rf"(?<![^\s(,;:]){words}(?![^\s),;:])", flat) is not None


def share_a_word(one: str, other: str) -> bool:
    """Whether two descriptions have a word in common, whatever its ending, or a type's name
    (`BP7X`); of Chinese, two characters in a row."""
    return not _stems(one).isdisjoint(_stems(other))


def _stems(text: str) -> set[str]:
    flat = unicodedata.normalize("NFKC", text).casefold()
    words = {word[:5] for word in re.findall(r"[^\W\d_]{3,}", flat) if word.isascii() or not _is_cjk(word[0])}
    pairs = {flat[k : k + 2] for k in range(len(flat) - 1) if _is_cjk(flat[k]) and _is_cjk(flat[k + 1])}
    types = {word for word in re.findall(r"[a-z][a-z0-9]*\d[a-z0-9]*", flat) if len(word) >= _MODEL}
    return (words - _COMMON) | pairs | types


def _is_cjk(char: str) -> bool:
    return "\u3400" <= char <= "\u9fff"


_MODEL = 4  # signs of a type's name that two descriptions do not share by chance
_COMMON = frozenset(
    {"and", "for", "with", "the", "from", "grade", "white", "black", "type", "model", "produ", "goods"}
)
