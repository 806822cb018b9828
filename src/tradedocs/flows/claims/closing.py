"""The user's job "close the claim": how it ended, its cause, and the changes that would have caught it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from tradedocs.claims.eightd import report_8d
from tradedocs.claims.matter import Matter
from tradedocs.claims.preventing import lessons_of
from tradedocs.errors import RefusedInput, UsageError
from tradedocs.files import write_atomic
from tradedocs.flows.claims.form import ClosingForm, form_text
from tradedocs.flows.claims.performing import open_promises
from tradedocs.flows.claims.record import CLOSED, all_claims, claim_of, folder_of, must_be_open, put, told
from tradedocs.flows.claims.underlying import matter_of
from tradedocs.flows.claims.writing import keep, write_papers
from tradedocs.flows.inspection import in_languages, refuse_existing
from tradedocs.flows.life import named
from tradedocs.flows.staged import staged
from tradedocs.model.anchor import Anchor
from tradedocs.model.claim import Category, ClaimRecord
from tradedocs.model.settling import Closing, Ended, Lesson
from tradedocs.ui import say
from tradedocs.workspace import Workspace
from tradedocs.yamlfile import load, plain


@dataclass(frozen=True)
class Closed:
    """The closing as it was recorded, and the files that were written."""

    closing: Closing
    files: tuple[Path, ...]
    anchor: Anchor


def close(
    number: str, form: Path, *, by: str, workspace: Workspace, now: datetime, pdf: bool = False,
    language: str | None = None,
) -> Closed:  # fmt: skip
    """Close a claim with the form's cause and lessons; the 8D report is written into the claim's folder.

    Raises:
        UsageError: there is no such claim; a lesson names a key that no deal has.
        InputError: the form holds errors, or is not filled in.
        RefusedInput: nothing ended the claim, or a promise of its settlement is not done.
        ToolError: a file cannot be written. Nothing is recorded then.
    """
    record, name = claim_of(number, workspace), named(by)
    must_be_open(record)
    filled = load(form, ClosingForm)
    _refuse_unended(record, filled.ended)
    matter = matter_of(record, workspace, on=now.date(), language=language)
    _refuse_unknown_keys(matter, filled, str(form))
    _, proof = keep(form.parent / filled.proof if filled.proof else None, number, workspace)
    closing = Closing(
        ended=filled.ended, reason=filled.reason, eight_d=filled.eight_d, lessons=filled.lessons,
        goods=matter.line.description, hs_code=matter.line.hs_code, files=proof, by=name, on=now.date(), row=0,
    )  # fmt: skip
    papers = {}
    if filled.eight_d is not None:
        place = Path(record.contract.file)
        papers["eight-d.docx"] = in_languages(lambda: report_8d(matter, closing), place)
    folder = folder_of(number, workspace) / "closing"
    with staged(folder) as waiting:
        written = write_papers(papers, waiting, workspace, pdf=pdf)
        files = {**{path.name: sha256 for path, sha256 in written.items()}, **proof}
        closing = closing.model_copy(update={"files": files})
        anchor = put(CLOSED, number, record.contract.contract_no, told(closing), by=name, workspace=workspace, now=now,
                     files=files)  # fmt: skip
    return Closed(closing, tuple(folder / path.name for path in written), anchor)


def draft(number: str, out: Path, *, workspace: Workspace, today: date) -> tuple[Lesson, ...]:
    """Write the form to close a claim, with what the record knows and the proposed changes, to be completed.

    Raises:
        UsageError: there is no such claim, or a file stands there.
        RefusedInput: the claim is closed.
    """
    record = claim_of(number, workspace)
    must_be_open(record)
    refuse_existing(out)
    matter = matter_of(record, workspace, on=today)
    proposed = lessons_of(matter, category_of(record), failed_lots(record, workspace))
    write_atomic(out, form_text(record, proposed).encode())
    return proposed


def category_of(record: ClaimRecord) -> Category:
    """The category that the last triage found; undecided before."""
    return record.triage.category if record.triage is not None else "undecided"


def failed_lots(record: ClaimRecord, workspace: Workspace) -> tuple[bool, ...]:
    """Whether each lot of the same goods that claims tell of failed, in the order of the claims, up to this one."""
    out: dict[tuple[str, int, int], bool] = {}
    for one in all_claims(workspace).values():
        if not _same_goods(one, record):
            continue
        key = (one.contract.contract_no, one.complaint.shipment, one.complaint.line)
        out[key] = out.get(key, False) or category_of(one) == "batch-defect"
        if one.complaint.number == record.complaint.number:
            break
    return tuple(out.values())


def _same_goods(one: ClaimRecord, other: ClaimRecord) -> bool:
    """By the contract's line, or by supplier and category of goods where both claims name them."""
    mine, theirs = one.complaint, other.complaint
    if (one.contract.contract_no, mine.line) == (other.contract.contract_no, theirs.line):
        return True
    named_both = (mine.category_of_goods, mine.supplier)
    return None not in named_both and named_both == (theirs.category_of_goods, theirs.supplier)


def _refuse_unended(record: ClaimRecord, ended: Ended) -> None:
    number = record.complaint.number
    if ended == "settled":
        if record.settlement is None:
            raise RefusedInput(
                say("claim {number} is not settled", number=number),
                way_out=say("Settle it, or say in the form that it was refused or withdrawn (`ended`)."),
            )
        _refuse_open_promises(record)
        return
    if record.settlement is not None:
        raise RefusedInput(
            say("claim {number} was settled on {day}, not {ended}", number=number, day=record.settlement.agreed,
                ended=ended),
            way_out=say("Close it as settled, when its promises are done."),
        )  # fmt: skip
    if ended == "refused" and all(one.kind != "refuse" for one in record.letters):
        raise RefusedInput(
            say("no letter refuses claim {number}", number=number),
            way_out=say("Write it first: tradedocs claim letter {number} refuse.", number=number),
        )


def _refuse_open_promises(record: ClaimRecord) -> None:
    left = open_promises(record)
    if left:
        listed = "; ".join(
            f"{one.key} ({one.what.en}" + (f", {one.due})" if one.due else ")") for one in left
        )
        raise RefusedInput(
            say("not done yet: {promises}", promises=listed),
            way_out=say("Record each when it is done: tradedocs claim done {number} PROMISE.",
                        number=record.complaint.number),
        )  # fmt: skip


def _refuse_unknown_keys(matter: Matter, form: ClosingForm, place: str) -> None:
    for index, lesson in enumerate(form.lessons, 1):
        if lesson.key is None:
            continue
        try:
            matter.deal.steps(lesson.key)
        except ValueError as error:
            raise UsageError(str(error), place=f"{place}: lessons[{index}].key") from error
        if lesson.value is not None and lesson.value.startswith(("{", "[")):
            plain(lesson.value, f"{place}: lessons[{index}].value")
