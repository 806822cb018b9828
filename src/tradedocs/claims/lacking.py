"""The evidence that a claim still lacks: what its categories need, without what is on file."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Annotated, Literal

from pydantic import Field, model_validator

from tradedocs.claims.table import packaged_text
from tradedocs.model.base import Fact
from tradedocs.model.claim import CATEGORIES, Alleged, Category, ClaimRecord, EvidenceKind, Lacking
from tradedocs.model.shapes import LocalText
from tradedocs.model.told import at
from tradedocs.ui import say
from tradedocs.yamlfile import parse


class EvidencePiece(Fact):
    """One piece of evidence as it is asked for: what, in which format, and why it decides something."""

    what: LocalText
    format: LocalText
    why: LocalText


class EvidenceList(Fact):
    """What each category needs. `instead` names what serves as well: a survey shows what a photo would.

    `alleged` is the category that an undecided claim is asked for by what it alleges.
    """

    version: Literal["1"]
    pieces: dict[EvidenceKind, EvidencePiece]
    needs: dict[Category, Annotated[tuple[EvidenceKind, ...], Field(min_length=1)]]
    instead: dict[EvidenceKind, tuple[EvidenceKind, ...]]
    alleged: dict[Alleged, Category]

    @model_validator(mode="after")
    def _whole(self) -> EvidenceList:
        left = [one for one in CATEGORIES if one != "undecided" and one not in self.needs]
        if left:
            raise at("needs", say("nothing is said of {categories}", categories=", ".join(left)))
        for category, kinds in self.needs.items():
            for kind in kinds:
                if kind not in self.pieces:
                    raise at(("needs", category), say("{kind} is not described under `pieces`", kind=kind))
        return self


def lacking(categories: Sequence[Category], record: ClaimRecord) -> tuple[Lacking, ...]:
    """What is still to be asked for, in the order in which it is asked for.

    Evidence counts as there when a file of the claim shows it, or when it came with the complaint.

    Args:
        categories: the category that was found and those that stay possible; where none is, what is alleged counts.
    """
    listed = evidence_list()
    there = record.shown | frozenset(record.complaint.sent)
    found: list[Category] = [one for one in categories if one != "undecided"] or [
        listed.alleged[record.complaint.alleged]
    ]
    wanted = dict.fromkeys(kind for category in found for kind in listed.needs[category])
    return tuple(
        Lacking(kind=kind, what=piece.what, format=piece.format, why=piece.why)
        for kind in listed.pieces
        if kind in wanted and kind not in there and not there & frozenset(listed.instead.get(kind, ()))
        for piece in (listed.pieces[kind],)
    )


@cache
def evidence_list() -> EvidenceList:
    """The list that comes with the program.

    Raises:
        ToolError: it is missing; the installation is broken.
        InputError: it holds errors.
    """
    return parse(packaged_text("evidence.yaml"), "evidence.yaml", EvidenceList)
