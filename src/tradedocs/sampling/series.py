"""The preferred numbers that the tables are built on, with their places in the series.

Both series have five steps to the decade, so sample size × AQL is constant along a diagonal of the tables. What a
cell holds depends on nothing but the sum of its two places.
"""

from __future__ import annotations

import re
from decimal import ROUND_HALF_UP, Decimal
from itertools import pairwise

from tradedocs.errors import UsageError
from tradedocs.ui import say

LETTERS = tuple("ABCDEFGHJKLMNPQRS")
"""The code letters: I and O are skipped; S is a row of the tightened table only, no lot leads to it."""

_AQL_STEPS = ("1.0", "1.5", "2.5", "4.0", "6.5")
_SIZE_STEPS = ("2", "3.15", "5", "8", "12.5")
_WRITTEN = re.compile(r"[0-9]+(\.[0-9]+)?", re.ASCII)
MOST_PERCENT = Decimal(10)
"""Up to this AQL nonconforming items are counted, in percent; above it nonconformities per 100 items."""


def _aql(place: int) -> str:
    decade, step = divmod(place, 5)
    return f"{Decimal(_AQL_STEPS[step]).scaleb(decade - 2):f}"


def _size(place: int) -> int:
    decade, step = divmod(place, 5)
    return int(Decimal(_SIZE_STEPS[step]).scaleb(decade).quantize(Decimal(1), ROUND_HALF_UP))


AQLS = tuple(_aql(place) for place in range(26))
"""The AQLs as the tables print them: 0.010 to 1000."""

SIZES = tuple(_size(place) for place in range(len(LETTERS)))
"""The sample sizes of the letters in the tables for normal and tightened inspection: 2 to 3150."""

_PLACES = {Decimal(aql): place for place, aql in enumerate(AQLS)}


def aql_of(text: str) -> Decimal:
    """An AQL as somebody wrote it: digits, with a decimal point or without.

    Raises:
        UsageError: it is no such number (`2,5`, `2.5 %`, `-1`).
    """
    if not _WRITTEN.fullmatch(text.strip()):
        raise UsageError(
            say("{text!r} is no AQL", text=text),
            way_out=say(
                "Write it as a plain number with a decimal point: 2.5. Several are parted by commas."
            ),
        )
    return Decimal(text.strip())


def place_of(aql: Decimal) -> int:
    """The place of an AQL in the series: 0 for 0.010, 25 for 1000.

    Raises:
        UsageError: the tables have no such AQL; the message names the neighbours.
    """
    if aql in _PLACES:
        return _PLACES[aql]
    raise UsageError(
        say("the tables have no AQL {aql}", aql=f"{aql:f}"),
        way_out=_neighbours(aql),
    )


def _neighbours(aql: Decimal) -> str:
    for low, high in pairwise(AQLS):
        if Decimal(low) < aql < Decimal(high):
            return say("Its neighbours are {low} and {high}.", low=low, high=high)
    if aql < Decimal(AQLS[0]):
        return say("The smallest is {aql}; 0 stands for: not one is accepted.", aql=AQLS[0])
    return say("The largest is {aql}.", aql=AQLS[-1])
