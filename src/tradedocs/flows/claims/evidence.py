"""The user's job "here are their photographs": files of evidence are stored by their hash and looked into."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any

from tradedocs.errors import UsageError
from tradedocs.files import read_bytes, sha256_of, write_atomic
from tradedocs.flows.claims.basis import terms_of
from tradedocs.flows.claims.pictures import UNREAD, image_facts, is_picture, near
from tradedocs.flows.claims.record import EVIDENCE, all_claims, claim_of, folder_of, must_be_open, put
from tradedocs.flows.claims.reports import report_evidence
from tradedocs.model.anchor import Anchor
from tradedocs.model.claim import ClaimRecord, Complaint, EvidenceKind, ImageFacts, ReportEvidence
from tradedocs.model.claim import Evidence as Piece
from tradedocs.ui import say
from tradedocs.workspace import Workspace

LIMIT = 500_000_000
_REPORTS: frozenset[EvidenceKind] = frozenset({"report", "survey"})
_PHOTOS = "photo-"


@dataclass(frozen=True)
class Shown:
    """What the person who adds files says of them."""

    kinds: tuple[EvidenceKind, ...]
    note: str | None
    by: str


@dataclass(frozen=True)
class Added:
    """One file that was stored, and its row."""

    piece: Piece
    anchor: Anchor


def add_evidence(
    number: str, files: Sequence[Path], shown: Shown, *, workspace: Workspace, now: datetime
) -> tuple[Added, ...]:
    """Store each file under its hash, with what its metadata and its content say; one row a file.

    A PDF that is said to be a report goes through the report reader. A file that was added before is told and not
    stored again.

    Raises:
        UsageError: a file does not exist, is empty, or was added to this claim already.
        RefusedInput: a picture or report cannot be read, or the claim is closed. Nothing of the files is recorded then.
        ToolError: the workspace cannot be written.
    """
    record = claim_of(number, workspace)
    must_be_open(record)
    read = [_read(path, record, shown, workspace) for path in files]
    _each_once([one.sha256 for one in read], files)
    known = _known(workspace)
    out = []
    for path, one in zip(files, read, strict=True):
        fact = _fact(path, one, shown, record.complaint, known, now.date())
        target = folder_of(number, workspace) / fact["stored"]
        write_atomic(target, one.data)
        with contextlib.suppress(OSError):
            target.chmod(0o444)
        anchor = put(
            EVIDENCE,
            number,
            record.contract.contract_no,
            fact,
            by=shown.by,
            workspace=workspace,
            now=now,
            files={fact["stored"]: one.sha256},
        )
        piece = Piece.model_validate({**fact, "by": shown.by, "on": now.date(), "row": anchor.row})
        known.append((number, piece))
        out.append(Added(piece, anchor))
    return tuple(out)


@dataclass(frozen=True)
class _Read:
    data: bytes
    sha256: str
    image: ImageFacts | None
    report: ReportEvidence | None


def _read(path: Path, record: ClaimRecord, shown: Shown, workspace: Workspace) -> _Read:
    data = read_bytes(path, limit=LIMIT)
    if not data:
        raise UsageError(say("the file is empty"), place=str(path), way_out=say("Ask for it again."))
    digest = sha256_of(data)
    if any(one.sha256 == digest for one in record.evidence):
        raise UsageError(
            say("the file is evidence of this claim already"), place=str(path), way_out=say("Leave it out.")
        )
    image = image_facts(data, path.name) if is_picture(path.suffix) and shown.kinds != ("other",) else None
    report = None
    if path.suffix.lower() == ".pdf" and _REPORTS & set(shown.kinds):
        _, spec = terms_of(record, workspace)
        report = report_evidence(path, spec, record.complaint.shipment, record.complaint.line, workspace)
    return _Read(data, digest, image, report)


def _each_once(hashes: Sequence[str], files: Sequence[Path]) -> None:
    for place, digest in enumerate(hashes):
        if digest in hashes[:place]:
            raise UsageError(
                say("two of the files are the same"),
                place=str(files[place]),
                way_out=say("Name each file once."),
            )


def _known(workspace: Workspace) -> list[tuple[str, Piece]]:
    return [(number, one) for number, record in all_claims(workspace).items() for one in record.evidence]


def _fact(
    path: Path,
    read: _Read,
    shown: Shown,
    complaint: Complaint,
    known: Sequence[tuple[str, Piece]],
    today: date,
) -> dict[str, Any]:
    fact: dict[str, Any] = {
        "sha256": read.sha256,
        "file": path.name.encode("utf-8", "replace").decode(),
        "stored": f"evidence/{read.sha256[:16]}{path.suffix.lower()[:8]}",
        "size": len(read.data),
        "shows": list(shown.kinds),
        "remarks": [*_remarks(path, read, shown, complaint, today), *_repeats(read, known)],
        "same_as": [one.sha256 for _, one in known if _same(read, one)],
    }
    optional: Mapping[str, Any] = {
        "note": shown.note,
        "image": read.image.model_dump(mode="json", exclude_none=True) if read.image else None,
        "report": read.report.model_dump(mode="json", exclude_none=True) if read.report else None,
    }
    return {**fact, **{name: value for name, value in optional.items() if value is not None}}


def _remarks(path: Path, read: _Read, shown: Shown, complaint: Complaint, today: date) -> Iterator[str]:
    """What the metadata say against the claimed dates, and what they have lost. A remark is no accusation."""
    if path.suffix.lower() in UNREAD:
        yield say(
            "stored; its metadata were not read, because the program does not open {kind}",
            kind=path.suffix.lower(),
        )
    yield from _other_goods(read.report, complaint)
    image = read.image
    if image is None:
        return
    if image.taken is None:
        if any(kind.startswith(_PHOTOS) for kind in shown.kinds):
            yield say("the file has no date of its own: ask for the original, which messengers strip")
        return
    taken = image.taken.date()
    arrived = complaint.taken_over or complaint.discharged or complaint.arrived
    if arrived is not None and taken < arrived:
        yield say(
            "the camera's clock says {day}, before the goods arrived ({arrived})", day=taken, arrived=arrived
        )
    if complaint.found is not None and taken < complaint.found:
        yield say(
            "the camera's clock says {day}, before the defect was found ({found})",
            day=taken,
            found=complaint.found,
        )
    if taken > today:
        yield say("the camera's clock says {day}, which is still to come", day=taken)


def _other_goods(report: ReportEvidence | None, complaint: Complaint) -> Iterator[str]:
    """A report that names lots, none of them complained of, is perhaps about other goods."""
    if report is None:
        return
    lots = {"".join(one.casefold().split()) for one in complaint.lots}
    named = {"".join(one.casefold().split()) for one in report.lots}
    if lots and named and not lots & named:
        yield say("the report names lot {named}, the complaint {lots}", named=", ".join(report.lots),
                  lots=", ".join(complaint.lots))  # fmt: skip
    if not report.values and report.counted is None:
        yield say("no value of the report could be held against the contract: read it yourself")


def _repeats(read: _Read, known: Sequence[tuple[str, Piece]]) -> Iterator[str]:
    for number, one in known:
        if one.sha256 == read.sha256:
            yield say("the same file is evidence of claim {number}", number=number)
        elif _same(read, one):
            yield say("nearly the same picture as {file} of claim {number}", file=one.file, number=number)


def _same(read: _Read, one: Piece) -> bool:
    if one.sha256 == read.sha256:
        return True
    return (
        read.image is not None
        and one.image is not None
        and near(read.image.fingerprint, one.image.fingerprint)
    )
