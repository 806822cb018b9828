"""A person's word that settles a finding which holds a shipment."""

from __future__ import annotations

from typing import Literal

from tradedocs.model.base import Fact
from tradedocs.model.day import Day
from tradedocs.model.text import Line

Settled = Literal["word", "page", "value"]
"""What a person must give: a reason; a reason and that they looked at the page; also what stands there."""


class Resolution(Fact):
    """One row of the ledger: who resolved which finding, why, and what they saw.

    `value` is what the person read on the page: a further witness, which the check holds against the contract.
    `withdrawn`: somebody took it back; its value still counts against another one.
    """

    finding: str
    rule: str
    by: Line
    reason: Line
    crop_seen: bool = False
    value: Line | None = None
    on: Day
    row: int
    withdrawn: bool = False
