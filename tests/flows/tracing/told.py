"""A ledger that tells of two contracts, three lots, and a claim from its opening to its end; all of it invented."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from tradedocs.files import sha256_of
from tradedocs.flows.claims import record as claims
from tradedocs.ledger import Ledger
from tradedocs.workspace import Workspace, init

START = datetime(2027, 1, 4, 9, tzinfo=UTC)
TEXT = "c" * 64
PHOTO = b"\xff\xd8 a photograph"


def a_workspace(folder: Path) -> Workspace:
    """The workspace with its ledger, and the one file of evidence that lies in it."""
    workspace = init(folder / "w")
    assert workspace.root is not None
    assert workspace.ledger is not None
    ledger = Ledger(workspace.ledger)
    for number, (kind, facts) in enumerate(_rows()):
        ledger.append(kind, facts, at=START + timedelta(days=number))
    photo = workspace.root / "claims" / "CL-2027-001" / "evidence" / "1.jpg"
    photo.parent.mkdir(parents=True)
    photo.write_bytes(PHOTO)
    return workspace


def _rows() -> list[tuple[str, dict[str, Any]]]:
    report = {
        "file": "cert.pdf",
        "sha256": "d" * 64,
        "report_no": "VQ-77",
        "issuer": "Verrow Quality",
        "lots": ["L-1"],
        "adverse": [{"message": "length 121.0 mm outside 120 ± 0.5"}],
    }
    other = {
        **report,
        "file": "other.pdf",
        "sha256": "e" * 64,
        "report_no": "VQ-78",
        "lots": ["L-2"],
        "adverse": [],
    }
    return [
        (
            "approve",
            {
                "approver": "Lin Mei",
                "clauses": [{"clause": "disputes.claims", "version": "2.0.1", "sha256": TEXT}],
            },
        ),
        (
            "approve",
            {
                "approver": "Lin Mei",
                "clauses": [{"clause": "quality.recall", "version": "1.0.0", "sha256": "f" * 64}],
            },
        ),
        (
            "contract-built",
            {
                "contract_no": "C-1",
                "file_sha256": "1" * 64,
                "draft": False,
                "languages": ["en"],
                "clauses": {"disputes.claims": TEXT},
            },
        ),
        (
            "contract-built",
            {
                "contract_no": "C-2",
                "file_sha256": "2" * 64,
                "draft": True,
                "languages": ["zh"],
                "clauses": {},
            },
        ),
        (
            "contract-signed",
            {
                "contract_no": "C-1",
                "file_sha256": "1" * 64,
                "copy_sha256": "3" * 64,
                "addendum": None,
                "on": "2027-01-08",
                "shown": True,
                "by": "Wang",
            },
        ),
        (
            "check",
            {
                "contract_no": "C-1",
                "shipment": 1,
                "verdict": "HOLD",
                "reports": [report],
                "open": [{"message": "no second reading"}],
            },
        ),
        (
            "finding-resolved",
            {
                "contract_no": "C-1",
                "shipment": 1,
                "message": "no second reading",
                "reason": "seen by me",
                "by": "Zhao",
            },
        ),
        ("check", {"contract_no": "C-1", "shipment": 1, "verdict": "RELEASE", "reports": [report]}),
        ("check", {"contract_no": "C-1", "shipment": 2, "verdict": "REJECT", "reports": [other]}),
        _claim(
            claims.OPENED,
            {
                "complaint": {
                    "complainant": "Adler",
                    "words": {"en": "scratches <b>on</b> the lid"},
                    "affected": {"number": "120", "unit": "pcs"},
                    "lots": ["L-1"],
                }
            },
        ),
        _claim(
            claims.EVIDENCE,
            {"file": "p.jpg", "shows": ["photo-close-up"], "remarks": ["no date of its own"]},
            {"evidence/1.jpg": sha256_of(PHOTO)},
        ),
        _claim(
            claims.TRIAGED,
            {
                "category": "single-defects",
                "severity": "minor",
                "bearer": "seller",
                "because": [{"fact": "13 of 125"}],
            },
        ),
        _claim(
            claims.LETTER,
            {"kind": "acknowledge", "to": "Adler", "reply_by": "2027-02-01"},
            {"letters/1.docx": "9" * 64},
        ),
        _claim(
            claims.MOVED,
            {
                "number": 1,
                "act": "offer",
                "side": "seller",
                "remedy": "goodwill",
                "amount": {"currency": "EUR", "amount": "14.22"},
            },
        ),
        _claim(
            claims.SETTLED,
            {
                "remedy": "goodwill",
                "amount": {"currency": "EUR", "amount": "14.22"},
                "promises": [{"key": "credit-note", "what": {"en": "issue it"}}],
            },
        ),
        _claim(claims.PERFORMED, {"promise": "credit-note", "on": "2027-01-20"}),
        _claim(
            claims.CLOSED,
            {
                "eight_d": {"cause": "sharp edge of the tray"},
                "lessons": [{"kind": "packing", "change": {"en": "foam tray"}}],
            },
        ),
        ("odd-kind", {"contract_no": "C-1"}),
    ]


def _claim(
    kind: str, fact: dict[str, Any], files: dict[str, str] | None = None
) -> tuple[str, dict[str, Any]]:
    return kind, {
        "claim": "CL-2027-001",
        "contract_no": "C-1",
        "by": "Li Na",
        "files": files or {},
        "fact": fact,
    }
