"""Writing the deal file of an interview."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from tradedocs.files import writable, write_atomic
from tradedocs.flows.interview.deal_text import commented, deal_text
from tradedocs.flows.interview.question import Answers
from tradedocs.model.deal import Deal
from tradedocs.yamlfile import parse


def write_deal(path: Path, answers: Answers, notes: Callable[[Deal], tuple[str, ...]] = lambda _: ()) -> Deal:
    """Write the deal file of these answers, and give back the deal.

    `notes` gives the lines of comment that stand in its head, made of the deal.

    Raises:
        InputError: the answers do not fit together; nothing is written.
        UsageError: the folder cannot be written in.
    """
    text = deal_text(answers)
    deal = parse(text, str(path), Deal)
    writable(path.resolve().parent)
    write_atomic(path, f"{commented(notes(deal))}{text}".encode())
    return deal
