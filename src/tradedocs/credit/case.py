"""What the rules of a credit look at: the credit, the deal of the contract, and the day."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from tradedocs.credit.fin import Message
from tradedocs.model.credit import Credit, CreditField, CreditFinding, CreditItem, Weight
from tradedocs.model.deal import Deal
from tradedocs.model.shapes import LocalText

_SHORT = {"LIMITED": "LTD", "COMPANY": "CO", "CORPORATION": "CORP", "INCORPORATED": "INC", "AND": "", "&": ""}
_TOKEN = re.compile(r"[A-Z0-9]+|&")


@dataclass(frozen=True)
class CreditCase:
    """One credit before the rules.

    `message` is the credit's own message, for the rule on its form; `as_of` the day of the check.
    """

    credit: Credit
    message: Message
    deal: Deal
    as_of: date

    @cached_property
    def first(self) -> date:
        """The first day on which the contract allows shipment."""
        return min(shipment.window.first for shipment in self.deal.shipments)

    @cached_property
    def last(self) -> date:
        """The last day on which the contract allows shipment."""
        agreed = self.deal.letter_of_credit
        return max(
            [shipment.window.last for shipment in self.deal.shipments]
            + ([agreed.latest_shipment] if agreed and agreed.latest_shipment else [])
        )

    @property
    def presentation(self) -> int:
        """Days for presentation under the credit: field 48, else the 21 days of UCP 600 article 14(c)."""
        return 21 if self.credit.days is None else self.credit.days


def told(
    rule: str,
    weight: Weight,
    where: CreditField | CreditItem | str,
    message: str,
    *,
    contract: str = "",
    key: str | None = None,
    consequence: str,
    amend: tuple[str, str] | None = None,
    source: str,
) -> CreditFinding:
    """A finding at a field or at one of its points; a text names a field that is missing."""
    missing = isinstance(where, str)
    return CreditFinding(
        rule=rule,
        weight=weight,
        tag=where if isinstance(where, str) else where.tag,
        line=None if isinstance(where, str) else where.line,
        says="" if missing else _shown(where),
        message=message,
        contract=contract,
        key=key,
        consequence=consequence,
        amend=LocalText(en=amend[0], zh=amend[1]) if amend else None,
        source=source,
    )


def _shown(where: CreditField | CreditItem | str) -> str:
    return "" if isinstance(where, str) else where.text


def folded(text: str) -> str:
    """Letters and digits only, with the usual short forms, for comparing names that banks write without signs."""
    return "".join(_SHORT.get(word, word) for word in _TOKEN.findall(text.upper()))


def names(readings: Iterable[str], name: str) -> bool:
    """Whether the words hold the name."""
    wanted = folded(name)
    return bool(wanted) and any(wanted in folded(reading) for reading in readings)
