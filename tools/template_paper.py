"""The body of the packaged templates of the inspection's documents: order, checklist and notices."""

from __future__ import annotations

from template_body import each, whole
from template_parts import paragraph, run

NARROW = (
    ('w:top="1418"', 'w:top="1020"'),
    ('w:bottom="1134"', 'w:bottom="794"'),
    ('w:footer="510"', 'w:footer="340"'),
)


def checklist() -> str:
    """A page of the checklist is full: a small title and narrow margins."""
    body = (
        each("title", "ContractSection")
        + paragraph("Normal", run("{{p facts }}"))
        + paragraph("Normal", run("{{p sections }}"))
    )
    text = whole(body)
    for old, new in NARROW:
        text = text.replace(old, new)
    return text


def letter() -> str:
    """Letterhead, addressee, day, subject, references and body; the sentences come from the program."""
    return whole(
        each("sender", "ContractParty")
        + each("sender_lines", "ContractTableLabel")
        + paragraph("Normal")
        + each("addressee", "ContractTableText")
        + paragraph("ContractGap")
        + each("day", "ContractTableNumber")
        + each("title", "ContractSection")
        + paragraph("Normal", run("{{p facts }}"))
        + paragraph("Normal", run("{{p sections }}"))
    )


def document() -> str:
    """Title, facts and sections; the sentences come from the program, which checks that they are all there."""
    return whole(
        each("title", "ContractTitle")
        + paragraph("ContractGap")
        + paragraph("Normal", run("{{p facts }}"))
        + paragraph("Normal", run("{{p sections }}"))
    )
