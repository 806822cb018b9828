"""The header facts of a report by name, in the order in which a person looks for them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from tradedocs.model.report import Report, Stated, StatedCount, StatedDate
from tradedocs.ui import say

AnyStated = Stated | StatedDate | StatedCount

_LABELS = {
    "issuer": "issuer",
    "report_no": "report number",
    "issue_date": "issued",
    "client": "client",
    "goods": "goods",
    "status": "status",
    "contract_no": "contract",
    "model": "model",
    "order_no": "order",
    "sample_no": "sample number",
    "job_no": "job number",
    "container_no": "container",
    "seal_no": "seal",
    "place_of_inspection": "place of inspection",
    "tested_from": "tested from",
    "tested_to": "tested to",
    "lot": "lot size",
}


class Named(NamedTuple):
    """A fact that the report states: its key in the JSON form, its label for a person, and the fact."""

    key: str
    label: str
    fact: AnyStated


def facts_of(report: Report) -> Iterator[Named]:
    """Every header fact that was found, except the conclusion."""
    first = ("issuer", "report_no", "issue_date", "client")
    named: list[tuple[str, AnyStated | None]] = [(key, getattr(report, key)) for key in first]
    named += [*report.identity, ("goods", report.goods)]
    for key, fact in named:
        if fact is not None:
            yield Named(key, label_of(key), fact)
    for number, lot in enumerate(report.lots, 1):
        yield Named(f"lot_{number}", say("lot"), lot)
    others: list[tuple[str, AnyStated | None]] = [
        *report.dates,
        *report.quantities,
        ("status", report.status),
    ]
    for key, fact in others:
        if fact is not None:
            yield Named(key, label_of(key), fact)


def label_of(key: str) -> str:
    """The label of a fact for a person."""
    return say(_LABELS.get(key, key.replace("_", " ")))
