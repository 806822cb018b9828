"""The job of the credit: every rule, in the order of the message's fields."""

from __future__ import annotations

from tradedocs.credit.case import CreditCase
from tradedocs.credit.rules import RULES
from tradedocs.model.credit import CreditFinding, Weight

_ORDER: dict[Weight, int] = {"discrepancy": 0, "look": 1, "note": 2}


def findings_of(case: CreditCase) -> tuple[CreditFinding, ...]:
    """What the rules say: discrepancies first, then what a person must read, then notes; each by its line."""
    found = [finding for rule in RULES for finding in rule.judge(case)]
    return tuple(sorted(found, key=lambda one: (_ORDER[one.weight], one.line or 0, one.rule)))
