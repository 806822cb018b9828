"""A value is the factory's own, not the inspection body's.

What: a row whose specimen, section or basis says that the value is the factory's, manufacturer's, supplier's or
seller's own (`Factory result`, `Supplier data`, `self-declared`, 工厂自检) is no proof.

Why: the inspection body copies such a column without having measured anything.

Bad: the table has the columns "Requirement" and "Factory result", and the value stands in the second.
Good: the column is headed "Inspector's result".

Source: ISO/IEC 17020 7.4.2 (results from others are identified as such); clause inspection.report.
"""

from __future__ import annotations

from collections.abc import Iterator

from tradedocs.check.case import Case, Examined, Seen
from tradedocs.model.finding import Finding, Verdict
from tradedocs.ui import say
from tradedocs.vocabulary.ownresult import says_own

ID = "own-result"
RESTS_ON: tuple[str, ...] = ("inspection.report",)


def check(case: Case) -> Iterator[Finding]:
    """HOLD for each characteristic with such a value."""
    for item in case.examined:
        own = tuple(seen for seen in item.seen if _says_own(seen))
        if own:
            yield _finding(item, own)


def _says_own(seen: Seen) -> bool:
    row = seen.result
    told = (row.specimen, row.section, row.basis, row.method, row.parameter, row.verdict)
    return any(says_own(text) for text in told if text)


def _finding(item: Examined, own: tuple[Seen, ...]) -> Finding:
    return Finding(
        rule=ID,
        severity=Verdict.HOLD,
        message=say("{file}: {name}: {value} is called a result of the factory or the client, not of the issuer",
                    file=own[0].report.source.file, name=item.characteristic.name, value=own[0].result.shown),
        way_out=say("Ask the inspection body for its own value."),
        places=tuple(seen.place for seen in own),
        line=item.line.line,
        characteristic=item.characteristic.name,
    )  # fmt: skip
