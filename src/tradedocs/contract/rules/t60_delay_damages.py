"""The cap of the damages for delay is not reached before the buyer may cancel.

What: rate per week times the weeks after which the buyer may cancel must come to the cap: 0.5 % × 10 weeks = 5 %.

Why: a cap that can never be reached is no cap, or the cancellation comes too early; one of the figures is wrong.

Bad: `late_delivery: {rate_per_week: 0.5 %, cap: 8 %, cancel_after_weeks: 10}`: 0.5 % × 10 = 5 %
Good: `late_delivery: {rate_per_week: 0.5 %, cap: 5 %, cancel_after_weeks: 10}`

Source: Chinese export form and ICC model sale (0.5 % a week, cap 5 %); PRC Civil Code Article 585. For an export
sale the parties may agree otherwise: there it is a warning.
"""

from __future__ import annotations

from collections.abc import Iterator

from tradedocs.contract.case import DealCase, told
from tradedocs.model.dealfinding import DealFinding
from tradedocs.ui import say

ID = "T60"
SUPPRESSIBLE = True
EXPORT = False


def judge(case: DealCase) -> Iterator[DealFinding]:
    """An error in a domestic sale, a warning in an export sale."""
    terms = case.deal.late_delivery
    reached = (terms.rate_per_week * terms.cancel_after_weeks).normalize()
    if reached < terms.cap:
        yield told(
            ID,
            "error" if case.deal.domestic else "warning",
            say(
                "{rate} % × {weeks} weeks = {reached} %, which never reaches the cap of {cap} %",
                rate=terms.rate_per_week,
                weeks=terms.cancel_after_weeks,
                reached=f"{reached:f}",
                cap=terms.cap,
            ),
            say("Lower the cap to {reached} %, or let the buyer cancel later.", reached=f"{reached:f}"),
            ("late_delivery", "cap"),
            ("late_delivery", "rate_per_week"),
            ("late_delivery", "cancel_after_weeks"),
        )
