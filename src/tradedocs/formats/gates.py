"""The two gates in words: for a terminal, a page and a notice."""

from __future__ import annotations

from tradedocs.model.finding import GATES, Checked, Finding, Gate, Judgement, Verdict
from tradedocs.ui import say


def gates_words(judgement: Judgement) -> str:
    """Both verdicts in one line."""
    by_gate = {one.gate: str(one.verdict) for one in judgement.gates}
    shown = (say("{name}: {verdict}", name=gate_name(gate), verdict=by_gate.get(gate, "?")) for gate in GATES)
    day = judgement.bl_date
    dated = say("; shipped on {day}", day=day) if day is not None else ""
    return "; ".join(shown) + dated


def gate_name(gate: Gate) -> str:
    """What the gate opens."""
    return {"load": say("release to load"), "documents": say("release of documents")}[gate]


def gate_mark(finding: Finding) -> str:
    """What stands behind a finding that holds one gate only."""
    if finding.severity is Verdict.HOLD and finding.gate == "documents":
        return say(" [documents only; does not hold the loading]")
    return ""


def not_due_words(item: Checked, gate: Gate) -> str | None:
    """When the characteristic must be proved, where that is later than the gate; None where it counts there."""
    if item.counts_at(gate):
        return None
    return say("due for the documents") if item.due == "documents" else say("due at discharge")
