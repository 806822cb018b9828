"""The report judged the goods by another limit than the contract's.

What: a limit in numbers that the row prints, in its unit, must be the requirement of the contract or the limit of
rejection of its price scale. A report that speaks for the shipment is held when it is another one; in a type test,
which prints the limits of a law, it is a note. Limits in words are not compared. The value itself is always held
against the contract's limit.

Why: a conclusion that rests on another limit is about another specification, and maybe about other goods.

Bad: `require: <= 0.06 %`, and the certificate prints `Max. 0.10`.
Good: the certificate prints `Max. 0.06`.

Source: ISO/IEC 17025 7.8.6 (the specification that a statement of conformity is about).
"""

from __future__ import annotations

from collections.abc import Iterator

from tradedocs.check.case import Case, Seen
from tradedocs.check.evidence import speaks_for_shipment
from tradedocs.check.limits import prints_other_limit
from tradedocs.model.finding import Finding, Verdict
from tradedocs.ui import say

ID = "limit-differs"
RESTS_ON: tuple[str, ...] = ("inspection.report", "quality.specification")


def check(case: Case) -> Iterator[Finding]:
    """HOLD, or a note, for each characteristic and each other limit of a report."""
    for item in case.examined:
        wanted = item.characteristic
        agreed = (wanted.require, wanted.scale.reject) if wanted.scale is not None else (wanted.require,)
        others: dict[tuple[str, str], Seen] = {}
        for seen in item.seen:
            if prints_other_limit(agreed, seen.result):
                others.setdefault((seen.report.source.sha256, seen.result.limit or ""), seen)
        for seen in others.values():
            yield Finding(
                rule=ID,
                severity=Verdict.HOLD if speaks_for_shipment(seen.report) else Verdict.RELEASE,
                message=say("{file}: {name} was judged by the limit {printed!r}, the contract's is {agreed}",
                            file=seen.report.source.file, name=wanted.name, printed=seen.result.limit,
                            agreed=wanted.require.shown),
                way_out=say("Ask the issuer to judge by the contract's limits, and send it the specification."),
                places=(seen.place,),
                line=item.line.line,
                characteristic=wanted.name,
            )  # fmt: skip
