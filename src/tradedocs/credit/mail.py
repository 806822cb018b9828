"""The request to amend a credit as an unsent e-mail with the Word file attached."""

from __future__ import annotations

from tradedocs.model.deal import Deal
from tradedocs.model.paper import Paper
from tradedocs.words.mail import DOCX, unsent


def request_mail(paper: Paper, deal: Deal, document: bytes, name: str) -> bytes:
    """The e-mail's bytes: the points in each language as text, to the buyer."""
    subject = f"{' / '.join(paper.title)} – {deal.contract_no}"
    return unsent(deal.buyer.email, subject, _body(paper), ((document, DOCX, name),))


def _body(paper: Paper) -> str:
    parts = []
    for index, _ in enumerate(paper.languages):
        lines = [_own(paper.title, index), ""]
        lines += [f"{_own(label, index)}: {_own(says, index)}" for label, says in paper.facts]
        for section in paper.sections:
            lines += ["", *(_own(text, index) for text in (*section.lead, *section.notes)), ""]
            for table in section.tables:
                lines += [
                    f"{_own(row[0], index)}. [{_own(row[1], index)}] {_own(row[3], index)}"
                    for row in table.rows
                ]
        parts.append("\n".join(lines))
    return "\n\n".join(parts) + "\n"


def _own(texts: tuple[str, ...], index: int) -> str:
    return texts[index] if index < len(texts) else texts[0]
