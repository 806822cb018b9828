"""How the contract decides on a measured value: its decision rule and its rounding, for one characteristic."""

from __future__ import annotations

from dataclasses import dataclass

from tradedocs.model.goods import Characteristic
from tradedocs.model.spec import SpecInspection
from tradedocs.model.terms import Decision, Rounding


@dataclass(frozen=True)
class Judging:
    """The rule of decision (None: the contract states none) and of rounding."""

    decision: Decision | None = None
    rounding: Rounding = "full-value"


AS_REPORTED = Judging()
"""The strict way: exact comparison of what is printed, and no word on uncertainty."""


def judging_of(inspection: SpecInspection, characteristic: Characteristic) -> Judging:
    """The contract's rules for this characteristic: a guard band holds for the classes that it is agreed for."""
    guarded = characteristic.characteristic_class in inspection.guarded
    bare = inspection.decision == "guard-band" and not guarded
    return Judging("simple" if bare else inspection.decision, inspection.rounding)
