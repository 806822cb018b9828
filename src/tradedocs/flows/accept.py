"""The user's job "we take this change": a named person's yes to one deviation, with the reason, as evidence."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path

from tradedocs.errors import RefusedInput, UsageError
from tradedocs.flows.accepted import ACCEPTED
from tradedocs.flows.compare import compare
from tradedocs.flows.ledgers import ledger_of
from tradedocs.flows.life import named
from tradedocs.library import load_register
from tradedocs.model.anchor import Anchor
from tradedocs.model.authority import Authority, reaches
from tradedocs.model.counterparty import Card, Comparison
from tradedocs.ui import say
from tradedocs.workspace import Workspace


def accept(
    path: Path, clause: str, *, by: str, reason: str, authority: Authority, silent: bool, workspace: Workspace,
    now: datetime, sent: Path | None = None,
) -> tuple[Card, Anchor]:  # fmt: skip
    """Record that a change in a returned contract is accepted. The card and the ledger's row are returned.

    Raises:
        RefusedInput: nobody may accept the change, the level or the person is not enough, it was made silently and
            `silent` is not said; nothing but the returned file says what was sent; there is no workspace.
        UsageError: there is no such change in the file, or the name or reason cannot stand in a ledger.
    """
    ledger, name, why = ledger_of(workspace), named(by), named(reason, "--reason")
    found = compare(path, workspace, now.date(), sent=sent)
    if found.kind == "foreign" or found.contract_no is None:
        raise RefusedInput(
            say("a paper of the other side's own is not accepted clause by clause"), place=found.file,
            way_out=say("Sign it or leave it; `tradedocs contract adopt` records one that was signed."),
        )  # fmt: skip
    if found.proof == "file":
        raise RefusedInput(
            say("nothing but the returned file says what was sent"), place=found.file,
            way_out=say("Name the file that was sent with --sent."),
        )  # fmt: skip
    card = _card(found, clause)
    _may(card, name, authority, workspace, now.date(), silent=silent)
    facts = {
        "contract_no": found.contract_no,
        "clause": card.id or card.ref,
        "standing": card.standing,
        "needed": card.needs,
        "silent": card.silent,
        "file_sha256": found.sha256,
        "sent_sha256": card.sent_sha256,
        "returned_sha256": card.returned_sha256,
        "words": [
            {"number": edit.number, "language": edit.language, "tracked": edit.tracked, "moved": edit.moved,
             "words": [[piece.kind, piece.text] for piece in edit.words if piece.kind != "same"]}
            for edit in card.edits
        ],
        "values": {one.variable: one.found for one in card.values},
        "by": name,
        "authority": authority,
        "reason": why,
    }  # fmt: skip
    return card, ledger.append(ACCEPTED, facts, at=now)


def _card(found: Comparison, clause: str) -> Card:
    card = next((one for one in found.cards if one.ref == clause), None)
    if card is not None:
        return card
    known = ", ".join(one.ref for one in found.cards)
    raise UsageError(
        say("there is no change in {clause}", clause=clause), place=found.file,
        way_out=say("Changed are: {known}", known=known) if known else say("Nothing is changed in the file."),
    )  # fmt: skip


def _may(card: Card, by: str, authority: Authority, workspace: Workspace, day: date, *, silent: bool) -> None:
    if card.forbidden or card.needs is None:
        what = next((hit.what for hit in card.hits if hit.forbids), "")
        raise RefusedInput(
            say("nobody may accept it: {what}", what=what), place=card.ref,
            way_out=say("Send it back, or have the playbook changed first."),
        )  # fmt: skip
    if card.silent and not silent:
        raise RefusedInput(
            say("it was changed without a mark, and they did not say so"), place=card.ref,
            way_out=say("Read every word of it; then say --silent to accept it all the same."),
        )  # fmt: skip
    if not reaches(authority, card.needs):
        raise RefusedInput(
            say("it needs the authority of {needed}, not of {held}", needed=card.needs, held=authority),
            place=card.ref, way_out=say("Let somebody of that level accept it, with --authority {needed}.",
                                        needed=card.needs),
        )  # fmt: skip
    if authority == "legal" and not _lawyer(by, workspace, day):
        raise RefusedInput(
            say("{by} is not in the register of approvers on {day}", by=by, day=day), place=card.ref,
            way_out=say("`tradedocs clause approvers` shows who speaks for legal."),
        )  # fmt: skip


def _lawyer(by: str, workspace: Workspace, day: date) -> bool:
    """Whether the person is in the register of approvers on the day."""
    people = load_register(workspace.clauses).approvers
    return people is not None and any(
        " ".join(one.name.split()).casefold() == " ".join(by.split()).casefold()
        and (one.since is None or one.since <= day)
        and (one.until is None or day <= one.until)
        for one in people.approvers
    )
