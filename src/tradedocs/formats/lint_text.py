"""What the lint found, for a terminal: place, severity, rule, the line with a caret, and what to do."""

from __future__ import annotations

from collections.abc import Iterator

from tradedocs.model.lint import LintFinding, LintReport
from tradedocs.ui import say


def lint_text(report: LintReport) -> str:
    """The findings in the order of the files, how many each rule has, and a line that counts them."""
    return "".join(f"{line}\n" for line in _lines(report))


def finding_lines(finding: LintFinding) -> Iterator[str]:
    """One finding. No text of a clause can begin a line of its own, but for the excerpt behind its bar."""
    yield " ".join(f"{finding.source}: {finding.severity}[{finding.rule}]: {finding.message}".split("\n"))
    if finding.excerpt:
        yield finding.excerpt
    if finding.hint:
        yield f"      = {finding.hint}"


def _lines(report: LintReport) -> Iterator[str]:
    for finding in report.findings:
        yield from finding_lines(finding)
    for silent in report.suppressed:
        yield say("{place}: suppressed[{rule}]: {message} ({reason})", place=silent.source, rule=silent.rule,
                  message=silent.message, reason=silent.reason)  # fmt: skip
    for rule, count in report.by_rule().items():
        yield f"{count:>6}  {rule}"
    yield say(
        "{folder}: {files} files, {errors} errors, {warnings} warnings, {infos} notes, {silent} suppressed",
        folder=report.folder,
        files=report.files,
        errors=report.count("error"),
        warnings=report.count("warning"),
        infos=report.count("info"),
        silent=len(report.suppressed),
    )
