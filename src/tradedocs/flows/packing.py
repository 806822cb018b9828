"""The user's job "let the lawyers read it": a review pack with what changed since the last approval."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import NamedTuple

from tradedocs.errors import NothingToCheck, RefusedInput, UsageError
from tradedocs.files import read_bytes, sha256_of, write_atomic
from tradedocs.flows.clauses import library_of
from tradedocs.flows.ledgers import ledger_of
from tradedocs.flows.lint import lint_library
from tradedocs.flows.packnotes import notes_of
from tradedocs.flows.packs import PACK, PackedClause, pack_id, packs_with
from tradedocs.library import KeptTexts, Library, Register, load_register
from tradedocs.library.register import LANGUAGES
from tradedocs.model.approval import Approval
from tradedocs.model.clause import Clause, Language
from tradedocs.model.pack import Basis, PackManifest
from tradedocs.ui import say
from tradedocs.word.pack import pack_docx
from tradedocs.word.packclause import Entry
from tradedocs.workspace import Workspace, packaged

TEMPLATE = "review-pack.docx"
_LIMIT = 200_000_000
Comments = Mapping[str, tuple[str, ...]]
"""What is said in comments on the heading of a clause, by `id (position)`."""
_TOLD = "TD301"
"""The rule that a text is not approved, which is why it is in the pack, and which its status tells."""


class Sent(NamedTuple):
    """A pack that was written: its manifest, the file beside it, and the texts that are shown without their changes."""

    manifest: PackManifest
    beside: Path
    lost: tuple[str, ...]


def since_approved(workspace: Workspace, day: date) -> tuple[Clause, ...]:
    """Every text that is not approved on that day as it is now, in the order of a contract.

    Raises:
        NothingToCheck: every text is approved.
    """
    library, register = library_of(workspace), load_register(workspace.clauses)
    every = (library.get(name, position) for name in library.ids for position in library.positions(name))
    found = tuple(clause for clause in every if register.status(clause, day).state != "approved")
    if not found:
        raise NothingToCheck(say("every text is approved as it is now"))
    return found


def write_pack(
    workspace: Workspace,
    clauses: Sequence[Clause],
    out: Path,
    *,
    day: date,
    now: datetime,
    comments: Comments,
) -> Sent:
    """Write the pack of these texts, and its manifest beside it; the ledger tells of it first.

    The same texts on the same day give the same file under the same id, which is then not recorded again.

    Raises:
        RefusedInput: there is no workspace, or its ledger is broken.
        UsageError: another file stands there.
        BuildError: the template of packs does not fit.
        ToolError: a file cannot be written.
    """
    if workspace.root is None:
        raise RefusedInput(
            say("a pack is recorded in the ledger, and there is no workspace here"),
            way_out=say("Make one: tradedocs init FOLDER, and work inside it (or name it with --workspace)."),
        )
    entries = entries_of(workspace, clauses, day, comments)
    data, manifest, recorded = _made(workspace, entries, day)
    beside = out.with_suffix(".manifest.json")
    told = f"{manifest.model_dump_json(indent=1)}\n".encode()
    for path, content in ((out, data), (beside, told)):
        _refuse_to_overwrite(path, content)
    if not recorded:
        ledger_of(workspace).append(PACK, _facts(manifest, out, data, told), at=now)
    write_atomic(out, data)
    write_atomic(beside, told)
    lost = tuple(entry.clause.id for entry in entries if "lost" in entry.basis.values())
    return Sent(manifest, beside, lost)


def lint_comments(workspace: Workspace, day: date) -> Comments:
    """What the lint says of each clause on a day.

    Raises:
        InputError: a register of approvals or approvers holds errors.
    """
    out: dict[str, tuple[str, ...]] = {}
    for one in lint_library(workspace, as_of=day).findings:
        if one.clause is not None and one.rule != _TOLD:
            quoted = f"  [{one.quoted}]" if one.quoted else ""
            words = " ".join(
                part for part in (f"{one.rule} {one.severity}: {one.message}.", one.hint) if part
            )
            out[one.clause] = (*out.get(one.clause, ()), f"{words}{quoted}")
    return out


def entries_of(
    workspace: Workspace, clauses: Sequence[Clause], day: date, comments: Comments
) -> tuple[Entry, ...]:
    """What the pack says of each text, each with the text that was approved last."""
    # The packs are left out: a text that this very pack sends would otherwise read differently the second time.
    library, register = library_of(workspace), load_register(workspace.clauses)
    kept = KeptTexts.beside(workspace.clauses)
    return tuple(_entry(clause, library, register, kept, day, comments) for clause in clauses)


def _entry(
    clause: Clause, library: Library, register: Register, kept: KeptTexts, day: date, comments: Comments
) -> Entry:
    status = register.status(clause, day)
    last = {language: register.last_given(clause, language, day) for language in LANGUAGES}
    old: dict[Language, Clause] = {}
    basis: dict[Language, Basis] = {}
    for language, approval in last.items():
        basis[language], before = _against(clause, language, approval, kept)
        if before is not None:
            old[language] = before
    notes = notes_of(clause, library, status, basis, last, old)
    return Entry(
        clause, status.state, old, basis, notes, comments.get(f"{clause.id} ({clause.position})", ())
    )


def _against(
    clause: Clause, language: Language, approval: Approval | None, kept: KeptTexts
) -> tuple[Basis, Clause | None]:
    if approval is None:
        return "new", None
    if approval.covers(clause, language):
        return "unchanged", None
    before = kept.of(approval)
    if before is None:
        return "lost", None
    return ("unchanged", None) if _same(clause, before, language) else ("approved", before)


def _same(clause: Clause, before: Clause, language: Language) -> bool:
    """An approval of both languages is voided by a change of the other one, too."""
    return clause.sha256_of(language) == before.sha256_of(language)


def _made(workspace: Workspace, entries: Sequence[Entry], day: date) -> tuple[bytes, PackManifest, bool]:
    """The pack, and whether the ledger tells of this very file already."""
    template = template_of(workspace)
    clauses = [entry.clause for entry in entries]
    texts = [PackedClause(one.id, one.position, one.sha256, one.version) for one in clauses]
    for name, sha256 in packs_with(workspace, day, texts):
        data, manifest = pack_docx(entries, template, pack=name, on=day)
        if sha256_of(data) == sha256:
            return data, manifest, True
    return *pack_docx(entries, template, pack=pack_id(workspace, day), on=day), False


def template_of(workspace: Workspace) -> Path:
    """The workspace's template of packs, or the packaged one where it has none."""
    own = workspace.templates / TEMPLATE
    return own if own.is_file() else packaged().templates / TEMPLATE


def _facts(manifest: PackManifest, out: Path, data: bytes, told: bytes) -> dict[str, object]:
    return {
        "pack": manifest.pack,
        "on": manifest.on.isoformat(),
        "file": out.name,
        "file_sha256": sha256_of(data),
        "manifest_sha256": sha256_of(told),
        "clauses": [
            {"clause": one.clause, "position": one.position, "version": one.version, "sha256": one.sha256}
            for one in manifest.clauses
        ],
    }


def _refuse_to_overwrite(path: Path, content: bytes) -> None:
    if path.exists() and read_bytes(path, limit=_LIMIT) != content:
        raise UsageError(say("another file stands there"), place=str(path),
                         way_out=say("Move it away, or name another file with -o."))  # fmt: skip
