"""The user's job "what did they send back": a counterparty's copy against what was sent and against the library."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from pathlib import Path

from tradedocs.contract.fill import Missing, fill
from tradedocs.contract.ladder import Judged, Ladder, judge, said_in
from tradedocs.contract.signs import trivial
from tradedocs.contract.terms import term_hits
from tradedocs.errors import RefusedInput, UsageError
from tradedocs.files import read_bytes, sha256_of
from tradedocs.flows.accepted import Accepted, accepted_in
from tradedocs.flows.clauses import library_of
from tradedocs.flows.compare_foreign import foreign
from tradedocs.flows.verify import kept_text, row_of
from tradedocs.library import Library, Register, load_register
from tradedocs.library.playbook import load_playbook
from tradedocs.model.clause import Clause, Language, normalised
from tradedocs.model.contract import Article
from tradedocs.model.counterparty import Card, Comparison, Hit, Proof
from tradedocs.model.playbook import Playbook
from tradedocs.model.revision import ClauseFound, Edit, Proposal
from tradedocs.model.sent import SentText
from tradedocs.ui import say
from tradedocs.word.hostile import parts_from_outside
from tradedocs.word.package import FILE_LIMIT
from tradedocs.word.passport import ContractFile, carries_passport, read_contract, says_the_same
from tradedocs.word.returned import compared
from tradedocs.word.uncompared import uncompared
from tradedocs.word.unseen import unseen
from tradedocs.workspace import Workspace

ELSEWHERE = "elsewhere"


def compare(
    path: Path, workspace: Workspace, day: date, *, sent: Path | None = None, deal: Path | None = None
) -> Comparison:
    """Everything that the other side's paper says otherwise, clause by clause, the gravest first.

    Without a passport in it and without `sent` it is a foreign paper; `deal` then says which clauses it must have.

    Raises:
        UsageError: a file cannot be read, or `deal` is named for a copy of a contract that was sent.
        RefusedInput: the file is no DOCX, is damaged or hostile; the file that was sent was edited.
        InputError: the library, the register, the playbook or the deal holds errors.
    """
    data = read_bytes(path, limit=FILE_LIMIT)
    parts = parts_from_outside(data, name=path.name)
    library, register = library_of(workspace), load_register(workspace.clauses)
    playbook = load_playbook(workspace.clauses, library.ids)
    if sent is None and not carries_passport(parts):
        return foreign(path.name, data, parts, library, register, playbook, day, deal)
    if deal is not None:
        raise UsageError(
            say("this is a copy of a contract that was sent; its own deal is used"), place=path.name,
            way_out=say("Leave out --deal."),
        )  # fmt: skip
    basis, proof, problems = _basis(path, sent, workspace, own=carries_passport(parts))
    text = kept_text(basis)
    found = compared(parts, basis.passport, text)
    job = _Job(library, register, playbook, basis, text, day)
    no = basis.passport.contract_no
    kept = accepted_in(workspace, no)
    cards = [card for clause in _numbered(found.clauses) for card in job.cards(*clause)]
    cards += job.elsewhere(found.elsewhere, found.proposals)
    cards = [_with_acceptance(card, kept) for card in cards]
    return Comparison(
        file=path.name,
        sha256=sha256_of(data),
        kind="returned",
        contract_no=no,
        proof=proof,
        cards=tuple(sorted(cards, key=_gravity)),
        unchanged=tuple(one.id for one in found.clauses if one.id is not None and not one.touched),
        comments=found.comments,
        problems=problems,
        unseen=unseen(parts),
        not_compared=uncompared(parts),
    )


def _basis(
    path: Path, sent: Path | None, workspace: Workspace, *, own: bool
) -> tuple[ContractFile, Proof, tuple[str, ...]]:
    """What the copy is held against, what vouches for it, and what is wrong with that."""
    basis = read_contract(sent if sent is not None else path)
    if sent is not None and basis.problems:
        raise RefusedInput(
            say("the file that was sent was edited since it was built: {what}", what=basis.problems[0]),
            place=str(sent), way_out=say("Name the file as `tradedocs contract build` wrote it."),
        )  # fmt: skip
    recorded = row_of(basis.passport, workspace) is not None
    problems = []
    if workspace.ledger is not None and not recorded:
        problems.append(say("the ledger tells of no contract of that number, text and specification"))
    problems += _own_account(basis, path, sent, own=own)
    if sent is not None:
        return basis, "ledger" if recorded else "sent-file", tuple(problems)
    if not recorded:
        problems.append(
            say("nothing but the returned file says what was sent: name the file that was sent with --sent")
        )
    return basis, "ledger" if recorded else "file", tuple(problems)


def _own_account(basis: ContractFile, path: Path, sent: Path | None, *, own: bool) -> Iterator[str]:
    text = kept_text(basis)
    if not says_the_same(text, basis.passport):
        yield say("the text that the file says was sent is not the one that its passport names")
    if basis.spec.sha256 != basis.passport.spec_sha256:
        yield say("the embedded specification is not the one that the passport names")
    if sent is not None and own:
        theirs = read_contract(path)
        if (theirs.passport.contract_no, theirs.passport.text_sha256) != (
            basis.passport.contract_no,
            basis.passport.text_sha256,
        ):
            yield say("the returned file says that it was made from another text: contract {no}",
                      no=theirs.passport.contract_no)  # fmt: skip


def _numbered(clauses: Sequence[ClauseFound]) -> Iterator[tuple[ClauseFound, str, int | None]]:
    """Each clause with the name by which it is accepted and its place among the articles that were sent."""
    new = 0
    for index, clause in enumerate(clauses):
        if clause.id is None:
            new += 1
            yield clause, f"new-{new}", None
        else:
            yield clause, clause.id, index


@dataclass(frozen=True)
class _Job:
    """What a copy is judged by."""

    library: Library
    register: Register
    playbook: Playbook
    basis: ContractFile
    text: SentText
    day: date

    def approved(self, clause: Clause) -> bool:
        return self.register.status(clause, self.day).state == "approved"

    @cached_property
    def targets(self) -> dict[str, str]:
        """The number of every clause that was sent, and of its keyed paragraphs where the text is still ours."""
        out: dict[str, str] = {}
        for article in self.text.articles:
            out[article.clause_id] = article.paragraphs[0].number
            for key, number in self._keyed(article):
                out[f"{article.clause_id}#{key}"] = number
        return out

    def _keyed(self, article: Article) -> Iterator[tuple[str, str]]:
        deal = self.basis.deal
        if deal is None or article.position not in self.library.positions(article.clause_id):
            return
        clause = self.library.get(article.clause_id, article.position)
        missing: list[Missing] = []
        if not any(one.key for one in clause.paragraphs) or clause.sha256 != article.sha256:
            return
        laid = fill(clause, deal, self.basis.passport.languages, missing)
        if len(laid) == len(article.paragraphs) - 1:
            for one, paragraph in zip(laid, article.paragraphs[1:], strict=True):
                if one.key is not None:
                    yield one.key, paragraph.number

    def cards(self, clause: ClauseFound, ref: str, index: int | None) -> Iterator[Card]:
        if not clause.touched:
            return
        article = self.text.articles[index] if index is not None else None
        old = _sent_lines(article, self.basis.passport.languages) if article is not None else ()
        new = tuple(one.text for one in clause.reads)
        judged = self._judged(clause, article)
        hits = [*judged.hits, *term_hits(new, old, self.playbook)]
        if clause.state == "removed" and ref in self.playbook.must_have:
            hits.append(Hit(kind="must-have", what=say("no contract of the house goes without it")))
        moved = clause.moved or clause.moved_silently
        silent = clause.moved_silently or any(not edit.tracked for edit in clause.edits)
        look = bool(hits) or moved
        needs = None if any(hit.forbids for hit in hits) else judged.needs
        yield Card(
            ref=ref, id=clause.id, number=clause.number, title=clause.title, standing=judged.standing,
            moved=moved, silent=silent, edits=clause.edits, proposals=clause.proposals,
            nearest=judged.nearest, against=judged.against, values=judged.values, hits=tuple(hits),
            needs="legal" if look and needs == "sales" else needs,
            sent_sha256=_hash(old), returned_sha256=_hash(new),
        )  # fmt: skip

    def _judged(self, clause: ClauseFound, article: Article | None) -> Judged:
        if article is None:
            return Judged("new", None, (), (), (), "legal")
        if clause.state == "removed":
            return Judged("missing", None, (), (), (), "legal")
        if trivial(clause.edits) and not clause.moved_silently:
            return Judged("trivial", article.position, (), (), (), "sales")
        if not clause.edits:
            return Judged("unchanged", article.position, (), (), (), "sales")
        positions = tuple(
            self.library.get(article.clause_id, one) for one in self.library.positions(article.clause_id)
        )
        if not positions:
            hit = Hit(kind="unapproved", what=say("the library no longer has the clause"))
            return Judged("deviation", None, (), (), (hit,), "legal")
        texts = {
            language: tuple(one.text for one in clause.reads if one.language == language)
            for language in self.basis.passport.languages
        }
        ladder = Ladder(
            positions,
            self.approved,
            article.position,
            said_in((one.en, one.zh) for one in article.paragraphs),
            self.targets,
        )
        judged = judge(texts, ladder)
        as_sent = any((one.position, one.sha256) == (judged.nearest, article.sha256) for one in positions)
        return replace(judged, against=()) if as_sent else judged

    def elsewhere(self, edits: tuple[Edit, ...], proposals: tuple[Proposal, ...]) -> Iterator[Card]:
        """Cover, annexes, headers and footers as one card."""
        if not edits and not proposals:
            return
        old, new = ([_side(edit, kind) for edit in edits] for kind in ("added", "removed"))
        hits = tuple(term_hits(new, old, self.playbook))
        forbidden = any(hit.forbids for hit in hits)
        yield Card(
            ref=ELSEWHERE, id=None, number=None, title=say("outside the clauses (cover, annexes, headers)"),
            standing="trivial" if trivial(edits) else "elsewhere",
            silent=any(not edit.tracked for edit in edits), edits=edits, proposals=proposals, hits=hits,
            needs=None if forbidden else "sales" if trivial(edits) and not hits else "legal",
            sent_sha256=_hash(old), returned_sha256=_hash([*new, *(one.text for one in proposals)]),
        )  # fmt: skip


def _side(edit: Edit, without: str) -> str:
    return "".join(piece.text for piece in edit.words if piece.kind != without)


def _sent_lines(article: Article, languages: Sequence[Language]) -> tuple[str, ...]:
    texts = (paragraph.text(language) for paragraph in article.paragraphs for language in languages)
    return tuple(normalised(text) for text in texts if text)


def _hash(lines: Sequence[str]) -> str:
    return sha256_of("\n".join(lines).encode())


def _with_acceptance(card: Card, kept: Accepted) -> Card:
    found = kept.of(card)
    return card if found is None else card.model_copy(update={"accepted": found})


def _gravity(card: Card) -> tuple[bool, bool, int]:
    """Undecided ones first; of them what is silent or forbidden, then in the order of the contract."""
    order = (
        "missing",
        "new",
        "deviation",
        "elsewhere",
        "fallback-2",
        "fallback-1",
        "standard",
        "trivial",
        "unchanged",
    )
    return (
        card.accepted is not None,
        not card.grave,
        0 if card.grave and card.silent else 1 + order.index(card.standing),
    )
