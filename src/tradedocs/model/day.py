"""Calendar days as files spell them: ISO 8601, nothing else."""

from __future__ import annotations

import re
from datetime import date
from typing import Annotated, Any

from pydantic import BeforeValidator, WithJsonSchema

from tradedocs.ui import say

_ISO = re.compile(r"\d{4}-\d{2}-\d{2}")


def iso_day(text: str) -> date:
    """`2026-11-24` as a date.

    Raises:
        ValueError: another format, or no such day. `24/11/2026` could be two days, so only one form is read.
    """
    if _ISO.fullmatch(text) is None:
        raise ValueError(say("{text!r} is not a date; write year-month-day, such as 2026-11-24", text=text))
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise ValueError(say("{text} is no day of the calendar", text=text)) from error


def _read(value: Any) -> Any:
    return iso_day(value) if isinstance(value, str) else value


Day = Annotated[date, BeforeValidator(_read), WithJsonSchema({"type": "string", "format": "date"})]
