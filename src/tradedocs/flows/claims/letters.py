"""The user's job "write to them": a letter of the claim, made whole, recorded, and then written."""

from __future__ import annotations

import tempfile
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from pathlib import Path

from tradedocs.claims.deadlines import deadlines
from tradedocs.claims.lacking import lacking
from tradedocs.claims.letters.case import Case
from tradedocs.claims.letters.defences import Ground, Told, defence, grounds_of
from tradedocs.claims.letters.kinds import LETTERS, sender_of, written_by
from tradedocs.claims.matter import Matter
from tradedocs.errors import RefusedInput, UsageError
from tradedocs.files import read_bytes, sha256_of, writable, write_atomic
from tradedocs.flows.claims.authority import legal_authority, refuse_barred
from tradedocs.flows.claims.basis import bars_of, checked_before, terms_of
from tradedocs.flows.claims.conveying import conveyed
from tradedocs.flows.claims.record import LETTER, all_claims, claim_of, folder_of, must_be_open, put, told
from tradedocs.flows.inspection import TONGUES, in_languages, refuse_existing
from tradedocs.flows.ledgers import ledger_of
from tradedocs.flows.life import named
from tradedocs.ledger import Row
from tradedocs.model.anchor import Anchor
from tradedocs.model.annex import Texts
from tradedocs.model.authority import Authority
from tradedocs.model.claim import Authorised, ClaimRecord, Lacking, Letter, LetterKind
from tradedocs.model.claimview import Deadline
from tradedocs.model.finding import Verdict
from tradedocs.model.paper import Paper
from tradedocs.model.party import Side
from tradedocs.ui import say
from tradedocs.word.package import FILE_LIMIT
from tradedocs.word.paper import paper_docx
from tradedocs.words.bilingual import Pair
from tradedocs.words.mail import DOCX, unsent
from tradedocs.workspace import Workspace, packaged

_TEMPLATE = "claim-letter.docx"
_DAYS: dict[LetterKind, int] = {
    "carrier-notice": 3,
    "insurer-notice": 3,
    "offer": 14,
    "refuse": 14,
    "settle": 14,
}
_USUAL = 7
_ASKS_NOTHING: tuple[LetterKind, ...] = ("acknowledge",)
"""Letters whose day is our own next step."""
_PARTIES: tuple[LetterKind, ...] = (
    "acknowledge", "request-evidence", "joint-survey", "refuse", "offer", "settle", "non-conformity",
)  # fmt: skip
_BEFORE_OURS = 2


@dataclass(frozen=True)
class Wishes:
    """How a letter is wished.

    Attributes:
        language: `en`, `zh` or `en-zh`; None: as the contract.
        reply_by: None: the usual day of that kind.
        on: the day that the letter bears, and that its periods are counted by; None: today.
        out: the Word file; None: in the claim's folder.
        grounds, statement: of a refusal; without grounds, those of the last triage; `statement` is what
            the ground `other` says, in both languages.
        authority, reason: of a refusal; the reason stays in the ledger and is not printed.
    """

    language: str | None = None
    reply_by: date | None = None
    on: date | None = None
    out: Path | None = None
    pdf: bool = False
    eml: bool = False
    grounds: tuple[Ground, ...] = ()
    statement: Pair | None = None
    authority: Authority | None = None
    reason: str | None = None


@dataclass(frozen=True)
class Written:
    """The letter as it was recorded, its files, and its row."""

    letter: Letter
    files: tuple[Path, ...]
    anchor: Anchor


def write_letter(
    number: str, kind: LetterKind, wishes: Wishes, *, by: str, workspace: Workspace, now: datetime
) -> Written:
    """Write a letter of a claim and record it by its hash.

    Raises:
        UsageError: there is no such claim, the letter is not for our side, a day is over, or a file stands there.
        RefusedInput: the claim is closed, or lacks what the letter tells of; a refusal lacks authority or
            its facts, or is barred by the ledger.
        BuildError: the template does not fit.
        ToolError: a file or the ledger cannot be written, or LibreOffice makes no PDF.
    """
    record, name = claim_of(number, workspace), named(by)
    must_be_open(record)
    today = _day(record, wishes.on, now.date())
    if kind == "refuse" and not wishes.grounds:
        wishes = replace(wishes, grounds=grounds_of(record))
    _refuse_other_side(kind, record, wishes)
    rows = tuple(ledger_of(workspace).rows())
    authorised = None
    if kind == "refuse":
        authorised = legal_authority(
            wishes.authority, wishes.reason, by=by, workspace=workspace, on=now.date()
        )
        refuse_barred(wishes.grounds, bars_of(record, rows))
    case = _case(record, kind, wishes, rows, by=name, workspace=workspace, today=today)
    paper = in_languages(lambda: LETTERS[kind](case), Path(record.contract.file))
    folder = folder_of(number, workspace) / "letters"
    out = wishes.out or folder / f"{len(record.letters) + 1:02d}-{kind}.docx"
    data = _content(paper, out, case, kind, wishes, workspace)
    letter = _letter(case, kind, paper, out, data, authorised, workspace)
    return _put(record, letter, data, workspace, now)


