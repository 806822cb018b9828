"""Counting days: a period from an event begins on the day after it; working days leave out Saturdays and Sundays.

Days are calendar days: a last day that falls on a weekend or a holiday is not moved, because the contract does not
move it. `event` is the name of the first day in the sum (`arrived 2026-03-02 + 30 days = 2026-04-01`).
"""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta

_SATURDAY = 5


def after(start: date, days: int, event: str = "") -> tuple[date, str]:
    """The last day of a period, and the sum in figures."""
    end = start + timedelta(days=days)
    return end, _sum(event, start, days, "day", end)


def working_days_after(start: date, days: int, event: str = "") -> tuple[date, str]:
    """The last of so many working days; public holidays are not known, and the sum says so."""
    end, left = start, days
    while left:
        end += timedelta(days=1)
        left -= end.weekday() < _SATURDAY
    head = f"{event} {start}".strip()
    return end, f"{head} + {days} working days (Monday to Friday, holidays not known) = {end}"


def months_after(start: date, months: int, event: str = "") -> tuple[date, str]:
    """The same day so many months later; the last of the month where that month has no such day."""
    end = _moved(start, months)
    return end, _sum(event, start, months, "month", end)


def years_after(start: date, years: int, event: str = "") -> tuple[date, str]:
    """The same day so many years later; 28 February where that year has no 29th."""
    end = _moved(start, 12 * years)
    return end, _sum(event, start, years, "year", end)


def _moved(start: date, months: int) -> date:
    year, month = divmod(start.year * 12 + start.month - 1 + months, 12)
    return date(year, month + 1, min(start.day, monthrange(year, month + 1)[1]))


def _sum(event: str, start: date, number: int, unit: str, end: date) -> str:
    return f"{event} {start} + {number} {unit}{'' if number == 1 else 's'} = {end}".strip()
