"""Names that a person said mean a characteristic, and names that might; likeness only ever proposes."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import TYPE_CHECKING

from tradedocs.check.names import fold, meaning, same_parameter, squeezed
from tradedocs.model.goods import Characteristic
from tradedocs.model.mapping import NameMapping
from tradedocs.model.report import Report, Result
from tradedocs.model.units import find
from tradedocs.ui import say

if TYPE_CHECKING:
    from tradedocs.check.case import Case, Examined

_LIKE = 0.7
_SHORT = re.compile(r"[(（]\s*([^()（）\s]{1,8})\s*[)）]\s*$")
_MOST = 3


@dataclass(frozen=True)
class Proposal:
    """A row of a report that may be what a characteristic calls for; only a person can say so."""

    line: int
    characteristic: Characteristic
    report: Report
    result: Result


def mapping_of(
    mappings: Iterable[NameMapping], characteristic: Characteristic, parameter: str, report: Report
) -> NameMapping | None:
    """The person's word that this issuer's name is the characteristic's; None where nobody said so."""
    if report.issuer is None:
        return None
    said = (
        one
        for one in mappings
        if squeezed(one.parameter) == squeezed(parameter)
        and squeezed(one.characteristic) == squeezed(characteristic.name)
        and fold(one.issuer) == fold(report.issuer.text)
    )
    found = next(said, None)
    return None if found is None or forbidden(characteristic, parameter) is not None else found


def forbidden(characteristic: Characteristic, parameter: str) -> str | None:
    """Why the two can never be joined: the vocabulary knows them as different things. None where it does not.

    Where it knows the characteristic, another abbreviation is another thing as well: `Dibutyl phthalate (DBP)` is not
    `Dibromodiphenyl ether (DiBDE)`.
    """
    there = meaning(parameter)
    names = (characteristic.name, characteristic.name_zh, *characteristic.aliases)
    for name in names:
        here = meaning(name) if name else None
        if name is not None and here is not None and _other_short(name, parameter):
            return say(
                "{parameter!r} and {name!r} have different abbreviations", parameter=parameter, name=name
            )
        if here is not None and there is not None and here != there:
            return say("{parameter!r} is {there}, and {name!r} is {here}", parameter=parameter, there=there, name=name,
                       here=here)  # fmt: skip
    return None


def _other_short(a: str, b: str) -> bool:
    """Whether both names end in a short form in brackets, and not in the same."""
    ours, theirs = _SHORT.search(a), _SHORT.search(b)
    return ours is not None and theirs is not None and fold(ours[1]) != fold(theirs[1])


def proposals(case: Case, item: Examined) -> tuple[Proposal, ...]:
    """The rows whose names are most like that of a characteristic which no report gives, best first."""
    rows = [
        (report, row)
        for report in case.reports_about(item.line)
        for row in report.results
        if report.issuer is not None
        and row.value.kind != "none"
        and not any(same_parameter(one, row.parameter) for one in item.line.characteristics)
        and forbidden(item.characteristic, row.parameter) is None
        and not _other_short(item.characteristic.name, row.parameter)
    ]
    liked = [(_likeness(item.characteristic, row), report, row) for report, row in rows]
    best = sorted((one for one in liked if one[0] >= _LIKE), key=lambda one: -one[0])
    named: dict[tuple[str, str], Proposal] = {}
    for _, report, row in best:
        key = (report.source.sha256, squeezed(row.parameter))
        named.setdefault(key, Proposal(item.line.line, item.characteristic, report, row))
    return tuple(named.values())[:_MOST]


def _likeness(characteristic: Characteristic, row: Result) -> float:
    """From 0 to 1: how much of the names is the same, by letters or by whole words; more where the unit fits."""
    names = (characteristic.name, characteristic.name_zh, *characteristic.aliases)
    best = max(_alike(name, row.parameter) for name in names if name)
    return min(1.0, best + 0.1) if best and _unit_fits(characteristic, row) else best


def _alike(a: str, b: str) -> float:
    letters = SequenceMatcher(None, fold(a), fold(b), autojunk=False).ratio()
    ours, theirs = set(a.casefold().split()), set(b.casefold().split())
    shared = len(ours & theirs) / max(1, min(len(ours), len(theirs)))
    return max(letters, 0.9 * shared)


def _unit_fits(characteristic: Characteristic, row: Result) -> bool:
    try:
        return characteristic.require.unit is not None and (
            find((row.unit or "").strip()).dimension == find(characteristic.require.unit).dimension
        )
    except ValueError:
        return False
