"""The user's job "has our wording moved on": the clauses of a contract file against the library as it is now."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

from tradedocs.contract import assemble
from tradedocs.contract.differ import unnumbered
from tradedocs.errors import BuildError
from tradedocs.flows.clauses import library_of
from tradedocs.library import Library, Register, load_register
from tradedocs.model.clause import Language
from tradedocs.model.contract import Article, PassportClause
from tradedocs.model.outdated import Outdated, Standing
from tradedocs.model.revision import Edit
from tradedocs.word.passport import ContractFile, read_contract
from tradedocs.word.wording import changed_words, pairs
from tradedocs.workspace import Workspace


def outdated(path: Path, workspace: Workspace, day: date) -> tuple[Outdated, ...]:
    """The clauses of the file whose text the library has in another form on a day, in the order of the contract.

    Raises:
        UsageError: the file cannot be read.
        RefusedInput: it is no contract of this program.
        InputError: the library or the register of approvals holds errors.
    """
    found = read_contract(path)
    library, register = library_of(workspace), load_register(workspace.clauses)
    now = _assembled(found, library)
    then = {article.clause_id: article for article in (found.sent.articles if found.sent else ())}
    return tuple(
        Outdated(
            id=clause.id, position=clause.position, had=clause.version, now=version, standing=standing,
            approved_by=approved, edits=tuple(_edits(then.get(clause.id), now.get(clause.id), found)),
        )
        for clause in found.passport.clauses
        for standing, version, approved in _moved_on(clause, library, register, day)
    )  # fmt: skip


def _moved_on(
    clause: PassportClause, library: Library, register: Register, day: date
) -> Iterator[tuple[Standing, str | None, str | None]]:
    if clause.position not in library.positions(clause.id):
        yield "withdrawn", None, None
        return
    there = library.get(clause.id, clause.position)
    if there.sha256 == clause.sha256:
        return
    status = register.status(there, day)
    if status.state == "approved" and status.approval is not None:
        yield "newer", there.version, status.approval.by
    else:
        yield "unapproved", there.version, None


def _assembled(found: ContractFile, library: Library) -> dict[str, Article]:
    """The articles that the same deal gives now; none where it gives no contract any more."""
    if found.deal is None:
        return {}
    try:
        contract = assemble(found.deal, library, (), languages=found.passport.languages)
    except BuildError:
        return {}
    return {article.clause_id: article for article in contract.articles}


def _edits(old: Article | None, new: Article | None, found: ContractFile) -> Iterator[Edit]:
    if old is None or new is None:
        return
    for language in found.passport.languages:
        yield from _in_language(old, new, language)


def _in_language(old: Article, new: Article, language: Language) -> Iterator[Edit]:
    before, after = ([unnumbered(item, language) for item in one.paragraphs] for one in (old, new))
    for a, b in pairs(before, after):
        texts = (before[a] if a is not None else "", after[b] if b is not None else "")
        if texts[0] != texts[1]:
            number = old.paragraphs[a].number if a is not None else None
            yield Edit(number=number, language=language, words=changed_words(*texts), tracked=False)