def _refuse_other_side(kind: LetterKind, record: ClaimRecord, wishes: Wishes) -> None:
    ours = written_by(record.contract.our_side)
    if kind not in ours:
        raise UsageError(
            say("as {side} we do not write the letter {kind}", side=record.contract.our_side, kind=kind),
            way_out=say("Letters of this side: {kinds}.", kinds=", ".join(ours)),
        )
    if kind == "refuse" and not wishes.grounds:
        raise UsageError(
            say("a refusal needs a ground, and the triage gives none"),
            way_out=say("Name each one with --ground."),
        )
    if kind != "refuse" and (wishes.grounds or wishes.statement):
        raise UsageError(say("grounds and statements belong to a refusal, not to {kind}", kind=kind))


def _day(record: ClaimRecord, wished: date | None, today: date) -> date:
    if wished is not None and not record.complaint.received <= wished <= today:
        raise UsageError(
            say("{day} is before the complaint was received, or still to come", day=wished),
            way_out=say("The row in the ledger keeps the moment at which the letter is written in any case."),
        )
    return wished or today


def _case(
    record: ClaimRecord, kind: LetterKind, wishes: Wishes, rows: tuple[Row, ...], *, by: str, workspace: Workspace,
    today: date,
) -> Case:  # fmt: skip
    terms, _ = terms_of(record, workspace)
    languages = TONGUES[wishes.language] if wishes.language else terms.languages
    matter = Matter(record, terms.deal, terms.articles, languages, today)
    bars = bars_of(record, rows)
    dates = deadlines(record, terms, bars, today)
    checked = checked_before(record, rows)
    released = checked.row if checked is not None and checked.verdict == Verdict.RELEASE else None
    known = Told(dates, released, wishes.statement)
    move = conveyed(record, matter, workspace, today) if kind == "offer" else None
    if kind == "settle" and record.settlement is None:
        raise RefusedInput(
            say("claim {number} is not settled", number=record.complaint.number),
            way_out=say("Record what was agreed first: tradedocs claim settle."),
        )
    head = rows[-1]
    until = move.expires if move is not None and wishes.reply_by is None else wishes.reply_by
    return Case(
        matter=matter,
        by=by,
        head=f"{head.row}:{head.sha256}",
        until=_until(kind, until, record, workspace, today),
        lacking=_lacking(record) if kind == "request-evidence" else (),
        deadlines=dates,
        defences=tuple(defence(one, matter, known) for one in dict.fromkeys(wishes.grounds)),
        move=move,
    )


def _until(
    kind: LetterKind, wished: date | None, record: ClaimRecord, workspace: Workspace, today: date
) -> date:
    if wished is not None:
        if wished < today:
            raise UsageError(
                say("{day}, the day for a reply, is over", day=wished), way_out=say("Name a later day.")
            )
        return wished
    usual = today + timedelta(days=_DAYS.get(kind, _USUAL))
    ours = _own_answer(record, workspace, today) if kind == "non-conformity" else None
    if ours is None:
        return usual
    return max(today + timedelta(days=1), min(usual, ours - timedelta(days=_BEFORE_OURS)))


def _own_answer(record: ClaimRecord, workspace: Workspace, today: date) -> date | None:
    """Until when we owe our own customer an answer, where its claim is in this workspace."""
    above = all_claims(workspace).get(record.complaint.upstream_of or "")
    if above is None:
        return None
    terms, _ = terms_of(above, workspace)
    found: tuple[Deadline, ...] = deadlines(above, terms, (), today)
    return next((one.day for one in found if one.key == "answer.answer"), None)


def _lacking(record: ClaimRecord) -> tuple[Lacking, ...]:
    """What the triage found missing, without what came since; before the first triage, what is alleged counts."""
    there = record.shown | frozenset(record.complaint.sent)
    found = record.triage.lacking if record.triage is not None else lacking((), record)
    left = tuple(one for one in found if one.kind not in there)
    if not left:
        raise RefusedInput(
            say("nothing of the evidence is missing"), way_out=say("Decide on it: tradedocs claim triage.")
        )
    return left


