"""The case with what persons read on the pages: a reading that was in doubt is held against the contract as stated."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any, TypeVar

from tradedocs.check.case import Case, Standing, make_case
from tradedocs.check.resolving import resolved, values_of
from tradedocs.check.stating import Fact as Statable
from tradedocs.check.stating import stated
from tradedocs.check.verdict import found_in
from tradedocs.model.base import Fact
from tradedocs.model.finding import Finding
from tradedocs.model.report import Report
from tradedocs.model.resolution import Resolution
from tradedocs.model.spec import Spec, SpecShipment

F = TypeVar("F", bound=Fact)


def case_of(spec: Spec, shipment: SpecShipment, reports: tuple[Report, ...], standing: Standing) -> Case:
    """The case as `make_case` gives it, with each value that persons state in place of the one that was in doubt.

    What they state is a witness and no waiver: it is held against the requirement like any other value, and may fail.
    """
    case = make_case(spec, shipment, reports, standing)
    if not any(one.value is not None for one in standing.resolutions):
        return case
    answered, facts = [], dict[int, Statable]()
    for finding in found_in(case):
        said = _said(finding, standing)
        fact = None if said is None or finding.about is None else stated(finding.about, said.value or "")
        if said is not None and fact is not None:
            answered.append(resolved(finding, said))
            facts[id(finding.about)] = fact
    told = tuple(_with(report, facts) for report in reports)
    return replace(make_case(spec, shipment, told, standing), answered=tuple(answered))


def _said(finding: Finding, standing: Standing) -> Resolution | None:
    """The last word on a value; None where nobody spoke, or persons read different things."""
    if finding.settled != "value":
        return None
    said = [one for one in standing.resolutions if one.finding == finding.id]
    valid = [one for one in said if not one.withdrawn and one.crop_seen and one.value is not None]
    return valid[-1] if valid and len(values_of(said)) == 1 else None


def _with(holder: F, facts: Mapping[int, Statable]) -> F:
    """The report, or a part of it, with these facts in place of the ones that were read."""
    changed: dict[str, Any] = {}
    for name, value in holder:
        if id(value) in facts:
            changed[name] = facts[id(value)]
        elif isinstance(value, tuple) and any(id(item) in facts for item in value):
            changed[name] = tuple(facts.get(id(item), item) for item in value)
        elif isinstance(value, Fact) and (inner := _with(value, facts)) is not value:
            changed[name] = inner
    return holder.model_copy(update=changed) if changed else holder
