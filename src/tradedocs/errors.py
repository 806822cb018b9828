"""Every error that a user can meet, each with the way out.

    TradedocsError            the base: message, place, way out, exit code
    ├── UsageError            the command was called wrongly (2)
    ├── NothingToCheck        no input to work on (3)
    ├── InputError            a file of the user's holds errors (20): all of them, each with its place
    ├── RefusedInput          an input that exists but cannot be read or trusted (10)
    ├── BuildError            a contract cannot be built from what is there (20)
    └── ToolError             the program, or a program that it needs, failed (1)

Exit codes everywhere: 0 released or done, 10 a person must look, 20 reject or error findings, 1 the tool
failed, 2 usage, 3 nothing to check.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

DONE, TOOL_FAILED, USAGE, NOTHING_TO_CHECK, LOOK, REJECTED = 0, 1, 2, 3, 10, 20

_WORST_FIRST = (TOOL_FAILED, USAGE, REJECTED, LOOK, NOTHING_TO_CHECK, DONE)


def worst(codes: Sequence[int]) -> int:
    """The gravest of several exit codes, as a batch returns it; 3 when there were none."""
    return min(codes, key=_WORST_FIRST.index, default=NOTHING_TO_CHECK)


class TradedocsError(Exception):
    """An error that is meant for the user.

    Args:
        message: the fact.
        place: where it is (`deal.yaml:12:3`, `report.pdf p.4`), or None.
        way_out: what to do now, as an order; may be empty where the fact says it.
    """

    exit_code = TOOL_FAILED

    def __init__(self, message: str, *, place: str | None = None, way_out: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.place = place
        self.way_out = way_out


class UsageError(TradedocsError):
    """The command was called in a way that cannot work."""

    exit_code = USAGE


class NothingToCheck(TradedocsError):
    """There is no input to work on."""

    exit_code = NOTHING_TO_CHECK


class RefusedInput(TradedocsError):
    """An input exists but cannot be read, or not be trusted: a person must look."""

    exit_code = LOOK


class BuildError(TradedocsError):
    """A document cannot be made from what is there."""

    exit_code = REJECTED


class ToolError(TradedocsError):
    """The program, or another program that it needs, failed."""

    exit_code = TOOL_FAILED


@dataclass(frozen=True)
class Problem:
    """One error inside a file: where, what, the line with a caret, and a hint."""

    place: str
    message: str
    excerpt: str = ""
    hint: str = ""


class InputError(TradedocsError):
    """A file of the user's holds errors; every one of them is listed."""

    exit_code = REJECTED

    def __init__(self, problems: Sequence[Problem], *, file: str) -> None:
        count = len(problems)
        noun = "error" if count == 1 else "errors"
        super().__init__(f"{file}: {count} {noun}", way_out="Correct the file and run the command again.")
        self.problems = tuple(problems)
