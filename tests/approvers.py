"""The people who may approve clauses in tests."""

from __future__ import annotations

from pathlib import Path

from tradedocs.library import write_approvers
from tradedocs.model.approval import Approver, ApproverFile

PEOPLE = (("A. Counsel", "counsel"), ("Lin Mei", "Head of Legal"), ("Zhao Lei", "Counsel"))


def enter(clauses: Path, *people: tuple[str, str]) -> None:
    """Let them approve everything."""
    everybody = tuple(Approver(name=name, role=role) for name, role in people or PEOPLE)
    write_approvers(clauses / "approvers.yaml", ApproverFile(approvers=everybody))
