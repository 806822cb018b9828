"""A library before all rules: what they find, and what the clause files silence."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from tradedocs.library.found import Found
from tradedocs.library.lint.case import LintCase
from tradedocs.library.lint.rules import RULES, LintRule, td390_suppression
from tradedocs.model.base import Source
from tradedocs.model.clause import LintException
from tradedocs.model.lint import LintFinding, LintReport, SilencedFinding


def gated(case: LintCase) -> Iterator[Found]:
    """What keeps the library from being loaded, in the order of the files and their lines."""
    found = [one for rule in RULES if rule.GATE for one in rule.look(case)]
    yield from sorted(
        found, key=lambda one: (one.file == case.outline.text.name, one.file, one.line, one.column)
    )


def lint(case: LintCase, rules: Sequence[LintRule] = RULES) -> LintReport:
    """Everything that the rules say of the library, in the order of the files and their lines."""
    found = [(rule, one) for rule in rules if rule is not td390_suppression for one in rule.look(case)]
    after = replace(
        case,
        fired=frozenset((one.file, rule.ID) for rule, one in found),
        silenceable={rule.ID: rule.SUPPRESSIBLE for rule in rules},
    )
    if td390_suppression in rules:
        found += [(td390_suppression, one) for one in td390_suppression.look(after)]
    names = {file.text.name: file.named for file in case.files}
    silenced = _silenced(after)
    kept: list[LintFinding] = []
    silent: list[SilencedFinding] = []
    for rule, one in found:
        finding = _finding(rule, one, names.get(one.file))
        entry = silenced.get((one.file, rule.ID))
        if entry is None:
            kept.append(finding)
        else:
            silent.append(SilencedFinding(**dict(finding), reason=entry.reason))
    return LintReport(
        folder=str(case.folder),
        as_of=case.as_of,
        files=len(case.files) + len({one.place.rsplit(":", 2)[0] for one in case.refused}),
        findings=tuple(sorted(dict.fromkeys(kept), key=_by_place)),
        suppressed=tuple(sorted(silent, key=_by_place)),
    )


def _silenced(case: LintCase) -> dict[tuple[str, str], LintException]:
    """What the files silence, by file and rule: only what may be silenced, and only while it has not ended."""
    return {
        (file.text.name, entry.rule): entry
        for file in case.files
        for entry in file.head.lint
        if case.silenceable.get(entry.rule, False) and (entry.until is None or entry.until >= case.as_of)
    }


def _finding(rule: LintRule, one: Found, clause: str | None) -> LintFinding:
    return LintFinding(
        rule=rule.ID,
        severity=one.severity or rule.SEVERITY,
        message=one.problem.message,
        hint=one.problem.hint,
        source=Source(file=one.file, line=one.line, column=one.column),
        end_column=one.end_column,
        quoted=one.quoted,
        excerpt=one.problem.excerpt,
        clause=clause,
    )


def _by_place(finding: LintFinding) -> tuple[str, int, int, str]:
    return finding.source.file, finding.source.line or 0, finding.source.column or 0, finding.rule
