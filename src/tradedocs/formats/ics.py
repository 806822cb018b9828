"""The dates of a claim as a calendar file (RFC 5545): all-day events, each with an alarm two days before."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from tradedocs.model.claimview import Deadline

_FOLD = 75
_STAMP = "19700101T000000Z"
"""RFC 5545 asks for a time stamp; a fixed one keeps the file the same for the same dates."""


def calendar_file(claim: str, dates: Sequence[Deadline], sequence: int = 0) -> bytes:
    """The calendar of what is still due; the same claim and date keep their UID, so that a new file updates the old.

    `sequence` grows with what happens to the claim (its last row of the ledger): a calendar takes the higher one.
    """
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//tradedocs//claims//EN", "CALSCALE:GREGORIAN"]
    for one in dates:
        if one.state in ("due", "passed") and one.day is not None:
            lines += _event(claim, one, one.day, sequence)
    lines.append("END:VCALENDAR")
    return "".join(f"{folded}\r\n" for line in lines for folded in _folded(line)).encode()


def _event(claim: str, one: Deadline, day: date, sequence: int) -> Iterator[str]:
    yield "BEGIN:VEVENT"
    yield f"UID:{_escaped(claim)}.{one.key}@tradedocs.invalid"
    yield f"DTSTAMP:{_STAMP}"
    yield f"SEQUENCE:{sequence}"
    yield f"DTSTART;VALUE=DATE:{day:%Y%m%d}"
    yield f"DTEND;VALUE=DATE:{day + timedelta(days=1):%Y%m%d}"
    yield f"SUMMARY:{_escaped(f'{claim}: {one.what.en}')}"
    yield f"DESCRIPTION:{_escaped(f'{one.source}. {one.arithmetic}')}"
    yield "TRANSP:TRANSPARENT"
    yield from (
        "BEGIN:VALARM",
        "ACTION:DISPLAY",
        f"DESCRIPTION:{_escaped(one.what.en)}",
        "TRIGGER:-P2D",
        "END:VALARM",
    )
    yield "END:VEVENT"


def _escaped(text: str) -> str:
    plain = " ".join(text.split())
    return plain.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")


def _folded(line: str) -> Iterator[str]:
    """Lines of at most 75 octets; a character is never cut, and a continued line begins with a blank."""
    part, room = "", _FOLD
    for char in line:
        size = len(char.encode())
        if size > room:
            yield part
            part, room = " ", _FOLD - 1
        part += char
        room -= size
    yield part
