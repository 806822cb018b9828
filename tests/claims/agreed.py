"""Claims under the sample contracts, made by hand: the terms as the clauses print them, and records of any state."""

from __future__ import annotations

from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from tradedocs.claims.deadlines import deadlines
from tradedocs.claims.terms import Terms
from tradedocs.contract.assemble import assemble
from tradedocs.library import load_library
from tradedocs.model.claim import ClaimRecord, Complaint, ContractRef
from tradedocs.model.claimview import Bar, Deadline
from tradedocs.model.deal import Deal
from tradedocs.yamlfile import load

ROOT = Path(__file__).parents[2]
LAMPS, HOUSINGS, SUGAR = "led-lamps", "plastic-parts", "white-sugar"


@cache
def agreed(name: str = LAMPS) -> Terms:
    """The contract of a sample deal."""
    deal = load(ROOT / "samples" / name / "deal.yaml", Deal)
    contract = assemble(deal, load_library(ROOT / "clauses"), ())
    return Terms(deal, contract.articles, contract.languages)


def without(terms: Terms, *clauses: str, **law: Any) -> Terms:
    """The contract without some articles, under another law."""
    deal = terms.deal.model_copy(update={"law": terms.deal.law.model_copy(update=law)}) if law else terms.deal
    return Terms(deal, tuple(one for one in terms.articles if one.clause_id not in clauses), terms.languages)


def complaint(**facts: Any) -> Complaint:
    """A complaint about lamps that reached us in time; `facts` change it."""
    known: dict[str, Any] = {
        "number": "CL-2027-001", "received": "2027-01-15", "complainant": "Harrow & Finch Trading Ltd",
        "alleged": "quality", "words": "Lamps flicker.", "affected": "1200 pcs", "shipped": "2026-11-20",
        "arrived": "2026-12-28", "taken_over": "2027-01-05", "found": "2027-01-08", "hidden": "no",
    }  # fmt: skip
    return Complaint.model_validate({**known, **facts})


def record(terms: Terms | None = None, *, more: dict[str, Any] | None = None, **facts: Any) -> ClaimRecord:
    """A claim in any state: `more` are evidence, letters, moves and so on, as the ledger would tell them."""
    terms = terms or agreed()
    ref = ContractRef(
        contract_no=terms.deal.contract_no, file="contract.docx", sha256="a" * 64, spec_sha256="b" * 64,
        terms_sha256="d" * 64, our_side=terms.our_side,
    )  # fmt: skip
    told = {"complaint": complaint(**facts), "contract": ref, "opened": "2027-01-15", "row": 9, "last_row": 9}
    return ClaimRecord.model_validate({**told, **(more or {})})


def dates_of(
    terms: Terms | None = None, *, today: str = "2027-01-16", bars: tuple[Bar, ...] = (),
    more: dict[str, Any] | None = None, **facts: Any,
) -> dict[str, Deadline]:  # fmt: skip
    """The dates of a claim by their keys."""
    terms = terms or agreed()
    found = deadlines(record(terms, more=more, **facts), terms, bars, date.fromisoformat(today))
    keys = [one.key for one in found if one.key != "excuse.ledger"]
    assert len(keys) == len(set(keys))
    return {one.key: one for one in found}


def letter(kind: str, on: str, row: int = 10, **facts: Any) -> dict[str, Any]:
    """A letter of the claim."""
    return {"kind": kind, "file": f"{kind}.docx", "sha256": "c" * 64, "languages": ["en"], "to": "them",
            "by": "Lin Mei", "on": on, "row": row, **facts}  # fmt: skip


def piece(on: str, *shows: str, row: int = 11, **facts: Any) -> dict[str, Any]:
    """A file of evidence."""
    return {"sha256": f"{row:064x}", "file": "a.jpg", "stored": "evidence/a.jpg", "size": 1,
            "shows": list(shows or ("photo-whole",)), "by": "Lin Mei", "on": on, "row": row, **facts}  # fmt: skip
