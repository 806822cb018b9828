"""The memo of a paper that came back, for whoever decides: an overview and one card for each changed clause."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

from tradedocs.errors import UsageError
from tradedocs.files import write_atomic
from tradedocs.formats.compare_text import decision, labels, level_word, proof_line
from tradedocs.formats.verify_text import how_word, proposal_words
from tradedocs.model.counterparty import Card, Comparison, ValueFound
from tradedocs.model.memo import CardMemo, CardRow, MemoCard, MemoSection
from tradedocs.model.revision import Edit, Words
from tradedocs.ui import say
from tradedocs.word.cards import cards_docx
from tradedocs.workspace import Workspace, packaged

Line = tuple[Words, ...]
TEMPLATE = "returned-memo.docx"


def write_cards(found: Comparison, out: Path, workspace: Workspace, day: date) -> None:
    """Write the memo as a Word file.

    Raises:
        UsageError: another ending, or a file stands there.
        BuildError: the template does not fit.
        ToolError: the file cannot be written.
    """
    if out.suffix.lower() != ".docx":
        raise UsageError(say("the memo is a Word file"), place=str(out),
                         way_out=say("Name it with the ending .docx."))  # fmt: skip
    if out.exists():
        raise UsageError(say("a file stands there already"), place=str(out),
                         way_out=say("Move it away, or name another file with -o."))  # fmt: skip
    own = workspace.templates / TEMPLATE
    template = own if own.is_file() else packaged().templates / TEMPLATE
    write_atomic(out, cards_docx(card_memo(found, day), template))


def card_memo(found: Comparison, day: date) -> CardMemo:
    """The memo as facts."""
    return CardMemo(
        title=found.contract_no or found.file,
        facts=tuple(_facts(found, day)),
        overview=_overview(found),
        cards=tuple(_card(card) for card in found.cards),
        after=tuple(_after(found)),
    )


def _facts(found: Comparison, day: date) -> Iterator[tuple[str, str]]:
    if found.contract_no is not None:
        yield say("Contract"), found.contract_no
    yield say("File"), say("{file}, SHA-256 {sha}", file=found.file, sha=found.sha256)
    yield say("Basis"), proof_line(found)
    yield say("As of"), day.isoformat()
    for problem in found.problems:
        yield say("Problem"), problem
    for one in found.unseen:
        yield say("Silent"), one
    for one in found.not_compared:
        yield say("Not compared"), one


def _overview(found: Comparison) -> MemoSection:
    return MemoSection(
        title=say("All changes"),
        heads=(say("No."), say("Clause"), say("Standing"), say("May be accepted by")),
        shares=(8, 42, 26, 24),
        rows=tuple(
            (card.number or "–", card.title, ", ".join(labels(card)), _who(card)) for card in found.cards
        ),
        nothing=say("Nothing is changed."),
    )


def _who(card: Card) -> str:
    if card.accepted is not None:
        return say("accepted: {by}", by=card.accepted.by)
    if card.within:
        return say("nothing to decide")
    return say("nobody") if card.forbidden else level_word(card.needs)


def _card(card: Card) -> MemoCard:
    number = f"{card.number}. " if card.number else ""
    return MemoCard(
        title=f"{number}{card.title}  [{card.ref}]",
        standing=", ".join(labels(card)),
        grave=card.grave and card.accepted is None,
        rows=tuple(_rows(card)),
    )


def _rows(card: Card) -> Iterator[CardRow]:
    if card.hits:
        yield CardRow(label=say("Rules"), lines=tuple(_said(hit.what) for hit in card.hits))
    if card.values:
        yield CardRow(label=say("Values"), lines=tuple(_said(_value(value)) for value in card.values))
    if card.edits:
        yield CardRow(label=say("Against what was sent"), lines=tuple(map(_edit, card.edits)))
    if card.proposals:
        told = (_said(proposal_words(one)) for one in card.proposals)
        yield CardRow(label=say("Tracked changes"), lines=tuple(told))
    if card.against:
        label = say("Against the library ({position})", position=card.nearest)
        yield CardRow(label=label, lines=tuple(edit.words for edit in card.against))
    yield CardRow(label=say("Decision"), lines=(_said(decision(card)),))


def _said(text: str) -> Line:
    return (Words(kind="same", text=text),)


def _value(value: ValueFound) -> str:
    sent = say("was {sent}, ", sent=value.sent) if value.sent else ""
    ranges = f" ({value.ranges})" if value.ranges else ""
    return f"{value.variable}: {sent}{say('now {found}', found=value.found)}{ranges}"


def _edit(edit: Edit) -> Line:
    where = " ".join(part for part in (edit.number, edit.language, f"[{how_word(edit)}]") if part)
    return (Words(kind="same", text=f"{where} "), *edit.words)


def _after(found: Comparison) -> Iterator[MemoSection]:
    if found.missing:
        yield _list(say("Clauses that are missing"), say("Clause"), found.missing)
    if found.unplaced:
        yield _list(say("Text that is no clause of the library"), say("Text"), found.unplaced)
    if found.comments:
        yield MemoSection(
            title=say("Comments"), heads=(say("By"), say("Comment")), shares=(25, 75), rows=found.comments,
            nothing="",
        )  # fmt: skip


def _list(title: str, head: str, rows: tuple[str, ...]) -> MemoSection:
    return MemoSection(
        title=title, heads=(head,), shares=(1,), rows=tuple((one,) for one in rows), nothing=""
    )
