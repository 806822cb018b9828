"""The annexes of a contract as facts: what each says, cell by cell, in the contract's languages."""

from __future__ import annotations

from typing import Literal

from tradedocs.model.base import Fact

AnnexKind = Literal["specification", "inspection-plan", "documents", "letter-of-credit", "claim-form"]
DefectClass = Literal["critical", "major", "minor"]

Texts = tuple[str, ...]
"""One text a language, in the order of the contract's languages; a single one where they do not differ."""


class PlannedClass(Fact):
    """The plan of one class of defects for one lot.

    `letters` is the code letter of the lot, and that of the plan where the table leads to another one. `whole` says
    that the sample is the whole lot.
    """

    defects: DefectClass
    aql: str
    letters: tuple[str, ...]
    sample_size: int
    accept: int
    reject: int
    whole: bool


class PlannedLot(Fact):
    """One goods line of one shipment, its number of items, and the plan of each class of defects."""

    shipment: int
    line: int
    lot: int
    classes: tuple[PlannedClass, ...]


class AnnexColumn(Fact):
    """A column of a table: its heading and its share of the width."""

    head: Texts
    share: int
    number: bool = False


class AnnexTable(Fact):
    """A table of an annex. In a form the last column is filled in by hand: it holds hints.

    `open` are the cells (row and column, from 0) whose value somebody has to confirm.
    """

    columns: tuple[AnnexColumn, ...]
    rows: tuple[tuple[Texts, ...], ...]
    title: Texts = ()
    form: bool = False
    open: tuple[tuple[int, int], ...] = ()


class Annex(Fact):
    """One annex. That of the specification has no tables here: they are made of the Spec."""

    number: int
    kind: AnnexKind
    title: Texts
    notes: tuple[Texts, ...] = ()
    tables: tuple[AnnexTable, ...] = ()
