"""The evidence that a claim still lacks."""

from __future__ import annotations

from tradedocs.claims.table import evidence_list
from tradedocs.model.claim import Category, ClaimRecord, Lacking


def lacking(record: ClaimRecord, category: Category) -> tuple[Lacking, ...]:
    """What this category needs and neither the files on record nor the claimant's own list show, each once."""
    listed = evidence_list()
    complaint = record.complaint
    wanted = dict.fromkeys(
        (*listed.categories[category], *listed.alleged.get(complaint.alleged, ()), *listed.always)
    )
    there = record.shown | set(complaint.sent) | _stated(record)
    return tuple(
        Lacking(kind=kind, what=one.what, format=one.format, why=one.why)
        for kind in wanted
        if kind not in there
        for one in (listed.pieces[kind],)
    )


def _stated(record: ClaimRecord) -> set[str]:
    """What the facts of the claim themselves state."""
    complaint = record.complaint
    out = {"quantity-value"} if complaint.asked is not None else set()
    if complaint.lots and (complaint.containers or complaint.transport_document):
        out.add("lot-marks")
    if complaint.counted is not None and complaint.counted.drawn is not None:
        out.add("defect-count")
    return out
