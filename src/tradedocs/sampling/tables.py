"""The single sampling tables, generated: code letter and AQL → sample size, acceptance and rejection number.

The sum of the places of letter and AQL in their series names a diagonal, and a diagonal holds one plan: the first
accepts none, and a few diagonals on the acceptance numbers begin to climb. A cell between or beyond them holds an
arrow, which leads along the column of the AQL to the first letter with a plan; where the table ends before one is
found, to the first in the other direction. Letter, sample size and numbers are then those of the plan found.

Source: ISO 2859-1:1999 tables 2-A, 2-B, 2-C (unchanged in 2026), MIL-STD-105E tables II-A, II-B, II-C.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from typing import Literal, NamedTuple

from tradedocs.sampling.series import AQLS, LETTERS, SIZES

State = Literal["normal", "tightened", "reduced"]
Family = Literal["iso", "z1.4"]
Numbers = tuple[int, int]

_LONGEST = (25, 26)  # diagonals that only small samples have: many nonconformities per item
_LAST_SMALL = LETTERS.index("E")
_REDUCED_BY = 2  # letters that the samples of reduced inspection are smaller by; never below the first


class Cell(NamedTuple):
    """The plan that stands at one place of a table, after following the arrow."""

    letter: str
    size: int
    accept: int
    reject: int


class Table(NamedTuple):
    """What generates one table.

    Attributes:
        diagonals: sum of the places → acceptance and rejection number.
        upward: sums between "accept none" and "accept one" whose arrow points up; all others there point down.
        shared: how many of the first letters take the acceptance numbers of the normal plan of 2 items, because their
            own samples are no larger than that.
        shared_zero: those letters also share the plan that accepts none.
        letters: how many rows there are; 17 with letter S.
        first_zero: the first letter that has a plan accepting none.
    """

    diagonals: Mapping[int, Numbers]
    upward: frozenset[int] = frozenset()
    shared: int = 0
    shared_zero: bool = False
    letters: int = len(LETTERS) - 1
    first_zero: int = 0


def _climb(zero: int, one: int, accepts: Sequence[int], gaps: Sequence[int] = ()) -> dict[int, Numbers]:
    """The plan 0/1 on diagonal `zero`, then `accepts` from diagonal `one`; Re is Ac + 1 or Ac + gap."""
    steps = zip(accepts, gaps or [1] * len(accepts), strict=True)
    climbing = {one + k: (accept, accept + gap) for k, (accept, gap) in enumerate(steps)}
    return {zero: (0, 1), **climbing}


_NORMAL = Table(_climb(14, 17, (1, 2, 3, 5, 7, 10, 14, 21, 30, 44)), upward=frozenset({15}))
_TIGHTENED = Table(_climb(15, 18, (1, 2, 3, 5, 8, 12, 18, 27, 41)), letters=len(LETTERS))
_REDUCED = Table(_climb(14, 18, (1, 2, 3, 5, 6, 8, 10, 14, 21)), upward=frozenset({15}), shared=2)
_REDUCED_WITH_GAP = Table(
    _climb(14, 17, (0, 1, 1, 2, 3, 5, 7, 10, 14, 21), (2, 2, 3, 3, 3, 3, 3, 3, 3, 3)),
    upward=frozenset({15}), shared=3, shared_zero=True,
)  # fmt: skip

_TABLES: Mapping[tuple[Family, State], Table] = {
    ("iso", "normal"): _NORMAL,
    ("iso", "tightened"): _TIGHTENED,
    ("iso", "reduced"): _REDUCED,
    ("z1.4", "normal"): _NORMAL,
    # MIL-STD-105E table II-B has an arrow for letter A at AQL 10, where ISO has 0/1.
    ("z1.4", "tightened"): _TIGHTENED._replace(first_zero=1),
    ("z1.4", "reduced"): _REDUCED_WITH_GAP,
}


def sample_size(letter: str, state: State) -> int:
    """The sample size that belongs to a code letter, whatever the AQL."""
    return SIZES[max(LETTERS.index(letter) - (_REDUCED_BY if state == "reduced" else 0), 0)]


@cache
def cell(family: Family, state: State, letter: str, aql: int) -> Cell:
    """The plan for a code letter at the AQL of that place in the series, its arrow followed."""
    table = _TABLES[family, state]
    start = LETTERS.index(letter)
    way = _arrow(table, start + aql)
    for row in (*_rows(table, start, way), *_rows(table, start, -way)):
        numbers = _own(table, row, aql)
        if numbers is not None:
            return Cell(LETTERS[row], sample_size(LETTERS[row], state), *numbers)
    raise AssertionError(f"the column of AQL {AQLS[aql]} holds no plan")


def _own(table: Table, row: int, aql: int) -> Numbers | None:
    """The numbers that stand in the cell itself; None for an arrow."""
    diagonal, zero = row + aql, min(table.diagonals)
    if row < table.shared:
        if (accept := _NORMAL.diagonals.get(aql, (0, 0))[0]) > 0:
            return accept, max(table.diagonals.get(diagonal, (0, 0))[1], accept + 1)
        if table.shared_zero and zero - table.shared < aql < zero - row:
            return 0, 1
    if (diagonal in _LONGEST and row > _LAST_SMALL) or (diagonal == zero and row < table.first_zero):
        return None
    return table.diagonals.get(diagonal)


def _arrow(table: Table, diagonal: int) -> int:
    """+1 for down (larger samples), -1 for up."""
    return -1 if diagonal in table.upward or diagonal >= min(_LONGEST) else 1


def _rows(table: Table, start: int, way: int) -> range:
    return range(start, table.letters if way > 0 else -1, way)
