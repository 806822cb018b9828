"""`tradedocs claim`: a quality claim from the first letter to what prevents the next one."""

from __future__ import annotations

import click

from tradedocs.cli.lazy import Entry, LazyGroup


class Claim(LazyGroup):
    """The steps in their order: communicate, triage, negotiate, prevent."""

    entries = (
        Entry(
            "open",
            "tradedocs.cli.claim_open:opened",
            "Open a claim under a contract, from a file or by questions.",
        ),
        Entry(
            "restate",
            "tradedocs.cli.claim_open:restate",
            "Replace the facts of a claim by what is known now.",
        ),
        Entry(
            "status",
            "tradedocs.cli.claim_status:status",
            "Show a claim: dates, what is due next, what is late.",
        ),
        Entry("list", "tradedocs.cli.claim_status:listed", "List the claims of the workspace."),
        Entry(
            "add-evidence", "tradedocs.cli.claim_evidence:command", "Store files of evidence by their hash."
        ),
        Entry("letter", "tradedocs.cli.claim_letter:command", "Write a letter of the claim."),
        Entry(
            "triage",
            "tradedocs.cli.claim_triage:command",
            "Find out what kind of claim it is, and what is missing.",
        ),
        Entry(
            "options", "tradedocs.cli.claim_options:command", "Rank what the contract grants, with its money."
        ),
        Entry("offer", "tradedocs.cli.claim_moves:offer", "Record an offer of ours."),
        Entry("counter", "tradedocs.cli.claim_moves:counter", "Record what the other side asks for instead."),
        Entry("answer", "tradedocs.cli.claim_moves:answer", "Record that an offer was accepted or declined."),
        Entry("settle", "tradedocs.cli.claim_settle:settle", "Write what both sides agreed, ready to sign."),
        Entry("done", "tradedocs.cli.claim_settle:done", "Record that a promise of the settlement was kept."),
        Entry(
            "close", "tradedocs.cli.claim_close:close", "Close a claim with its cause and what prevents it."
        ),
        Entry("lessons", "tradedocs.cli.claim_close:lessons", "List what closed claims taught."),
    )


@click.command(cls=Claim)
def group() -> None:
    """Settle a quality claim: communicate first, then negotiate by grade, then prevent."""
