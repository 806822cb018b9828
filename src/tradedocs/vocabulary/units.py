"""Tell a printed unit from another word."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from tradedocs.vocabulary.packaged import packaged

_HEAD = re.compile(
    r"(?P<before>.*?)[\s:]*[\(（\[](?:unit|units|单位|단위|in)?[\s:]*(?P<unit>[^()（）\[\]]+?)[\)）\]](?P<after>.*)",
    re.I | re.S,
)


@lru_cache(maxsize=20_000)
def unit_key(text: str) -> str:
    """A unit without case, blanks, compatibility forms and differing minus or multiplication signs."""
    flat = unicodedata.normalize("NFKC", text).casefold().replace("−", "-").replace("⋅", "·")
    return "".join(flat.split())


@lru_cache(maxsize=1)
def _known() -> frozenset[str]:
    content = packaged("units")
    return frozenset(unit_key(str(unit)) for unit in content["unit"])


@lru_cache(maxsize=20_000)
def is_unit(text: str) -> bool:
    """Whether the whole text is a known unit."""
    return unit_key(text) in _known()


@lru_cache(maxsize=20_000)
def unit_in_heading(heading: str) -> tuple[str, str | None]:
    """A column heading without its unit, and the unit: `MDL (mg/kg)`, `Result %`, `Unit (ppm)`."""
    match = _HEAD.fullmatch(heading)
    if match and is_unit(match["unit"]) and not re.search(r"\w\((?:s|es)\)", heading):
        return _tidy(f"{match['before']} {match['after']}"), match["unit"].strip()
    words = heading.split()
    for size in (3, 2, 1):
        tail = " ".join(words[-size:])
        if len(words) > size and _is_sure_unit(tail):
            return _tidy(" ".join(words[:-size])), tail
    if len(words) <= 3 and _is_sure_unit(heading):
        return "", heading.strip()
    return heading, None


def _is_sure_unit(text: str) -> bool:
    """A unit that is no common word or single letter as well."""
    return is_unit(text) and (
        not text.strip().isalpha() or text.casefold() in ("ppm", "ppb", "mm", "mpa", "cfu/g", "kg")
    )


def _tidy(text: str) -> str:
    return re.sub(r"\bunits?\b\s*$", "", " ".join(text.split()), flags=re.I).strip(" ,:-")
