"""Who approved which text: approvals.yaml, bound to the hash of the text in both languages."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any, Literal, NamedTuple

import yaml

from tradedocs import yamlfile
from tradedocs.files import write_atomic
from tradedocs.model.base import Fact
from tradedocs.model.clause import Approval, Clause

State = Literal["draft", "approved", "voided"]
_HEADER = "# Approvals of clauses, each bound to one exact text. Written by `tradedocs clause approve`.\n"


class ApprovalFile(Fact):
    """The register as the file holds it."""

    version: Literal["1"]
    approvals: tuple[Approval, ...] = ()


class Status(NamedTuple):
    """Where a clause stands: never approved, approved as it is, or changed since the approval named."""

    state: State
    approval: Approval | None


def load_approvals(path: Path) -> tuple[Approval, ...]:
    """The approvals in the order in which they were given; none when there is no file.

    Raises:
        InputError: the file holds errors.
    """
    return yamlfile.load(path, ApprovalFile).approvals if path.exists() else ()


def status_of(clause: Clause, approvals: Sequence[Approval]) -> Status:
    """Where the clause stands; the last approval of its text counts."""
    for approval in reversed(approvals):
        if approval.covers(clause):
            return Status("approved", approval)
    for approval in reversed(approvals):
        if (approval.clause, approval.position) == (clause.id, clause.position):
            return Status("voided", approval)
    return Status("draft", None)


def approve(path: Path, given: Sequence[Approval]) -> tuple[Approval, ...]:
    """Add approvals to the register and return all of them. The file is replaced as a whole, or not at all.

    Raises:
        InputError: the register that is there holds errors; it is left as it is.
        ToolError: the file cannot be written.
    """
    approvals = (*load_approvals(path), *given)
    data: dict[str, Any] = {
        "version": "1",
        "approvals": [approval.model_dump(mode="json") for approval in approvals],
    }
    text = yaml.safe_dump(data, allow_unicode=True, sort_keys=False, width=110)
    write_atomic(path, (_HEADER + text).encode())
    return approvals
