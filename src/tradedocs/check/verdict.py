"""Findings → verdict: HOLD unless every needed proof is present, REJECT when adverse evidence stands."""

from __future__ import annotations

from tradedocs.check.case import Case, Examined, Seen
from tradedocs.check.evidence import may_prove
from tradedocs.check.outcome import Outcome
from tradedocs.check.rules import RULES
from tradedocs.model.finding import Checked, Evidence, Finding, LineVerdict, Verdict, gravest
from tradedocs.model.spec import SpecLine

_MEANS = {Outcome.MEETS: Verdict.RELEASE, Outcome.FAILS: Verdict.REJECT, Outcome.UNCLEAR: Verdict.HOLD}


def findings_of(case: Case) -> tuple[Finding, ...]:
    """What every rule says about the case, in the rules' order."""
    number = case.shipment.number
    return tuple(
        finding.model_copy(update={"shipment": number, "clauses": rule.RESTS_ON})
        for rule in RULES
        for finding in rule.check(case)
    )


def verdicts_of(case: Case, findings: tuple[Finding, ...]) -> tuple[LineVerdict, ...]:
    """The verdict of each goods line: the gravest that its characteristics and the findings call for.

    A finding that names no line is about the whole shipment and counts for each line.
    """
    return tuple(_line_verdict(case, line, findings) for line in case.lines)


def _line_verdict(case: Case, line: SpecLine, findings: tuple[Finding, ...]) -> LineVerdict:
    checked = tuple(_checked(case, item) for item in case.examined if item.line is line)
    said = tuple(finding.severity for finding in findings if finding.line in (None, line.line))
    quantity = next(str(share.quantity) for share in case.shipment.lines if share.line == line.line)
    return LineVerdict(
        shipment=case.shipment.number,
        line=line.line,
        goods=line.description,
        quantity=quantity,
        verdict=gravest((*(item.verdict for item in checked), *said)),
        checked=checked,
    )


def _checked(case: Case, item: Examined) -> Checked:
    evidence = tuple(_evidence(seen) for seen in item.seen)
    return Checked(characteristic=item.characteristic, evidence=evidence, verdict=_proved(case, item))


def _evidence(seen: Seen) -> Evidence:
    return Evidence(
        report=seen.report.source.file,
        result=seen.result,
        verdict=_MEANS[seen.comparison.outcome],
        comparison=seen.comparison.words,
    )


def _proved(case: Case, item: Examined) -> Verdict:
    """RELEASE only when the right kind of report about this line shows it, and nothing speaks against it."""
    about = case.reports_about(item.line)
    outcomes = {seen.comparison.outcome for seen in item.seen}
    if any(seen.comparison.outcome is Outcome.FAILS and seen.report in about for seen in item.seen):
        return Verdict.REJECT
    proof = any(seen.report in about and may_prove(item.characteristic, seen.report) for seen in item.seen)
    return Verdict.RELEASE if proof and outcomes == {Outcome.MEETS} else Verdict.HOLD
