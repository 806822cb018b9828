"""Findings → verdict: HOLD unless every needed proof is present, REJECT when adverse evidence stands."""

from __future__ import annotations

from tradedocs.check.answers import weighed
from tradedocs.check.case import Case, Examined, Seen
from tradedocs.check.evidence import may_prove
from tradedocs.check.gates import due_at, line_gates, placed, verdict_at
from tradedocs.check.outcome import Outcome
from tradedocs.check.resolving import identified
from tradedocs.check.rules import RULES
from tradedocs.model.finding import Checked, Evidence, Finding, Gate, LineVerdict, Verdict
from tradedocs.model.spec import SpecLine

_MEANS = {Outcome.MEETS: Verdict.RELEASE, Outcome.FAILS: Verdict.REJECT, Outcome.UNCLEAR: Verdict.HOLD}


def findings_of(case: Case) -> tuple[Finding, ...]:
    """What every rule says about the case, in the rules' order, and what persons answered by a value.

    Answered reports say nothing any more.
    """
    return (*found_in(case), *case.answered)


def found_in(case: Case) -> tuple[Finding, ...]:
    """What every rule says, each finding with its id and its gate; those that a person resolved are notes."""
    case, number = weighed(case), case.shipment.number
    found = (
        placed(case, finding).model_copy(update={"shipment": number, "clauses": rule.RESTS_ON})
        for rule in RULES
        for finding in rule.check(case)
    )
    return tuple(identified(case, finding) for finding in found)


def verdicts_of(
    case: Case, findings: tuple[Finding, ...], gate: Gate = "documents"
) -> tuple[LineVerdict, ...]:
    """The verdict of each goods line at the gate: the gravest that its characteristics and the findings call for.

    A finding that names no line is about the whole shipment and counts for each line.
    """
    case = weighed(case)
    return tuple(_line_verdict(case, line, findings, gate) for line in case.lines)


def _line_verdict(case: Case, line: SpecLine, findings: tuple[Finding, ...], gate: Gate) -> LineVerdict:
    checked = tuple(_checked(case, item) for item in case.examined if item.line is line)
    gates = line_gates(checked, (finding for finding in findings if finding.line in (None, line.line)))
    quantity = next(str(share.quantity) for share in case.shipment.lines if share.line == line.line)
    return LineVerdict(
        shipment=case.shipment.number,
        line=line.line,
        goods=line.description,
        quantity=quantity,
        verdict=verdict_at(gates, gate),
        checked=checked,
        gates=gates,
    )


def _checked(case: Case, item: Examined) -> Checked:
    evidence = tuple(_evidence(seen) for seen in item.seen)
    return Checked(
        characteristic=item.characteristic,
        evidence=evidence,
        verdict=_proved(case, item),
        due=due_at(item.characteristic),
    )


def _evidence(seen: Seen) -> Evidence:
    return Evidence(
        report=seen.report.source.file,
        result=seen.result,
        verdict=Verdict.CONCESSION if seen.conceded is not None else _MEANS[seen.comparison.outcome],
        comparison=seen.comparison.words,
    )


def _proved(case: Case, item: Examined) -> Verdict:
    """RELEASE only when the right kind of report about this line shows it, and nothing speaks against it.

    What is known only at discharge is never proved before.
    A value that misses the requirement and is conceded speaks neither against it nor for a plain release.
    """
    about = case.reports_about(item.line)
    against = [seen for seen in item.seen if seen.conceded is None]
    if any(seen.comparison.outcome is Outcome.FAILS and seen.report in about for seen in against):
        return Verdict.REJECT
    if due_at(item.characteristic) is None:
        return Verdict.HOLD
    proof = any(seen.report in about and may_prove(item.characteristic, seen.report) for seen in item.seen)
    if not proof or any(seen.comparison.outcome is not Outcome.MEETS for seen in against):
        return Verdict.HOLD
    return Verdict.RELEASE if len(against) == len(item.seen) else Verdict.CONCESSION
