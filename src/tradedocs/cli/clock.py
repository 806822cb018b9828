"""The moment and the day that commands go by.

The day is the one where the user sits: who signs in Shanghai on the morning of the 3rd signs on the 3rd, whatever day
it is in Greenwich. The moment keeps its offset from UTC, so that the ledger tells the same instant everywhere.
"""

from __future__ import annotations

from datetime import date, datetime


def now() -> datetime:
    """The moment by the local clock, with its offset from UTC."""
    return datetime.now().astimezone()


def day_of(given: datetime | None) -> date:
    """The day that an option such as `--as-of` names; without it, today by the local clock."""
    return (given or now()).date()
