"""`tradedocs deal`: make a deal file, and check it."""

from __future__ import annotations

from tradedocs.cli.lazy import Entry, LazyGroup


class Deal(LazyGroup):
    """The commands on deal files."""

    entries = (
        Entry("new", "tradedocs.cli.deal_new:new", "Ask what a clerk knows of a deal and write its file."),
        Entry("check", "tradedocs.cli.deal_check:check", "Hold a deal file against the deal rules."),
    )


group = Deal("deal", help="Make a deal file, and check it.")
