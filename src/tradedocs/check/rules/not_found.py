"""A characteristic that the contract calls for is in none of the reports.

What: no row of a report about this goods line has its name, its Chinese name or one of its aliases. What is known only
at loading holds the documents, not the loading; what is known only at discharge is not due. Where several inspections
make up the shipment, each of them must give it for its part.

Why: missing is never passed.

Bad: the contract calls for moisture, the certificate gives polarisation and colour only.
Good: the certificate gives moisture, or the contract lists the certificate's word for it under `aliases`, or a person
confirmed the word (`tradedocs check --map`); a likely word is proposed and never taken.
"""

from __future__ import annotations

from collections.abc import Iterator

from tradedocs.check.case import Case, Examined
from tradedocs.check.coverage import coverage
from tradedocs.check.evidence import may_prove
from tradedocs.check.gates import due_at
from tradedocs.check.mapping import proposals
from tradedocs.model.finding import Finding, Verdict
from tradedocs.model.spec import SpecLine
from tradedocs.ui import say

ID = "not-found"
RESTS_ON: tuple[str, ...] = ("inspection.pre-shipment",)


def check(case: Case) -> Iterator[Finding]:
    """HOLD for each characteristic without a result in a report about its line."""
    for item in case.examined:
        if due_at(item.characteristic) is None or any(
            seen.report in case.reports_about(item.line) for seen in item.seen
        ):
            continue
        yield Finding(
            rule=ID,
            severity=Verdict.HOLD,
            message=say("line {line}: no report gives {name} ({require})", line=item.line.line,
                        name=item.characteristic.name, require=item.characteristic.require.shown),
            way_out=_way_out(case, item),
            line=item.line.line,
            characteristic=item.characteristic.name,
        )  # fmt: skip
    for line in case.lines:
        yield from _of_parts(case, line)


def _of_parts(case: Case, line: SpecLine) -> Iterator[Finding]:
    """Where the inspections of parts make up the shipment, what one part shows says nothing of the others."""
    parts = tuple(part.report for part in coverage(case, line).parts)
    for item in case.examined:
        if item.line is not line or item.characteristic.evidence == "type-test" or not parts:
            continue
        giving = [seen.report for seen in item.seen if seen.report in case.reports_about(line)]
        lacks = [report for report in parts if report not in giving]
        others = [
            report
            for report in giving
            if report.family != parts[0].family and may_prove(item.characteristic, report)
        ]
        if not giving or not lacks or others or due_at(item.characteristic) is None:
            continue
        files = ", ".join(report.source.file for report in lacks)
        yield Finding(
            rule=ID,
            severity=Verdict.HOLD,
            message=say("line {line}: {files} is of a part of the shipment and does not give {name} ({require})",
                        line=line.line, files=files, name=item.characteristic.name,
                        require=item.characteristic.require.shown),
            way_out=say("Get it for each part from the inspection body."),
            line=line.line,
            characteristic=item.characteristic.name,
        )  # fmt: skip


def _way_out(case: Case, item: Examined) -> str:
    likely = proposals(case, item)
    if not likely:
        return say("Get it from the inspection body, or add the name that the report uses to `aliases`.")
    rows = "; ".join(
        say("{parameter!r}, {value} ({file} p.{page})", parameter=one.result.parameter, value=one.result.shown,
            file=one.report.source.file, page=one.result.place.page)
        for one in likely
    )  # fmt: skip
    return say("Get it from the inspection body. Or does the report mean it by {rows}? Then confirm the name: "
               "tradedocs check CONTRACT REPORT… --map --as {example} --by NAME", rows=rows,
               example=f'"{likely[0].result.parameter}={item.characteristic.name}"')  # fmt: skip
