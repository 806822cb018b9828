"""Writing the registers beside the clauses: approvals.yaml, its signature, and approvers.yaml."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import yaml

from tradedocs import yamlfile
from tradedocs.files import write_atomic
from tradedocs.library.signed import Signer, signature_path
from tradedocs.model.approval import Approval, ApprovalFile, ApproverFile, Withdrawal
from tradedocs.model.base import Fact

_APPROVALS = "# Approvals, each bound to one exact text. Written by `clause approve` and `clause withdraw`.\n"
_APPROVERS = "# Who may approve clauses. Written by `tradedocs clause approvers`, or by hand.\n"


def load_approvals(path: Path) -> ApprovalFile:
    """The register of approvals; an empty one when there is no file.

    Raises:
        InputError: the file holds errors.
    """
    return yamlfile.load(path, ApprovalFile) if path.exists() else ApprovalFile()


def approve(path: Path, given: Sequence[Approval], signer: Signer | None = None) -> ApprovalFile:
    """Add approvals to the register and return it. The file is replaced as a whole, or not at all.

    Raises:
        InputError: the register that is there holds errors; it is left as it is.
        ToolError: the file cannot be written.
    """
    held = load_approvals(path)
    return _written(path, held.model_copy(update={"approvals": (*held.approvals, *given)}), signer)


def withdraw(path: Path, taken: Sequence[Withdrawal], signer: Signer | None = None) -> ApprovalFile:
    """Add withdrawals to the register and return it; the same promises."""
    held = load_approvals(path)
    return _written(path, held.model_copy(update={"withdrawals": (*held.withdrawals, *taken)}), signer)


def write_approvers(path: Path, file: ApproverFile) -> None:
    """Replace the register of approvers.

    Raises:
        ToolError: the file cannot be written.
    """
    write_atomic(path, _spelled(_APPROVERS, file))


def _written(path: Path, file: ApprovalFile, signer: Signer | None) -> ApprovalFile:
    data = _spelled(_APPROVALS, file)
    # A kill between the two leaves a register that is not signed, which counts for nothing until it is signed again.
    write_atomic(path, data)
    if signer is not None:
        write_atomic(signature_path(path), signer.signature(data))
    return file


def _spelled(header: str, file: Fact) -> bytes:
    data: dict[str, Any] = {"version": "1"}
    data |= file.model_dump(mode="json", by_alias=True, exclude_defaults=True)
    text = yaml.safe_dump(data, allow_unicode=True, sort_keys=False, width=110)
    return (header + text).encode()
