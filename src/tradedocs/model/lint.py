"""What the lint of the clause library says."""

from __future__ import annotations

from typing import Literal

from tradedocs.model.base import Fact, Source
from tradedocs.model.day import Day

Severity = Literal["error", "warning", "info"]


class RulePage(Fact):
    """A rule of the lint as documents and formats name it: its id, first line, whole manual page, and severity."""

    id: str
    title: str
    page: str
    severity: Severity


class LintFinding(Fact):
    """What one rule says of one place in a file of the library.

    Attributes:
        rule: the rule's id (`TD110`).
        severity: an error makes the library unfit, a warning wants a look, an info is worth knowing.
        message: the fact.
        hint: what to do now; may be empty where the fact says it.
        source: file, line and column.
        end_column: the column behind the last character that is meant, counted from 1, in the same line.
        quoted: the text that is meant.
        excerpt: the line with a caret under the text.
        clause: the clause id and position (`quality.warranty (standard)`), or None outside a clause file.
    """

    rule: str
    severity: Severity
    message: str
    hint: str = ""
    source: Source
    end_column: int
    quoted: str = ""
    excerpt: str = ""
    clause: str | None = None


class SilencedFinding(LintFinding):
    """A finding that the clause file silences, and the reason that it gives."""

    reason: str


class LintReport(Fact):
    """Everything that the rules say of a library on a day, in the order of the files and their lines.

    `files` is how many clause files were looked at; `suppressed` are findings that a clause file silences.
    """

    folder: str
    as_of: Day
    files: int
    findings: tuple[LintFinding, ...]
    suppressed: tuple[SilencedFinding, ...]

    def count(self, severity: Severity) -> int:
        """How many findings have that severity."""
        return sum(one.severity == severity for one in self.findings)

    def by_rule(self) -> dict[str, int]:
        """How many findings each rule has that has any, by its id."""
        ids = [one.rule for one in self.findings]
        return {rule: ids.count(rule) for rule in sorted(set(ids))}
