"""A library from one case file: a clause, or several files each behind a line `===== FAMILY/CLAUSE/POSITION.md`.

A case that brings no outline.yaml gets one with all its clauses. `<sha256 commercial.sample>` stands for the hash of
the standard text of that clause as the case has it, and `<sha256 commercial.sample en>` for the hash of one language.
"""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

from tradedocs.flows.lint import lint_library
from tradedocs.library.file import clause_of, read_clause
from tradedocs.model.lint import LintReport
from tradedocs.workspace import Workspace

AS_OF = date(2026, 11, 25)
_PART = re.compile(r"^===== (.+)\n", re.M)
_HASH = re.compile(r"<sha256 ([a-z-]+)\.([a-z-]+)(?: (en|zh))?>")


def unpacked(case: str, folder: Path) -> None:
    """Lay the files of a case out in a folder."""
    parts = _PART.split(case)
    files = (
        {"commercial/sample/standard.md": case}
        if len(parts) == 1
        else dict(zip(parts[1::2], parts[2::2], strict=True))
    )
    ids = dict.fromkeys(".".join(name.split("/")[:2]) for name in files if name.count("/") == 2)
    files.setdefault("outline.yaml", f"version: 1\narticles: [{', '.join(ids)}]\n")
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    for name in files:
        if name.endswith(".yaml"):
            text = _HASH.sub(lambda match: _sha256(folder, match), files[name])
            (folder / name).write_text(text, encoding="utf-8")


def _sha256(folder: Path, match: re.Match[str]) -> str:
    clause = clause_of(read_clause(folder / match[1] / match[2] / "standard.md"))
    if match[3] is None:
        return clause.sha256
    return clause.sha256_by_language["en" if match[3] == "en" else "zh"]


def linted(folder: Path, as_of: date = AS_OF) -> LintReport:
    """What the rules say of the library in a folder."""
    return lint_library(Workspace(None, folder, folder, folder), as_of=as_of)
