"""A notice as an unsent e-mail in its languages, the documents attached: a person reads it, completes it and sends it.

The same notice gives the same bytes: no date and no message number, which the mail program sets when it is sent.
"""

from __future__ import annotations

from tradedocs.contract.papers.verdict import Ruled
from tradedocs.model.paper import Paper
from tradedocs.words.mail import DOCX, Attachment, unsent

_FOR_SHIPPING = ("release-note", "hold-notice")


def notice_mail(paper: Paper, ruled: Ruled, document: bytes, verdict: bytes) -> bytes:
    """The e-mail's bytes, to be opened in a mail program as a draft.

    The verdict goes along only to those who know the contract: our own side, or its seller.
    """
    attached: tuple[Attachment, ...] = ((document, DOCX, f"{paper.kind}.docx"),)
    if _knows_the_contract(paper, ruled):
        attached = (*attached, (verdict, "json", "verdict.json"))
    return unsent(_to(paper, ruled), _subject(paper, ruled), _body(paper, ruled), attached)


def _knows_the_contract(paper: Paper, ruled: Ruled) -> bool:
    if ruled.spec.our_side == "seller":
        return paper.kind in _FOR_SHIPPING
    return paper.kind != "re-inspection-request"


def _to(paper: Paper, ruled: Ruled) -> str:
    """The seller's address where we buy; else nobody is known: our own people, our supplier, the inspection body."""
    if ruled.deal is None or ruled.spec.our_side == "seller" or paper.kind == "re-inspection-request":
        return ""
    return ruled.deal.seller.email


def _subject(paper: Paper, ruled: Ruled) -> str:
    title = " / ".join(paper.title)
    number = f"{ruled.spec.contract_no}, {ruled.shipment}"
    return " – ".join(part for part in (paper.mark, title, number) if part)


def _body(paper: Paper, ruled: Ruled) -> str:
    """What the notice says first, in each language, and what is attached."""
    first = next((section for section in paper.sections if section.notes or section.lead), None)
    notes = () if first is None else (*first.lead, *first.notes)
    parts = []
    for k, title in enumerate(paper.title):
        lines = [
            title,
            "",
            *(f"{label[k]}: {' / '.join(says[k : k + 1] or says[:1])}" for label, says in paper.facts),
        ]
        lines += ["", *(note[k] for note in notes if k < len(note))]
        parts.append("\n".join(lines))
    end = ruled.both(
        "The notice is attached as a Word file; its points, with clause and page, are in it.",
        "通知全文见所附Word文件，各项要点及其条款和页码载于其中。",
    )
    return "\n\n".join([*([paper.mark] if paper.mark else []), *parts, "\n".join(end)]) + "\n"
