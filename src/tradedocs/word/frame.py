"""Contracts from one frame: the document is worked out once, and for each further deal only its gaps are filled.

A frame is made by the ordinary way of building and is proved before it is used (`framing`); one that was proved is kept
in the cache, by all that it rests on. A contract whose frame is not proved, or one of whose values could change the
text around it, goes the ordinary way.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Hashable
from functools import cached_property, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from markupsafe import Markup

from tradedocs import cache
from tradedocs.files import read_bytes, sha256_of
from tradedocs.model.contract import Contract
from tradedocs.model.text import forbidden_character
from tradedocs.word.built import BuiltFile
from tradedocs.word.cover import facts_context
from tradedocs.word.form import Frame, filled
from tradedocs.word.keptframe import as_entry, from_entry
from tradedocs.word.leaves import gaps_of
from tradedocs.word.package import FILE_LIMIT
from tradedocs.word.text import normalised
from tradedocs.words.missing import MissingFact

if TYPE_CHECKING:
    from collections.abc import Sequence

_MOST_FRAMES = 32
_KIND = "frame"


class Frames:
    """The frames of one template; the ones used last are kept."""

    def __init__(self, template: Path) -> None:
        self._path = template
        self._known: dict[Hashable, Frame | None] = {}

    @cached_property
    def _sha256(self) -> str:
        return sha256_of(read_bytes(self._path, limit=FILE_LIMIT))

    def build(self, contract: Contract, *, deal_sha256: str) -> BuiltFile:
        """The same file as `build_file` makes.

        Raises:
            BuildError, UsageError: as `build_file` says.
        """
        if contract.open_points or contract.gaps_shown:
            return self._ordinary(contract, deal_sha256)
        try:
            values, kind = gaps_of(contract, facts_context(contract))
        except MissingFact:
            return self._ordinary(contract, deal_sha256)  # which tells what is missing
        if not all(map(_harmless, values)):
            return self._ordinary(contract, deal_sha256)
        frame = self._frame(kind)
        if frame is not None:
            return filled(frame, contract, values, deal_sha256)
        made = self._ordinary(contract, deal_sha256)
        if kind not in self._known:
            self._prove(kind, contract, values, made, deal_sha256)
        return made

    def _ordinary(self, contract: Contract, deal_sha256: str) -> BuiltFile:
        from tradedocs.word.build import build_file  # which loads docxtpl, that a filled frame needs not

        return build_file(contract, self._path, deal_sha256=deal_sha256)

    def _frame(self, kind: Hashable) -> Frame | None:
        """The frame, if it is known or was kept."""
        if kind not in self._known and (entry := cache.kept(_KIND, self._key(kind))) is not None:
            frame = from_entry(entry)
            if frame is not None and frame.template_sha256 == self._sha256:
                self._remember(kind, frame)
        return self._known.get(kind)

    def _prove(
        self, kind: Hashable, contract: Contract, values: Sequence[str], made: BuiltFile, deal_sha256: str
    ) -> None:
        from tradedocs.word.framing import proved
        from tradedocs.word.template import load_template

        template = load_template(self._path)
        frame = proved(contract, template, values, made, deal_sha256)
        self._remember(kind, frame)
        if frame is not None and template.sha256 == self._sha256:
            entry = as_entry(frame)
            cache.keep(_KIND, self._key(kind), entry.facts, entry.data)

    def _remember(self, kind: Hashable, frame: Frame | None) -> None:
        while len(self._known) >= _MOST_FRAMES:
            del self._known[next(iter(self._known))]
        self._known[kind] = frame

    def _key(self, kind: Hashable) -> str:
        # Plain tuples, texts and numbers, and frozen facts, which all spell themselves out in full.
        return cache.key_of(self._sha256, repr(kind))


@lru_cache(maxsize=2_048, typed=True)  # the deals of a batch share most of their values
def _harmless(value: str) -> bool:
    """Whether a value leaves the text around it as it is: no blank in it is folded away, and it is no mark."""
    if isinstance(value, Markup):
        return True  # made by this program
    if forbidden_character(value) is not None:
        return False  # the ordinary way tells of it
    kept = len(normalised(value)) == len(value)
    return kept and "Qz" not in value and not unicodedata.combining(value[0])
