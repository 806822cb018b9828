"""A case for every letter, over the sample deals: as seller of lamps, as buyer of sugar. All of it invented."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

from tests.claims.make import complaint
from tradedocs.claims.lacking import lacking
from tradedocs.claims.letters.case import Case
from tradedocs.claims.letters.defences import Told, defence
from tradedocs.claims.letters.kinds import LETTERS
from tradedocs.claims.matter import Matter
from tradedocs.model.claim import ClaimRecord, ContractRef, LetterKind
from tradedocs.model.deal import Deal
from tradedocs.model.paper import Paper
from tradedocs.model.settling import Move, Promise, Settlement
from tradedocs.model.shapes import LocalText
from tradedocs.words.bilingual import Languages
from tradedocs.yamlfile import load

SAMPLES = Path(__file__).parents[3] / "samples"
TODAY, UNTIL = date(2027, 3, 18), date(2027, 3, 25)
HEAD = f"12:{'ab' * 32}"
TONGUES: dict[str, Languages] = {"en": ("en",), "zh": ("zh",), "en-zh": ("en", "zh")}
KINDS: tuple[LetterKind, ...] = tuple(LETTERS)
TOLD: dict[str, Any] = {
    "number": "CL-2027-001", "received": "2027-03-15", "complainant": "Harrow & Finch Trading Ltd", "hidden": "no",
    "words": {"en": "Lamps flicker after hours.", "zh": "灯具使用数小时后闪烁。"}, "lots": ["HL-2610-A"],
    "arrived": "2026-12-28", "found": "2027-01-08", "stored_properly": "no",
}  # fmt: skip
MOVE = Move.model_validate(
    {"number": 1, "act": "offer", "side": "seller", "remedy": "goodwill", "amount": "USD 300.00",
     "paid_by": "credit-note", "expires": UNTIL, "authority": "sales", "by": "Lin Mei", "on": TODAY, "row": 9}
)  # fmt: skip
PROMISES = (
    Promise(key="signature", what=LocalText(en="Both sides sign", zh="双方签署"), by="buyer"),
    Promise(key="note", what=LocalText(en="A credit note", zh="贷项通知单"), by="seller", due=UNTIL),
)
SETTLED = Settlement.model_validate(
    {"remedy": "goodwill", "amount": "USD 300.00", "paid_by": "credit-note", "move": 1, "agreed": TODAY,
     "by": "Lin Mei", "row": 10, "promises": PROMISES}
)  # fmt: skip


def case(kind: LetterKind, language: str = "en-zh", **facts: Any) -> Case:
    """A case that holds all that the letter tells of; `facts` change the complaint."""
    buying = kind == "non-conformity"
    deal = load(SAMPLES / ("white-sugar" if buying else "led-lamps") / "deal.yaml", Deal)
    goods = {"affected": "20 t"} if buying else {"affected": "1200 pcs"}
    record = _record(deal, {**TOLD, **goods, **facts})
    matter = Matter(record, deal, (), TONGUES[language], TODAY)
    return Case(
        matter=matter, by="Lin Mei", head=HEAD, until=UNTIL, lacking=lacking((), record),
        defences=(defence("misuse", matter, Told()),) if record.complaint.stored_properly == "no" else (), move=MOVE,
    )  # fmt: skip


def paper(kind: LetterKind, language: str = "en-zh", **facts: Any) -> Paper:
    """The letter."""
    return LETTERS[kind](case(kind, language, **facts))


def _record(deal: Deal, told: dict[str, Any]) -> ClaimRecord:
    ref = ContractRef.model_validate(
        {"contract_no": deal.contract_no, "file": "c.docx", "sha256": "cd" * 32, "spec_sha256": "ef" * 32,
         "terms_sha256": "ee" * 32, "our_side": deal.our_side}
    )  # fmt: skip
    return ClaimRecord(
        complaint=complaint(**told),
        contract=ref,
        opened=TODAY,
        row=8,
        last_row=9,
        moves=(MOVE,),
        settlement=SETTLED,
    )


def texts(one: Paper) -> str:
    """Every text of a letter."""
    assert one.letter is not None
    frame = one.letter
    found = [*one.title, *frame.sender, *frame.to, *frame.day, one.mark]
    for label, says in one.facts:
        found += [*label, *says]
    for part in one.sections:
        found += [
            *part.title,
            *(text for note in (*part.lead, *part.notes, *part.signatures) for text in note),
        ]
        found += [text for pair in part.facts for words in pair for text in words]
        for table in part.tables:
            found += [text for row in table.rows for cell in row for text in cell]
    return "\n".join(found)
