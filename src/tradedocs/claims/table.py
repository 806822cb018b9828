"""The decision table of the triage and the list of evidence: data that the legal team can read and change.

Each row names facts and the values that it asks of them; the first row whose facts all hold decides.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib import resources
from typing import Annotated, Literal, get_args

from pydantic import Field, model_validator

from tradedocs.errors import ToolError
from tradedocs.files import sha256_of
from tradedocs.model.base import Fact
from tradedocs.model.claim import Alleged, Bearer, Category, EvidenceKind, Severity
from tradedocs.model.shapes import LocalText
from tradedocs.ui import say
from tradedocs.yamlfile import parse

_ANSWERS = frozenset({"yes", "no", "unknown"})
VALUES: dict[str, frozenset[str]] = {
    **dict.fromkeys(
        (
            "unsafe",
            "usable",
            "packages_damaged",
            "receipt_reserved",
            "seal_intact",
            "meets_sample",
            "stored_properly",
            "altered",
            "same_kind",
            "spec_missed",
        ),
        _ANSWERS,
    ),
    "missing": frozenset({"yes", "no"}),
    "released": frozenset({"yes", "no", "unknown"}),
    "by_pieces": frozenset({"yes", "no"}),
    "in_spec": frozenset({"yes", "no"}),
    "risk": frozenset({"seller", "buyer"}),
    "lot": frozenset({"passes", "fails", "unknown"}),
    "share": frozenset({"above", "between", "within", "none", "unknown"}),
    "alleged": frozenset(get_args(Alleged)),
    "category": frozenset(get_args(Category)),
}
"""Every fact that a row may ask for, and the values that it can have."""
Values = Annotated[tuple[str, ...], Field(min_length=1)]


class _Row(Fact):
    id: str
    when: dict[str, Values]
    words: LocalText

    @model_validator(mode="after")
    def _known(self) -> _Row:
        for name, values in self.when.items():
            if name not in VALUES:
                raise ValueError(say("row {id}: there is no fact {name!r}", id=self.id, name=name))
            wrong = sorted(set(values) - VALUES[name])
            if wrong:
                raise ValueError(
                    say("row {id}: {name} is never {wrong}", id=self.id, name=name, wrong=", ".join(wrong))
                )
        return self

    def holds(self, facts: Mapping[str, str]) -> bool:
        """Whether every fact has a value that the row asks for."""
        return all(facts[name] in values for name, values in self.when.items())

    def open(self, facts: Mapping[str, str]) -> tuple[str, ...]:
        """The unknown facts that alone keep the row from holding; empty where another fact speaks against it."""
        short = [name for name, values in self.when.items() if facts[name] not in values]
        return tuple(short) if short and all(facts[name] == "unknown" for name in short) else ()


class CategoryRow(_Row):
    """One row that finds the category and who bears it; `ask` names facts that should still be asked for."""

    then: Category
    bearer: Bearer
    ask: tuple[str, ...] = ()


class SeverityRow(_Row):
    """One row that finds how grave it is."""

    then: Severity


class Table(Fact):
    """The whole table. No row may stand behind one that always holds before it."""

    version: Literal["1"]
    facts: dict[str, LocalText]
    categories: tuple[CategoryRow, ...]
    severities: tuple[SeverityRow, ...]

    @model_validator(mode="after")
    def _sound(self) -> Table:
        rows = (*self.categories, *self.severities)
        ids = [one.id for one in rows]
        if len(set(ids)) != len(ids):
            raise ValueError(say("two rows of the table have the same id"))
        for group in (self.categories, self.severities):
            for place, row in enumerate(group):
                for before in group[:place]:
                    if _covers(before, row):
                        raise ValueError(
                            say(
                                "row {id} can never decide: {before} holds whenever it does",
                                id=row.id,
                                before=before.id,
                            )
                        )
        asked = {name for one in self.categories for name in one.ask}
        if asked - self.facts.keys():
            raise ValueError(
                say("no question is written for {names}", names=", ".join(sorted(asked - self.facts.keys())))
            )
        return self


class Piece(Fact):
    """One kind of evidence: what, in which form, and why."""

    what: LocalText
    format: LocalText
    why: LocalText


class EvidenceList(Fact):
    """Which evidence each category needs, and each allegation beside it."""

    version: Literal["1"]
    pieces: dict[EvidenceKind, Piece]
    always: tuple[EvidenceKind, ...]
    categories: dict[Category, tuple[EvidenceKind, ...]]
    alleged: dict[Alleged, tuple[EvidenceKind, ...]]

    @model_validator(mode="after")
    def _described(self) -> EvidenceList:
        named = {
            *self.always,
            *(one for each in (*self.categories.values(), *self.alleged.values()) for one in each),
        }
        missing = named - self.pieces.keys()
        if missing:
            raise ValueError(say("evidence {names} is not described", names=", ".join(sorted(missing))))
        return self


def _covers(before: _Row, row: _Row) -> bool:
    return all(
        name in row.when and set(row.when[name]) <= set(values) for name, values in before.when.items()
    )


@cache
def table() -> tuple[Table, str]:
    """The decision table and the hash of its file."""
    text, digest = _packaged("triage.yaml")
    return parse(text, "triage.yaml", Table), digest


@cache
def evidence_list() -> EvidenceList:
    """The list of evidence."""
    return parse(_packaged("evidence.yaml")[0], "evidence.yaml", EvidenceList)


def _packaged(name: str) -> tuple[str, str]:
    try:
        data = (resources.files("tradedocs.claims") / "data" / name).read_bytes()
    except OSError:
        raise ToolError(
            say("{name} is missing from the program", name=name), way_out=say("Install the program again.")
        ) from None
    return data.decode(), sha256_of(data)
