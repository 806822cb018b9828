"""Whether two conditions can hold together, and whether one follows from another."""

from __future__ import annotations

import pytest

from tradedocs.clausetext import can_hold_together, implies

CIF = 'deal.delivery.incoterm == "CIF"'
SEA = 'deal.delivery.incoterm in ("CFR", "CIF", "FOB", "FAS")'
LAND = 'deal.delivery.incoterm in ("FCA", "DAP")'
CREDIT = "deal.has_credit"


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (CIF, SEA, True),
        (CIF, LAND, False),
        (CREDIT, f"not {CREDIT}", False),
        (CREDIT, SEA, True),
        (f"{CREDIT} and {CIF}", f"{LAND} or {CREDIT}", True),
        (f"{CREDIT} and {CIF}", f"{LAND} or not {CREDIT}", False),
        ("deal.insurance == None", "deal.insurance != None", False),
    ],
)
def test_together(one: str, other: str, expected: bool) -> None:
    assert can_hold_together(one, other) is expected
    assert can_hold_together(other, one) is expected


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (CIF, SEA, True),
        (SEA, CIF, False),
        (f"{CIF} and {CREDIT}", CIF, True),
        (CIF, f"{CIF} or {CREDIT}", True),
        (f"{CIF} or {CREDIT}", CIF, False),
        ('deal.language == "en-zh"', 'deal.language != "en"', True),
        # Every language that a deal can have is looked at, and no other.
        ('deal.language != "en"', 'deal.language in ("zh", "en-zh")', True),
        (f"not (not {CREDIT})", CREDIT, True),
    ],
)
def test_implies(one: str, other: str, expected: bool) -> None:
    assert implies(one, other) is expected
