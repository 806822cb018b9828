"""What a rule finds: a problem with the exact place and the text that is meant."""

from __future__ import annotations

from dataclasses import dataclass

from tradedocs.errors import Problem
from tradedocs.model.lint import Severity
from tradedocs.yamlfile.nodes import Text


@dataclass(frozen=True, slots=True)
class At:
    """A place in a file, counted from 0."""

    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Found:
    """One finding of a rule; line and columns are counted from 1. `severity` is None where it is the rule's own."""

    problem: Problem
    file: str
    line: int
    column: int
    end_column: int
    quoted: str = ""
    severity: Severity | None = None


def found_at(
    text: Text, start: At, end: At | None, message: str, hint: str = "", severity: Severity | None = None
) -> Found:
    """A finding between two places of one line; up to the end of the line where `end` is None."""
    problem = text.problem(start, end, message, hint)
    lines = text.source.splitlines() or [""]
    line = lines[min(start.line, len(lines) - 1)]
    stop = end.column if end is not None else len(line)
    return Found(
        problem, text.name, start.line + 1, start.column + 1, stop + 1, line[start.column : stop], severity
    )


def of_problem(problem: Problem) -> Found:
    """The finding that a problem of another reader tells (`file:line:column`)."""
    file, _, rest = problem.place.rpartition(":")
    name, _, line = file.rpartition(":")
    if name and line.isdigit() and rest.isdigit():
        return Found(problem, name, int(line), int(rest), int(rest))
    return Found(problem, problem.place, 1, 1, 1)
