"""A value that the verdict rests on was read in one way only.

What: each value that meets its requirement needs a second, independent reading that agrees: the rendered picture
of the value read by OCR beside the text layer, a second OCR engine beside the first, or a person who looked.

Why: the text layer of a PDF can say what the page does not show, and OCR alone takes one digit for another.

Bad: `12.5` in the text layer, and nobody looked at what is printed there.
Good: `12.5` in the text layer, and OCR of the rendered box reads 12.5.

Clause: none; this guards against our own misreading, and the other side owes nothing for it.
"""

from __future__ import annotations

from collections.abc import Iterator

from tradedocs.check.case import Case, Seen, at
from tradedocs.check.gates import due_at
from tradedocs.check.outcome import Outcome
from tradedocs.model.finding import Finding, Verdict
from tradedocs.model.report import Report
from tradedocs.ui import say

ID = "no-witness"
RESTS_ON: tuple[str, ...] = ()
_NAMED = 3


def check(case: Case) -> Iterator[Finding]:
    """HOLD once a report, with the values that lack a second reading."""
    for report in case.reports:
        found = [
            (item, one) for item in case.examined for one in item.seen if one.report is report and _lacks(one)
        ]
        if found:
            seen = {(one.result.place, one.result.parameter): one for _, one in found}
            due = {due_at(item.characteristic) for item, _ in found}
            yield _finding(case, report, list(seen.values())).model_copy(
                update={
                    "gate": "load" if "load" in due else "documents",
                    "severity": Verdict.RELEASE if due == {None} else Verdict.HOLD,
                }
            )


def _lacks(seen: Seen) -> bool:
    agreed = any(witness.agrees for witness in seen.result.witnesses)
    return seen.comparison.outcome is Outcome.MEETS and not agreed


def _finding(case: Case, report: Report, seen: list[Seen]) -> Finding:
    names = [f"{one.result.parameter} {one.result.shown}" for one in seen]
    more = say(" and {n} more", n=len(names) - _NAMED) if len(names) > _NAMED else ""
    return Finding(
        rule=ID,
        severity=Verdict.HOLD,
        message=say("{file}: read in one way only: {values}{more}", file=report.source.file,
                    values="; ".join(names[:_NAMED]), more=more),
        way_out=_way_out(case),
        places=tuple(at(report, one.result.place) for one in seen),
    )  # fmt: skip


def _way_out(case: Case) -> str:
    confirm = say(
        "Or let a person look at the value on the page and record it: "
        "tradedocs report confirm REPORT --page N --parameter NAME --value TEXT --by PERSON"
    )
    if case.standing.second_reader:
        return say("OCR saw no clear value there. ") + confirm
    return (
        say("The OCR that gives the second reading is not installed: pip install 'tradedocs[ocr]'. ")
        + confirm
    )
