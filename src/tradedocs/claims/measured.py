"""What was measured after arrival, against the contract: reports first, the claimant's own figures last."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from tradedocs.claims.grounds import Grounds, names_of
from tradedocs.model.claim import ClaimRecord, Complaint, Evidence, Found, ReportedValue
from tradedocs.model.goods import Characteristic
from tradedocs.model.requirement import Requirement
from tradedocs.model.units import find, ratio
from tradedocs.ui import say
from tradedocs.vocabulary.parameters import HAZARDOUS, fold_name, meaning_of

Outcome = Literal["off", "off-client", "off-claimed", "conflicting", "ok", "ok-claimed", "none"]
_VALUE = re.compile(r"([-−]?\d+(?:\.\d+)?)\s*(.*)")


@dataclass(frozen=True)
class Measured:
    """The outcome, what carries it, and whether a limit of safety or law is missed.

    `guarded` is the characteristic with that limit; None where none is missed.
    """

    outcome: Outcome
    sources: tuple[str, ...] = ()
    guarded: Characteristic | None = None


@dataclass(frozen=True)
class _Said:
    """What one report says of the point complained of."""

    meets: bool
    drawn: bool
    source: str
    values: tuple[ReportedValue, ...]


def measured(record: ClaimRecord, grounds: Grounds) -> Measured:
    """What reports and figures say of the characteristic complained of, or of the goods where none is named."""
    said = [
        one for evidence in record.evidence if (one := _said(evidence, record.complaint, grounds)) is not None
    ]
    weighty = [one for one in said if one.drawn] or said
    if not weighty:
        return _claimed(record.complaint, grounds)
    sources = tuple(one.source for one in weighty)
    if len({one.meets for one in weighty}) > 1:
        return Measured("conflicting", sources)
    if weighty[0].meets:
        return Measured("ok", sources)
    missed = [value.characteristic for one in weighty for value in one.values if value.verdict == "REJECT"]
    guarded = (grounds.characteristic(record.complaint.line, name) for name in missed)
    limit = next((one for one in guarded if one is not None and _is_guarded(one)), None)
    return Measured("off" if weighty[0].drawn else "off-client", sources, limit)


def other_lots(record: ClaimRecord) -> tuple[str, ...]:
    """Reports on file that name other lots than the complaint does: they say nothing of it."""
    return tuple(one.file for one in record.evidence if _is_about_others(one, record.complaint))


def _said(evidence: Evidence, complaint: Complaint, grounds: Grounds) -> _Said | None:
    report = evidence.report
    if report is None or _is_about_others(evidence, complaint):
        return None
    about = _about(report.values, complaint, grounds)
    verdicts = {value.verdict for value in about}
    if complaint.characteristic is None and report.counted is None:
        # What a report says on the whole counts with its values: it may fail the goods for what it gives no value of.
        verdicts.add(report.verdict)
    if "REJECT" not in verdicts and verdicts != {"RELEASE"}:
        return None
    shown = ", ".join(f"{one.characteristic or one.parameter} {one.value}{_after(one.unit)}" for one in about)
    source = say("report {no} ({file}): {values}", no=report.report_no or "–", file=evidence.file,
                 values=shown or report.verdict)  # fmt: skip
    return _Said("REJECT" not in verdicts, report.sampled_by == "inspector", source, about)


def _about(
    values: tuple[ReportedValue, ...], complaint: Complaint, grounds: Grounds
) -> tuple[ReportedValue, ...]:
    if complaint.characteristic is None:
        return tuple(one for one in values if one.characteristic is not None)
    named = grounds.characteristic(complaint.line, complaint.characteristic)
    names = {fold_name(complaint.characteristic)} if named is None else names_of(named)
    return tuple(one for one in values if fold_name(one.characteristic or one.parameter) in names)


def _is_about_others(evidence: Evidence, complaint: Complaint) -> bool:
    report = evidence.report
    if report is None or not report.lots or not complaint.lots:
        return False
    return not {fold_name(one) for one in report.lots} & {fold_name(one) for one in complaint.lots}


def _is_guarded(characteristic: Characteristic) -> bool:
    """A limit of safety or law; that of a hazardous substance is one of law where the contract does not say."""
    kind = characteristic.limit_kind
    if characteristic.characteristic_class == "critical" or kind in ("safety", "legal"):
        return True
    forms = (characteristic.name, characteristic.name.partition("(")[0])  # `Lead (Pb)`
    return kind is None and any(meaning_of(form) in HAZARDOUS for form in forms)


def _claimed(complaint: Complaint, grounds: Grounds) -> Measured:
    held = [one for found in complaint.values for one in _held(found, complaint, grounds)]
    if not held:
        return Measured("none")
    sources = tuple(source for _, source in held)
    return Measured("ok-claimed" if all(meets for meets, _ in held) else "off-claimed", sources)


def _held(found: Found, complaint: Complaint, grounds: Grounds) -> Iterator[tuple[bool, str]]:
    named = grounds.characteristic(complaint.line, found.characteristic)
    meets = None if named is None else fits(named.require, found.value)
    if named is not None and meets is not None:
        told = say("{name} {value}, as {who} states it (the contract: {limit})", name=named.name, value=found.value,
                   who=found.by or complaint.complainant, limit=named.require.shown)  # fmt: skip
        yield meets, told


def fits(requirement: Requirement, text: str) -> bool | None:
    """Whether a figure as somebody states it meets the requirement; None where that cannot be told."""
    match = _VALUE.fullmatch(text.strip())
    if match is None or (requirement.low is None and requirement.high is None):
        return None
    if requirement.kind not in ("limit", "tolerance", "range", "exact"):
        return None
    number = Decimal(match[1].replace("−", "-"))
    try:
        if requirement.unit is not None:
            factor = ratio(find(match[2]), find(requirement.unit))
            number = number * factor.numerator / factor.denominator
        elif match[2].strip():
            return None
    except ValueError:
        return None
    low, high = requirement.low, requirement.high
    over = high is not None and (number > high or (requirement.high_open and number == high))
    under = low is not None and (number < low or (requirement.low_open and number == low))
    return not (over or under)


def _after(unit: str | None) -> str:
    return f" {unit}" if unit else ""
