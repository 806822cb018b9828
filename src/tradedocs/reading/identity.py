"""What ties a report to a deal and to goods beside its header: numbers, parties, places, and its other dates."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from tradedocs.model.report import Dates, Identity, Stated, StatedDate
from tradedocs.reading.choice import SEVERAL, modelled, named, numbered, of_kind
from tradedocs.reading.dates import Order, ReadDate, dates_in
from tradedocs.reading.labels import Found

_CONTAINER = re.compile(r"\b[A-Z]{4}[ -]?\d{6}[ -/]?\d\b")


def identity_of(found: Sequence[Found]) -> Identity:
    """The numbers and names that stand with their labels.

    Where no label says contract, an order's number stands for it; where none says seller, the manufacturer does.
    """
    manufacturer = named(found, "manufacturer")
    return Identity(
        contract_no=numbered(found, "contract_no", "order_no"),
        seller=named(found, "seller") or manufacturer,
        buyer=named(found, "buyer"),
        model=modelled(found),
        order_no=numbered(found, "order_no"),
        manufacturer=manufacturer,
        sample_no=numbered(found, "sample_no", least=5),
        job_no=numbered(found, "job_no"),
        container_no=_container(found),
        seal_no=numbered(found, "seal_no", least=3),
        place_of_inspection=named(found, "place"),
    )


def _container(found: Sequence[Found]) -> Stated | None:
    """A container's number: four letters and seven figures, with or without blanks and hyphens, as printed."""
    told = [
        (item, numbers)
        for item in of_kind(found, "container_no")
        if (numbers := _CONTAINER.findall(item.rest))
    ]
    if not told:
        return None
    item, numbers = told[0]
    distinct = {re.sub(r"\W", "", number) for _, each in told for number in each}
    return Stated(text=numbers[0], place=item.place, doubt=(SEVERAL,) if len(distinct) > 1 else ())


def dates_of(found: Sequence[Found], order: Order) -> Dates:
    """The dates beside the issue date, each by its label; a period of tests has a first and a last day."""
    periods = [
        (item, dates)
        for item in of_kind(found, "tested")
        if (dates := dates_in(item.rest or item.text, order))
    ]
    stretch = next(([(item, dates)] for item, dates in periods if len(dates) > 1), periods)
    ends = sorted(
        ((item, date) for item, dates in stretch for date in (dates[0], dates[-1])),
        key=lambda end: end[1].value,
    )
    begun = _first(_each(found, "tested_from", order)) or _first(ends[:1])
    ended = _first(_each(found, "tested_to", order)) or _first(ends[-1:])
    return Dates(
        sampled=_first(_each(found, "sampled", order)),
        received=_first(_each(found, "received", order)),
        tested_from=begun,
        tested_to=ended,
        inspected=_first(_each(found, "inspected_on", order)),
        produced=_first(_each(found, "produced", order)),
        expires=_first(_each(found, "expires", order)),
        accredited=_first(_each(found, "accredited", order)),
    )


def _each(found: Sequence[Found], meaning: str, order: Order) -> Iterator[tuple[Found, ReadDate]]:
    for item in sorted(of_kind(found, meaning), key=lambda f: not f.sure):
        if dates := dates_in(item.rest or item.text, order)[:1]:
            yield item, dates[0]


def _first(dated: Iterable[tuple[Found, ReadDate]]) -> StatedDate | None:
    """The first of them; another day with the same label on the same page is a doubt."""
    told = list(dated)
    if not told:
        return None
    item, read = told[0]
    several = any(
        other.sure and other.label == item.label and date.value != read.value for other, date in told[1:]
    )
    doubt = (*read.doubt, SEVERAL) if several else read.doubt
    return StatedDate(text=read.text, value=read.value, place=item.place, doubt=doubt)
