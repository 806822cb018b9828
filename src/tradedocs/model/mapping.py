"""A name that an issuer uses for a characteristic, as a person confirmed it."""

from __future__ import annotations

from tradedocs.model.base import Fact
from tradedocs.model.day import Day
from tradedocs.model.text import Line


class NameMapping(Fact):
    """In reports of `issuer`, `parameter` is what contracts call `characteristic`; who says so, and since when.

    `row` is the row of the ledger in which it was confirmed.
    """

    parameter: Line
    characteristic: Line
    issuer: Line
    contract_no: Line
    by: Line
    on: Day
    row: int


class Mappings(Fact):
    """The file `mappings.yaml` of a workspace."""

    names: tuple[NameMapping, ...] = ()
