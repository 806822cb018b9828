"""Claims in a few words, for tests: two contracts, and the record of a claim under one of them. All of it invented."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

from tradedocs.claims.facts import BeforeShipment, Checked, OnRecord
from tradedocs.claims.grounds import Grounds
from tradedocs.model.claim import ClaimRecord, Complaint, ContractRef, Counted, Evidence, ReportEvidence
from tradedocs.model.goods import Characteristic
from tradedocs.model.spec import Spec, SpecInspection, SpecLine, SpecParty, SpecShare, SpecShipment
from tradedocs.model.terms import Aql, Window

LAMP = (
    {"name": "Luminous flux", "require": ">= 800 lm"},
    {"name": "Colour temperature", "require": "3000 ± 150 K", "aliases": ("CCT",)},
    {"name": "Scratches", "require": "conforms", "class": "minor"},
    {"name": "Insulation resistance", "require": ">= 4 MΩ", "class": "critical"},
    {"name": "Carton drop test", "require": "conforms"},
)
WHEAT = (
    {"name": "Moisture", "require": "<= 13.0 %"},
    {"name": "Protein", "require": ">= 11.0 %"},
    {"name": "Aflatoxin B1", "require": "<= 2 µg/kg", "limit_kind": "legal"},
    {"name": "Lead (Pb)", "require": "<= 0.2 mg/kg"},
)


def spec(goods: str = "lamps", *, our_side: str = "seller") -> Spec:
    """12,000 lamps by the plan of ISO 2859-1, level II, AQL 0 / 2.5 / 4.0; or 500 t of wheat in bulk."""
    lamps = goods == "lamps"
    wanted = tuple(Characteristic.model_validate(one) for one in (LAMP if lamps else WHEAT))
    line = SpecLine.model_validate(
        {"line": 1, "description": "LED lamp" if lamps else "Milling wheat", "characteristics": wanted,
         "quantity": "12000 pcs" if lamps else "500 t", "tolerance": "0 %" if lamps else "5 %"}
    )  # fmt: skip
    window = Window.model_validate({"from": "2031-03-01", "to": "2031-03-31"})
    return Spec.model_validate(
        {
            "contract_no": "C-31",
            "contract_date": date(2031, 1, 10),
            "our_side": our_side,
            "seller": SpecParty(name="Cedar Works Ltd"),
            "buyer": SpecParty(name="Fennel Trading Ltd"),
            "lines": (line,),
            "shipments": (
                SpecShipment(number=1, window=window, lines=(SpecShare(line=1, quantity=line.quantity),)),
            ),
            "inspection": SpecInspection(
                bodies=("Orbis Inspection",),
                standard="ISO 2859-1" if lamps else "ISO 24333:2009",
                level="II" if lamps else None,
                aql=Aql(critical=Decimal(0), major=Decimal("2.5"), minor=Decimal("4.0")) if lamps else None,
            ),
        }
    )


def grounds(goods: str = "lamps", *, our_side: str = "seller", **more: Any) -> Grounds:
    """The contract: FOB and re-inspection after arrival, unless told otherwise."""
    told: dict[str, Any] = {"risk": "buyer", "term": "FOB Ningbo, Incoterms® 2020",
                            "effect": "loading-with-reinspection"}  # fmt: skip
    if more.get("risk") == "seller":
        told["term"] = "DAP Lyon, Incoterms® 2020"
    if "allowance" in more:
        more["allowance"] = Decimal(more["allowance"])
    return Grounds(spec(goods, our_side=our_side), **{**told, **more})


def complaint(**more: Any) -> Complaint:
    """A complaint about 300 lamps."""
    told: dict[str, Any] = {"number": "CL-2031-01", "received": "2031-05-04", "complainant": "Fennel Trading Ltd",
                            "alleged": "quality", "words": "Lamps fail.", "affected": "300 pcs"}  # fmt: skip
    return Complaint.model_validate({**told, **more})


def evidence(file: str, *shows: str, report: dict[str, Any] | None = None) -> Evidence:
    """A file of evidence; a report with its values."""
    told = None if report is None else ReportEvidence.model_validate(_report(report))
    return Evidence.model_validate(
        {"sha256": "ab" * 32, "file": file, "stored": f"claims/{file}", "size": 1000, "report": told,
         "shows": shows or ("report",), "by": "Lin Mei", "on": "2031-05-06", "row": 9}
    )  # fmt: skip


def _report(told: dict[str, Any]) -> dict[str, Any]:
    values = tuple(
        {"parameter": name, "characteristic": name, "value": value, "page": 1, "verdict": verdict}
        for name, (value, verdict) in told.get("values", {}).items()
    )
    counted = None if "counted" not in told else Counted.model_validate(told["counted"])
    return {
        "report_no": "S-7", "issuer": "Orbis Inspection", "issued": "2031-05-20", "sampled_by": "inspector",
        "verdict": "HOLD", **told, "values": values, "counted": counted,
    }  # fmt: skip


def record(
    claim: dict[str, Any] | None = None, shown: tuple[Evidence, ...] = (), *, our_side: str = "seller"
) -> ClaimRecord:
    """A claim as the ledger tells it."""
    ref = ContractRef.model_validate(
        {"contract_no": "C-31", "file": "C-31.docx", "sha256": "cd" * 32, "spec_sha256": "ef" * 32,
         "terms_sha256": "ee" * 32, "our_side": our_side}
    )  # fmt: skip
    return ClaimRecord(
        complaint=complaint(**(claim or {})),
        contract=ref,
        opened=date(2031, 5, 4),
        row=8,
        last_row=9,
        evidence=shown,
    )


def before(verdict: str | None = None, **rows: str) -> BeforeShipment:
    """What was on record before shipment: `adverse`, `resolved` and `conceded` each in words."""
    told = {name: (OnRecord(5, words),) for name, words in rows.items()}
    return BeforeShipment(None if verdict is None else Checked(verdict, 4), **told)
