"""The user's job "we have agreed on a change": a numbered addendum between a signed contract and a changed deal."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from tradedocs.contract import assemble
from tradedocs.contract.amend import amended
from tradedocs.contract.annexes import annexes_of
from tradedocs.contract.differ import changed_articles
from tradedocs.contract.facts import KINDS
from tradedocs.errors import BuildError, RefusedInput, UsageError
from tradedocs.files import read_bytes, sha256_of, writable, write_atomic
from tradedocs.flows.deal_check import findings_of, refuse_errors
from tradedocs.flows.inforce import Chain, chain_of
from tradedocs.flows.ledgers import ledger_of
from tradedocs.flows.life import AMENDED
from tradedocs.library import Library, load_library, load_register
from tradedocs.model.annex import Annex
from tradedocs.model.contract import Amends, Article, Contract
from tradedocs.model.deal import Deal
from tradedocs.model.dealfinding import DealJudgement
from tradedocs.model.finding import Anchor
from tradedocs.ui import say
from tradedocs.word.addendum import Change, build_addendum
from tradedocs.word.build import BuiltFile
from tradedocs.word.passport import read_contract
from tradedocs.words.missing import MissingFact
from tradedocs.workspace import Workspace, packaged
from tradedocs.yamlfile import load_placed

TEMPLATE = "addendum.docx"
_LIMIT = 2_000_000
_DRAFT = "-DRAFT"
_FIXED = ("contract_no", "date", "our_side", "language", "prevailing")


@dataclass(frozen=True)
class Amended:
    """What was written: the addendum's file and number, what it changes, and why it is a draft where it is one."""

    file: Path
    number: int
    contract_no: str
    terms: tuple[str, ...]
    articles: tuple[str, ...]
    spec_changed: bool
    newer: tuple[str, ...]
    draft_reasons: tuple[str, ...]
    anchor: Anchor
    rules: DealJudgement


def amend(
    contract: Path,
    deal_file: Path,
    out: Path,
    *,
    addenda: Sequence[Path] = (),
    workspace: Workspace,
    now: datetime,
    on: date | None = None,
    effective: date | None = None,
) -> Amended:
    """Write the addendum that makes the deal in force the changed deal, and record it.

    Args:
        contract: the contract that was built here and signed.
        deal_file: the deal as it shall be from now on.
        out: where the addendum goes; a draft is named `…-DRAFT.docx` there.
        addenda: the signed addenda so far.
        workspace: whose clauses, approvals, template and ledger count.
        now: the moment for the ledger.
        on: the day of the addendum; default: today.
        effective: the day from which it applies; default: the day of the addendum.

    Raises:
        InputError: the deal, a clause or the register of approvals holds errors.
        BuildError: the addendum cannot be built, a deal rule forbids the change, or nothing changes.
        RefusedInput: the contract or an addendum is not signed, altered, or not the last one; there is no workspace.
        UsageError: a file cannot be read, or another file stands at `out`.
    """
    ledger = ledger_of(workspace)
    day = on or now.date()
    chain = _signed_chain(chain_of(contract, addenda, workspace, on=None))
    new, rules = _agreed(chain, deal_file, workspace, day)
    change = _change(chain, new, day, effective or day)
    target = _target(out, draft=new.draft)
    _refuse_to_overwrite(target, new.deal.contract_no, change.amends.number)
    writable(target.parent)
    made = build_addendum(
        change, _template(workspace), deal_sha256=sha256_of(read_bytes(deal_file, limit=_LIMIT))
    )
    anchor = ledger.append(AMENDED, _facts(target, made, change), at=now)
    write_atomic(target, made.data)
    return Amended(
        file=target,
        number=change.amends.number,
        contract_no=new.deal.contract_no,
        terms=tuple(term.name for term in change.terms),
        articles=tuple(_named(before, after) for before, after in change.articles_changed),
        spec_changed=change.amends.spec_changed,
        newer=_newer(change),
        draft_reasons=new.draft_reasons,
        anchor=anchor,
        rules=rules,
    )


def _agreed(chain: Chain, deal_file: Path, workspace: Workspace, day: date) -> tuple[Contract, DealJudgement]:
    """The contract as it reads with the changed deal, and what the deal rules say of that."""
    deal, places = load_placed(deal_file, Deal)
    _same_contract(chain.deal, deal, str(deal_file))
    library = load_library(workspace.clauses, facts=KINDS)
    approvals = load_register(workspace.clauses).counting(library.clauses, day)
    try:
        new = assemble(deal, library, approvals, languages=chain.contract.passport.languages)
        new = amended(chain.articles, _again(chain, library), new)
    except BuildError as error:
        raise BuildError(error.message, place=str(deal_file), way_out=error.way_out) from error
    rules = findings_of(deal, places, library, day)
    refuse_errors(rules)
    return new, rules