def _content(
    paper: Paper, out: Path, case: Case, kind: LetterKind, wishes: Wishes, workspace: Workspace
) -> Mapping[Path, bytes]:
    """Every file of the letter, made before one of them is written."""
    suffixes = (".docx", *((".pdf",) if wishes.pdf else ()), *((".eml",) if wishes.eml else ()))
    if out.suffix.lower() != ".docx":
        raise UsageError(
            say("a letter is a Word file"), place=str(out), way_out=say("Name it with .docx at its end.")
        )
    for suffix in suffixes:
        refuse_existing(out.with_suffix(suffix))
    own = workspace.templates / _TEMPLATE
    data = {out: paper_docx(paper, own if own.is_file() else packaged().templates / _TEMPLATE)}
    if wishes.pdf:
        data[out.with_suffix(".pdf")] = _pdf(data[out])
    if wishes.eml:
        enclosed = _agreement(case, workspace) if kind == "settle" else {}
        data[out.with_suffix(".eml")] = _mail(paper, case, kind, {**data, **enclosed})
    return data


def _agreement(case: Case, workspace: Workspace) -> Mapping[Path, bytes]:
    """The papers of the settlement, each as it was recorded.

    Raises:
        RefusedInput: one is missing or was altered.
    """
    settlement = case.matter.record.settlement
    assert settlement is not None
    folder = folder_of(case.complaint.number, workspace) / "settlement"
    found: dict[Path, bytes] = {}
    for name, sha256 in settlement.files.items():
        path = folder / name
        data = read_bytes(path, limit=FILE_LIMIT) if path.is_file() else b""
        if sha256_of(data) != sha256:
            raise RefusedInput(
                say("a paper of the settlement is not the one that was recorded"),
                place=str(path),
                way_out=say("Restore the folder of the claim from your backup."),
            )
        found[path] = data
    return found


def _pdf(docx: bytes) -> bytes:
    from tradedocs.word.topdf import to_pdf

    with tempfile.TemporaryDirectory(prefix="tradedocs-claim-") as scratch:
        file = Path(scratch) / "letter.docx"
        file.write_bytes(docx)
        to_pdf(file, file.with_suffix(".pdf"))
        return file.with_suffix(".pdf").read_bytes()


def _mail(paper: Paper, case: Case, kind: LetterKind, data: Mapping[Path, bytes]) -> bytes:
    """To the other side where it gets the letter, or its draft; to nobody where the address is not known."""
    draft = sender_of(kind, case) != case.our_side
    to = case.matter.party(case.other_side).email if kind in _PARTIES or draft else ""
    subject = " / ".join((*((paper.mark,) if paper.mark else ()), *paper.title))
    first = [text for note in _first(paper) for text in note]
    end = case.both("The letter is attached.", "函件见附件。")
    body = "\n\n".join((*first, *end, case.by)) + "\n"
    pieces = tuple(
        (content, DOCX if path.suffix == ".docx" else "pdf", path.name) for path, content in data.items()
    )
    return unsent(to, f"{subject} – {case.complaint.number}", body, pieces)


def _first(paper: Paper) -> tuple[Texts, ...]:
    """What the letter says first; of a draft, what its box says to the side that has to send it."""
    first = paper.sections[0]
    boxed = (words for table in first.tables for cells in table.rows for words in cells)
    return (*first.lead, *first.notes, *boxed)


def _letter(
    case: Case, kind: LetterKind, paper: Paper, out: Path, data: Mapping[Path, bytes], authorised: Authorised | None,
    workspace: Workspace,
) -> Letter:  # fmt: skip
    assert workspace.root is not None
    assert paper.letter is not None
    inside = out.resolve().is_relative_to(workspace.root.resolve())
    sender: Side = sender_of(kind, case)
    return Letter(
        kind=kind,
        file=out.resolve().relative_to(workspace.root.resolve()).as_posix() if inside else out.name,
        sha256=sha256_of(data[out]),
        languages=paper.languages,
        to=paper.letter.to[0],
        reply_by=None if kind in _ASKS_NOTHING else case.until,
        grounds=tuple(one.ground for one in case.defences),
        authorised=authorised,
        move=case.move.number if case.move is not None else None,
        draft_for=sender if sender != case.our_side else None,
        by=case.by,
        on=case.matter.on,
        row=0,
    )


def _put(
    record: ClaimRecord, letter: Letter, data: Mapping[Path, bytes], workspace: Workspace, now: datetime
) -> Written:
    """The ledger comes first: a row without a file does no harm, a file without a row proves nothing."""
    for path in data:
        writable(path.parent)
    anchor = put(
        LETTER, record.complaint.number, record.contract.contract_no, told(letter), by=letter.by,
        workspace=workspace, now=now, files={path.name: sha256_of(content) for path, content in data.items()},
    )  # fmt: skip
    for path, content in data.items():
        write_atomic(path, content)
    return Written(letter.model_copy(update={"row": anchor.row}), tuple(data), anchor)
