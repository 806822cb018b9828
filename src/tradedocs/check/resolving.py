"""Findings get their ids, and those that a person resolved become notes."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable

from tradedocs.check.case import Case
from tradedocs.check.resolvable import settled_by
from tradedocs.model.finding import Finding, Verdict
from tradedocs.model.report import Report
from tradedocs.model.resolution import Resolution
from tradedocs.ui import say


def identified(case: Case, finding: Finding) -> Finding:
    """The finding with its id, with what could resolve it, and, where a person did, as a note."""
    found = finding.model_copy(update={"id": identity(case, finding), "settled": settled_by(finding)})
    if found.settled is None:
        return found
    said = [one for one in case.standing.resolutions if one.finding == found.id]
    if found.settled == "value":
        return found.model_copy(update={"way_out": _disagreed(said)}) if len(values_of(said)) > 1 else found
    for one in reversed(said):
        if not one.withdrawn and (one.crop_seen or found.settled == "word"):
            return resolved(found, one)
    return found


def identity(case: Case, finding: Finding) -> str:
    """`rule:hash`: the same for the same facts only.

    The facts are the contract's file and Spec, the shipment, line and characteristic, the message, and the files of the
    reports with the places in them; without a place, all the reports. What a report's file is called does not matter.
    """
    named = {place.document for place in finding.places}
    reports = tuple(one for one in case.reports if one.source.file in named) or case.reports
    facts = (
        finding.rule, case.standing.basis, case.spec.sha256, case.shipment.number, finding.line, finding.characteristic,
        _nameless(finding.message, case.reports), sorted(one.source.sha256 for one in reports),
        [(place.page, [round(edge) for edge in place.box or ()]) for place in finding.places],
    )  # fmt: skip
    digest = hashlib.sha256(json.dumps(facts, ensure_ascii=False).encode()).hexdigest()
    return f"{finding.rule}:{digest}"


def _nameless(message: str, reports: Iterable[Report]) -> str:
    """The message with each report's hash for its file name."""
    for report in sorted(reports, key=lambda one: -len(one.source.file)):
        message = message.replace(report.source.file, report.source.sha256)
    return message


def resolved(finding: Finding, said: Resolution) -> Finding:
    """The finding as a note that says who resolved it, when and why."""
    return finding.model_copy(
        update={"severity": Verdict.RELEASE, "resolved": said, "way_out": words(said), "settled": None}
    )


def words(said: Resolution) -> str:
    """One sentence: it is the person's word, and shown as no more than that."""
    seen = say(", who looked at the page") if said.crop_seen else ""
    read = say(" and reads {value!r}", value=said.value) if said.value is not None else ""
    return say("Resolved on {on}, as attested by {by}{seen}{read}: {reason} (ledger row {row})", on=said.on, by=said.by,
               seen=seen, read=read, reason=said.reason, row=said.row)  # fmt: skip


def values_of(said: Iterable[Resolution]) -> tuple[str, ...]:
    """The different values that persons read; what was read and taken back still counts against another one."""
    return tuple(
        dict.fromkeys("".join(one.value.split()).casefold() for one in said if one.value is not None)
    )


def _disagreed(said: Iterable[Resolution]) -> str:
    read = "; ".join(
        say("{by} reads {value!r} (ledger row {row})", by=one.by, value=one.value, row=one.row)
        for one in said
        if one.value is not None
    )
    return say(
        "Persons read different values: {read}. Ask the issuer for a report that leaves no doubt.", read=read
    )
