"""Which models a report names: whole names, never a part of a longer one."""

from __future__ import annotations

import re
import unicodedata

_BETWEEN = re.compile(r"[,;、，；\n]|\s+(?:and|&|/)\s+", re.I)


def _fold(text: str) -> str:
    return "".join(unicodedata.normalize("NFKC", text).casefold().split())


def names_model(stated: str, model: str) -> bool:
    """Whether a labelled model field names this model, by itself or in a list."""
    wanted = _fold(model)
    return wanted in {_fold(stated), *(_fold(piece) for piece in _BETWEEN.split(stated))}


def mentions_model(text: str, model: str) -> bool:
    """Whether a description holds this model between blanks, brackets or commas."""
    words = re.escape(unicodedata.normalize("NFKC", model).casefold())
    flat = unicodedata.normalize("NFKC", text).casefold()
    return re.search(rf"(?<![^\s(,;:]){words}(?![^\s),;:])", flat) is not None
