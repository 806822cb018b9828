"""The user's job "they sent us their contract": recorded by hash, its Spec confirmed fact by fact by a person."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from pydantic import ValidationError

from tradedocs.contract.spec import spec_of
from tradedocs.contract.specfacts import spec_facts
from tradedocs.errors import RefusedInput, UsageError
from tradedocs.files import read_bytes, read_text, sha256_of, writable, write_atomic
from tradedocs.flows.ledgers import ledger_of
from tradedocs.flows.life import ADOPTED, named, not_to_come
from tradedocs.flows.scan_words import ScanWords, words_of_scan
from tradedocs.flows.sign import compare
from tradedocs.model.adopted import Adopted, Confirmed, Original
from tradedocs.model.anchor import Anchor
from tradedocs.model.deal import Deal
from tradedocs.model.life import Compared
from tradedocs.ui import say
from tradedocs.word.hostile import parts_from_outside
from tradedocs.word.package import FILE_LIMIT
from tradedocs.word.text import visible_text
from tradedocs.words.values import figure
from tradedocs.workspace import Workspace
from tradedocs.yamlfile import load

_LIMIT = 60_000_000
Ask = Callable[[int, int, str], bool]
"""Asks a person whether fact n of m is what the signed contract says."""


@dataclass(frozen=True)
class Adoption:
    """What was recorded: the adopted contract, its file, what the original shows of it, and the ledger's row."""

    adopted: Adopted
    file: Path
    compared: Compared
    anchor: Anchor


def facts_to_confirm(deal_file: Path) -> tuple[str, ...]:
    """The facts that a person must confirm, in the words in which they are asked.

    Raises:
        InputError: the deal file holds errors.
    """
    return spec_facts(spec_of(load(deal_file, Deal), our_paper=False))


def adopt(
    original: Path, deal_file: Path, out: Path, *, by: str, on: date, ask: Ask, workspace: Workspace, now: datetime,
    ocr: bool = True,
) -> Adoption:  # fmt: skip
    """Record a signed contract on the other side's paper with the Spec of a deal that a person confirms.

    Raises:
        RefusedInput: the original cannot be read, a fact is not confirmed, or there is no workspace.
        UsageError: a file does not exist, the name cannot stand in a ledger, or another file stands at `out`.
        InputError: the deal file holds errors.
    """
    ledger, name = ledger_of(workspace), named(by)
    not_to_come(on, now.date())
    _refuse_to_overwrite(out)
    deal = load(deal_file, Deal)
    spec = spec_of(deal, our_paper=False)
    shown = _words(original, ocr=ocr)
    facts = spec_facts(spec)
    _confirmed(facts, ask)
    adopted = Adopted(
        contract_no=spec.contract_no,
        original=Original(file=original.name, sha256=sha256_of(read_bytes(original, limit=_LIMIT))),
        deal_sha256=sha256_of(read_bytes(deal_file, limit=_LIMIT)),
        confirmed=Confirmed(by=name, on=on, facts=facts),
        spec=spec,
    )
    compared = compare(shown, _wanted(deal), _looked_for(deal))
    data = adopted.canonical().encode()
    writable(out.parent)
    row = {
        "contract_no": spec.contract_no,
        "addendum": None,
        "file_sha256": sha256_of(data),
        "copy_sha256": adopted.original.sha256,
        "deal_sha256": adopted.deal_sha256,
        "spec_sha256": spec.sha256,
        "by": name,
        "on": on.isoformat(),
        "facts": len(facts),
        "shown": compared.shown,
        "compared": compared.model_dump(mode="json"),
    }
    anchor = ledger.append(ADOPTED, row, at=now)
    write_atomic(out, data)
    return Adoption(adopted, out, compared, anchor)


def _confirmed(facts: Sequence[str], ask: Ask) -> None:
    for number, fact in enumerate(facts, 1):
        if not ask(number, len(facts), fact):
            raise RefusedInput(
                say("not confirmed: {fact}", fact=fact),
                way_out=say("Correct the deal file to what the signed contract says, and adopt it again."),
            )


def answers_of(path: Path) -> Ask:
    """The answers in a file: a line a fact, `y` and the fact in the words in which it is asked.

    Raises:
        UsageError: the file cannot be read.
        InputError: it is not UTF-8.
    """
    lines = [line.strip() for line in read_text(path, limit=2_000_000).splitlines() if line.strip()]

    def ask(number: int, count: int, fact: str) -> bool:
        if len(lines) != count:
            raise RefusedInput(
                say("the file answers {n} facts, and there are {count}", n=len(lines), count=count), place=str(path),
                way_out=say("Print the facts with --list, look at each, and answer them anew."),
            )  # fmt: skip
        answer, _, text = lines[number - 1].partition(" ")
        if text.strip() != fact:
            raise RefusedInput(
                say("line {n} answers another fact; it is now: {fact}", n=number, fact=fact), place=str(path),
                way_out=say("Look at the signed contract again and answer the fact as it is now."),
            )  # fmt: skip
        return answer == "y"

    return ask


def _words(original: Path, *, ocr: bool) -> ScanWords:
    if original.suffix.lower() == ".pdf":
        return words_of_scan(original, ocr=ocr)
    if original.suffix.lower() == ".docx":
        text = visible_text(parts_from_outside(read_bytes(original, limit=FILE_LIMIT), name=original.name))
        return ScanWords(0, text, "text" if text.strip() else "nothing")
    raise UsageError(say("the signed contract is a PDF or a Word file"), place=str(original),
                     way_out=say("Scan it as PDF."))  # fmt: skip


def _looked_for(deal: Deal) -> dict[str, tuple[str, ...]]:
    return {
        say("contract number"): (deal.contract_no,),
        say("seller"): tuple(name for name in (deal.seller.name, deal.seller.name_zh) if name),
        say("buyer"): tuple(name for name in (deal.buyer.name, deal.buyer.name_zh) if name),
        say("total"): (figure(deal.total),),
    }


def _wanted(deal: Deal) -> str:
    """All that is looked for as one text."""
    return "\n".join(form for forms in _looked_for(deal).values() for form in forms)


def _refuse_to_overwrite(out: Path) -> None:
    if out.suffix.lower() != ".json":
        raise UsageError(say("the adopted contract is a JSON file"), place=str(out),
                         way_out=say("Name it with the ending .json."))  # fmt: skip
    if out.exists():
        raise UsageError(say("a file stands there already"), place=str(out),
                         way_out=say("Move it away, or name another file with -o."))  # fmt: skip


def read_adopted(path: Path) -> tuple[Adopted, str, tuple[str, ...]]:
    """An adopted contract's file, its hash, and where it does not agree with itself.

    Raises:
        UsageError: the file cannot be read.
        RefusedInput: it is no such file.
    """
    data = read_bytes(path, limit=_LIMIT)
    try:
        adopted = Adopted.model_validate(json.loads(data))
    except (ValueError, ValidationError) as error:
        raise RefusedInput(
            say("this is no adopted contract"), place=path.name,
            way_out=say("Give the file that `tradedocs contract adopt` wrote."),
        ) from error  # fmt: skip
    problems = []
    if spec_facts(adopted.spec) != adopted.confirmed.facts:
        problems.append(say("the specification in the file is not the one that was confirmed"))
    if adopted.spec.contract_no != adopted.contract_no:
        problems.append(say("the specification is of contract {no}", no=adopted.spec.contract_no))
    return adopted, sha256_of(data), tuple(problems)
