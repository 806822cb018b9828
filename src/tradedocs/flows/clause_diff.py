"""The user's job "what is different here": two texts of a clause, from the library, an approval or a file."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import NamedTuple

from tradedocs.errors import UsageError
from tradedocs.files import read_bytes, write_atomic
from tradedocs.flows.clauses import found, library_of
from tradedocs.flows.packing import template_of
from tradedocs.library import KeptTexts, Library, load_register
from tradedocs.library.file import clause_of, read_clause
from tradedocs.library.register import LANGUAGES
from tradedocs.model.approval import Approval
from tradedocs.model.clause import POSITIONS, Clause, Language, Variable, normalised
from tradedocs.model.clausediff import ClauseDiff, FilledOtherwise
from tradedocs.model.pack import Basis
from tradedocs.model.revision import Edit
from tradedocs.ui import say
from tradedocs.word.numbers import letter
from tradedocs.word.pack import redline_docx
from tradedocs.word.packclause import Entry
from tradedocs.word.wording import changed_words, pairs
from tradedocs.workspace import Workspace

APPROVED = "approved"
_LIMIT = 200_000_000


class Side(NamedTuple):
    """One of two texts: what it is called, and the clause; the languages may have been approved in two of its texts."""

    name: str
    en: Clause
    zh: Clause

    def of(self, language: Language) -> Clause:
        """The text of that language."""
        return self.en if language == "en" else self.zh


def sides(workspace: Workspace, old: str, new: str | None, day: date) -> tuple[Side, Side]:
    """The two texts that are named; with one name, its last approved text and the text as it is now.

    A name is `ID`, `ID/POSITION`, either with `@approved` or `@HASH` (the beginning of one) behind it for a text that
    was approved, or a clause file.

    Raises:
        UsageError: a name leads nowhere.
        InputError: the library, the register of approvals or a file holds errors.
    """
    library = library_of(workspace)
    if new is None:
        old, new = f"{old}@{APPROVED}", old
    first, second = (_side(workspace, library, name, day) for name in (old, new))
    return first, second


def _side(workspace: Workspace, library: Library, name: str, day: date) -> Side:
    if name.endswith(".md"):
        clause = _of_file(Path(name))
        return Side(name, clause, clause)
    clause_id, _, which = name.partition("@")
    clause_id, _, position = clause_id.partition("/")
    wanted = next((one for one in POSITIONS if one == (position or "standard")), None)
    if wanted is None:
        raise UsageError(say("there is no position {position}", position=position), place=name)
    clause = found(library, clause_id, wanted)
    if which == APPROVED:
        return _approved(workspace, clause, day)
    if which and not clause.sha256.startswith(which):
        clause = KeptTexts.beside(workspace.clauses).named(clause, which)
    return Side(_named(clause), clause, clause)


def _named(*texts: Clause) -> str:
    first, hashes = texts[0], dict.fromkeys(one.sha256[:12] for one in texts)
    return f"{first.id}/{first.position} {first.version} ({', '.join(hashes)})"


def _of_file(path: Path) -> Clause:
    return clause_of(read_clause(path))


def _approved(workspace: Workspace, clause: Clause, day: date) -> Side:
    register, kept = load_register(workspace.clauses), KeptTexts.beside(workspace.clauses)
    given = {language: register.last_given(clause, language, day) for language in LANGUAGES}
    first, second = (_approved_in(language, given, clause, kept) for language in LANGUAGES)
    return Side(_named(first, second), first, second)


def _approved_in(
    language: Language, given: Mapping[Language, Approval | None], clause: Clause, kept: KeptTexts
) -> Clause:
    approval = given[language] or next((one for one in given.values() if one is not None), None)
    if approval is None:
        raise UsageError(
            say("no text of {id} ({position}) was approved", id=clause.id, position=clause.position)
        )
    if approval.covers(clause, approval.language or language):
        return clause
    before = kept.of(approval)
    if before is None:
        raise UsageError(
            say("the text of {id} that {who} approved on {day} is not kept here", id=clause.id, who=approval.by,
                day=approval.on),
            way_out=say("Give it as a file: tradedocs clause diff FILE.md {id}", id=clause.id),
        )  # fmt: skip
    return before


def clause_diff(old: Side, new: Side) -> ClauseDiff:
    """What differs, as an approval sees it: blanks and typographic quotes do not count."""
    edits = (edit for language in LANGUAGES for edit in _edits(old.of(language), new.of(language), language))
    return ClauseDiff(old=old.name, new=new.name, edits=tuple(edits), filled=tuple(_filled(old.en, new.en)))


def _edits(old: Clause, new: Clause, language: Language) -> Iterator[Edit]:
    before, after = (_lines(one, language) for one in (old, new))
    for a, b in pairs([text for _, text in before], [text for _, text in after]):
        number = before[a][0] if a is not None else after[b][0] if b is not None else None
        was, now = before[a] if a is not None else ("", ""), after[b] if b is not None else ("", "")
        if was[1] != now[1]:
            yield Edit(
                number=number or None, language=language, words=changed_words(was[1], now[1]), tracked=False
            )


def _lines(clause: Clause, language: Language) -> list[tuple[str, str]]:
    """Heading and paragraphs, each with its number within the clause."""
    out = [("", normalised(getattr(clause.title, language)))]
    upper = lower = 0
    for one in clause.paragraphs:
        upper, lower = (upper + 1, 0) if one.level == 2 else (upper, lower + 1)
        out.append((f"{upper}{f'({letter(lower)})' if lower else ''}", normalised(getattr(one, language))))
    return out


def _filled(old: Clause, new: Clause) -> Iterator[FilledOtherwise]:
    for name in dict.fromkeys((*old.variables, *new.variables)):
        was, now = (_source(one.variables.get(name)) for one in (old, new))
        if was != now:
            yield FilledOtherwise(variable=name, old=was, new=now)


def _source(variable: Variable | None) -> str | None:
    if variable is None:
        return None
    return f"{variable.source or variable.default}{say(', in words') if variable.in_words else ''}"


def write_redline(old: Side, new: Side, out: Path, workspace: Workspace, day: date) -> None:
    """The new text with its changes against the old one as tracked changes.

    Raises:
        UsageError: another file stands there, or it is to be no Word file.
        BuildError: the template of packs does not fit.
        ToolError: the file cannot be written.
    """
    if out.suffix.lower() != ".docx":
        raise UsageError(say("a redline is a Word file"), place=str(out),
                         way_out=say("Name it with the ending .docx."))  # fmt: skip
    if new.en != new.zh:
        raise UsageError(
            say("the two languages of {name} were approved in two texts", name=new.name),
            way_out=say("Name one of them by its hash: ID@HASH."),
        )
    basis: dict[Language, Basis] = dict.fromkeys(LANGUAGES, "approved")
    notes = [(say("Old text"), old.name), (say("New text"), new.name)]
    notes += [
        (say("Filled otherwise"), f"{{{{ {one.variable} }}}} {one.old or '–'} → {one.new or '–'}")
        for one in _filled(old.en, new.en)
    ]
    entry = Entry(new.en, "", {language: old.of(language) for language in LANGUAGES}, basis, notes)
    data = redline_docx(entry, template_of(workspace), name=new.en.title.en, on=day)
    if out.exists() and read_bytes(out, limit=_LIMIT) != data:
        raise UsageError(say("another file stands there"), place=str(out),
                         way_out=say("Move it away, or name another file with -o."))  # fmt: skip
    write_atomic(out, data)
