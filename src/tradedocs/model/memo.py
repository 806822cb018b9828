"""The deviation memo: what of a deal a lawyer must look at, as tables of words."""

from __future__ import annotations

from tradedocs.model.base import Fact


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
