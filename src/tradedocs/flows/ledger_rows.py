"""The rows of the ledger that a person asks for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from tradedocs.flows.ledgers import ledger_of
from tradedocs.ledger import Row
from tradedocs.workspace import Workspace


def chosen(
    workspace: Workspace, kinds: tuple[str, ...], about: str | None, last: int | None
) -> tuple[Row, ...]:
    """The rows of the kinds, that name `about` as a whole value anywhere in their facts; the last of them.

    Raises:
        RefusedInput: there is no workspace, or the chain is broken.
    """
    rows = tuple(
        row
        for row in ledger_of(workspace).rows()
        if (not kinds or row.kind in kinds) and (about is None or about in values_of(row.facts))
    )
    return rows[-last:] if last is not None else rows


def values_of(facts: Any) -> Iterator[str]:
    """Every text and number in the facts, however deep."""
    if isinstance(facts, Mapping):
        for one in facts.values():
            yield from values_of(one)
    elif isinstance(facts, (list, tuple)):
        for one in facts:
            yield from values_of(one)
    elif facts is not None:
        yield str(facts)
