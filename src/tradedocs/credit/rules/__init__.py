"""The rules of a letter of credit, in the order of the message; each module's docstring is its manual page."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Protocol

from tradedocs.credit.case import CreditCase
from tradedocs.credit.rules import (
    l01_message,
    l02_form,
    l03_rules,
    l04_parties,
    l05_amount,
    l06_expiry,
    l07_shipment,
    l08_presentation,
    l09_parts,
    l10_places,
    l11_availability,
    l12_confirmation,
    l13_goods,
    l14_documents,
    l15_conditions,
    l16_issue,
    l17_certificate,
    l18_charges,
)
from tradedocs.model.credit import CreditFinding


class CreditRule(Protocol):
    """What every rule's module offers: its id (`L07`) and its judgement."""

    ID: str
    __doc__: str | None

    def judge(self, case: CreditCase) -> Iterator[CreditFinding]:
        """The findings of this rule."""


RULES: tuple[CreditRule, ...] = (
    l01_message,
    l02_form,
    l03_rules,
    l04_parties,
    l05_amount,
    l06_expiry,
    l07_shipment,
    l08_presentation,
    l09_parts,
    l10_places,
    l11_availability,
    l12_confirmation,
    l13_goods,
    l14_documents,
    l15_conditions,
    l16_issue,
    l17_certificate,
    l18_charges,
)
