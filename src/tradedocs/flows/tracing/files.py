"""The files that rows name by their hash, looked for in the workspace."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator, Mapping
from functools import cached_property
from pathlib import Path
from typing import Any

from tradedocs.flows.claims.record import KINDS as CLAIM_KINDS
from tradedocs.flows.claims.record import TRIAGED
from tradedocs.flows.onrecord import WITH_REPORTS
from tradedocs.ledger import Row
from tradedocs.model.story import FileState, TracedFile
from tradedocs.ui import say

_HASHED = {
    "file_sha256": say("the file"),
    "copy_sha256": say("the signed copy"),
    "pdf_sha256": say("its PDF"),
    "signed_sha256": say("the signed pack"),
    "end_buyer_sha256": say("the end buyer's consent"),
    "credit_sha256": say("the amendment of the credit"),
    "contract_sha256": say("the contract"),
}
_ENDINGS = frozenset(
    {
        ".docx",
        ".pdf",
        ".json",
        ".yaml",
        ".eml",
        ".zip",
        ".jpg",
        ".jpeg",
        ".png",
        ".heic",
        ".mp4",
        ".mov",
        ".html",
        ".txt",
        ".xlsx",
    }
)
_MOST = 20_000
_CHUNK = 1 << 20
_LEFT_OUT = frozenset({"clauses", "templates", ".git", ".venv"})


class Shelf:
    """The workspace's files by their hash; hashed once, when first asked."""

    def __init__(self, root: Path | None) -> None:
        self._root = root

    @cached_property
    def _by_hash(self) -> dict[str, Path]:
        out: dict[str, Path] = {}
        for path in self._files():
            out.setdefault(_hash(path), path)
        return out

    def _files(self) -> Iterator[Path]:
        if self._root is None:
            return
        count = 0
        for folder, names, files in os.walk(self._root):
            names[:] = sorted(name for name in names if name not in _LEFT_OUT)
            for name in sorted(files):
                path = Path(folder) / name
                if path.suffix.lower() in _ENDINGS and path.is_file() and not path.is_symlink():
                    count += 1
                    if count > _MOST:
                        return
                    yield path

    def named(self, row: Row) -> tuple[TracedFile, ...]:
        """The files of a row: each by its hash, present where one with that hash lies in the workspace."""
        return tuple(self._one(name, digest, at) for name, digest, at in _of_row(row))

    def _one(self, name: str, digest: str, at: str | None) -> TracedFile:
        if at is not None and self._root is not None:
            path = _lying(self._root / at)
            return TracedFile(
                name=name, sha256=digest, state=_held(path, digest), path=str(path.relative_to(self._root))
            )
        found = self._by_hash.get(digest)
        if found is None or self._root is None:
            return TracedFile(name=name, sha256=digest, state="elsewhere")
        return TracedFile(name=name, sha256=digest, state="present", path=str(found.relative_to(self._root)))


def _lying(path: Path) -> Path:
    """Where a file of a claim lies: letters and papers are named by their rows without their folder."""
    return path if path.exists() else next(iter(sorted(path.parent.glob(f"*/{path.name}"))), path)


def _held(path: Path, digest: str) -> FileState:
    """Whether the file lies where it must, as it was."""
    if not path.is_file():
        return "missing"
    return "present" if _hash(path) == digest else "altered"


def _of_row(row: Row) -> Iterator[tuple[str, str, str | None]]:
    """Name, hash, and the place in the workspace where it must lie (None: the ledger does not say where)."""
    if row.kind in CLAIM_KINDS:
        folder = f"claims/{row.facts.get('claim')}"
        files: Mapping[str, Any] = row.facts.get("files") or {}
        # The claim's facts are replaced when they are restated, and the table of a triage is the program's own.
        for name, digest in files.items():
            if name != "claim.yaml":
                yield name, str(digest), None if row.kind == TRIAGED else f"{folder}/{name}"
        return
    if row.kind in WITH_REPORTS:
        for report in row.facts.get("reports", ()):
            yield str(report.get("file")), str(report.get("sha256")), None
        yield from ((name, str(digest), None) for name, digest in row.facts.get("written", {}).items())
        return
    for key, words in _HASHED.items():
        if isinstance(row.facts.get(key), str):
            yield words, row.facts[key], None


def _hash(path: Path) -> str:
    digest = hashlib.sha256()
    try:
        with path.open("rb") as file:
            while data := file.read(_CHUNK):
                digest.update(data)
    except OSError:
        return ""
    return digest.hexdigest()
