"""A value lies between the guarantee and the limit of rejection of its price scale.

What: the adjustment is worked out: how far the value misses the guarantee, the steps that it started, the percentage of
the price and its cap. Where the contract holds the clause that says such a value does not stand in the way of the
release, this is a note and the verdict rests on the limit of rejection. Without that clause (a deal file, an adopted
contract) and for a critical characteristic the shipment is held. Beyond the limit of rejection it is outside-limit.

Why: bulk goods are sold with three zones; a cargo in the middle one is shipped and paid less.

Bad: `require: ">= 46.0 %"`, `reject: ">= 45.0 %"`, the report gives 45.7 %, and the contract does not say what follows.
Good: the contract's price scale of 1 % for each started 0.1 %, at most 5 %: the price of the cargo is reduced by 3 %.

Source: clause compensation.price-scale; CISG 50.
"""

from __future__ import annotations

from collections.abc import Iterator

from tradedocs.check.case import Case, Seen
from tradedocs.check.conceding import conceded_words
from tradedocs.check.outcome import Outcome
from tradedocs.check.unclear import specimen_words
from tradedocs.check.zones import ADJUSTED, ADJUSTMENT
from tradedocs.model.finding import Finding, Verdict
from tradedocs.ui import say

ID = "price-adjustment"
RESTS_ON: tuple[str, ...] = ("compensation.price-scale",)


def check(case: Case) -> Iterator[Finding]:
    """A note, HOLD, or what a concession says, for each value in the adjustment zone."""
    for item in case.examined:
        for seen in item.seen:
            if seen.comparison.reason not in (ADJUSTED, ADJUSTMENT):
                continue
            yield Finding(
                rule=ID,
                severity=_severity(seen),
                message=say("line {line}: {name}{specimen}: {words}", line=item.line.line,
                            name=item.characteristic.name, specimen=specimen_words(seen.result.specimen),
                            words=seen.comparison.words),
                way_out=_way_out(seen),
                places=(seen.place,),
                line=item.line.line,
                characteristic=item.characteristic.name,
                conceded=seen.conceded,
            )  # fmt: skip


def _severity(seen: Seen) -> Verdict:
    if seen.comparison.outcome is Outcome.MEETS:
        return Verdict.RELEASE
    return Verdict.HOLD if seen.conceded is None else Verdict.CONCESSION


def _way_out(seen: Seen) -> str:
    if seen.comparison.outcome is Outcome.MEETS:
        return _passing()
    return _agree() if seen.conceded is None else conceded_words(seen.conceded)


def _passing() -> str:
    return say("The price scale of the contract (clause compensation.price-scale) lets the goods be shipped: state the "
               "value and its reduction in the final invoice.")  # fmt: skip


def _agree() -> str:
    return say("Agree the reduction with the other side before shipment; the contract at hand does not say that such a "
               "value does not stop the release.")  # fmt: skip
