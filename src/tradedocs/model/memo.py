"""The deviation memo: what of a deal a lawyer must look at, as tables of words."""

from __future__ import annotations

from tradedocs.model.base import Fact
from tradedocs.model.revision import Words


class MemoSection(Fact):
    """One table with its heading. `nothing` is what is said where there are no rows."""

    title: str
    heads: tuple[str, ...]
    shares: tuple[int, ...]
    rows: tuple[tuple[str, ...], ...]
    nothing: str


class Memo(Fact):
    """The memo of one deal; `facts` identify it."""

    contract_no: str
    facts: tuple[tuple[str, str], ...]
    sections: tuple[MemoSection, ...]


class CardRow(Fact):
    """A labelled part of a card: paragraphs, each of words that stay, went or came."""

    label: str
    lines: tuple[tuple[Words, ...], ...]


class MemoCard(Fact):
    """One changed clause; a grave one is set off."""

    title: str
    standing: str
    grave: bool
    rows: tuple[CardRow, ...]


class CardMemo(Fact):
    """The memo of one paper that came back: what identifies it, all changes in a table, and a card for each."""

    title: str
    facts: tuple[tuple[str, str], ...]
    overview: MemoSection
    cards: tuple[MemoCard, ...]
    after: tuple[MemoSection, ...] = ()
