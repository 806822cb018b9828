"""What the ledger tells of changes that somebody has accepted."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from tradedocs.ledger import Ledger, Row
from tradedocs.model.counterparty import Acceptance, Card
from tradedocs.workspace import Workspace

ACCEPTED = "deviation-accepted"


@dataclass(frozen=True)
class Accepted:
    """The rows of one contract, oldest first."""

    rows: tuple[Row, ...] = ()

    def of(self, card: Card) -> Acceptance | None:
        """Who accepted exactly this change; None where nobody did, and for what nobody may take.

        The yes is bound to the words that were sent and those that came back. A change without a mark counts as
        accepted only where the yes says that it is one.
        """
        if card.forbidden:
            return None
        wanted = (card.id or card.ref, card.sent_sha256, card.returned_sha256)
        for row in reversed(self.rows):
            facts = row.facts
            found = (facts.get("clause"), facts.get("sent_sha256"), facts.get("returned_sha256"))
            if (found == wanted or _new(card, row)) and (facts.get("silent") or not card.silent):
                return Acceptance(
                    by=facts["by"], authority=facts["authority"], on=date.fromisoformat(row.at[:10]),
                    reason=facts["reason"], silent=bool(facts.get("silent")), row=row.row,
                )  # fmt: skip
        return None


def _new(card: Card, row: Row) -> bool:
    """A clause that came in is known by its words alone, since its name counts the new ones."""
    return card.standing == "new" and (row.facts.get("standing"), row.facts.get("returned_sha256")) == (
        "new",
        card.returned_sha256,
    )


def accepted_in(workspace: Workspace, contract_no: str) -> Accepted:
    """The acceptances of a contract; none without a workspace.

    Raises:
        RefusedInput: the ledger is broken.
    """
    if workspace.ledger is None:
        return Accepted()
    return Accepted(tuple(_of(Ledger(workspace.ledger).rows(), contract_no)))


def _of(rows: Iterable[Row], contract_no: str) -> Iterable[Row]:
    return (row for row in rows if row.kind == ACCEPTED and row.facts.get("contract_no") == contract_no)
