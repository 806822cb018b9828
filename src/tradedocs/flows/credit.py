"""The user's job "is this credit what we agreed": a bank's message held against the contract, with its amendments."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from tradedocs.credit.case import CreditCase
from tradedocs.credit.change import CannotApply, amended
from tradedocs.credit.fin import Message, messages
from tradedocs.credit.judge import findings_of
from tradedocs.credit.presenting import Calendar, calendar_of, presented
from tradedocs.credit.read import credit_of, joined_message, kind_of
from tradedocs.errors import InputError, Problem, RefusedInput, UsageError
from tradedocs.files import read_bytes, sha256_of
from tradedocs.flows.inforce import chain_of
from tradedocs.model.credit import Credit, CreditJudgement, Due
from tradedocs.model.deal import Deal
from tradedocs.ui import say
from tradedocs.workspace import Workspace
from tradedocs.yamlfile import load

MESSAGE_LIMIT = 1024 * 1024
_ENCODINGS = ("utf-8-sig", "gb18030", "cp1252")
_ISSUES = ("700", "710")


@dataclass(frozen=True)
class Checked:
    """A credit against its contract. `left` are points of amendments that a person must work in."""

    judgement: CreditJudgement
    deal: Deal
    left: tuple[str, ...] = ()
    draft: bool = False
    problems: tuple[str, ...] = ()


def check_credit(
    contract: Path, credit: Path, amendments: Sequence[Path], workspace: Workspace, *, today: date
) -> Checked:
    """Hold a credit, as its amendments leave it, against the contract in force or a deal file.

    Raises:
        InputError: the text is no MT 700 or MT 710, or an amendment is no MT 707.
        RefusedInput: an amendment does not fit the credit, or the contract was altered.
        UsageError: a file cannot be read, or the contract is not paid by letter of credit.
    """
    deal, draft, problems = deal_of(contract, workspace, today)
    if not deal.has_credit:
        raise UsageError(
            say("contract {number} is not paid by letter of credit", number=deal.contract_no),
            place=str(contract),
            way_out=say("Name the contract that the credit was opened for."),
        )
    message, facts, digest = read_credit(credit)
    left: list[str] = []
    for path in amendments:
        facts, more = _amend(facts, path)
        left += more
    worked = message if not amendments else Message(message.kind, facts.fields, message.outside)
    case = CreditCase(facts, worked, deal, today)
    judgement = CreditJudgement(
        file=credit.name,
        sha256=digest,
        contract_no=deal.contract_no,
        as_of=today,
        credit=facts,
        findings=findings_of(case),
        amendments=tuple(path.name for path in amendments),
    )
    return Checked(judgement, deal, tuple(left), draft, problems)


def due_documents(
    credit: Path, amendments: Sequence[Path], *, shipped: date | None
) -> tuple[Credit, Calendar, tuple[Due, ...]]:
    """What must be presented under a credit, and until when.

    Raises:
        TradedocsError: as `check_credit`.
    """
    _, facts, _ = read_credit(credit)
    for path in amendments:
        facts, _ = _amend(facts, path)
    calendar = calendar_of(facts, shipped)
    return facts, calendar, tuple(presented(facts, calendar))


def read_credit(path: Path) -> tuple[Message, Credit, str]:
    """The credit of a text file, with what continues it in the same file, and the hash of the file.

    Raises:
        InputError: it holds no MT 700 or MT 710, or more than one.
        UsageError: it cannot be read.
    """
    text, digest = _text(path)
    found = messages(text)
    issues = [one for one in found if kind_of(one) in _ISSUES]
    if not issues:
        raise _no_message(
            path, text, say("no MT 700 or MT 710 is found: no line begins with :20:, :40A: or :40B:")
        )
    if len(issues) > 1:
        raise _no_message(path, text, say("the file holds {n} credits", n=len(issues)))
    first = issues[0]
    kind = kind_of(first)
    assert kind is not None
    whole = joined_message(first, tuple(one for one in found if one is not first), kind)
    return whole, credit_of(whole, kind), digest


def deal_of(contract: Path, workspace: Workspace, today: date) -> tuple[Deal, bool, tuple[str, ...]]:
    """The deal in force of a contract, or the deal of a deal file; whether it is a draft; what keeps addenda out.

    Raises:
        RefusedInput: the contract was altered.
    """
    if contract.suffix.lower() in (".yaml", ".yml"):
        return load(contract, Deal), True, ()
    chain = chain_of(contract, (), workspace, on=today, beside=True)
    if chain.last.problems:
        raise RefusedInput(
            say("the contract was altered: {what}", what=chain.last.problems[0]),
            place=str(contract),
            way_out=say("Give the file that was built and signed."),
        )
    return chain.deal, chain.last.passport.draft, (*chain.problems, *chain.open)


def _amend(credit: Credit, path: Path) -> tuple[Credit, tuple[str, ...]]:
    text, _ = _text(path)
    changes = [one for one in messages(text) if kind_of(one) == "707"]
    if not changes:
        raise _no_message(path, text, say("no MT 707 is found: no line begins with :26E:"))
    left: tuple[str, ...] = ()
    for change in changes:
        try:
            credit, more = amended(credit, change)
        except CannotApply as error:
            raise RefusedInput(
                str(error),
                place=str(path),
                way_out=say("Give the amendments of this credit, in their order."),
            ) from error
        left += more
    return credit, left


def _text(path: Path) -> tuple[str, str]:
    data = read_bytes(path, limit=MESSAGE_LIMIT)
    if b"\0" in data or data.startswith((b"%PDF", b"PK\x03\x04")):
        raise InputError(
            [
                Problem(
                    f"{path}:1:1",
                    say("this is no text file"),
                    hint=say("Save the bank's message as text, or copy it into a text file."),
                )
            ],
            file=str(path),
        )
    for encoding in _ENCODINGS:
        try:
            return data.decode(encoding), sha256_of(data)
        except UnicodeDecodeError:
            continue
    return data.decode("latin-1"), sha256_of(data)


def _no_message(path: Path, text: str, what: str) -> InputError:
    first = next((line for line in text.splitlines() if line.strip()), "")[:80]
    return InputError(
        [
            Problem(
                f"{path}:1:1",
                what,
                first,
                say("Give the bank's message as it came, with its tags (:20:, :31D:, …)."),
            )
        ],
        file=str(path),
    )
