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
from tradedocs.sampling.decision import Decision, decide
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
    done = steps(lots, level, aql, standard=standard, reduced_agreed=reduced_agreed)
    return done[-1].after if done else Situation()


class Step(Fact):
    """One lot of the series: the plan in force, the decision, and what holds after it.

    Attributes:
        counts: it counts for the switching; a lot presented again does not.
        reason: why the state changed or did not, in words.
    """

    number: int
    inspected: Inspected
    plan: Plan
    decision: Decision
    counts: bool
    after: Situation
    reason: str


def steps(
    lots: Sequence[Inspected],
    level: Level,
    aql: Decimal,
    *,
    standard: Standard = ISO_2859_1,
    reduced_agreed: bool = False,
) -> tuple[Step, ...]:
    """What `follow` goes through, lot by lot.

    Raises:
        UsageError: as for `follow`.
    """
    place_of(aql)
    now, done = Situation(), []
    for number, inspected in enumerate(lots, 1):
        if inspected.corrected and now.state == "stopped":
            now = Situation(state="tightened")
        if now.state == "stopped":
            raise UsageError(
                say("inspection was stopped before lot {number}", number=number),
                way_out=say("Mark the first lot after the supplier's proven correction as corrected."),
            )
        used = plan(inspected.lot, level, aql, standard=standard, state=now.state)
        counts = not inspected.resubmitted
        after = _next(now, used, inspected, standard, reduced_agreed) if counts else now
        decision = decide(used, inspected.found)
        reason = _reason(now, after, decision, inspected, standard, reduced_agreed)
        done.append(Step(number=number, inspected=inspected, plan=used, decision=decision, counts=counts,
                         after=after, reason=reason))  # fmt: skip
        now = after
    return tuple(done)


def _reason(
    before: Situation, after: Situation, decision: Decision, lot: Inspected, standard: Standard, agreed: bool
) -> str:
    if lot.resubmitted:
        return say("presented again: it does not count")
    if (before.state, after.state) != ("normal", "normal") and before.state != after.state:
        return _switched(before, after, decision, standard)
    if after.state == "tightened":
        return say("{n} of {of} accepted in a row, {refused} not accepted on tightened inspection", n=after.accepted,
                   of=_RECOVERED, refused=after.refused)  # fmt: skip
    if after.state == "reduced":
        return say("accepted, production steady")
    if standard.family != "iso":
        return say("{n} of {of} accepted in a row", n=after.accepted, of=_GOOD_LOTS)
    waits = after.score >= _GOOD_SCORE and not (agreed and lot.steady)
    wish = say("; reduced inspection needs steady production and the authority's word") if waits else ""
    return say("switching score {score} of {of}", score=after.score, of=_GOOD_SCORE) + wish


def _switched(before: Situation, after: Situation, decision: Decision, standard: Standard) -> str:
    if after.state == "tightened":
        return say("{n} of {of} lots or fewer in a row not accepted: tightened", n=_TOO_MANY, of=_WINDOW)
    if after.state == "stopped":
        return say("{n} lots not accepted on tightened inspection: stop until the supplier's correction is proven",
                   n=_HOPELESS)  # fmt: skip
    if after.state == "reduced":
        if standard.family == "iso":
            return say("switching score {n} reached, production steady, agreed: reduced", n=_GOOD_SCORE)
        return say("{n} lots accepted in a row, production steady, agreed: reduced", n=_GOOD_LOTS)
    if before.state == "tightened":
        return say("{n} lots accepted in a row: back to normal", n=_RECOVERED)
    if decision == "not-accepted":
        return say("not accepted on reduced inspection: back to normal")
    if decision == "accepted":
        return say("production not steady: back to normal")
    return say("accepted between the two numbers of the reduced plan: back to normal")


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
