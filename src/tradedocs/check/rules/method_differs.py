"""A value was found by another method, or another edition of it, than the contract calls for.

What: where the contract names a method and the row prints one, they must be the same, its edition included; a report
that names no edition then leaves open which one it was. Where the contract names none, each edition will do, and the
one that was used is noted. The form does not matter (`IEC 62321-5:2013`, `With reference to IEC 62321-5 : 2013, by
ICP-OES`), nor does the adoption of an ISO standard (`DIN EN ISO 4832:2006`; `GB/T 4789.3-2016 (ISO 4832:2006, IDT)`,
where the report says identical); an amendment, another part or the word `modified` does. A report that prints no
method is noted, and proves what it proves.

Why: a rapid test and the reference method give different numbers of the same goods.

Bad: the contract calls for IEC 62612:2013, the report measured by IEC 62612:2007.
Good: `method: IEC 62612:2013 or EN 62612:2013`, and the report measured by EN 62612:2013.

Source: ISO/IEC Directives Part 2, 10.4 and 10.5 (dated and undated references); CEN Internal Regulations Part 3 (an EN
ISO is the ISO standard); ISO/IEC 17025 7.2.1 and 7.8.2.1 e) (the method used is stated); clause inspection.report.
"""

from __future__ import annotations

from collections.abc import Iterator

from tradedocs.check.case import Case, Examined, Seen
from tradedocs.check.methods import edition_of, same_method
from tradedocs.model.finding import Finding, Verdict
from tradedocs.ui import say

ID = "method-differs"
RESTS_ON: tuple[str, ...] = ("quality.specification",)


def check(case: Case) -> Iterator[Finding]:
    """HOLD for each characteristic and each other method; a note for each report that leaves methods out."""
    for item in case.examined:
        agreed = item.characteristic.method
        if agreed is None:
            continue
        others: dict[tuple[str, str], Seen] = {}
        editions: dict[tuple[str, str], Seen] = {}
        for seen in item.seen:
            printed = (seen.result.method or "").strip(" -–—")
            if printed and not same_method(agreed, printed):
                others.setdefault((seen.report.source.sha256, printed), seen)
            elif printed and edition_of(agreed) is None and edition_of(printed) is not None:
                editions.setdefault((seen.report.source.sha256, printed), seen)
        for (_, printed), seen in others.items():
            yield _finding(item, seen, agreed, printed)
        for (_, printed), seen in editions.items():
            yield _undated(item, seen, agreed, printed)
    yield from _silent(case)


def _finding(item: Examined, seen: Seen, agreed: str, printed: str) -> Finding:
    return Finding(
        rule=ID,
        severity=Verdict.HOLD,
        message=say("{file}: {name} was found by {printed!r}, the contract calls for {agreed}",
                    file=seen.report.source.file, name=item.characteristic.name, printed=printed, agreed=agreed),
        way_out=say("Have it tested by the agreed method, or agree the other method with the other side."),
        places=(seen.place,),
        line=item.line.line,
        characteristic=item.characteristic.name,
    )  # fmt: skip


def _undated(item: Examined, seen: Seen, agreed: str, printed: str) -> Finding:
    return Finding(
        rule=ID,
        severity=Verdict.RELEASE,
        message=say("{file}: {name} was found by {printed!r}; the contract calls for {agreed} of no edition",
                    file=seen.report.source.file, name=item.characteristic.name, printed=printed, agreed=agreed),
        way_out=say("Name the edition in the next contract."),
        places=(seen.place,),
        line=item.line.line,
        characteristic=item.characteristic.name,
    )  # fmt: skip


def _silent(case: Case) -> Iterator[Finding]:
    for report in case.reports:
        names = dict.fromkeys(
            item.characteristic.name
            for item in case.examined
            for seen in item.seen
            if seen.report is report and item.characteristic.method is not None and not seen.result.method
        )
        if names:
            yield Finding(
                rule=ID,
                severity=Verdict.RELEASE,
                message=say("{file} does not say by which method it found: {names}", file=report.source.file,
                            names=", ".join(names)),
                way_out=say("Ask for the methods when the report is ordered; the contract names them."),
            )  # fmt: skip
