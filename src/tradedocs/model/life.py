"""The life of a contract after it is built: who attests its signature, and what amends it."""

from __future__ import annotations

from typing import Literal

from tradedocs.model.base import Fact
from tradedocs.model.day import Day
from tradedocs.model.text import Line

ScanRead = Literal["text", "ocr", "nothing"]
AttestationKind = Literal["signed", "adopted"]


class Compared(Fact):
    """What the scan of a signed copy was held against.

    Attributes:
        pages: of the scan.
        read: whether its words come from a text layer, from OCR, or could not be read.
        found, missing: the facts that were looked for, such as the contract's number and the parties' names.
        words: how much of the contract's words the scan shows, in percent; None where nothing was read.
    """

    pages: int
    read: ScanRead
    found: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    words: int | None = None

    @property
    def shown(self) -> bool:
        """Whether the scan itself shows that it is a copy of this contract."""
        return self.read != "nothing" and not self.missing


class Attestation(Fact):
    """A named person's word that a contract or addendum was signed, or that an adopted Spec is the contract's.

    `shown` says whether the scan itself shows the contract's number, parties and total; else it rests on the person
    alone. `addendum` is the number of the addendum that it is about; None for the contract.
    """

    kind: AttestationKind
    by: Line
    on: Day
    file_sha256: str
    copy_sha256: str
    shown: bool
    row: int
    addendum: int | None = None
