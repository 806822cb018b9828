"""`tradedocs deal`: make a deal file."""

from __future__ import annotations

from tradedocs.cli.lazy import Entry, LazyGroup


class Deal(LazyGroup):
    """The commands on deal files."""

    entries = (
        Entry("new", "tradedocs.cli.deal_new:new", "Ask what a clerk knows of a deal and write its file."),
    )


group = Deal("deal", help="Make a deal file.")
