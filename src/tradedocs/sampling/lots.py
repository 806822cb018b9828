"""From lot size and inspection level to the code letter (ISO 2859-1 table 1, ANSI/ASQ Z1.4 table I)."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Mapping
from typing import get_args

from tradedocs.errors import UsageError
from tradedocs.model.amount import Quantity
from tradedocs.model.terms import Level
from tradedocs.sampling.series import LETTERS
from tradedocs.ui import say

LEVELS: tuple[Level, ...] = get_args(Level)
LARGEST = (8, 15, 25, 50, 90, 150, 280, 500, 1200, 3200, 10_000, 35_000, 150_000, 500_000)
"""The largest lot of each class but the last, which has no end."""
SMALLEST_LOT = 2

# How far a level's letter advances as the class of the lot does: level II by one letter a class, the special
# levels by a letter in two, three or four classes.
_ADVANCE: Mapping[Level, Callable[[int], int]] = {
    "S-1": lambda step: step // 4,
    "S-2": lambda step: step // 3,
    "S-3": lambda step: step // 2,
    "S-4": lambda step: 2 * step // 3,
    "I": lambda step: max(2 * step // 3, step - 2),
    "II": lambda step: step,
    "III": lambda step: step + 1,
}


def level_of(text: str) -> Level:
    """The inspection level that a text names; capitals do not matter.

    Raises:
        UsageError: there is no such level.
    """
    for level in LEVELS:
        if text.strip().upper() == level:
            return level
    raise UsageError(
        say("there is no inspection level {level!r}", level=text),
        way_out=say("The levels are {levels}.", levels=", ".join(LEVELS)),
    )


def code_letter(lot: int, level: Level) -> str:
    """The code letter of a lot of that many items.

    Raises:
        UsageError: the lot has fewer than 2 items, where the tables begin.
    """
    if lot < 1:
        raise UsageError(
            say("a lot of {lot} items cannot be inspected", lot=lot),
            way_out=say("Give the number of items in the lot."),
        )
    if lot < SMALLEST_LOT:
        raise UsageError(
            say("the tables begin at a lot of {least} items", least=SMALLEST_LOT),
            way_out=say("Inspect the one item; for a one-off lot agree ISO 2859-2."),
        )
    return LETTERS[_ADVANCE[level](bisect_left(LARGEST, lot))]


def items_in(quantity: Quantity) -> int | None:
    """How many items a lot of that quantity has; None where they are not counted (tons, litres)."""
    if not quantity.counted:
        return None
    try:
        number = quantity.converted("pcs")
    except ValueError:  # sets, pairs, cartons: each is an item
        number = quantity.number
    return int(number)
