"""The order in which values are shown."""

from __future__ import annotations

from tradedocs.model.finding import Evidence, Verdict

_GRAVEST_FIRST = (Verdict.REJECT, Verdict.HOLD, Verdict.CONCESSION, Verdict.RELEASE)


def telling_first(evidence: tuple[Evidence, ...]) -> tuple[Evidence, ...]:
    """The values that decide come first; those of one kind stay in the report's order."""
    return tuple(sorted(evidence, key=lambda one: _GRAVEST_FIRST.index(one.verdict)))
