"""From the number found in the sample to the decision on the lot."""

from __future__ import annotations

from typing import Literal

from tradedocs.errors import UsageError
from tradedocs.sampling.plans import Plan
from tradedocs.ui import say

Decision = Literal["accepted", "accepted-then-normal", "not-accepted"]


def decide(plan: Plan, found: int) -> Decision:
    """Whether a lot is accepted with that many nonconforming items (above AQL 10: nonconformities) in its sample.

    `accepted-then-normal` is the gap between the numbers of a reduced plan of Z1.4: the lot is accepted, the next one
    is under normal inspection.

    Raises:
        UsageError: less than 0 were found, or more items than were inspected.
    """
    if found < 0 or (plan.counts_items and found > plan.sample_size):
        raise UsageError(
            say(
                "{found} nonconforming items cannot be found in a sample of {n}",
                found=found,
                n=plan.sample_size,
            ),
            way_out=say("Count each item once, however many defects it has."),
        )
    if found <= plan.accept:
        return "accepted"
    return "accepted-then-normal" if found < plan.reject else "not-accepted"
