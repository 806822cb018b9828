"""The sampling standards that are known by name, each with its editions and the tables that it prints."""

from __future__ import annotations

import re
from typing import NamedTuple

from tradedocs.errors import UsageError
from tradedocs.model.base import Fact
from tradedocs.sampling.tables import Family
from tradedocs.ui import say


class Standard(Fact):
    """One edition of a sampling standard, and whose tables it holds; as text its name with the edition."""

    name: str
    edition: str
    family: Family
    mark: str

    def __str__(self) -> str:
        return f"{self.name}{self.mark}{self.edition}"


class _Known(NamedTuple):
    written: re.Pattern[str]
    name: str
    mark: str
    family: Family
    editions: tuple[str, ...]


# Newest edition first: it is meant where a text names none. GB/T 2828.1-2012 is identical to ISO 2859-1:1999; the
# 1989 edition of ISO 2859-1 is left out because its plans for reduced inspection are others.
_KNOWN = (
    _Known(
        re.compile(r"(?:ISO[ -]?)?2859-1(?:[:-](\d{4}))?", re.I), "ISO 2859-1", ":", "iso", ("2026", "1999")
    ),
    _Known(re.compile(r"GB/?T[ -]?2828\.1(?:[:-](\d{4}))?", re.I), "GB/T 2828.1", "-", "iso", ("2012",)),
    _Known(
        re.compile(r"(?:ANSI[ /]?)?(?:ASQC?[ -]?)?Z[ -]?1\.4(?:[:-](\d{4}))?(?: ?\(R ?\d{4}\))?", re.I),
        "ANSI/ASQ Z1.4", "-", "z1.4", ("2003",),
    ),
    _Known(re.compile(r"MIL-?STD-?105([A-Z])?", re.I), "MIL-STD-105", "", "z1.4", ("E",)),
)  # fmt: skip


def standard_of(text: str) -> Standard:
    """The standard and edition that a text names (`ISO2859-1`, `ISO 2859-1:1999`, `ANSI/ASQ Z1.4-2003 (R2018)`).

    Raises:
        UsageError: no table of that standard or edition is held here.
    """
    for known in _KNOWN:
        match = known.written.fullmatch(" ".join(text.split()))
        if match is not None:
            return _edition(known, (match[1] or known.editions[0]).upper())
    raise UsageError(
        say("no sampling tables of {text!r} are held", text=text),
        way_out=say("Standards held: {names}.", names=", ".join(known.name for known in _KNOWN)),
    )


def _edition(known: _Known, edition: str) -> Standard:
    if edition in known.editions:
        return Standard(name=known.name, edition=edition, family=known.family, mark=known.mark)
    raise UsageError(
        say("the tables of {name} in its edition {edition} are not held", name=known.name, edition=edition),
        way_out=say("Editions held: {editions}.", editions=", ".join(known.editions)),
    )


ISO_2859_1 = standard_of("ISO 2859-1")
Z1_4 = standard_of("Z1.4")
