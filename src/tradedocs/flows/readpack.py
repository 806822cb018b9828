"""The user's job "what did the lawyers say": a review pack that came back, held against what was sent."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

from lxml import etree
from pydantic import ValidationError

from tradedocs.clausetext import TextError
from tradedocs.errors import RefusedInput
from tradedocs.files import read_bytes, sha256_of
from tradedocs.flows.ledgers import ledger_of
from tradedocs.flows.packs import PACK
from tradedocs.model.pack import PackManifest
from tradedocs.model.packread import PackRead, Proof
from tradedocs.ui import say
from tradedocs.word.hostile import parts_from_outside
from tradedocs.word.pack import NAMESPACE
from tradedocs.word.package import FILE_LIMIT
from tradedocs.word.packread import compared_pack
from tradedocs.word.unseen import unseen
from tradedocs.word.xml import parse
from tradedocs.workspace import Workspace

_LIMIT = 60_000_000
_ITEM = re.compile(r"customxml/item\d+\.xml", re.I)


def read_pack(path: Path, workspace: Workspace, sent: Path | None = None) -> tuple[PackRead, PackManifest]:
    """Every difference between a pack that came back and what was sent, and the manifest of what was sent.

    The manifest that the ledger knows is the one that counts, then the one beside the file, then the one inside it.

    Args:
        path: the file that came back.
        workspace: whose ledger tells which packs were sent.
        sent: the manifest that was written beside the pack; by itself it is looked for beside the file.

    Raises:
        UsageError: a file cannot be read.
        RefusedInput: it is no pack of this program, is damaged or hostile, or its manifest is not the one that was
            sent and the true one is not at hand.
    """
    data = read_bytes(path, limit=FILE_LIMIT)
    parts = parts_from_outside(data, name=path.name)
    manifest, proofs = _sent(_inside(parts), _beside(path, sent), workspace, path.name)
    try:
        found = compared_pack(parts, manifest)
    except TextError as error:
        raise RefusedInput(
            say("the manifest holds a text that no clause can have: {message}", message=error.message), place=path.name
        ) from error  # fmt: skip
    return PackRead(
        file=path.name, sha256=sha256_of(data), pack=manifest.pack, proofs=proofs, clauses=found.clauses,
        outside=found.outside, boilerplate=found.boilerplate, loose=found.loose, unseen=unseen(parts),
        not_compared=found.not_compared,
        characters=found.characters,
    ), manifest  # fmt: skip


def _sent(
    inside: PackManifest | None, beside: PackManifest | None, workspace: Workspace, name: str
) -> tuple[PackManifest, tuple[Proof, ...]]:
    """What was sent, and which accounts of it agree with that."""
    rows = _rows(workspace)
    known = [one for one in (beside, inside) if one is not None]
    if not known:
        raise RefusedInput(
            say("this Word file is no review pack, or it lost the manifest of what was sent"), place=name,
            way_out=say("Name the manifest that was written beside the pack: --sent PACK.manifest.json"),
        )  # fmt: skip
    listed = [one for one in known if _digest(one) in rows.get(one.pack, ())]
    recorded = [one.pack for one in known if one.pack in rows]
    if recorded and not listed:
        raise RefusedInput(
            say("the manifest of pack {pack} is not the one that the ledger tells of", pack=recorded[0]), place=name,
            way_out=say("Name the one that was written beside the pack when it was sent: --sent PACK.manifest.json"),
        )  # fmt: skip
    used = (listed or known)[0]
    ledger = None if workspace.ledger is None else bool(listed)
    return used, (
        Proof(account="ledger", agrees=ledger),
        Proof(account="beside", agrees=None if beside is None else beside == used),
        Proof(account="file", agrees=None if inside is None else inside == used),
    )


def _rows(workspace: Workspace) -> dict[str, set[str]]:
    """The hashes of the manifests that the ledger tells of, by the pack."""
    out: dict[str, set[str]] = {}
    if workspace.ledger is not None:
        for row in ledger_of(workspace).rows():
            if row.kind == PACK:
                out.setdefault(str(row.facts["pack"]), set()).add(str(row.facts.get("manifest_sha256")))
    return out


def _digest(manifest: PackManifest) -> str:
    """The hash of the manifest as `clause pack` writes it beside the pack."""
    return sha256_of(f"{manifest.model_dump_json(indent=1)}\n".encode())


def _inside(parts: Mapping[str, bytes]) -> PackManifest | None:
    roots = [
        root
        for part in sorted(parts)
        if _ITEM.fullmatch(part) and (root := _custom(parts[part], part)) is not None
    ]
    return _read(roots[0].text or "", "customXml") if len(roots) == 1 else None


def _custom(data: bytes, part: str) -> etree._Element | None:
    root = parse(data, part)
    return root if root.tag == f"{{{NAMESPACE}}}pack" else None


def _beside(path: Path, sent: Path | None) -> PackManifest | None:
    if sent is None:
        sent = path.with_suffix(".manifest.json")
        if not sent.is_file():
            return None
    return _read(read_bytes(sent, limit=_LIMIT).decode(errors="replace"), sent.name)


def _read(text: str, name: str) -> PackManifest:
    try:
        return PackManifest.model_validate_json(text)
    except ValidationError as error:
        raise RefusedInput(
            say("this is no manifest of a review pack"), place=name,
            way_out=say("Give the PACK.manifest.json that `tradedocs clause pack` wrote."),
        ) from error  # fmt: skip
