"""The user's job "prove that nothing was changed": the chain, and what was kept elsewhere set against it."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tradedocs.errors import UsageError
from tradedocs.files import read_bytes
from tradedocs.flows.ledgers import ledger_of
from tradedocs.ledger import Row, Verification
from tradedocs.model.anchor import Anchor
from tradedocs.ui import say
from tradedocs.workspace import Workspace

_ANCHOR = re.compile(r"([1-9][0-9]{0,9}):([0-9a-fA-F]{64})")
_MOST = 50 * 1024 * 1024
_SAME = ("contract_no", "file_sha256", "deal_sha256", "text_sha256", "spec_sha256")
"""What a contract's receipt says in the words of its row."""


@dataclass(frozen=True)
class Checked:
    """What the walk found, how many files named a row, and what does not agree, each as a sentence."""

    found: Verification
    named: int
    problems: tuple[str, ...]


def anchor_of(text: str) -> Anchor:
    """The anchor that a person gives as ROW:HASH.

    Raises:
        UsageError: it is none.
    """
    match = _ANCHOR.fullmatch(text.strip())
    if match is None:
        raise UsageError(
            say("{text!r} names no row of a ledger", text=text),
            way_out=say(
                "Give the row's number, a colon and its 64 characters of hash, as a verdict prints them."
            ),
        )
    return Anchor(row=int(match[1]), sha256=match[2].lower())


def verify(
    workspace: Workspace, anchors: tuple[Anchor, ...], folders: tuple[Path, ...], verdicts: tuple[Path, ...]
) -> Checked:
    """Walk the chain and look for each row that an anchor, a receipt or a verdict names.

    Receipts and verdicts are the JSON files of the folders, and those named, that say which row records them.

    Raises:
        RefusedInput: there is no workspace.
        UsageError: a named verdict cannot be read, or is none.
    """
    ledger = ledger_of(workspace)
    found = ledger.verify(anchors)
    files = [(path, told) for folder in folders for path, told in _told_in(folder)]
    files += [(path, _verdict(path)) for path in verdicts]
    rows = {} if found.broken else {row.row: row for row in ledger.rows()}
    problems = [
        say("row {row} with the hash {sha} is not in the ledger", row=one.row, sha=one.sha256)
        for one in found.missing
    ]
    if not found.broken:
        problems += [problem for path, told in files for problem in _against(path, told, rows)]
    return Checked(found, len(files), tuple(problems))


def _verdict(path: Path) -> dict[str, Any]:
    told = _json(read_bytes(path, limit=_MOST))
    if told is None or "verdict" not in told:
        raise UsageError(say("this is no verdict"), place=str(path), way_out=say("Name a file verdict.json."))
    return told


def _told_in(folder: Path) -> Iterator[tuple[Path, dict[str, Any]]]:
    for path in sorted(folder.rglob("*.json")):
        told = _json(read_bytes(path, limit=_MOST)) if path.is_file() else None
        if told is not None and "ledger" in told:
            yield path, told


def _json(data: bytes) -> dict[str, Any] | None:
    try:
        told = json.loads(data)
    except (ValueError, RecursionError):
        return None
    return told if isinstance(told, dict) else None


def _against(path: Path, told: dict[str, Any], rows: dict[int, Row]) -> Iterator[str]:
    """What a file that the program wrote says of its row, and the ledger does not."""
    named = told.get("ledger")
    if not isinstance(named, dict):
        if str(told.get("verdict")).startswith("RELEASE"):
            yield say("{file}: no row records this RELEASE, so it is none", file=path)
        return
    row = rows.get(named.get("row", 0))
    if row is None or row.sha256 != named.get("sha256"):
        missing = say(
            "{file}: row {row}, which records it, is not in the ledger", file=path, row=named.get("row")
        )
        released = str(told.get("verdict")).startswith("RELEASE")
        yield f"{missing}; {say('this RELEASE is none')}" if released else missing
        return
    for key, value in _said(told).items():
        if value != row.facts.get(key):
            yield say("{file}: {key} is not what row {row} recorded", file=path, key=key, row=row.row)


def _said(told: dict[str, Any]) -> dict[str, Any]:
    """What a verdict or a receipt says, by the names that its row has for it."""
    contract = told.get("contract")
    if "verdict" not in told or not isinstance(contract, dict):
        return {key: told[key] for key in _SAME if key in told}
    findings = [one for one in told.get("findings", ()) if isinstance(one, dict)]
    return {
        "verdict": told["verdict"],
        "gate": told.get("gate"),
        "contract_no": contract.get("number"),
        "contract_sha256": contract.get("sha256"),
        "spec_sha256": contract.get("spec_sha256"),
        "rules": sorted({str(one.get("rule")) for one in findings}),
    }
