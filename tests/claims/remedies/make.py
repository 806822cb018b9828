"""Claims with what their contract grants, in a few words, for the tests of remedies. All of it invented."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

from tradedocs.claims.policy import packaged_policy
from tradedocs.claims.remedies import RemedyCase
from tradedocs.model.amount import Money, Quantity
from tradedocs.model.claim import ClaimRecord, Complaint, ContractRef, Triage
from tradedocs.model.goods import GoodsLine
from tradedocs.model.granted import Cap, Grades, Granted, Minor, Offsetting, Replenishing
from tradedocs.model.settling import Remedy
from tradedocs.model.shapes import LocalText

TODAY = date(2031, 5, 10)
ARTICLES = {
    "disputes.claims": "32", "compensation.remedies": "36", "compensation.minor-deviations": "37",
    "compensation.replenishment": "38", "compensation.shortage": "39", "compensation.returned-goods": "40",
    "compensation.credit-note": "41", "compensation.offset": "42", "compensation.price-scale": "43",
    "compensation.limitation": "48", "quality.warranty": "31",
}  # fmt: skip
LAMPS = {
    "line": 1, "description": "LED lamp", "quantity": "10000 pcs", "unit_price": "2.00 USD/pcs",
    "characteristics": [{"name": "Luminous flux", "require": ">= 800 lm"}],
}  # fmt: skip
WHEAT = {
    "line": 1, "description": "Milling wheat", "quantity": "500 t", "unit_price": "200 USD/t", "tolerance": "5 %",
    "characteristics": [
        {"name": "Moisture", "name_zh": "水分", "require": "<= 13.0 %",
         "scale": {"step": "0.5", "percent": "1 %", "cap": "3 %", "reject": "<= 14.5 %"}},
        {"name": "Protein", "require": ">= 11.0 %",
         "scale": {"step": "0.1", "percent": "0.5 %", "reject": ">= 10.0 %"}},
    ],
}  # fmt: skip


def granted(goods: dict[str, Any] = LAMPS, **more: Any) -> Granted:
    """Everything that the library grants in its standard positions, on one line of goods."""
    line = GoodsLine.model_validate(goods)
    return Granted(
        **{
            "contract_no": "C-31", "our_side": "seller", "currency": line.unit_price.currency, "articles": ARTICLES,
            "law": "CISG", "governing": LocalText(en="the People's Republic of China"), "price": line.amount,
            "lines": (line,), "shipped": {1: line.quantity}, "grades": GRADES, "minor": MINOR,
            "replenishing": REPLENISHING, "offsetting": OFFSETTING, "cap": CAP, "scales": True, "shortage": True,
            "warranty": True, "returned": True, **more,
        }
    )  # fmt: skip


GRADES = Grades(pieces=True, unfit=False, costs="agreed", other="replaced", settle_days=15, article="36")
MINOR = Minor(cap=Decimal(10), handling=False, article="37")
REPLENISHING = Replenishing(days=30, buyer_chooses=False, difference=False, article="38")
OFFSETTING = Offsetting(who="agreed", order_days=90, pay_days=15, article="42")
CAP = Cap(percent=Decimal(100), base="goods", refunds_count=True, profit="none", article="48")
MINOR_TRIAGE = ("single-defects", "minor", "seller")


def case(
    grants: Granted | None = None, triage: tuple[str, str, str] | None = MINOR_TRIAGE, *,
    evidence: tuple[Any, ...] = (), facts: dict[str, Any] | None = None, **complaint: Any,
) -> RemedyCase:  # fmt: skip
    """A complaint about all 10,000 lamps; `facts` are those of the case itself."""
    told = {
        "number": "CL-1", "received": "2031-05-04", "complainant": "Fennel Trading Ltd", "alleged": "quality",
        "words": "Lamps are scratched.", "affected": "10000 pcs", "usable": "yes", **complaint,
    }  # fmt: skip
    ref = ContractRef.model_validate(
        dict.fromkeys(("sha256", "spec_sha256", "terms_sha256"), "0" * 64)
        | {"contract_no": "C-31", "file": "c.docx", "our_side": "seller"}
    )
    found = None if triage is None else Triage.model_validate(
        {"category": triage[0], "severity": triage[1], "bearer": triage[2], "row_of_table": "x", "because": (),
         "table_sha256": "0", "by": "Lin Mei", "on": "2031-05-08"}
    )  # fmt: skip
    record = ClaimRecord(
        complaint=Complaint.model_validate(told), contract=ref, opened=date(2031, 5, 5), row=1, last_row=1,
        evidence=evidence, triages=() if found is None else (found,),
    )  # fmt: skip
    return RemedyCase(record, grants or granted(), packaged_policy(), TODAY, **(facts or {}))


def usd(amount: str) -> Money:
    """An amount."""
    return Money(amount=Decimal(amount), currency="USD")


def pieces(number: int) -> Quantity:
    """A number of pieces."""
    return Quantity(number=Decimal(number), unit="pcs")


def of(key: str, remedies: tuple[Remedy, ...]) -> Remedy:
    """The remedy of that key."""
    return next(one for one in remedies if one.key == key)
