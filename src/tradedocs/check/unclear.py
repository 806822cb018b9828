"""Findings for values that could not be held against their requirement."""

from __future__ import annotations

from collections.abc import Iterator, Set

from tradedocs.check.case import Case
from tradedocs.check.outcome import Outcome
from tradedocs.model.finding import Finding, Verdict
from tradedocs.ui import say


def specimen_words(specimen: str | None) -> str:
    """How a message names the specimen behind the characteristic."""
    return say(", specimen {specimen}", specimen=specimen) if specimen else ""


def unclear_findings(case: Case, rule: str, reasons: Set[str], way_out: str) -> Iterator[Finding]:
    """HOLD for each value that is unclear for one of these reasons."""
    for item in case.examined:
        for seen in item.seen:
            comparison = seen.comparison
            if comparison.outcome is not Outcome.UNCLEAR or comparison.reason not in reasons:
                continue
            yield Finding(
                rule=rule,
                severity=Verdict.HOLD,
                message=say("line {line}: {name}{specimen}: {words}", line=item.line.line,
                            name=item.characteristic.name, specimen=specimen_words(seen.result.specimen),
                            words=comparison.words),
                way_out=way_out,
                places=(seen.place,),
                line=item.line.line,
                characteristic=item.characteristic.name,
                about=None if comparison.reason == "verdict" else seen.result,
            )  # fmt: skip
