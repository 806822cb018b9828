"""Files of a claim: papers rendered into a waiting folder, and papers of the other side kept by their hash."""

from __future__ import annotations

import tempfile
from collections.abc import Mapping
from pathlib import Path

from tradedocs.files import read_bytes, sha256_of, write_atomic
from tradedocs.flows.claims.record import folder_of
from tradedocs.flows.life import named
from tradedocs.model.paper import Paper
from tradedocs.word.paper import paper_docx
from tradedocs.workspace import Workspace, packaged

_TEMPLATE = "notice.docx"
_LIMIT = 100_000_000


def write_papers(
    papers: Mapping[str, Paper], folder: Path, workspace: Workspace, *, pdf: bool
) -> dict[Path, str]:
    """Write papers, with `pdf` a PDF beside each, into a folder that `staged` made. Given back is the hash of each.

    Raises:
        BuildError: the template does not fit.
        ToolError: a file cannot be written, or LibreOffice makes no PDF.
    """
    own = workspace.templates / _TEMPLATE
    template = own if own.is_file() else packaged().templates / _TEMPLATE
    data = {name: paper_docx(paper, template) for name, paper in papers.items()}
    if pdf:
        data |= _pdfs(data)
    for name, content in data.items():
        write_atomic(folder / name, content)
    return {folder / name: sha256_of(content) for name, content in data.items()}


def _pdfs(data: Mapping[str, bytes]) -> dict[str, bytes]:
    from tradedocs.word.topdf import to_pdfs

    with tempfile.TemporaryDirectory(prefix="tradedocs-claim-") as scratch:
        folder = Path(scratch)
        for name, content in data.items():
            (folder / name).write_bytes(content)
        to_pdfs({folder / name: (folder / name).with_suffix(".pdf") for name in data})
        return {
            Path(name).with_suffix(".pdf").name: (folder / name).with_suffix(".pdf").read_bytes()
            for name in data
        }


def keep(proof: Path | None, number: str, workspace: Workspace) -> tuple[str | None, dict[str, str]]:
    """Keep a paper in the claim's folder by its hash: the hash, and the names that a row gives its files.

    Raises:
        UsageError: it cannot be read, or its name cannot stand in a ledger.
    """
    if proof is None:
        return None, {}
    data, name = read_bytes(proof, limit=_LIMIT), named(proof.name, "--proof")
    sha256 = sha256_of(data)
    write_atomic(folder_of(number, workspace) / "proofs" / f"{sha256[:16]}{proof.suffix.lower()[:8]}", data)
    return sha256, {name: sha256}
