"""What the ledger tells of the life of one contract: built, signed, amended, adopted."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from pydantic import TypeAdapter, ValidationError

from tradedocs.errors import RefusedInput, UsageError
from tradedocs.ledger import Ledger, Row
from tradedocs.model.life import Attestation
from tradedocs.model.text import Line
from tradedocs.ui import say
from tradedocs.workspace import Workspace

BUILT, AMENDED, SIGNED, ADOPTED = "contract-built", "addendum-built", "contract-signed", "contract-adopted"
WITHDRAWN = "addendum-withdrawn"
_KINDS = frozenset((BUILT, AMENDED, SIGNED, ADOPTED, WITHDRAWN))
_NAME: TypeAdapter[str] = TypeAdapter(Line)


@dataclass(frozen=True)
class Life:
    """The rows of one contract, oldest first."""

    contract_no: str
    rows: tuple[Row, ...]

    def built(self, file_sha256: str) -> Row | None:
        """The row of a contract or addendum that was built, by the hash of its file; the last one."""
        return self._last(file_sha256, BUILT, AMENDED)

    def attestation(self, file_sha256: str) -> Attestation | None:
        """Who attests that the file was signed, or adopted; None when nobody does."""
        row = self._last(file_sha256, SIGNED, ADOPTED)
        return None if row is None else _attestation(row)

    @property
    def in_force(self) -> Attestation | None:
        """The contract that was signed or adopted last; None when none was."""
        rows = [
            row for row in self.rows if row.kind in (SIGNED, ADOPTED) and row.facts.get("addendum") is None
        ]
        return _attestation(rows[-1]) if rows else None

    def signed_addenda(self, contract_sha256: str) -> tuple[Row, ...]:
        """The addenda to a contract file that were signed, each once, by number; of one number the last signed."""
        signed: dict[int, Row] = {}
        for row in self.rows:
            if row.kind == SIGNED and row.facts.get("addendum") is not None:
                built = self.built(row.facts["file_sha256"])
                if built is not None and built.facts.get("contract_sha256") == contract_sha256:
                    signed[row.facts["addendum"]] = built
        return tuple(signed[number] for number in sorted(signed))

    def open_addenda(self, contract_sha256: str) -> tuple[Row, ...]:
        """The addenda to a contract file that were built for signature and are neither signed nor withdrawn.

        Of one number only the last one built counts, and none whose number is signed.
        """
        signed = {row.facts["number"] for row in self.signed_addenda(contract_sha256)}
        withdrawn = {row.facts["file_sha256"] for row in self.rows if row.kind == WITHDRAWN}
        last: dict[int, Row] = {}
        for row in self.rows:
            if (
                row.kind == AMENDED
                and row.facts["contract_sha256"] == contract_sha256
                and not row.facts["draft"]
            ):
                last[row.facts["number"]] = row
        return tuple(
            row
            for number, row in sorted(last.items())
            if number not in signed and row.facts["file_sha256"] not in withdrawn
        )

    def _last(self, file_sha256: str, *kinds: str) -> Row | None:
        rows = [row for row in self.rows if row.kind in kinds and row.facts.get("file_sha256") == file_sha256]
        return rows[-1] if rows else None


def _attestation(row: Row) -> Attestation:
    facts = row.facts
    return Attestation(
        kind="signed" if row.kind == SIGNED else "adopted",
        by=facts["by"],
        on=facts["on"],
        file_sha256=facts["file_sha256"],
        copy_sha256=facts["copy_sha256"],
        shown=facts["shown"],
        row=row.row,
        addendum=facts.get("addendum"),
    )


def life_of(contract_no: str, workspace: Workspace) -> Life:
    """Everything that the workspace's ledger tells of a contract; nothing where there is no ledger.

    Raises:
        RefusedInput: the ledger is broken.
    """
    return Life(contract_no, tuple(_rows(contract_no, workspace)))


def _rows(contract_no: str, workspace: Workspace) -> Iterator[Row]:
    if workspace.ledger is None:
        return
    for row in Ledger(workspace.ledger).rows():
        if row.kind in _KINDS and row.facts.get("contract_no") == contract_no:
            yield row


def in_the_ledger(life: Life, file: str, sha256: str) -> Row:
    """The row that tells how the file was built.

    Raises:
        RefusedInput: there is none.
    """
    row = life.built(sha256)
    if row is None:
        raise RefusedInput(
            say(
                "the file's hash is not in the ledger: it was changed after it was built, or built elsewhere"
            ),
            place=file,
            way_out=say(
                "Name the file that was built in this workspace; `tradedocs contract verify` shows edits."
            ),
        )
    return row


def named(by: str, option: str = "--by") -> str:
    """The person's name as a ledger may hold it.

    Raises:
        UsageError: it is empty or holds what no document may hold.
    """
    try:
        return _NAME.validate_python(by)
    except ValidationError as error:
        reason = error.errors()[0]["msg"].removeprefix("Value error, ")
        raise UsageError(
            say("{option} cannot stand in a ledger: {reason}", option=option, reason=reason)
        ) from error


def not_to_come(on: date, today: date) -> None:
    """Refuse a day that is still to come.

    Raises:
        UsageError: it is.
    """
    if on > today:
        raise UsageError(
            say("{day} is still to come", day=on.isoformat()),
            way_out=say("Name the day on which it was signed."),
        )
