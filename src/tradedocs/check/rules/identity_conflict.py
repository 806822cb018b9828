"""Two reports on one goods line of the shipment name other lots, containers or seals.

What: of the inspections of the shipment that speak of one goods line and state lots (batches, heats), containers or
seals, each two must have one in common. Blanks, case and a word such as `Lot No.` before it do not matter. One report
that states none is nothing to hold, and inspections of parts that are added up are of other lots (quantity-short).

Why: the quality of lot A and the weight of lot B are two shipments, each half proved.

Bad: the certificate of quality is of lot 2611-A, the certificate of weight of lot 2611-B.
Good: the certificate of quality is of lots 2611-A and 2611-B, the certificate of weight of lot 2611-B.

Source: UCP 600 art. 14(d) (data must not conflict with data of another document); ISO/IEC 17020 (identification of the
items inspected).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import combinations

from tradedocs.check.case import Case, at
from tradedocs.check.coverage import coverage
from tradedocs.check.evidence import speaks_for_shipment
from tradedocs.check.names import squeezed
from tradedocs.model.finding import Finding, Verdict
from tradedocs.model.report import Report, Stated
from tradedocs.model.spec import SpecLine
from tradedocs.ui import say

ID = "identity-conflict"
RESTS_ON: tuple[str, ...] = ("inspection.report", "quality.traceability")
_LABEL = re.compile(
    r"^(?:lots?|batch(?:es)?|heats?|containers?|seals?|批号|批次|炉号|箱号|封号|集装箱号)?\s*(?:numbers?|nos?\.?|nr\.?|#)?\s*[:：]?\s*",
    re.I,
)
_BETWEEN = re.compile(r"[,;、，；/\n]|\s+(?:and|&|to)\s+|\s{2,}", re.I)


def check(case: Case) -> Iterator[Finding]:
    """HOLD for each two reports that have none in common."""
    for line in case.lines:
        reports = [report for report in case.reports_about(line) if speaks_for_shipment(report)]
        cover = coverage(case, line)
        for one, other in combinations(reports, 2):
            if cover.part(one) is not None and cover.part(other) is not None:
                continue
            for what, mine, theirs in _both(one, other):
                if mine and theirs and _names(mine).isdisjoint(_names(theirs)):
                    yield _finding(line, what, (one, mine[0]), (other, theirs[0]))


def _both(one: Report, other: Report) -> Iterator[tuple[str, tuple[Stated, ...], tuple[Stated, ...]]]:
    yield say("lot"), _sure(*one.lots), _sure(*other.lots)
    yield say("container"), _sure(one.identity.container_no), _sure(other.identity.container_no)
    yield say("seal"), _sure(one.identity.seal_no), _sure(other.identity.seal_no)


def _sure(*stated: Stated | None) -> tuple[Stated, ...]:
    return tuple(fact for fact in stated if fact is not None and not fact.doubt)


def _names(stated: tuple[Stated, ...]) -> set[str]:
    """Every lot that the facts name, each alone and the whole list as printed."""
    texts = {fact.text for fact in stated}
    pieces = {piece for text in texts for piece in (text, *_BETWEEN.split(text))}
    return {squeezed(_LABEL.sub("", piece.strip())) for piece in pieces} - {""}


def _finding(line: SpecLine, what: str, one: tuple[Report, Stated], other: tuple[Report, Stated]) -> Finding:
    (first, mine), (second, theirs) = one, other
    return Finding(
        rule=ID,
        severity=Verdict.HOLD,
        message=say("line {line}: {first} is of {what} {mine!r}, {second} of {theirs!r}", line=line.line,
                    first=first.source.file, what=what, mine=mine.text, second=second.source.file, theirs=theirs.text),
        way_out=say("Ask the inspection bodies which goods each of them saw; the reports must be of the same goods."),
        places=(at(first, mine.place), at(second, theirs.place)),
        line=line.line,
    )  # fmt: skip