def _facts(target: Path, made: BuiltFile, change: Change) -> dict[str, object]:
    """What the ledger keeps of an addendum."""
    amends, passport = change.amends, made.passport
    return {
        "contract_no": passport.contract_no,
        "number": amends.number,
        "file": target.name,
        "file_sha256": sha256_of(made.data),
        "contract_sha256": amends.contract_sha256,
        "previous_sha256": amends.previous_sha256,
        "effective": amends.effective.isoformat(),
        "draft": passport.draft,
        "deal_sha256": passport.deal_sha256,
        "spec_sha256": passport.spec_sha256,
        "text_sha256": passport.text_sha256,
    }


def _signed_chain(chain: Chain) -> Chain:
    if not chain.attestations or chain.attestations[0].addendum is not None:
        raise RefusedInput(
            say("the contract is not recorded as signed, so there is nothing to amend yet"),
            place=chain.contract.file,
            way_out=say(
                "Build it again from the changed deal; or record its signed copy: tradedocs contract sign."
            ),
        )
    problems = (*chain.contract.problems, *chain.problems)
    if problems:
        raise RefusedInput(problems[0], place=chain.contract.file,
                           way_out=say("Name every signed addendum with --addendum, as it was built."))  # fmt: skip
    return chain


def _same_contract(old: Deal, new: Deal, place: str) -> None:
    for key in _FIXED:
        if getattr(old, key) != getattr(new, key):
            raise BuildError(
                say("`{key}` is {new} in the deal file, and {old} in the contract", key=key, new=getattr(new, key),
                    old=getattr(old, key)),
                place=place, way_out=say("An addendum leaves it as it is; another one needs another contract."),
            )  # fmt: skip


def _again(chain: Chain, library: Library) -> tuple[Article, ...]:
    """What the library of today makes of the deal in force; nothing where it makes no contract of it."""
    try:
        return assemble(chain.deal, library, (), languages=chain.contract.passport.languages).articles
    except BuildError:
        return ()


def _change(chain: Chain, new: Contract, on: date, effective: date) -> Change:
    before = chain.addenda[-1].amends.effective if chain.addenda else chain.deal.date
    if effective < before:
        raise UsageError(
            say("the change would apply from {day}, before what it changes ({before})", day=effective, before=before),
            way_out=say("Name a later day with --effective."),
        )  # fmt: skip
    spec = chain.spec
    amends = Amends(
        number=len(chain.addenda) + 1,
        contract_sha256=chain.contract.sha256,
        previous_sha256=chain.last.sha256,
        effective=effective,
        spec_changed=spec.lines != new.spec.lines,
    )
    articles = tuple((one.old, one.new) for one in changed_articles(chain.articles, new.articles))
    change = Change(
        deal=chain.deal, spec=spec, articles=chain.articles, annexes=_annexes(chain), contract=new,
        articles_changed=articles, amends=amends, on=on,
    )  # fmt: skip
    if not (articles or change.terms or spec != new.spec or change.annexes_replaced):
        raise BuildError(
            say("nothing changes: the deal file says what the contract says already"),
            place=chain.contract.file, way_out=say("Change the deal file first."),
        )  # fmt: skip
    return change


def _annexes(chain: Chain) -> tuple[Annex, ...]:
    try:
        return annexes_of(chain.deal, chain.contract.passport.languages)
    except MissingFact:
        return ()


def _target(out: Path, *, draft: bool) -> Path:
    if out.suffix.lower() != ".docx":
        raise UsageError(
            say("the addendum is a Word file"), place=str(out), way_out=say("Name it with the ending .docx.")
        )
    if draft and not out.stem.endswith(_DRAFT):
        return out.with_name(f"{out.stem}{_DRAFT}.docx")
    return out


def _refuse_to_overwrite(target: Path, contract_no: str, number: int) -> None:
    """Only an earlier build of the same addendum, untouched, is replaced."""
    if not target.exists():
        return
    try:
        found = read_contract(target)
        amends = found.passport.amends
        ours = not found.problems and found.spec.contract_no == contract_no and amends is not None
        if ours and amends is not None and amends.number == number:
            return
    except RefusedInput:
        pass
    raise UsageError(
        say("a file stands there that was edited, is of another contract, or was not written by this program"),
        place=str(target), way_out=say("Move it away, or name another file with -o."),
    )  # fmt: skip


def _template(workspace: Workspace) -> Path:
    """The workspace's template of addenda; one that was made before there was any uses the packaged one."""
    own = workspace.templates / TEMPLATE
    return own if own.is_file() else packaged().templates / TEMPLATE


def _named(old: Article | None, new: Article | None) -> str:
    there = new or old
    assert there is not None
    how = say("new") if old is None else say("removed") if new is None else say("changed")
    return f"{there.paragraphs[0].number}. {there.title.en} ({there.clause_id}): {how}"


def _newer(change: Change) -> tuple[str, ...]:
    """Clauses that the change touches and that the library words otherwise than what was signed."""
    return tuple(
        f"{new.clause_id} {old.version} → {new.version}"
        for old, new in change.articles_changed
        if old is not None and new is not None and old.sha256 != new.sha256
    )
