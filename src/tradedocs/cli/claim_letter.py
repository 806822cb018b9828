"""`tradedocs claim letter`: a letter of the claim, ready to be read, signed and sent."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Any

import click

from tradedocs.cli import clock
from tradedocs.cli.context import workspace_of

_FILE = click.Path(path_type=Path)
_KINDS = (
    "acknowledge", "request-evidence", "joint-survey", "refuse", "offer", "settle", "carrier-notice", "insurer-notice",
    "inspector-notice", "non-conformity",
)  # fmt: skip
_GROUNDS = ("window", "finality", "conforming", "sample", "misuse", "carriage", "other")
_SHORT = {"late": "window", "final": "finality", "meets-contract": "conforming", "carrier": "carriage"}
"""Plain words for four of them."""


@click.command()
@click.argument("claim")
@click.argument("kind", type=click.Choice(_KINDS))
@click.option(
    "--language", "--lang", type=click.Choice(["en", "zh", "en-zh"]), help="Default: as the contract."
)
@click.option(
    "--reply-by", type=click.DateTime(["%Y-%m-%d"]), metavar="DATE",
    help="Until when an answer is asked for.  [default: the usual day of that letter]",
)  # fmt: skip
@click.option(
    "--as-of",
    type=click.DateTime(["%Y-%m-%d"]),
    metavar="DATE",
    help="The day that it bears.  [default: today]",
)
@click.option("-o", "--out", type=_FILE, metavar="FILE.docx", help="Default: in the claim's folder.")
@click.option("--pdf", is_flag=True, help="Make a PDF beside it (needs LibreOffice).")
@click.option("--eml", is_flag=True, help="Make an unsent e-mail with the letter attached.")
@click.option(
    "--ground", "grounds", multiple=True, type=click.Choice((*_GROUNDS, *_SHORT)),
    help="Of a refusal; may be repeated.  [default: by the last triage]",
)  # fmt: skip
@click.option("--statement", metavar="TEXT", help="What the ground `other` says.")
@click.option("--statement-zh", metavar="TEXT", help="The same in Chinese.")
@click.option(
    "--authority", type=click.Choice(["sales", "manager", "legal", "board"]), help="A refusal needs legal."
)
@click.option("--reason", metavar="TEXT", help="Why legal refuses; kept in the ledger, not printed.")
@click.option(
    "--by", required=True, metavar="NAME", help="Who writes it. Nobody verifies the name; it is shown."
)
@click.pass_context
def command(
    ctx: click.Context, claim: str, kind: Any, language: str | None, reply_by: datetime | None,
    as_of: datetime | None, out: Path | None, pdf: bool, eml: bool, grounds: Any, statement: str | None,
    statement_zh: str | None, authority: Any, reason: str | None, by: str,
) -> None:  # fmt: skip
    """Write the letter KIND of CLAIM, and record it by its hash.

    Nothing is sent. A refusal needs somebody of legal, and no period or final inspection can be held against a claim
    where the ledger shows that we knew of the defect. Notices to carrier and insurer are drafts for the other side
    where it holds the document.
    """
    from tradedocs.cli.main import visible
    from tradedocs.flows.claims.letters import Wishes, write_letter
    from tradedocs.ui import say

    wishes = Wishes(
        language=language, reply_by=reply_by and reply_by.date(), on=as_of and as_of.date(), out=out, pdf=pdf,
        eml=eml, grounds=tuple(_SHORT.get(one, one) for one in grounds),
        statement=_statement(statement, statement_zh, language), authority=authority, reason=reason,
    )  # fmt: skip
    done = write_letter(claim, kind, wishes, by=by, workspace=workspace_of(ctx), now=clock.now())
    for file in done.files:
        click.echo(visible(str(file)))
    if done.letter.draft_for is not None:
        click.echo(say("a draft for the {side}, who has to send it", side=done.letter.draft_for))
    if done.letter.reply_by is not None:
        click.echo(say("reply asked for by {day}", day=done.letter.reply_by))


def _statement(english: str | None, chinese: str | None, language: str | None) -> tuple[str, str] | None:
    """The words of the ground `other` in each language that the letter has."""
    from tradedocs.errors import UsageError
    from tradedocs.flows.life import named
    from tradedocs.ui import say

    if english is None and chinese is None:
        return None
    if language == "en" and english is not None:
        chinese = english
    if language == "zh" and chinese is not None:
        english = chinese
    if english is None or chinese is None:
        raise UsageError(
            say("the statement is there in one language only"),
            way_out=say(
                "Give --statement and --statement-zh, or the language that the letter is in with --language."
            ),
        )
    return named(english, "--statement"), named(chinese, "--statement-zh")
