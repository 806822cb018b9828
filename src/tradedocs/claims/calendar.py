"""Counting days: a period from an event begins on the day after it; working days leave out Saturdays and Sundays."""

from __future__ import annotations

from datetime import date, timedelta

_SATURDAY = 5


def after(start: date, days: int) -> tuple[date, str]:
    """The last day of a period, and the sum in figures."""
    end = start + timedelta(days=days)
    return end, f"{start} + {days} days = {end}"


def working_days_after(start: date, days: int) -> tuple[date, str]:
    """The last of so many working days; public holidays are not known, and the sum says so."""
    end, left = start, days
    while left:
        end += timedelta(days=1)
        left -= end.weekday() < _SATURDAY
    return end, f"{start} + {days} working days (Monday to Friday) = {end}"


def years_after(start: date, years: int) -> tuple[date, str]:
    """The same day so many years later; 28 February where that year has no 29th."""
    try:
        end = start.replace(year=start.year + years)
    except ValueError:
        end = start.replace(year=start.year + years, day=28)
    return end, f"{start} + {years} years = {end}"
