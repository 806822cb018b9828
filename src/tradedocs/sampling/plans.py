"""The sampling plan of a lot: how many items are inspected, and how many nonconforming ones are too many."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from tradedocs.model.base import Fact
from tradedocs.model.terms import Level
from tradedocs.sampling.lots import code_letter
from tradedocs.sampling.series import AQLS, MOST_PERCENT, place_of
from tradedocs.sampling.standards import ISO_2859_1, Standard
from tradedocs.sampling.tables import Cell, State, cell, sample_size


class Plan(Fact):
    """One single sampling plan.

    Attributes:
        lot: items in the lot.
        aql: as the tables print it (`2.5`, `0.010`); `0` where not one nonconforming item is accepted.
        code_letter: of the lot at this level.
        letter: of the plan; another one where the table has an arrow at the code letter.
        sample_size: items to inspect; the whole lot where the plan asks for as many or more.
        accept: the lot is accepted up to this number found.
        reject: and not accepted from this number on. What lies between, which only the reduced plans of Z1.4 know,
            accepts the lot and ends reduced inspection.
        full_inspection: every item is inspected. The numbers still decide; whether all nonconforming items must be
            replaced as well is for the contract to say.
    """

    standard: str
    edition: str
    level: Level
    state: State
    lot: int
    aql: str
    code_letter: str
    letter: str
    sample_size: int
    accept: int
    reject: int
    full_inspection: bool

    @property
    def counts_items(self) -> bool:
        """Nonconforming items are counted (AQL in percent, up to 10); else nonconformities (per 100 items)."""
        return Decimal(self.aql) <= MOST_PERCENT


def plan(
    lot: int, level: Level, aql: Decimal, *, standard: Standard = ISO_2859_1, state: State = "normal"
) -> Plan:
    """The plan for one class of defects.

    AQL 0 is no AQL of the tables: the sample is that of the code letter, and none is accepted.

    Raises:
        UsageError: the lot has fewer than 2 items, or the tables have no such AQL.
    """
    letter = code_letter(lot, level)
    if aql == 0:
        return _plan(lot, level, "0", Cell(letter, sample_size(letter, state), 0, 1), standard, state)
    place = place_of(aql)
    return _plan(lot, level, AQLS[place], cell(standard.family, state, letter, place), standard, state)


def plans(
    lot: int,
    level: Level,
    aqls: Sequence[Decimal],
    *,
    standard: Standard = ISO_2859_1,
    state: State = "normal",
) -> tuple[Plan, ...]:
    """The plans for several classes of defects, in the order given.

    A class with AQL 0 is judged on the sample of the strictest of the other classes, with none accepted, so that the
    same items are inspected for both.

    Raises:
        UsageError: as for `plan`.
    """
    strictest = min((aql for aql in aqls if aql != 0), default=Decimal(0))
    found = {aql: plan(lot, level, aql, standard=standard, state=state) for aql in {*aqls, strictest}}
    found[Decimal(0)] = found[strictest].model_copy(update={"aql": "0", "accept": 0, "reject": 1})
    return tuple(found[aql] for aql in aqls)


def _plan(lot: int, level: Level, aql: str, found: Cell, standard: Standard, state: State) -> Plan:
    return Plan(
        standard=standard.name,
        edition=standard.edition,
        level=level,
        state=state,
        lot=lot,
        aql=aql,
        code_letter=code_letter(lot, level),
        letter=found.letter,
        sample_size=min(found.size, lot),
        accept=found.accept,
        reject=found.reject,
        full_inspection=found.size >= lot,
    )
