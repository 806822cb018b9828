"""What persons put on record in a workspace: findings resolved, concessions, names confirmed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from tradedocs.errors import RefusedInput
from tradedocs.ledger import Row
from tradedocs.model.concession import Concession
from tradedocs.model.mapping import Mappings, NameMapping
from tradedocs.model.resolution import Resolution
from tradedocs.ui import say
from tradedocs.workspace import Workspace
from tradedocs.yamlfile import load

RESOLVED, UNRESOLVED = "finding-resolved", "resolution-withdrawn"
CONCEDED, UNCONCEDED = "concession", "concession-withdrawn"
MAPPED = "name-mapped"


@dataclass(frozen=True)
class OnRecord:
    """What persons said that a check has to know, oldest first; withdrawn concessions are left out."""

    resolutions: tuple[Resolution, ...] = ()
    concessions: tuple[Concession, ...] = ()
    mappings: tuple[NameMapping, ...] = ()


def persons_said(workspace: Workspace, rows: tuple[Row, ...]) -> OnRecord:
    """Everything that persons put on record in the workspace, whose ledger holds these rows.

    Raises:
        RefusedInput: the ledger is broken, or mappings.yaml holds a name that nobody confirmed in it.
        InputError: mappings.yaml holds errors.
    """
    return OnRecord(resolutions_in(rows), concessions_in(rows), _mappings(workspace, rows))


def resolutions_in(rows: Iterable[Row]) -> tuple[Resolution, ...]:
    """Every resolution, the withdrawn ones marked."""
    found: dict[int, Resolution] = {}
    for row in rows:
        if row.kind == RESOLVED:
            facts = {
                name: row.facts[name] for name in ("finding", "rule", "by", "reason", "crop_seen", "value")
            }
            found[row.row] = Resolution(**facts, on=row.at[:10], row=row.row)
        elif row.kind == UNRESOLVED:
            for number, one in found.items():
                if one.finding == row.facts["finding"]:
                    found[number] = one.model_copy(update={"withdrawn": True})
    return tuple(found.values())


def concessions_in(rows: Iterable[Row]) -> tuple[Concession, ...]:
    """Every concession that was not withdrawn."""
    found: dict[int, Concession] = {}
    for row in rows:
        if row.kind == CONCEDED:
            facts = {name: value for name, value in row.facts.items() if name in Concession.model_fields}
            found[row.row] = Concession.model_validate({**facts, "on": row.at[:10], "row": row.row})
        elif row.kind == UNCONCEDED:
            found.pop(row.facts["row"], None)
    return tuple(found.values())


def mappings_file(workspace: Workspace) -> Path | None:
    """Where confirmed names lie; None without a workspace."""
    return workspace.root / "mappings.yaml" if workspace.root is not None else None


def mappings_in(workspace: Workspace) -> Mappings:
    """What mappings.yaml holds; nothing when there is none.

    Raises:
        InputError: it holds errors.
    """
    path = mappings_file(workspace)
    return load(path, Mappings) if path is not None and path.exists() else Mappings()


def _mappings(workspace: Workspace, rows: tuple[Row, ...]) -> tuple[NameMapping, ...]:
    """The names in the file, each of which somebody confirmed in the ledger as it stands."""
    names = mappings_in(workspace).names
    known = {row.row: row for row in rows if row.kind == MAPPED}
    for one in names:
        row = known.get(one.row)
        told = (
            None
            if row is None
            else NameMapping.model_validate({**row.facts, "on": row.at[:10], "row": row.row})
        )
        if told != one:
            raise RefusedInput(
                say("{parameter!r} is not confirmed as {name!r} in row {row} of the ledger", parameter=one.parameter,
                    name=one.characteristic, row=one.row),
                place=str(mappings_file(workspace)),
                way_out=say("Take the entry out, and confirm the name: tradedocs check CONTRACT REPORT… --map"),
            )  # fmt: skip
    return names
