"""Switching between normal, tightened and reduced inspection over a series of lots of one process.

Source: ISO 2859-1:1999 clause 9.3, and the switching procedures of ANSI/ASQ Z1.4-2003. One-off
trade orders stay on normal inspection.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Literal

from tradedocs.errors import UsageError
from tradedocs.model.base import Fact
from tradedocs.model.terms import Level
from tradedocs.sampling.decision import decide
from tradedocs.sampling.plans import Plan, plan
from tradedocs.sampling.series import place_of
from tradedocs.sampling.standards import ISO_2859_1, Standard
from tradedocs.sampling.tables import State, cell
from tradedocs.ui import say

_WINDOW, _TOO_MANY = 5, 2  # two lots of five not accepted: tightened
_RECOVERED = 5  # consecutive lots accepted on tightened inspection: normal
_HOPELESS = 5  # lots not accepted while on tightened inspection: stop
_GOOD_SCORE = 30  # ISO 2859-1: reduced
_GOOD_LOTS = 10  # Z1.4: reduced


class Inspected(Fact):
    """One lot that was inspected, in the order of time.

    Attributes:
        lot: items in the lot.
        found: nonconforming items in the sample of the plan that was in force.
        resubmitted: presented again after it was not accepted; such lots never count.
        steady: production runs without interruption or irregularity.
        corrected: before this lot the supplier proved his correction, after inspection had been stopped.
    """

    lot: int
    found: int
    resubmitted: bool = False
    steady: bool = True
    corrected: bool = False


class Situation(Fact):
    """What holds for the next lot.

    Attributes:
        state: how the next lot is inspected; `stopped` when none is accepted before a proven correction.
        score: switching score of ISO 2859-1 on normal inspection, else 0.
        refused: lots not accepted since tightened inspection began.
        recent: whether the last lots in this state were accepted.
    """

    state: State | Literal["stopped"] = "normal"
    score: int = 0
    refused: int = 0
    recent: tuple[bool, ...] = ()

    @property
    def accepted(self) -> int:
        """How many lots in a row were accepted in this state, as far back as it matters."""
        return next((k for k, yes in enumerate(reversed(self.recent)) if not yes), len(self.recent))


def follow(
    lots: Sequence[Inspected],
    level: Level,
    aql: Decimal,
    *,
    standard: Standard = ISO_2859_1,
    reduced_agreed: bool = False,
) -> Situation:
    """What the rules call for after those lots, the first of which was inspected normally.

    Args:
        lots: in the order of time; each `found` counts what the plan in force at that lot turned up.
        level: inspection level.
        aql: of the class of defects that is followed.
        standard: whose rules and tables.
        reduced_agreed: the responsible authority wants reduced inspection when the rules allow it.

    Raises:
        UsageError: the tables have no such AQL, a lot follows a stop without a proven correction, or cannot have been
            inspected so.
    """
    place_of(aql)
    now = Situation()
    for number, inspected in enumerate(lots, 1):
        if inspected.corrected and now.state == "stopped":
            now = Situation(state="tightened")
        if now.state == "stopped":
            raise UsageError(
                say("inspection was stopped before lot {number}", number=number),
                way_out=say("Mark the first lot after the supplier's proven correction as corrected."),
            )
        used = plan(inspected.lot, level, aql, standard=standard, state=now.state)
        if not inspected.resubmitted:
            now = _next(now, used, inspected, standard, reduced_agreed)
    return now


def _next(now: Situation, used: Plan, lot: Inspected, standard: Standard, agreed: bool) -> Situation:
    decision = decide(used, lot.found)
    recent = (*now.recent, decision != "not-accepted")[-_GOOD_LOTS:]
    if used.state == "tightened":
        return _after_tightened(now.model_copy(update={"recent": recent}))
    if used.state == "reduced":
        return now if decision == "accepted" and lot.steady else Situation()
    score = _score(now.score, used, lot.found, standard) if standard.family == "iso" else 0
    after = Situation(recent=recent, score=score)
    if recent[-_WINDOW:].count(False) >= _TOO_MANY:
        return Situation(state="tightened")
    good = score >= _GOOD_SCORE if standard.family == "iso" else after.accepted >= _GOOD_LOTS
    return Situation(state="reduced") if good and agreed and lot.steady else after


def _after_tightened(now: Situation) -> Situation:
    refused = now.refused + (not now.recent[-1])
    if refused >= _HOPELESS:
        return Situation(state="stopped", refused=refused)
    return Situation() if now.accepted >= _RECOVERED else now.model_copy(update={"refused": refused})


def _score(score: int, used: Plan, found: int, standard: Standard) -> int:
    """The switching score after a lot on normal inspection (ISO 2859-1, single sampling)."""
    if used.accept < 2:
        return score + 2 if found <= used.accept else 0
    tighter = cell(standard.family, "normal", used.letter, place_of(Decimal(used.aql)) - 1)
    return score + 3 if found <= tighter.accept else 0
