"""The arithmetic of a remedy: every step in words with its figures, each rounded as it is printed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from tradedocs.model.amount import Money
from tradedocs.model.settling import Step
from tradedocs.model.shapes import LocalText
from tradedocs.words.values import money


@dataclass
class Working:
    """Steps as they are done. A step is rounded half up to the currency's minor unit, and the next one goes on from
    the rounded figure, so that what is printed adds up."""

    currency: str
    steps: list[Step] = field(default_factory=list)

    def step(self, en: str, zh: str, amount: Decimal) -> Money:
        """One step and what comes out of it, rounded."""
        result = Money(amount=amount, currency=self.currency).rounded()
        end = f" = {money(result)}"
        self.steps.append(Step(words=LocalText(en=en + end, zh=zh + end), amount=result))
        return result

    def given(self, en: str, zh: str, amount: Money) -> Money:
        """A figure that the user or the contract gives, as a step of its own."""
        self.steps.append(
            Step(words=LocalText(en=f"{en}: {money(amount)}", zh=f"{zh}：{money(amount)}"), amount=amount)
        )
        return amount

    def total(self, en: str, zh: str, parts: Sequence[Money]) -> Money:
        """The sum of several figures, spelled out; a negative part is taken off."""
        if not parts:
            return self.step(en, zh, Decimal(0))
        spelled = " ".join(
            f"{'+' if one.amount >= 0 else '−'} {abs(one.amount):,}" for one in parts
        ).removeprefix("+ ")
        return self.step(
            f"{en}: {spelled}", f"{zh}：{spelled}", sum((one.amount for one in parts), Decimal(0))
        )


def less(amount: Money) -> Money:
    """The same amount, to be taken off."""
    return Money(amount=-amount.amount, currency=amount.currency)
