"""What must be presented under a credit, and by when.

Sources: UCP 600 articles 6(d), 14(c), 14(i), 17, 18 to 28 and 29(a); ISBP 821.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from tradedocs.credit.kinds import TRANSPORT, kind_of
from tradedocs.model.credit import Credit, CreditItem, Due
from tradedocs.ui import say

_COUNTS = {
    "ONE": 1,
    "TWO": 2,
    "THREE": 3,
    "FOUR": 4,
    "FIVE": 5,
    "SIX": 6,
    "DUPLICATE": 2,
    "TRIPLICATE": 3,
    "QUADRUPLICATE": 4,
    "QUINTUPLICATE": 5,
}
_NUMBER = r"(\d{1,2}|ONE|TWO|THREE|FOUR|FIVE|SIX)"
_ORIGINALS = re.compile(
    rf"{_NUMBER}(?:\s*\(\s*\d+\s*\))?\s*ORIGINALS?|IN\s+{_NUMBER}\s+(?:ORIGINALS?|FOLDS?|COPIES)"
    r"|IN\s+(DUPLICATE|TRIPLICATE|QUADRUPLICATE|QUINTUPLICATE)|(\d)\s?/\s?\d\s+(?:SET|ORIGINAL)"
)
_COPIES = re.compile(rf"{_NUMBER}(?:\s*\(\s*\d+\s*\))?\s*COP(?:Y|IES)")
_FULL_SET = re.compile(r"FULL SET")
_ISSUER = re.compile(
    r"\bISSUED (?:AND SIGNED )?BY\s+(.{3,70}?)(?:,|\.|;| CERTIFYING| STATING| SHOWING| EVIDENCING| INDICATING"
    r"| IN \d| AT | DATED|$)"
)


@dataclass(frozen=True)
class Calendar:
    """The days of a presentation.

    Attributes:
        shipped: the day of shipment that was counted from.
        assumed: whether it is the latest day that the credit allows, because none was given.
        days: for presentation; None where the credit says neither days nor a latest shipment.
        last: the last day of presentation: shipment and days, but never after the expiry.
        expiry: of the credit.
    """

    shipped: date | None
    assumed: bool
    days: int
    last: date | None
    expiry: date | None


def calendar_of(credit: Credit, shipped: date | None) -> Calendar:
    """The last day on which documents may be presented: UCP 600 articles 6(d) and 14(c)."""
    assumed = shipped is None
    day = shipped or credit.latest or credit.expiry
    days = 21 if credit.days is None else credit.days
    after = day + timedelta(days=days) if day else None
    ends = [one for one in (after, credit.expiry) if one is not None]
    return Calendar(day, assumed, days, min(ends, default=None), credit.expiry)


def presented(credit: Credit, calendar: Calendar) -> Iterator[Due]:
    """One row for each point of field 46A."""
    for item in credit.documents:
        kind = kind_of(item.readings)
        yield Due(
            number=item.number,
            words=item.text,
            document=kind,
            originals=_count(_ORIGINALS, item),
            copies=_count(_COPIES, item),
            issuer=next(
                (match[1].strip() for text in item.readings if (match := _ISSUER.search(text))), None
            ),
            by=_by(kind, calendar),
            remarks=tuple(_remarks(kind, item, credit)),
        )


def _count(pattern: re.Pattern[str], item: CreditItem) -> int | None:
    for text in item.readings:
        match = pattern.search(text)
        if match is not None:
            word = next(group for group in match.groups() if group)
            return _COUNTS.get(word) or (int(word) if word.isdecimal() else None)
    return None


def _by(kind: str, calendar: Calendar) -> date | None:
    """No document may be dated after its presentation; transport, insurance and inspection ones not after shipment."""
    if kind in TRANSPORT or kind in ("insurance", "inspection-certificate"):
        return calendar.shipped
    return calendar.last


def _remarks(kind: str, item: CreditItem, credit: Credit) -> Iterator[str]:
    if kind == "inspection-certificate":
        yield say("dated not after shipment: it must show an inspection before shipment")
        if not any(_ISSUER.search(text) for text in item.readings):
            yield say(
                "no issuer is named: any issuer but the beneficiary will do for the bank (article 14(f))"
            )
    elif kind == "insurance":
        yield say(
            "dated not after shipment, in the credit's currency, at least 110 % of the CIF or CIP value (article 28)"
        )
    elif kind == "invoice":
        yield say(
            "goods in the credit's words, currency of the credit, made out to the applicant (article 18)"
        )
    elif kind == "bill-of-lading":
        yield say("clean, on board with a date, ports as in the credit (articles 20, 27)")
        if any(_FULL_SET.search(text) for text in item.readings):
            yield say("the full set: every original that was issued")
    elif kind == "beneficiary-certificate":
        yield say("signed and dated by you, in the credit's words")
    elif kind == "other":
        yield say(
            "a document without rules of its own: its content must appear to fulfil its function (article 14(f))"
        )
