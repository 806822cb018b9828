"""What the triage goes by beside the claim itself: what the contract says."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Literal

from tradedocs.model.amount import Quantity
from tradedocs.model.contract import Article
from tradedocs.model.deal import Deal
from tradedocs.model.goods import Characteristic
from tradedocs.model.spec import Spec, SpecLine
from tradedocs.vocabulary.parameters import fold_name

PIECES = "compensation.defective-pieces"
PiecesRule = Literal["all", "above-aql", "allowance"]
_RULES: Mapping[str, PiecesRule] = {"standard": "all", "fallback-1": "above-aql", "fallback-2": "allowance"}
_PERCENT = re.compile(r"\d+(?:\.\d+)?(?=\s*%)")


@dataclass(frozen=True)
class Grounds:
    """The contract as it counts for a triage.

    Attributes:
        risk: who bears the risk of the carriage; `unknown` where the deal is not on file.
        term: the delivery term as the contract has it.
        effect: which report is final (`final`, `discharge`, …); `none` where the deal is not on file.
        pieces: which defective pieces may be claimed for.
        allowance: the share in percent that the clause allows for, where it does.
        articles: the number of each clause in this contract.
    """

    spec: Spec
    risk: Literal["buyer", "seller", "unknown"] = "unknown"
    term: str | None = None
    effect: str = "none"
    pieces: PiecesRule = "all"
    allowance: Decimal | None = None
    articles: Mapping[str, str] = field(default_factory=dict)

    def line(self, number: int) -> SpecLine | None:
        """The goods line of that number; None where the contract has none."""
        return next((one for one in self.spec.lines if one.line == number), None)

    def share(self, shipment: int, line: int) -> Quantity | None:
        """How much of a goods line a shipment carries; None where it carries none."""
        return next(
            (
                share.quantity
                for one in self.spec.shipments
                if one.number == shipment
                for share in one.lines
                if share.line == line
            ),
            None,
        )

    def characteristic(self, line: int, name: str | None) -> Characteristic | None:
        """The characteristic that a name or alias stands for; None where the contract has none of that name."""
        found = self.line(line)
        if found is None or name is None:
            return None
        return next((one for one in found.characteristics if fold_name(name) in names_of(one)), None)


def grounds_of(spec: Spec, deal: Deal | None, articles: Iterable[Article]) -> Grounds:
    """What the contract says, from its Spec, its deal where that is on file, and its articles."""
    by_id = {one.clause_id: one for one in articles}
    clause = by_id.get(PIECES)
    return Grounds(
        spec=spec,
        risk="unknown" if deal is None else "seller" if deal.delivery.incoterm[0] == "D" else "buyer",
        term=None if deal is None else deal.delivery.term,
        effect="none" if deal is None else deal.inspection.effect,
        pieces="all" if clause is None else _RULES[clause.position],
        allowance=None if clause is None else _allowance(clause),
        articles={one: article.paragraphs[0].number for one, article in by_id.items()},
    )


def names_of(characteristic: Characteristic) -> frozenset[str]:
    """Every name of a characteristic, folded."""
    names = (characteristic.name, characteristic.name_zh, *characteristic.aliases)
    return frozenset(fold_name(name) for name in names if name)


def _allowance(clause: Article) -> Decimal | None:
    """The percentage that the contract prints: what was signed counts, not what the deal file says now."""
    printed = (
        _PERCENT.search(segment.text)
        for paragraph in clause.paragraphs
        for segment in paragraph.en
        if segment.kind == "value" and segment.source == "allowance"
    )
    return next((Decimal(match[0]) for match in printed if match is not None), None)
