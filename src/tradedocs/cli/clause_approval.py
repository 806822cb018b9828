"""`tradedocs clause approve|withdraw|status|approvers`: whose yes the clauses have."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from tradedocs.cli import clock
from tradedocs.cli.clock import day_of
from tradedocs.cli.context import workspace_of
from tradedocs.cli.table import table

if TYPE_CHECKING:
    from tradedocs.flows.clauses import Listed
    from tradedocs.model.clause import Clause, Family, Language, Position

_POSITION = click.Choice(["standard", "fallback-1", "fallback-2"])
_LANGUAGE = click.Choice(["en", "zh"])
_DAY = click.DateTime(["%Y-%m-%d"])
_FILE = click.Path(path_type=Path)
_BY = click.option(
    "--by", "approver", required=True, help="Name of the person, as in the register of approvers."
)
_ROLE = click.option("--role", required=True, help="What the person acts as, such as 'Head of Legal'.")
_ON = click.option("--on", type=_DAY, help="The day of it.  [default: today]")
_KEY = click.option(
    "--sign", "key", type=_FILE, metavar="KEY.pem", help="Sign the register with this Ed25519 key."
)


@click.command()
@click.argument("ids", metavar="[ID]...", nargs=-1)
@click.option("--all", "everything", is_flag=True, help="Every clause in every position.")
@click.option("--pack", metavar="PACK", help="Every text of this review pack, if none changed since.")
@click.option("--signed", type=_FILE, metavar="FILE", help="The signed copy of the pack; kept by its hash.")
@click.option("--position", type=_POSITION, default="standard", show_default=True, help="Of the IDs named.")
@click.option("--language", type=_LANGUAGE, help="Only the text in this language.  [default: both]")
@click.option(
    "--scope", metavar="CONDITION", help="Count only for such deals: 'deal.our_side == \"seller\"'."
)
@click.option("--review-by", type=_DAY, help="The last day on which it counts.")
@_BY
@_ROLE
@_ON
@_KEY
@click.pass_context
def approve(
    ctx: click.Context,
    ids: tuple[str, ...],
    everything: bool,
    pack: str | None,
    signed: Path | None,
    position: Position,
    language: Language | None,
    scope: str | None,
    review_by: datetime | None,
    approver: str,
    role: str,
    on: datetime | None,
    key: Path | None,
) -> None:
    """Record a person's approval of the text that the clauses have now.

    Any later change of the text voids the approval; changed metadata does not. The register of approvers says who may
    approve what (`tradedocs clause approvers`).
    """
    from tradedocs.errors import UsageError
    from tradedocs.flows.approving import Yes, approve_clauses, approve_pack
    from tradedocs.ui import say

    if sum((bool(ids), everything, pack is not None)) != 1:
        raise UsageError(
            say("name the clauses to approve, or say --all, or name a --pack, and only one of these")
        )
    if signed is not None and pack is None:
        raise UsageError(say("--signed goes with --pack"))
    workspace, now = workspace_of(ctx), clock.now()
    yes = Yes(approver, role, day_of(on), language, scope, _date(review_by), pack, signed, key)
    if pack is not None:
        new = approve_pack(workspace, yes, now=now)
        asked = None
    else:
        clauses = _named(ctx, ids, position, everything=everything)
        new, asked = approve_clauses(workspace, clauses, yes, now=now), len(clauses)
    for one in new:
        click.echo(f"{one.clause} ({one.position}) {one.sha256[:12]}")
    told = say("{n} approved", n=len(new))
    if asked is not None:
        told += say(", {old} were approved by this person already", old=asked - len(new))
    click.echo(told, err=True)


@click.command()
@click.argument("ids", metavar="ID...", nargs=-1, required=True)
@click.option("--position", type=_POSITION, default="standard", show_default=True)
@click.option("--language", type=_LANGUAGE, help="Only the text in this language.  [default: both]")
@click.option("--reason", required=True, help="Why.")
@_BY
@_ROLE
@_ON
@_KEY
@click.pass_context
def withdraw(
    ctx: click.Context,
    ids: tuple[str, ...],
    position: Position,
    language: Language | None,
    reason: str,
    approver: str,
    role: str,
    on: datetime | None,
    key: Path | None,
) -> None:
    """Take back what approves the clauses: a contract with one of them is a draft from then on."""
    from tradedocs.flows.approving import withdraw_clauses
    from tradedocs.ui import say

    now = clock.now()
    gone = withdraw_clauses(
        workspace_of(ctx), _named(ctx, ids, position, everything=False), by=approver, role=role, reason=reason,
        on=day_of(on), language=language, key=key, now=now,
    )  # fmt: skip
    click.echo(say("{n} approvals withdrawn", n=gone), err=True)


@click.command()
@click.option(
    "--within", type=click.IntRange(0), metavar="DAYS", help="Also what expires within so many days."
)
@click.option("--as-of", type=_DAY, help="The day.  [default: today]")
@click.pass_context
def status(ctx: click.Context, within: int | None, as_of: datetime | None) -> None:
    """Say what blocks a final contract, and what will.

    Exit code 0 when every clause is approved as it stands, 10 when one is not.
    """
    from tradedocs import errors
    from tradedocs.flows.clauses import blocking, expiring, listed
    from tradedocs.ui import say

    day = day_of(as_of)
    items = listed(workspace_of(ctx), day)
    soon = expiring(items, day, within) if within is not None else ()
    if soon:
        table([say("clause"), say("position"), say("approved until")],
              [[clause.id, clause.position, last.isoformat()] for clause, last in soon])  # fmt: skip
    blocked = blocking(items)
    if not blocked:
        click.echo(say("every clause is approved as it stands"))
        return
    table([say("clause"), say("position"), say("status"), say("why")], [_blocked(item) for item in blocked])
    click.echo(say("clauses that block a final contract: {n}; a contract with one of them says DRAFT",
                   n=len(blocked)), err=True)  # fmt: skip
    ctx.exit(errors.LOOK)


def _blocked(item: Listed) -> list[str]:
    """One reason where both languages have it, else the reason of each."""
    clause, found = item
    reasons = {language: one.why for language, one in found.languages.items() if one.state != "approved"}
    same = len(reasons) == len(found.languages) and len(set(reasons.values())) == 1
    told = found.why if same else "; ".join(f"{language}: {why}" for language, why in reasons.items())
    return [clause.id, clause.position, found.state, told]


@click.group(invoke_without_command=True)
@click.pass_context
def approvers(ctx: click.Context) -> None:
    """Show who may approve clauses, or change it."""
    from tradedocs.flows.approvers import approvers_of
    from tradedocs.ui import say

    if ctx.invoked_subcommand is not None:
        return
    file = approvers_of(workspace_of(ctx))
    if not file.approvers:
        click.echo(say("the register of approvers is empty; nothing counts as approved"))
        click.echo(say('Enter somebody: tradedocs clause approvers add "NAME" --role "ROLE"'))
        return
    rows = [
        [one.name, one.role, _limits(one.families, one.positions, one.languages), str(one.since or "–"),
         str(one.until or "–")]
        for one in file.approvers
    ]  # fmt: skip
    table([say("name"), say("role"), say("may approve"), say("from"), say("until")], rows)
    if file.sole_counsel:
        click.echo(say("sole counsel: a yes to a text of one's own counts, and documents say so"))
    for key in file.keys:
        click.echo(say("the register of approvals is signed with {key}", key=key))


def _limits(*parts: tuple[str, ...] | None) -> str:
    from tradedocs.ui import say

    return "; ".join(", ".join(part) for part in parts if part is not None) or say("everything")


@approvers.command(name="add")
@click.argument("name")
@click.option("--role", required=True)
@click.option("--family", "families", multiple=True, help="Only clauses of this family; may be given again.")
@click.option("--position", "positions", type=_POSITION, multiple=True, help="Only texts in this position.")
@click.option("--language", "languages", type=_LANGUAGE, multiple=True, help="Only texts in this language.")
@click.option("--since", type=_DAY, help="The first day.")
@click.option("--until", type=_DAY, help="The last day.")
@click.pass_context
def add(
    ctx: click.Context, name: str, role: str, families: tuple[Family, ...], positions: tuple[Position, ...],
    languages: tuple[Language, ...], since: datetime | None, until: datetime | None,
) -> None:  # fmt: skip
    """Enter NAME in the register, or change the limits of who is there."""
    from tradedocs.flows.approvers import add_approver, approver

    person = approver(name, role, families=families, positions=positions, languages=languages,
                      since=_date(since), until=_date(until))  # fmt: skip
    _changed(ctx, add_approver, person)


@approvers.command(name="end")
@click.argument("name")
@click.option("--on", type=_DAY, help="The last day.  [default: today]")
@click.pass_context
def end(ctx: click.Context, name: str, on: datetime | None) -> None:
    """Let NAME approve no longer. What was approved until then keeps counting."""
    from tradedocs.flows.approvers import end_approver

    _changed(ctx, end_approver, name, day_of(on))


@approvers.command(name="sole-counsel")
@click.option("--yes/--no", "alone", default=True, help="Whether the house has one counsel only.")
@click.pass_context
def sole_counsel(ctx: click.Context, alone: bool) -> None:
    """Let a yes to a text of one's own count; every document says so."""
    from tradedocs.flows.approvers import set_sole_counsel

    _changed(ctx, set_sole_counsel, alone=alone)


@approvers.command(name="key")
@click.argument("key", metavar="KEY.pem|BASE64")
@click.pass_context
def key_(ctx: click.Context, key: str) -> None:
    """Ask for a signature of the register of approvals with this Ed25519 key from now on."""
    from tradedocs.flows.approvers import add_key
    from tradedocs.library.signed import Signer

    _changed(ctx, add_key, Signer(Path(key)).public if Path(key).is_file() else key)


def _changed(ctx: click.Context, change: Callable[..., None], *arguments: object, **named: Any) -> None:
    from tradedocs.ui import say

    change(workspace_of(ctx), *arguments, **named, now=clock.now())
    click.echo(say("the register of approvers is changed"), err=True)


def _named(
    ctx: click.Context, ids: tuple[str, ...], position: Position, *, everything: bool
) -> tuple[Clause, ...]:
    from tradedocs.flows.clauses import found, library_of

    library = library_of(workspace_of(ctx))
    return library.clauses if everything else tuple(found(library, name, position) for name in ids)


def _date(moment: datetime | None) -> date | None:
    return moment.date() if moment is not None else None
