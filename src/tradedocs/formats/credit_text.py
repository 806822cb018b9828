"""A credit's findings for a terminal, and the documents that it asks for."""

from __future__ import annotations

from collections.abc import Iterator

from tradedocs.model.credit import Credit, CreditFinding, CreditJudgement
from tradedocs.ui import say

_WIDTH = 100


def credit_text(judgement: CreditJudgement, left: tuple[str, ...] = ()) -> str:
    """The credit in a few lines, each finding with its place, and the count."""
    return "".join(f"{line}\n" for line in _lines(judgement, left))


def _lines(judgement: CreditJudgement, left: tuple[str, ...]) -> Iterator[str]:
    yield from _head(judgement.credit)
    yield ""
    for finding in judgement.findings:
        yield from _finding(judgement.file, finding)
    for text in left:
        yield say("amendment: a person must work this in: {text}", text=text)
    yield say(
        "{file} against contract {number}: {bad} discrepancies, {look} to look at, {notes} notes",
        file=judgement.file,
        number=judgement.contract_no,
        bad=judgement.count("discrepancy"),
        look=judgement.count("look"),
        notes=judgement.count("note"),
    )


def _head(credit: Credit) -> Iterator[str]:
    yield say(
        "credit {number}, MT {kind}, issued {day}",
        number=credit.number or "?",
        kind=credit.message,
        day=credit.issued or "?",
    )
    if credit.amended:
        yield say("  with amendment {numbers}", numbers=", ".join(credit.amended))
    yield say(
        "  amount {amount}, expiry {expiry} {place}, latest shipment {latest}",
        amount=credit.amount or "?",
        expiry=credit.expiry or "?",
        place=credit.expiry_place or "",
        latest=credit.latest or "–",
    )


def _finding(file: str, one: CreditFinding) -> Iterator[str]:
    place = f"{file}:{one.line}" if one.line else file
    yield " ".join(f"{place}: {one.weight}[{one.rule}] {one.tag}: {one.message}".split())
    if one.says:
        yield say("      credit:   {text}", text=_cut(one.says))
    if one.contract:
        yield say("      contract: {text}", text=_cut(one.contract))
    yield f"      = {one.consequence}"
    if one.amend:
        yield say("      > {text}", text=_cut(one.amend.en))


def _cut(text: str) -> str:
    flat = " ".join(text.split())
    return flat if len(flat) <= _WIDTH else f"{flat[: _WIDTH - 1]}…"
