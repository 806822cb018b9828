"""What the remedies are worked out from, and the arithmetic that they share."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from functools import cached_property

from tradedocs.claims.levels import Levels
from tradedocs.claims.terms import Terms
from tradedocs.model.amount import Money, Quantity
from tradedocs.model.authority import Authority
from tradedocs.model.claim import Category, ClaimRecord, Complaint, Costs, Interval, Severity
from tradedocs.model.claimview import Bar, Deadline
from tradedocs.model.goods import GoodsLine
from tradedocs.model.settling import Remedy, RemedyKind, Step
from tradedocs.model.shapes import LocalText

LIMITATION = "compensation.limitation"
SAME_LOSS: tuple[RemedyKind, ...] = (
    "price-reduction",
    "price-scale",
    "defect-refund",
    "goodwill",
    "replenishment",
    "repair",
    "refund",
)
"""Each of these settles the loss of value of the same goods: only one of them is given for it."""


@dataclass(frozen=True)
class RemedyCase:
    """A claim before its remedies.

    `late`: the notice periods that were missed; `bars` what keeps the seller from relying on that.
    """

    record: ClaimRecord
    terms: Terms
    levels: Levels
    today: date
    late: Sequence[Deadline] = ()
    bars: Sequence[Bar] = field(default=())

    @property
    def complaint(self) -> Complaint:
        """What is complained of."""
        return self.record.complaint

    @property
    def costs(self) -> Costs:
        """What the user knows of costs."""
        return self.record.complaint.costs

    @property
    def category(self) -> Category:
        """As the last triage says; undecided before it."""
        return self.record.triage.category if self.record.triage is not None else "undecided"

    @property
    def severity(self) -> Severity:
        """As the last triage says."""
        return self.record.triage.severity if self.record.triage is not None else "unknown"

    @property
    def interval(self) -> Interval | None:
        """The share of defective pieces of a sample; None where nobody drew one."""
        return self.record.triage.interval if self.record.triage is not None else None

    @cached_property
    def line(self) -> GoodsLine:
        """The goods line of the claim, which `claim open` made sure of."""
        found = self.terms.line(self.complaint.line)
        assert found is not None
        return found

    @cached_property
    def concerned(self) -> Step:
        """The price of the goods concerned."""
        return self.priced(self.complaint.affected)

    @cached_property
    def shipment_price(self) -> Money:
        """The price of the whole shipment, which authority is measured by."""
        deal = self.terms.deal
        shipment = next(one for one in deal.shipments if one.number == self.complaint.shipment)
        total = sum(
            (line.unit_price.total(quantity).amount for line, quantity in deal.shipped(shipment)), Decimal(0)
        )
        return self.money(total)

    def priced(self, quantity: Quantity) -> Step:
        """The price of a quantity at the contract's unit price."""
        price = self.line.unit_price
        amount = price.total(quantity)
        words = f"{quantity} × {price} = {amount}"
        return Step(words=LocalText(en=f"Price: {words}", zh=f"价款：{words}"), amount=amount)

    def money(self, amount: Decimal) -> Money:
        """An amount in the contract's currency, rounded half up to its minor unit."""
        return Money(amount=amount, currency=self.terms.deal.currency).rounded()

    def authority(self, amount: Money) -> Authority:
        """The least level that may offer the amount."""
        return self.levels.needed(amount, self.shipment_price)

    @cached_property
    def cap(self) -> Money | None:
        """The most that the seller is liable for; None where the contract has no cap."""
        percent = self.terms.number(LIMITATION, "cap")
        return None if percent is None else self.money(self.concerned.amount.amount * percent / 100)

    def capped(self, amount: Money, steps: Sequence[Step]) -> tuple[Money, tuple[Step, ...], bool]:
        """The amount under the cap of the contract, with the step that says so where it was reduced."""
        if self.cap is None or amount.amount <= self.cap.amount:
            return amount, tuple(steps), False
        place = self.terms.article(LIMITATION, "cap")
        words = LocalText(en=f"Limited by Clause {place}: {self.cap}", zh=f"依第{place}款以{self.cap}为限")
        return self.cap, (*steps, Step(words=words, amount=self.cap)), True

    @property
    def barred(self) -> LocalText | None:
        """Why what is owed for a non-conformity is not owed here: the notice was late and nothing excuses it."""
        if not self.late or self.bars:
            return None
        first = self.late[0]
        return LocalText(
            en=f"The notice was late: {first.arithmetic}, received {first.done} ({first.source})",
            zh=f"通知逾期：{first.arithmetic}，收到日{first.done}（{first.source}）",
        )

    def articles(self, clauses: Iterable[str]) -> tuple[str, ...]:
        """The numbers of those clauses that the contract holds."""
        return tuple(number for one in clauses if (number := self.terms.article(one)))

    def remedy(self, kind: RemedyKind, title: LocalText, clauses: Sequence[str], **facts: object) -> Remedy:
        """A remedy of this contract, before its rank."""
        here = tuple(one for one in clauses if self.terms.has(one))
        told = {
            "kind": kind,
            "key": kind,
            "title": title,
            "rank": 0,
            "clauses": here,
            "articles": self.articles(here),
            "bearer": "seller",
            "authority": "sales",
            "excludes": tuple(one for one in SAME_LOSS if one != kind) if kind in SAME_LOSS else (),
            **facts,
        }
        return Remedy.model_validate(told)


def step(en: str, zh: str, amount: Money) -> Step:
    """One step of the arithmetic."""
    return Step(words=LocalText(en=en, zh=zh), amount=amount)
