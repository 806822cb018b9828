"""The findings of a deal for a terminal: place, severity, rule, the line with a caret, and what to do."""

from __future__ import annotations

from collections.abc import Iterator

from tradedocs.model.dealfinding import DealJudgement, PlacedFinding
from tradedocs.ui import say


def deal_text(judgement: DealJudgement) -> str:
    """The findings in the order of the file, and a line that counts them."""
    return "".join(f"{line}\n" for line in _lines(judgement))


def finding_lines(finding: PlacedFinding) -> Iterator[str]:
    """One finding. No text of the deal file can begin a line of its own, but for the excerpt behind its bar."""
    yield " ".join(f"{finding.source}: {finding.severity}[{finding.rule}]: {finding.message}".split("\n"))
    yield finding.excerpt
    yield f"      = {finding.way_out}"


def _lines(judgement: DealJudgement) -> Iterator[str]:
    for finding in judgement.findings:
        yield from finding_lines(finding)
    for finding in judgement.suppressed:
        yield say("{place}: suppressed[{rule}]: {message}", place=finding.source, rule=finding.rule,
                  message=finding.message)  # fmt: skip
    yield say(
        "{file}: {errors} errors, {warnings} warnings, {infos} notes, {silent} suppressed",
        file=judgement.file,
        errors=judgement.count("error"),
        warnings=judgement.count("warning"),
        infos=judgement.count("info"),
        silent=len(judgement.suppressed),
    )
