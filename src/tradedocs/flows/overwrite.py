"""What a build may replace: its own earlier output of the same contract, untouched, and nothing else."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from tradedocs.errors import RefusedInput, UsageError
from tradedocs.files import read_bytes, sha256_of
from tradedocs.ui import say

_LIMIT = 100_000_000


def refuse_to_overwrite(target: Path, *, deal_no: str, pdf: bool) -> None:
    """Refuse when one of the files that a build is about to write is somebody's work.

    Raises:
        UsageError: the contract was edited or is of another deal; the PDF is not the one that the receipt tells of; the
            receipt is no receipt.
    """
    receipt = target.with_suffix(".receipt.json")
    told = receipt_of(target)
    if target.exists() and not _as_told(target, told, deal_no) and not _is_ours(target, deal_no):
        raise _refused(target)
    if receipt.exists() and told is None:
        raise _refused(receipt)
    made = target.with_suffix(".pdf")
    if (
        pdf
        and made.exists()
        and (told is None or sha256_of(read_bytes(made, limit=_LIMIT)) != told.get("pdf_sha256"))
    ):
        raise _refused(made)


def _as_told(target: Path, told: dict[str, Any] | None, deal_no: str) -> bool:
    """Whether it is, to the byte, the file that its receipt tells of."""
    return (
        told is not None
        and told.get("contract_no") == deal_no
        and told["file_sha256"] == sha256_of(read_bytes(target, limit=_LIMIT))
    )


def _is_ours(target: Path, deal_no: str) -> bool:
    from tradedocs.word.passport import read_contract

    try:
        found = read_contract(target)
    except RefusedInput:
        return False
    return not found.problems and found.spec.contract_no == deal_no


def receipt_of(target: Path) -> dict[str, Any] | None:
    """What the receipt beside a contract says; None where there is none, or what is there is no receipt."""
    receipt = target.with_suffix(".receipt.json")
    if not receipt.is_file():
        return None
    try:
        data = json.loads(read_bytes(receipt, limit=_LIMIT))
    except ValueError:
        return None
    return data if isinstance(data, dict) and "file_sha256" in data else None


def _refused(path: Path) -> UsageError:
    return UsageError(
        say(
            "a file stands there that was edited, is of another contract, or was not written by this program"
        ),
        place=str(path),
        way_out=say("Move it away, or name another file with -o."),
    )
