"""Where the values are printed that somebody has to confirm.

Nobody keeps a list of what prints what. The deal is filled in once more with another value at the key in question;
what then reads otherwise rests on it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from tradedocs.contract.annexes import annexes_of
from tradedocs.contract.fill import Filled, fill
from tradedocs.model.annex import Annex, AnnexTable
from tradedocs.model.clause import Clause, Language
from tradedocs.model.contract import Segment
from tradedocs.model.deal import Deal
from tradedocs.model.keys import altered
from tradedocs.words.missing import gaps_shown


class Worded(NamedTuple):
    """The filled clauses, in the order of the articles, and the annexes."""

    filled: tuple[tuple[Filled, ...], ...]
    annexes: tuple[Annex, ...]


def open_in(deal: Deal, clauses: Sequence[Clause], languages: tuple[Language, ...], worded: Worded) -> Worded:
    """Mark what rests on a key that the deal lists under `confirm`."""
    for point in deal.confirm:
        other = altered(deal, deal.steps(point.key))
        if other == deal:
            continue
        with gaps_shown():  # the changed deal need not be complete
            refilled = [fill(clause, other, languages, []) for clause in clauses]
            reworded = {annex.kind: annex for annex in annexes_of(other, languages)}
        worded = Worded(
            tuple(_clause(mine, theirs) for mine, theirs in zip(worded.filled, refilled, strict=True)),
            tuple(_annex(annex, reworded.get(annex.kind, annex)) for annex in worded.annexes),
        )
    return worded


def _clause(mine: tuple[Filled, ...], theirs: tuple[Filled, ...]) -> tuple[Filled, ...]:
    marked = tuple(
        replace(one, en=_segments(one.en, other.en), zh=_segments(one.zh, other.zh))
        for one, other in zip(mine, theirs, strict=False)
    )
    return (*marked, *mine[len(marked) :])


def _segments(mine: tuple[Segment, ...], theirs: tuple[Segment, ...]) -> tuple[Segment, ...]:
    marked = tuple(
        one.model_copy(update={"open": True}) if one.kind == "value" and one.text != other.text else one
        for one, other in zip(mine, theirs, strict=False)
    )
    return (*marked, *mine[len(marked) :])


def _annex(mine: Annex, theirs: Annex) -> Annex:
    tables = tuple(_table(one, other) for one, other in zip(mine.tables, theirs.tables, strict=False))
    return mine.model_copy(update={"tables": (*tables, *mine.tables[len(tables) :])})


def _table(mine: AnnexTable, theirs: AnnexTable) -> AnnexTable:
    if mine.columns != theirs.columns:
        return mine
    changed = {
        (row, column)
        for row, (cells, others) in enumerate(zip(mine.rows, theirs.rows, strict=False))
        for column, (cell, other) in enumerate(zip(cells, others, strict=False))
        if cell != other
    }
    return mine.model_copy(update={"open": tuple(sorted({*mine.open, *changed}))})
