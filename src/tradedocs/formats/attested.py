"""Whose word a verdict rests on, said as such."""

from __future__ import annotations

from tradedocs.formats.plain import plain
from tradedocs.model.life import Attestation
from tradedocs.ui import say


def attested(one: Attestation) -> str:
    """One sentence: what the person attests, and whether the copy itself shows it."""
    what = say("contract") if one.addendum is None else say("addendum {n}", n=one.addendum)
    facts = {"what": what, "by": plain(one.by), "on": one.on.isoformat(), "row": one.row}
    if one.kind == "adopted":
        return say("{what} on the other side's paper: that its terms are those of the deal is attested by {by}, "
                   "{on} (ledger row {row})", **facts)  # fmt: skip
    if one.shown:
        return say("{what} signed on {on}, attested by {by}; the scan shows its number, parties and total "
                   "(ledger row {row})", **facts)  # fmt: skip
    return say("{what} signed on {on}: this rests on the word of {by} alone, the scan does not show it "
               "(ledger row {row})", **facts)  # fmt: skip
