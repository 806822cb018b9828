"""Two gates: may the goods be loaded, and, when they are, may the documents be released.

What can be known before loading counts at both. What is known only at loading counts for the documents, and what is
known only at discharge for neither. What speaks against the goods counts at both, whenever it was seen.
"""

from __future__ import annotations

from collections.abc import Iterable

from tradedocs.check.case import Case
from tradedocs.model.finding import GATES, Checked, Finding, Gate, GateVerdict, LineVerdict, Verdict, gravest
from tradedocs.model.goods import Characteristic

_UNPROVED = frozenset(
    (
        "not-found", "wrong-evidence", "own-result", "unit-unknown", "method-differs", "basis-differs",
        "limit-differs", "doubtful-reading", "no-witness", "values-differ", "specimen-missing", "not-comparable",
        "uncertainty-straddles", "outside-accreditation",
    )
)  # fmt: skip
"""The rules whose HOLD says of a characteristic that it is not proved, not that something speaks against it."""


def due_at(characteristic: Characteristic) -> Gate | None:
    """The gate from which on the characteristic must be proved; None where it is known only at discharge."""
    due: dict[str, Gate] = {"pre-loading": "load", "loading": "documents"}
    return due.get(characteristic.stage)


def placed(case: Case, finding: Finding) -> Finding:
    """The finding at its gate: what is not proved holds from when it is due, and is a note where it never is."""
    if (
        finding.severity is not Verdict.HOLD
        or finding.rule not in _UNPROVED
        or _marked_against(case, finding)
    ):
        return finding
    due = [due_at(one) for one in _characteristics(case, finding)]
    if not due or "load" in due:
        return finding
    if "documents" in due:
        return finding.model_copy(update={"gate": "documents"})
    return finding.model_copy(update={"severity": Verdict.RELEASE})


def _characteristics(case: Case, finding: Finding) -> Iterable[Characteristic]:
    for item in case.examined:
        if item.characteristic.name == finding.characteristic and finding.line in (None, item.line.line):
            yield item.characteristic


def _marked_against(case: Case, finding: Finding) -> bool:
    """Whether it is of a value that meets the requirement in a row that the report marks otherwise."""
    return finding.rule == "not-comparable" and any(
        seen.comparison.reason == "verdict" and seen.place in finding.places
        for item in case.examined
        if item.characteristic.name == finding.characteristic
        for seen in item.seen
    )


def line_gates(checked: tuple[Checked, ...], findings: Iterable[Finding]) -> tuple[GateVerdict, ...]:
    """The verdict of each gate for a goods line: HOLD where nothing is ever due before discharge."""
    found = tuple(findings)
    due = Verdict.RELEASE if any(item.due is not None for item in checked) else Verdict.HOLD
    return tuple(GateVerdict(gate=gate, verdict=_of_line(gate, checked, found, due)) for gate in GATES)


def _of_line(
    gate: Gate, checked: tuple[Checked, ...], findings: tuple[Finding, ...], due: Verdict
) -> Verdict:
    proved = (item.verdict for item in checked if item.counts_at(gate))
    said = (finding.severity for finding in findings if finding.counts_at(gate))
    return gravest((due, *proved, *said))


def overall_gates(lines: tuple[LineVerdict, ...], findings: tuple[Finding, ...]) -> tuple[GateVerdict, ...]:
    """The verdict of each gate for the shipment."""
    return tuple(
        GateVerdict(
            gate=gate,
            verdict=gravest(
                (
                    *(verdict_at(line.gates, gate) for line in lines),
                    *(finding.severity for finding in findings if finding.counts_at(gate)),
                )
            ),
        )
        for gate in GATES
    )


def verdict_at(gates: tuple[GateVerdict, ...], gate: Gate) -> Verdict:
    """The verdict of one of the gates."""
    return next(one.verdict for one in gates if one.gate == gate)
