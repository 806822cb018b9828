"""Running a batch: groups of deals, each to its own file, with one ledger entry a group and one LibreOffice a group.

What is there already and is the contract of the same deal stays, so that a batch which was broken off goes on where
it was. One deal that cannot be built stops no other.
"""

from __future__ import annotations

import re
import tempfile
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from itertools import islice
from pathlib import Path
from typing import Any, Literal

from tradedocs.errors import BuildError, TradedocsError
from tradedocs.files import read_bytes, sha256_of, writable, write_atomic
from tradedocs.flows.batch.press import Press, Pressed
from tradedocs.flows.batch.sources import Job
from tradedocs.flows.overwrite import receipt_of, refuse_to_overwrite
from tradedocs.flows.receipt import facts_of, receipt_text
from tradedocs.ledger import Ledger
from tradedocs.ui import say
from tradedocs.word.topdf import to_pdfs

GROUP = 50
"""Deals that are built, entered into the ledger and written together."""

_LIMIT = 100_000_000
_LONGEST = 120
_NEVER = re.compile(r'[\\/:*?"<>|\s]+')
State = Literal["built", "draft", "kept", "failed"]


@dataclass(frozen=True)
class Outcome:
    """What became of one deal. `warnings` is the number of warnings of the deal rules."""

    name: str
    state: State
    file: Path | None = None
    error: TradedocsError | None = None
    warnings: int = 0


@dataclass(frozen=True)
class Batch:
    """Where the contracts go and what they are made with. `ledger` is None outside a workspace."""

    press: Press
    out: Path
    now: datetime
    ledger: Ledger | None
    pdf: bool = False


@dataclass(frozen=True)
class _Ready:
    job: Job
    target: Path
    pressed: Pressed


def run(jobs: Iterable[Job], batch: Batch) -> Iterator[Outcome]:
    """The outcome of every deal, in order, as each group is written.

    Raises:
        ToolError: a file cannot be written, or LibreOffice makes no PDF.
        RefusedInput: the ledger is broken.
    """
    writable(batch.out)
    taken: dict[str, str] = {}
    waiting = iter(jobs)
    while group := list(islice(waiting, GROUP)):
        tried = [_tried(job, batch, taken) for job in group]
        _write([one for one in tried if isinstance(one, _Ready)], batch)
        yield from (_outcome(one) if isinstance(one, _Ready) else one for one in tried)


def _outcome(ready: _Ready) -> Outcome:
    state: State = "draft" if ready.pressed.contract.draft else "built"
    return Outcome(ready.job.name, state, ready.target, warnings=len(ready.pressed.warnings))


def _tried(job: Job, batch: Batch, taken: dict[str, str]) -> _Ready | Outcome:
    try:
        deal = job.deal()
        stem = file_stem(deal.contract_no)
        first = taken.setdefault(stem.casefold(), job.name)
        if first != job.name:
            raise BuildError(say("{first} has the same contract number {no}", first=first, no=deal.contract_no),
                             way_out=say("Give each deal its own number."))  # fmt: skip
        kept = _kept(batch, stem, job.sha256)
        if kept is not None:
            return Outcome(job.name, "kept", kept)
        pressed = batch.press.press(deal, job.sha256)
        target = batch.out / f"{stem}{'-DRAFT' if pressed.contract.draft else ''}.docx"
        refuse_to_overwrite(target, deal_no=deal.contract_no, pdf=batch.pdf)
        return _Ready(job, target, pressed)
    except TradedocsError as error:
        return Outcome(job.name, "failed", error=error)


def file_stem(contract_no: str) -> str:
    """The contract number as a file name that every system takes (`YQ/SUG/26-083` → `YQ-SUG-26-083`)."""
    plain = _NEVER.sub("-", unicodedata.normalize("NFC", contract_no)).strip("-. ")
    return plain[:_LONGEST] or sha256_of(contract_no.encode())[:12]


def _kept(batch: Batch, stem: str, deal_sha256: str) -> Path | None:
    """The finished contract that is there already: of the same deal, by the same clauses and template, untouched."""
    for target in (batch.out / f"{stem}.docx", batch.out / f"{stem}-DRAFT.docx"):
        told = receipt_of(target)
        if told is None or not target.is_file() or told.get("deal_sha256") != deal_sha256:
            continue
        untouched = told.get("file_sha256") == sha256_of(read_bytes(target, limit=_LIMIT))
        if untouched and _same_making(told, batch.press):
            return target if not batch.pdf or target.with_suffix(".pdf").is_file() else None
    return None


def _same_making(told: dict[str, Any], press: Press) -> bool:
    """Whether the same clauses, template and languages would be used now, and a draft would be one again."""
    clauses, languages = told.get("clauses") or {}, "-".join(sorted(told.get("languages") or ()))
    return (
        set(clauses.values()) <= {clause.sha256 for clause in press.library.clauses}
        and told.get("template_sha256") == press.template_sha256
        and press.language in (None, languages)
        and (not told.get("draft") or not press.approved.issuperset(clauses.items()))
    )


def _write(group: list[_Ready], batch: Batch) -> None:
    """PDFs, then the ledger, then the files: a row without a file does no harm, a file without a row proves nothing."""
    if not group:
        return
    pdfs = _pdfs(group) if batch.pdf else {}
    facts = [facts_of(one.pressed.made, one.pressed.contract, pdfs.get(one.target)) for one in group]
    anchors = (
        batch.ledger.append_all("contract-built", facts, at=batch.now)
        if batch.ledger
        else (None,) * len(group)
    )
    for one, told, anchor in zip(group, facts, anchors, strict=True):
        write_atomic(one.target, one.pressed.made.data)
        if one.target in pdfs:
            write_atomic(one.target.with_suffix(".pdf"), pdfs[one.target])
        text = receipt_text(one.target.name, told, one.pressed.contract.draft_reasons, anchor)
        write_atomic(one.target.with_suffix(".receipt.json"), text.encode())


def _pdfs(group: list[_Ready]) -> dict[Path, bytes]:
    with tempfile.TemporaryDirectory(prefix="tradedocs-") as scratch:
        folder = Path(scratch)
        made = {
            one.target: (folder / f"{index}.docx", folder / f"{index}.pdf") for index, one in enumerate(group)
        }
        for one in group:
            made[one.target][0].write_bytes(one.pressed.made.data)
        to_pdfs(dict(made.values()))
        return {target: pdf.read_bytes() for target, (_, pdf) in made.items()}
