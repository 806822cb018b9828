"""What the money of a remedy is worked out from: the claim, what its contract grants, and the house's rules."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from tradedocs.model.amount import Money, Quantity
from tradedocs.model.claim import ClaimRecord, Complaint, Triage
from tradedocs.model.goods import GoodsLine
from tradedocs.model.granted import Granted
from tradedocs.model.remedypolicy import Grade, RemedyPolicy
from tradedocs.model.shapes import LocalText


@dataclass(frozen=True)
class Late:
    """That the notice came after its window.

    Attributes:
        words: which window, and its arithmetic.
        spared: what keeps the seller from relying on it.
        excuse: whether a buyer with a reasonable excuse keeps a reduction of the price.
    """

    words: LocalText
    spared: tuple[LocalText, ...] = ()
    excuse: bool = False


@dataclass(frozen=True)
class RemedyCase:
    """One claim on one day.

    Attributes:
        known: what our own ledger held of the matter before the complaint.
        late: None while the notice came in time, or nobody can tell.
        earlier: what was already promised for other claims from the same shipment.
        goodwill: the percentage that the user wants to offer.
        per_order: how much of the next order a credit may take, in percent.
    """

    record: ClaimRecord
    granted: Granted
    policy: RemedyPolicy
    today: date
    late: Late | None = None
    known: tuple[LocalText, ...] = ()
    earlier: Decimal = Decimal(0)
    goodwill: Decimal | None = None
    per_order: Decimal = Decimal(100)

    @property
    def complaint(self) -> Complaint:
        """The facts as they were last stated."""
        return self.record.complaint

    @property
    def triage(self) -> Triage | None:
        """The last triage."""
        return self.record.triage

    @property
    def line(self) -> GoodsLine | None:
        """The goods line that is complained of."""
        return self.granted.line(self.complaint.line)

    @property
    def unsafe(self) -> bool:
        """Whether the goods are unsafe, by the triage or by the complaint."""
        return self.complaint.unsafe == "yes" or (
            self.triage is not None and self.triage.severity == "safety"
        )

    @property
    def grade(self) -> Grade:
        """The grade of the case, by the last triage."""
        if self.unsafe:
            return "safety"
        triage = self.triage
        if triage is None:
            return "undecided"
        if triage.category == "single-defects":
            return {"over-limit": "over-limit", "batch": "batch"}.get(triage.severity, "minor")  # type: ignore[return-value]
        grades: dict[str, Grade] = {
            "batch-defect": "batch", "shortage": "shortage", "perception-deviation": "perception",
            "transport-damage": "transport", "misuse": "misuse",
        }  # fmt: skip
        return grades.get(triage.category, "undecided")

    @property
    def others_bear(self) -> bool:
        """Whether the triage found that the loss is not the seller's."""
        return self.triage is not None and self.triage.bearer in ("buyer", "carrier-or-insurer")

    def price_of(self, quantity: Quantity | None) -> Money | None:
        """The price of a quantity of the goods; None where it is in a unit of another kind."""
        if self.line is None or quantity is None:
            return None
        try:
            return self.line.unit_price.total(quantity)
        except ValueError:
            return None

    @property
    def affected_price(self) -> Money | None:
        """The price of the goods that are complained of; never more than that of the whole line."""
        price = self.price_of(self.complaint.affected)
        if price is None or self.line is None:
            return None
        return min(price, self.line.amount, key=lambda one: one.amount)

    @property
    def lot_price(self) -> Money | None:
        """The price of what travelled in the shipment of the line that is complained of."""
        return self.price_of(self.granted.shipped.get(self.complaint.line))

    def cost(self, name: str) -> Money | None:
        """A cost that the user gave, in the currency of the contract; None where it is not known in it."""
        given = getattr(self.complaint.costs, name)
        return given if isinstance(given, Money) and given.currency == self.granted.currency else None
