"""Claims on record, made by hand through the ledger: a sample contract, built, and a complaint under it."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from tradedocs.files import write_atomic
from tradedocs.flows.claims.basis import TERMS, in_force
from tradedocs.flows.claims.record import LETTER, OPENED, TRIAGED, claim_of, folder_of, put, told
from tradedocs.model.claim import (
    Category,
    ClaimRecord,
    Complaint,
    Interval,
    Letter,
    Reason,
    Triage,
)
from tradedocs.workspace import Workspace, find

NOW = datetime(2026, 12, 20, 9, 0, tzinfo=UTC)
LAMPS: dict[str, Any] = {
    "number": "CL-2026-014",
    "received": "2026-12-18",
    "complainant": "Harrow & Finch Trading Ltd",
    "reference": "HF-Q-77",
    "lots": ["L2611-A"],
    "invoice_no": "SL-INV-2026-311",
    "invoice_date": "2026-11-27",
    "transport_document": "BL NBFX-20931",
    "alleged": "quality",
    "words": {"en": "Lamps flicker after a few hours", "zh": "灯具使用数小时后闪烁"},
    "affected": "2000 pcs",
    "counted": {"examined": 125, "defective": 13},
    "found": "2026-12-16",
    "category_of_goods": "LED lamp",
    "supplier": "Ningbo Works",
}


def opened(
    contract: Path, workspace: Path | None = None, *, now: datetime = NOW, **changes: Any
) -> ClaimRecord:
    """A claim under a contract file, with the lamps' complaint and these changes."""
    place = find(workspace)
    complaint = Complaint.model_validate({**LAMPS, **changes})
    ref, terms, *_ = in_force(contract, place, now.date())
    write_atomic(folder_of(complaint.number, place) / TERMS, terms)
    facts = {"complaint": told(complaint), "contract": told(ref)}
    put(OPENED, complaint.number, ref.contract_no, facts, by="Li Na", workspace=place, now=now)
    return claim_of(complaint.number, place)


def triaged(record: ClaimRecord, category: Category, workspace: Workspace | None = None) -> None:
    """Put a triage on record."""
    interval = Interval(examined=125, defective=13, rate="10.4", low="5.7", high="17.1")  # type: ignore[arg-type]
    triage = Triage(
        category=category, severity="batch", bearer="seller", row_of_table="t1", table_sha256="0" * 64, by="Li Na",
        because=(Reason(fact="13 of 125", source="complaint"),), interval=interval, on=date(2026, 12, 20),
    )  # fmt: skip
    put(TRIAGED, record.complaint.number, record.contract.contract_no, told(triage), by="Li Na",
        workspace=workspace or find(), now=NOW)  # fmt: skip


def refused(record: ClaimRecord) -> None:
    """Put a letter of refusal on record."""
    letter = Letter(kind="refuse", file="refuse.docx", sha256="0" * 64, languages=("en",), to="H", by="Li Na",
                    on=date(2026, 12, 20), row=0)  # fmt: skip
    put(LETTER, record.complaint.number, record.contract.contract_no, told(letter), by="Li Na", workspace=find(),
        now=NOW)  # fmt: skip
