"""The user's job "they have signed": a named person records the signed copy of a contract or an addendum."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from tradedocs.errors import RefusedInput
from tradedocs.files import read_bytes, sha256_of
from tradedocs.flows.ledgers import ledger_of
from tradedocs.flows.life import SIGNED, Life, in_the_ledger, life_of, named, not_to_come
from tradedocs.flows.scan_words import ScanWords, words_of_scan
from tradedocs.model.anchor import Anchor
from tradedocs.model.contract import Amends
from tradedocs.model.life import Compared
from tradedocs.pdf.document import content_of
from tradedocs.ui import say
from tradedocs.word.package import FILE_LIMIT, read_parts
from tradedocs.word.passport import ContractFile, read_contract
from tradedocs.word.text import visible_text
from tradedocs.word.wording import words_of
from tradedocs.words.values import figure
from tradedocs.workspace import Workspace

_NOT_WRITTEN = re.compile(r"[\W_]+")


@dataclass(frozen=True)
class Signed:
    """What was recorded: of which contract or addendum, what the scan was compared with, and the ledger's row."""

    contract_no: str
    addendum: int | None
    by: str
    on: date
    compared: Compared
    anchor: Anchor


def sign(
    path: Path, scan: Path, *, by: str, on: date, workspace: Workspace, now: datetime, ocr: bool = True
) -> Signed:
    """Record a person's word that the scan is the signed copy of a contract or an addendum that was built here.

    Raises:
        RefusedInput: the file is a draft, was edited, or is not in the ledger; the scan cannot be read; there is no
            workspace; an addendum is signed before its contract or before an earlier addendum.
        UsageError: a file does not exist, the name cannot stand in a ledger, or the day is still to come.
    """
    ledger, name = ledger_of(workspace), named(by)
    not_to_come(on, now.date())
    found = read_contract(path)
    life = life_of(found.passport.contract_no, workspace)
    _signable(found, life)
    words = words_of_scan(scan, ocr=ocr)
    text = visible_text(read_parts(read_bytes(path, limit=FILE_LIMIT), name=path.name))
    compared = compare(words, text, dict(_facts(found)))
    facts = {
        "contract_no": found.passport.contract_no,
        "addendum": _number(found),
        "file_sha256": found.sha256,
        "copy_sha256": sha256_of(content_of(scan)),
        "deal_sha256": found.passport.deal_sha256,
        "spec_sha256": found.passport.spec_sha256,
        "text_sha256": found.passport.text_sha256,
        "by": name,
        "on": on.isoformat(),
        "shown": compared.shown,
        "compared": compared.model_dump(mode="json"),
    }
    anchor = ledger.append(SIGNED, facts, at=now)
    return Signed(found.passport.contract_no, _number(found), name, on, compared, anchor)


def _number(found: ContractFile) -> int | None:
    return found.passport.amends.number if found.passport.amends is not None else None


def _signable(found: ContractFile, life: Life) -> None:
    if found.passport.draft:
        raise RefusedInput(
            say("the file is a DRAFT, not for signature"), place=found.file,
            way_out=say("Have its clauses approved and its open points settled, and build it again."),
        )  # fmt: skip
    if found.problems:
        raise RefusedInput(
            say("the file is not as it was built: {problem}", problem=found.problems[0]), place=found.file,
            way_out=say("Name the file that was built; `tradedocs contract verify` shows what was edited."),
        )  # fmt: skip
    in_the_ledger(life, found.file, found.sha256)
    if found.passport.amends is not None:
        _in_turn(found, found.passport.amends, life)


def _in_turn(found: ContractFile, amends: Amends, life: Life) -> None:
    """An addendum is signed after its contract and after the addendum before it."""
    if life.attestation(amends.contract_sha256) is None:
        raise RefusedInput(
            say("the contract that it amends is not recorded as signed"), place=found.file,
            way_out=say("Record its signed copy first: tradedocs contract sign CONTRACT.docx --scan PDF …"),
        )  # fmt: skip
    if life.attestation(amends.previous_sha256) is None:
        raise RefusedInput(
            say("addendum {n}, which it follows, is not recorded as signed", n=amends.number - 1), place=found.file,
            way_out=say("Record that one first, or build this one again without it."),
        )  # fmt: skip
    signed = {row.facts["number"]: row for row in life.signed_addenda(amends.contract_sha256)}
    other = signed.get(amends.number)
    if other is not None and other.facts["file_sha256"] != found.sha256:
        raise RefusedInput(
            say("addendum {n} is recorded as signed already (ledger row {row})", n=amends.number,
                row=other.row),
            place=found.file, way_out=say("What was signed is changed by the next addendum."),
        )  # fmt: skip


def _facts(found: ContractFile) -> Iterator[tuple[str, tuple[str, ...]]]:
    """What a signed copy must show, each in any of its forms."""
    spec = found.spec
    yield say("contract number"), (spec.contract_no,)
    for side, party in ((say("seller"), spec.seller), (say("buyer"), spec.buyer)):
        yield side, tuple(name for name in (party.name, party.name_zh) if name)
    if found.deal is not None:
        yield say("total"), (figure(found.deal.total),)


def compare(scan: ScanWords, text: str, facts: dict[str, tuple[str, ...]]) -> Compared:
    """Look in the words of a scan for the facts that the file itself shows, and for the file's words.

    Blanks, signs and letter size do not count, because scanners and OCR lose them.
    """
    if scan.read == "nothing":
        return Compared(pages=scan.pages, read="nothing", missing=tuple(facts))
    squeezed, shown = _squeezed(text), _squeezed(scan.text)
    wanted = {
        what: [form for form in map(_squeezed, forms) if form and form in squeezed]
        for what, forms in facts.items()
    }
    found = tuple(what for what, forms in wanted.items() if any(form in shown for form in forms))
    return Compared(
        pages=scan.pages, read=scan.read, found=found,
        missing=tuple(what for what, forms in wanted.items() if forms and what not in found),
        words=_share(text, scan.text),
    )  # fmt: skip


def _squeezed(text: str) -> str:
    return _NOT_WRITTEN.sub("", unicodedata.normalize("NFKC", text).casefold())


def _share(text: str, scanned: str) -> int:
    """How much of the words of a text stand in a scan, in percent, rounded down."""
    mine, there = (
        Counter(word.casefold() for word in words_of(unicodedata.normalize("NFKC", one)) if word.strip())
        for one in (text, scanned)
    )
    return 100 * (mine & there).total() // max(mine.total(), 1)
