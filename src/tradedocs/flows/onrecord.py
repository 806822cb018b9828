"""What the ledger remembers of a shipment's reports: what each of them said against the goods, whenever it was read."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from pydantic import ValidationError

from tradedocs.check.against import RULES
from tradedocs.check.case import Unnamed
from tradedocs.check.names import fold_number
from tradedocs.check.rules import reports_differ
from tradedocs.ledger import Row
from tradedocs.model.finding import Remembered
from tradedocs.model.spec import Spec

CHECK, READ = "check", "report-read"
RELEASED, NOTIFIED = "release-used", "notice-written"
WITH_REPORTS = frozenset((CHECK, READ, RELEASED, NOTIFIED))
"""The kinds of rows that name reports, each by its hash and number."""


@dataclass(frozen=True)
class _Read:
    """A report as one row tells of it, and whether it was held against the Specification that counts now."""

    row: int
    report: Remembered
    same_spec: bool


def on_record(
    rows: Iterable[Row], spec: Spec, shipment: int
) -> tuple[tuple[Remembered, ...], tuple[Unnamed, ...]]:
    """The reports of the shipment that say something against the goods, and old rows that do not say which report did.

    Every check of the same contract number and shipment counts. A report that was later held against the very
    Specification that counts now, and said nothing against the goods then, says nothing against them now.
    """
    read: dict[str, list[_Read]] = defaultdict(list)
    unnamed = []
    for row in rows:
        if not _about(row, spec.contract_no, shipment):
            continue
        old = []
        for used in row.facts.get("reports", ()):
            report = _remembered(used)
            if report is None:
                old.append(str(used.get("sha256")))
            else:
                same = row.facts.get("spec_sha256") == spec.sha256
                read[report.sha256].append(_Read(row.row, report, same))
        adverse = tuple(sorted(RULES & set(map(str, row.facts.get("rules", ())))))
        if old and adverse:
            unnamed.append(Unnamed(row.row, adverse, tuple(old)))
    told = tuple(one for each in read.values() if (one := _in_force(each)) is not None)
    return told, tuple(_still_unnamed(unnamed, read))


def _about(row: Row, contract_no: str, shipment: int) -> bool:
    if row.kind != CHECK or row.facts.get("shipment") != shipment:
        return False
    return fold_number(str(row.facts.get("contract_no", ""))) == fold_number(contract_no)


def _remembered(used: Mapping[str, Any]) -> Remembered | None:
    """What a row tells of a report; None for a row of an earlier version, which tells its hash and number only."""
    try:
        known = {name: value for name, value in used.items() if name in Remembered.model_fields}
        return Remembered.model_validate(known) if "adverse" in used else None
    except ValidationError:
        return None


def _in_force(each: list[_Read]) -> Remembered | None:
    """All that was said against the goods since the report was last found clean by the Specification of now.

    A conflict with another report is not over because one of the two was given alone.
    """
    clean = max((k for k, one in enumerate(each) if one.same_spec and not one.report.adverse), default=-1)
    adverse = [
        (one.row, fact)
        for k, one in enumerate(each)
        for fact in one.report.adverse
        if k > clean or fact.rule == reports_differ.ID
    ]
    if not adverse:
        return None
    said = tuple(dict.fromkeys(fact for _, fact in adverse))
    return each[-1].report.model_copy(update={"adverse": said, "row": adverse[0][0]})


def _still_unnamed(rows: list[Unnamed], read: Mapping[str, list[_Read]]) -> Iterator[Unnamed]:
    """An old row says nothing more once each of its reports was read again."""
    for one in rows:
        left = tuple(sha256 for sha256 in one.reports if sha256 not in read)
        if left:
            yield Unnamed(one.row, one.rules, left)


def recorded(report: Remembered) -> dict[str, Any]:
    """What a row keeps of a report."""
    return report.model_dump(mode="json", exclude={"row"})
