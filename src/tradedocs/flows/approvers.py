"""The user's job "who may approve": the register of approvers, kept with a row in the ledger for each change."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path

from pydantic import ValidationError

from tradedocs.errors import RefusedInput, UsageError
from tradedocs.flows.ledgers import ledger_of
from tradedocs.library import load_approvers, write_approvers
from tradedocs.model.approval import Approver, ApproverFile
from tradedocs.ui import say
from tradedocs.workspace import Workspace


def approvers_of(workspace: Workspace) -> ApproverFile:
    """The register as it is; an empty one when there is none.

    Raises:
        InputError: the file holds errors.
    """
    return load_approvers(_path(workspace)) or ApproverFile()


def add_approver(workspace: Workspace, approver: Approver, *, now: datetime) -> None:
    """Enter a person. The same name and role twice is one person with the new limits.

    Raises:
        RefusedInput: there is no workspace.
    """

    def entered(file: ApproverFile) -> ApproverFile:
        others = [one for one in file.approvers if (one.name, one.role) != (approver.name, approver.role)]
        return file.model_copy(update={"approvers": (*others, approver)})

    _change(workspace, entered, {"entered": approver.model_dump(mode="json", exclude_none=True)}, now)


def end_approver(workspace: Workspace, name: str, until: date, *, now: datetime) -> None:
    """Set the last day on which a person may approve. What they approved until then keeps counting.

    Raises:
        UsageError: nobody of that name is in the register.
    """

    def ended(file: ApproverFile) -> ApproverFile:
        if all(one.name != name for one in file.approvers):
            raise UsageError(
                say("{who} is not in the register of approvers", who=name),
                way_out=say("It names: {names}.", names=", ".join(dict.fromkeys(one.name for one in file.approvers))
                            or say("nobody")),
            )  # fmt: skip
        people = [
            one.model_copy(update={"until": until}) if one.name == name else one for one in file.approvers
        ]
        return file.model_copy(update={"approvers": tuple(people)})

    _change(workspace, ended, {"ended": name, "until": until.isoformat()}, now)


def set_sole_counsel(workspace: Workspace, *, alone: bool, now: datetime) -> None:
    """Say whether the house has one counsel only, whose yes to a text of their own counts."""
    _change(
        workspace, lambda file: file.model_copy(update={"sole_counsel": alone}), {"sole_counsel": alone}, now
    )


def add_key(workspace: Workspace, public: str, *, now: datetime) -> None:
    """Ask from now on for a signature of the register of approvals by this Ed25519 key (base64).

    Raises:
        UsageError: it is no such key.
    """
    if not _is_key(public):
        raise UsageError(
            say("this is no public Ed25519 key in base64"), place=public,
            way_out=say("Name the private key's file instead: its public half is entered."),
        )  # fmt: skip

    def with_key(file: ApproverFile) -> ApproverFile:
        return file.model_copy(update={"keys": tuple(dict.fromkeys((*file.keys, public)))})

    _change(workspace, with_key, {"key": public}, now)


def _is_key(public: str) -> bool:
    import base64
    import binascii

    try:
        return len(base64.b64decode(public, validate=True)) == 32
    except (ValueError, binascii.Error):
        return False


def approver(
    name: str, role: str, *, families: tuple[str, ...], positions: tuple[str, ...], languages: tuple[str, ...],
    since: date | None, until: date | None,
) -> Approver:  # fmt: skip
    """A person for the register; empty tuples mean no limit.

    Raises:
        UsageError: the name or role cannot stand in a register.
    """
    facts = {"name": name, "role": role, "since": since, "until": until,
             "families": families or None, "positions": positions or None, "languages": languages or None}  # fmt: skip
    try:
        return Approver.model_validate(facts)
    except ValidationError as error:
        first = error.errors()[0]
        reason = first["msg"].removeprefix("Value error, ")
        raise UsageError(
            say("{what} cannot stand in a register: {reason}", what=first["loc"][0], reason=reason)
        ) from error


def _path(workspace: Workspace) -> Path:
    return workspace.clauses / "approvers.yaml"


def _change(
    workspace: Workspace, change: Callable[[ApproverFile], ApproverFile], facts: dict[str, object], now: datetime
) -> None:  # fmt: skip
    if workspace.root is None:
        raise RefusedInput(
            say("the packaged clauses have no register of approvers: there is no workspace here"),
            way_out=say("Make one: tradedocs init FOLDER, and work inside it (or name it with --workspace)."),
        )
    changed = change(approvers_of(workspace))
    ledger_of(workspace).append("approvers", facts, at=now)
    write_approvers(_path(workspace), changed)
