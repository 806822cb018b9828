"""What of a Word file a comparison of its text does not see: files inside it, pictures, drawings."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from tradedocs.ui import say
from tradedocs.word.package import DOCUMENT
from tradedocs.word.xml import parse, w

_INSIDE = re.compile(r"word/(embeddings|activeX|charts|diagrams|afchunk[^/]*|ink|glossary)\b.*", re.I)
_PICTURE = re.compile(r"word/media/.+", re.I)


def uncompared(parts: Mapping[str, bytes]) -> tuple[str, ...]:
    """A sentence for each kind of thing that nobody has compared; none where there is nothing of the sort.

    Raises:
        RefusedInput: the document is not well-formed.
    """
    return tuple(_found(parts))


def _found(parts: Mapping[str, bytes]) -> Iterator[str]:
    inside = sorted(name for name in parts if _INSIDE.fullmatch(name))
    if inside:
        yield say("files inside it: {names}", names=", ".join(inside))
    pictures = sorted(name for name in parts if _PICTURE.fullmatch(name))
    if pictures:
        yield say("pictures: {names}", names=", ".join(pictures))
    root = parse(parts[DOCUMENT], DOCUMENT)
    chunks = sum(1 for _ in root.iter(w("altChunk"), w("subDoc")))
    if chunks:
        yield say("{n} documents that Word would take in when it opens the file", n=chunks)
