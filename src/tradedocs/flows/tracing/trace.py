"""The story of a contract, lot, report or claim."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from tradedocs.errors import NothingToCheck
from tradedocs.flows.claims.record import KINDS as CLAIM_KINDS
from tradedocs.flows.claims.record import OPENED
from tradedocs.flows.ledgers import ledger_of
from tradedocs.flows.onrecord import CHECK
from tradedocs.flows.tracing.files import Shelf
from tradedocs.flows.tracing.subject import index_of, meant, rows_about
from tradedocs.flows.tracing.words import words_of
from tradedocs.ledger import Row
from tradedocs.model.anchor import Anchor
from tradedocs.model.story import Event, Story
from tradedocs.ui import say
from tradedocs.workspace import Workspace


def trace(text: str, workspace: Workspace) -> Story:
    """The story of what the text names, from the whole chain, which is verified first.

    Raises:
        UsageError: the ledger knows nothing by that name, or several things.
        NothingToCheck: the ledger is empty.
        RefusedInput: there is no workspace, or the chain is broken.
    """
    rows = tuple(ledger_of(workspace).rows())
    if not rows:
        raise NothingToCheck(
            say("the ledger is empty"), way_out=say("Build a contract in this workspace first.")
        )
    index = index_of(rows)
    subject, name = meant(text, index)
    chosen = rows_about(subject, name, rows, index)
    texts = frozenset(
        str(digest)
        for row in chosen
        if isinstance(row.facts.get("clauses"), Mapping)
        for digest in row.facts["clauses"].values()
    )
    shelf = Shelf(workspace.root)
    events = tuple(_event(row, texts, shelf) for row in chosen)
    reports = [one for row in chosen if row.kind == CHECK for one in row.facts.get("reports", ())]
    claims = tuple(dict.fromkeys(str(row.facts["claim"]) for row in chosen if row.kind in CLAIM_KINDS))
    return Story(
        subject=subject,
        name=name,
        contracts=tuple(
            dict.fromkeys(str(row.facts["contract_no"]) for row in chosen if row.facts.get("contract_no"))
        ),
        lots=tuple(
            dict.fromkeys(
                [*(str(lot) for one in reports for lot in one.get("lots", ())), *_claimed_lots(chosen)]
            )
        ),
        reports=tuple(dict.fromkeys(str(one.get("report_no") or one.get("file")) for one in reports)),
        claims=claims,
        events=events,
        breaks=tuple(_breaks(events)),
        head=Anchor(row=rows[-1].row, sha256=rows[-1].sha256),
    )


def _claimed_lots(rows: Sequence[Row]) -> Iterator[str]:
    for row in rows:
        if row.kind == OPENED:
            yield from (str(lot) for lot in row.facts["fact"]["complaint"].get("lots", ()))


def _event(row: Row, texts: frozenset[str], shelf: Shelf) -> Event:
    words = words_of(row, texts)
    by = row.facts.get("by") or row.facts.get("approver")
    return Event(
        row=row.row,
        at=row.at,
        kind=row.kind,
        phase=words.phase,
        tone=words.tone,
        title=words.title,
        details=tuple(one for one in words.details if one),
        by=None if by is None else str(by),
        files=shelf.named(row),
    )


def _breaks(events: Sequence[Event]) -> Iterator[str]:
    """Files that must lie in the workspace and do not, or are not what they were."""
    for event in events:
        for file in event.files:
            if file.state == "altered":
                yield say(
                    "row {row}: {file} was altered since it was recorded", row=event.row, file=file.path
                )
            elif file.state == "missing":
                yield say("row {row}: {file} is gone", row=event.row, file=file.path)
