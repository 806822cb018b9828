"""The numbers that tie a value in the verdict to its mark in the extract of the report."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from tradedocs.formats.order import telling_first
from tradedocs.model.base import Place
from tradedocs.model.finding import Judgement

Numbers = Mapping[tuple[str, Place], str]
"""The mark of a place in a report file: `1`, `2` … for values, `S1`, `S2` … for classes of defects."""


def numbered(judgement: Judgement) -> Numbers:
    """A number for each place that the verdict rests on, in the order in which the verdict shows them.

    A value that several characteristics or lines rest on has one number.
    """
    values = dict.fromkeys(_values(judgement))
    samples = dict.fromkeys(
        (row.report, row.place) for row in judgement.sampling if row.report and row.place is not None
    )
    marks = {place: str(k) for k, place in enumerate(values, 1)}
    marks.update({place: f"S{k}" for k, place in enumerate(samples, 1) if place not in marks})
    return marks


def _values(judgement: Judgement) -> Iterator[tuple[str, Place]]:
    for line in judgement.lines:
        for item in line.checked:
            for evidence in telling_first(item.evidence):
                yield evidence.report, evidence.result.place
