"""The inspection names another sampling standard than the contract.

What: the standards of one family (ISO 2859-1, GB/T 2828.1, BS 6001, ANSI/ASQ Z1.4, MIL-STD-105E) hold the same plans of
single sampling at normal severity. Where the sample size and the numbers are those of the contract's plan, another name
is information; where they are not, aql-plan-differs holds it. Where the contract or the letter of credit calls for the
standard by its name (`standard_required: true` under `inspection`), another name is held. A report that names no
standard, or the contract's among others, is judged by its numbers alone.

Bad: `standard_required: true` with ISO 2859-1, and the report says "MIL-STD-105E".
Good: the contract says ISO 2859-1, the report "ANSI/ASQ Z1.4" with the same sample, acceptance and rejection numbers.

Source: ISO 2859-1, GB/T 2828.1-2012 (identical to ISO 2859-1:1999), ANSI/ASQ Z1.4-2003.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tradedocs.check.case import Case, at
from tradedocs.check.plan import inspections
from tradedocs.model.finding import Finding, Verdict
from tradedocs.ui import say

ID = "standard-differs"
RESTS_ON: tuple[str, ...] = ("inspection.sampling-plan",)


def check(case: Case) -> Iterator[Finding]:
    """HOLD where the standard is called for by name, else a note, for each inspection that names only others."""
    agreed = case.spec.inspection
    if agreed.aql is None:
        return
    for line in case.lines:
        for report in inspections(case, line):
            named = report.sampling_standards
            if not named or any(_key(one.text) == _key(agreed.standard) for one in named):
                continue
            yield Finding(
                rule=ID,
                severity=Verdict.HOLD if agreed.standard_required else Verdict.RELEASE,
                message=say("{file} names {given}, the contract {wanted}", file=report.source.file,
                            given=", ".join(one.text for one in named), wanted=agreed.standard),
                way_out=say("Get a report by the standard of the contract, or have the other side agree the other one.")
                if agreed.standard_required
                else say("Its sample size and numbers are held against the contract's plan."),
                places=tuple(at(report, one.place) for one in named),
                line=line.line,
            )  # fmt: skip


def _key(name: str) -> str:
    """The standard's number without its edition: what makes two names the same standard."""
    flat = "".join(name.casefold().split())
    for key, pattern in _KEYS:
        if pattern.search(flat):
            return key
    return flat


_KEYS = tuple(
    (key, re.compile(pattern))
    for key, pattern in (
        ("iso 2859-1", r"2859-?1"), ("gb/t 2828.1", r"2828"), ("z1.4", r"z-?1\.4"), ("mil-std-105", r"std-?105"),
        ("bs 6001", r"6001"), ("jis z 9015", r"9015"),
    )
)  # fmt: skip
