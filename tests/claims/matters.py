"""A claim beside its contract without files: the sample deals as they are written."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

from tradedocs.claims.matter import Matter
from tradedocs.model.claim import ClaimRecord, Complaint, ContractRef
from tradedocs.model.deal import Deal
from tradedocs.model.settling import Move
from tradedocs.words.bilingual import Languages
from tradedocs.yamlfile import load

SAMPLES = Path(__file__).parents[2] / "samples"
ON = date(2026, 12, 20)


def matter(
    name: str = "led-lamps", *, languages: Languages = ("en", "zh"), deal: Deal | None = None, **changes: Any
) -> Matter:
    """The complaint about the first line of a sample deal, with these changes; no articles are known."""
    deal = deal or load(SAMPLES / name / "deal.yaml", Deal)
    side = changes.pop("our_side", deal.our_side)
    complaint = Complaint.model_validate({
        "number": "CL-1", "received": "2026-12-18", "complainant": deal.buyer.name, "alleged": "quality",
        "words": {"en": "It flickers", "zh": "闪烁"}, "affected": "2000 pcs", "invoice_no": "INV-9", **changes,
    })  # fmt: skip
    ref = ContractRef(
        contract_no=deal.contract_no,
        file="c.docx",
        sha256="0" * 64,
        spec_sha256="0" * 64,
        terms_sha256="0" * 64,
        our_side=side,
    )
    record = ClaimRecord(complaint=complaint, contract=ref, opened=ON, row=1, last_row=1)
    return Matter(record, deal, (), languages, ON)


def move(number: int = 1, **facts: Any) -> Move:
    """An offer of the seller, with these facts."""
    base = {
        "number": number,
        "act": "offer",
        "side": "seller",
        "remedy": "price-reduction",
        "by": "Li Na",
        "on": ON,
        "row": 0,
    }
    return Move.model_validate({**base, **facts})
