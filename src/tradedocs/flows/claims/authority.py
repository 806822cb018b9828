"""Who may refuse, and on what: a person with the legal role, and no defence that our own ledger bars.

Sources: CISG, article 40; PRC Civil Code, articles 621 and 622.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from tradedocs.claims.letters.defences import AUTOMATIC, GROUNDS, Ground
from tradedocs.errors import RefusedInput, UsageError
from tradedocs.flows.approvers import approvers_of
from tradedocs.flows.life import named
from tradedocs.model.authority import Authority, reaches
from tradedocs.model.claim import Authorised
from tradedocs.model.claimview import Bar
from tradedocs.ui import say
from tradedocs.workspace import Workspace

_LEGAL = ("legal", "counsel", "board", "法务", "法律", "律师")


def legal_authority(
    authority: Authority | None, reason: str | None, *, by: str, workspace: Workspace, on: date
) -> Authorised:
    """The authority of a refusal.

    Raises:
        RefusedInput: it is not that of legal, or the person is not in the register of approvers with that role.
        UsageError: there is no reason, or a name cannot stand in a ledger.
    """
    if authority is None or not reaches(authority, "legal"):
        raise RefusedInput(
            say("a refusal needs the authority of legal"),
            way_out=say("Let somebody of legal write it: --authority legal --reason TEXT --by NAME."),
        )
    if reason is None:
        raise UsageError(
            say("a refusal needs a reason"), way_out=say("Give it with --reason; the ledger keeps it.")
        )
    name = named(by)
    if not any(_is_legal(role) for role in _roles(name, workspace, on)):
        raise RefusedInput(
            say("{who} is not in the register of approvers with a legal role on {day}", who=name, day=on),
            way_out=say(
                "`tradedocs clause approvers` shows who is; a role of legal has legal or counsel in its name."
            ),
        )
    return Authorised(authority=authority, by=name, reason=named(reason, "--reason"))


def refuse_barred(grounds: Sequence[Ground], bars: Sequence[Bar]) -> None:
    """Refuse a defence of window or finality where the ledger shows that we knew of the fact.

    Raises:
        RefusedInput: it does; the rows are named.
    """
    barred = [one for one in grounds if one in AUTOMATIC]
    if not barred or not bars:
        return
    rows = "; ".join(
        say("row {row} ({kind}): {what}", row=one.row, kind=one.kind, what=one.what) for one in bars
    )
    raise RefusedInput(
        say("the ledger bars the ground {grounds}: {rows}", grounds=", ".join(barred), rows=rows),
        way_out=say(
            "Who knew of a fact and did not disclose it cannot rely on time or finality (CISG article 40; PRC "
            "Civil Code "
            "articles 621 and 622). Refuse on another ground: {others}.",
            others=", ".join(one for one in GROUNDS if one not in AUTOMATIC),
        ),
    )


def _roles(name: str, workspace: Workspace, on: date) -> tuple[str, ...]:
    """What the register says that a person is on that day."""
    return tuple(
        one.role
        for one in approvers_of(workspace).approvers
        if " ".join(one.name.split()).casefold() == " ".join(name.split()).casefold()
        and (one.since is None or one.since <= on)
        and (one.until is None or on <= one.until)
    )


def _is_legal(role: str) -> bool:
    return any(word in role.casefold() for word in _LEGAL)
