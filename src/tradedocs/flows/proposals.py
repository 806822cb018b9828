"""What lawyers changed in a pack, as clause files that a person may take into the library: proposals, nothing more."""

from __future__ import annotations

import contextlib
import json
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from tradedocs.clausetext import TextError, tokens
from tradedocs.contract.facts import KINDS
from tradedocs.errors import InputError, Problem, UsageError
from tradedocs.files import read_bytes, read_text, sha256_of, write_atomic
from tradedocs.flows.clauses import library_of
from tradedocs.flows.following import FOLLOW, LANGUAGES, FinalParagraph, left_to_follow, to_follow
from tradedocs.flows.ledgers import ledger_of
from tradedocs.library import Library
from tradedocs.library.file import parse_clause
from tradedocs.library.lint.case import case_of
from tradedocs.library.lint.run import gated
from tradedocs.library.spelling import spelled
from tradedocs.model.clause import Clause, ClauseHead, Language, normalised
from tradedocs.model.pack import PackClause, PackManifest
from tradedocs.model.packread import PackRead, ReviewClause, ReviewText
from tradedocs.ui import say
from tradedocs.word.package import FILE_LIMIT
from tradedocs.word.wording import pairs
from tradedocs.workspace import Workspace

RETURNED = "clause-pack-returned"
"""The kind of row that records a pack which came back: `pack`, `file_sha256`, and the proposals that were made."""
_LIST = "proposals.json"
_LONGEST_WHY = 600
_LIMIT = 200_000


class Proposed(NamedTuple):
    """One changed clause: the file that was written, or why none was; and what to look at before it is taken over."""

    clause: str
    position: str
    file: Path | None
    refused: str = ""
    told: tuple[str, ...] = ()


def propose(
    read: PackRead, manifest: PackManifest, returned: Path, folder: Path, workspace: Workspace, *,
    accept_silent: bool, now: datetime,
) -> tuple[Proposed, ...]:  # fmt: skip
    """Write a proposal for each clause whose text a reviewer changed, and keep the file that came back beside them.

    A clause with a change that no mark shows gets none unless `accept_silent`; one about whose place the file is in
    doubt, which stands in it twice, whose text is gone, or whose text in the library is no longer the one that was
    sent gets none at all. Nothing enters the library.

    Raises:
        UsageError: another file stands where a proposal would be written.
        InputError: the library holds errors.
    """
    library = library_of(workspace)
    made = [
        _proposal(one, sent, read, library, folder, accept_silent=accept_silent)
        for one, sent in zip(read.clauses, manifest.clauses, strict=True)
        if any(text.changed for text in one.texts) or one.removed or one.copies
    ]
    made = _looked_over(made, workspace.clauses)
    name = f"{read.pack}-{read.sha256[:12]}.docx"
    files = {one.file: data for one, data in made if one.file is not None}
    files[folder / name] = read_bytes(returned, limit=FILE_LIMIT)
    files[folder / _LIST] = _listed(read, name, [one for one, _ in made], folder)
    for path, data in files.items():
        if path.exists() and read_bytes(path, limit=FILE_LIMIT) != data:
            raise UsageError(say("another file stands there"), place=str(path),
                             way_out=say("Name an empty folder with --apply."))  # fmt: skip
    if workspace.ledger is not None:
        facts = {
            "pack": read.pack, "file_sha256": read.sha256, "accept_silent": accept_silent,
            "proposals": {str(path.relative_to(folder)): sha256_of(data) for path, data in files.items()},
        }  # fmt: skip
        ledger_of(workspace).append(RETURNED, facts, at=now)
    for path, data in files.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        write_atomic(path, data)
    return tuple(one for one, _ in made)


def _proposal(
    one: ReviewClause,
    sent: PackClause,
    read: PackRead,
    library: Library,
    folder: Path,
    *,
    accept_silent: bool,
) -> tuple[Proposed, bytes]:
    why_not = _refused(one, sent, library, accept_silent=accept_silent)
    if why_not:
        return Proposed(one.clause, one.position, None, why_not), b""
    clause = library.get(one.clause, one.position)
    family, _, name = one.clause.partition(".")
    path = folder / family / name / f"{one.position}.md"
    every = {text.language: list(_paragraphs(text, sent, clause)) for text in one.texts}
    texts = {language: [p for p in own if p.did != "gone"] for language, own in every.items()}
    follow = tuple(to_follow(one, sent, every, left_to_follow(clause)))
    source = _file(one, sent, read, clause, texts, follow)
    told = (*follow, *_differences(clause, texts))
    return Proposed(one.clause, one.position, path, told=told), source.encode()


def _looked_over(made: list[tuple[Proposed, bytes]], clauses: Path) -> list[tuple[Proposed, bytes]]:
    """Each proposal with what would keep a library that holds all of them from being loaded."""
    sources = {str(one.file): data.decode() for one, data in made if one.file is not None}
    if not sources:
        return made
    told: dict[str, list[str]] = {name: [] for name in sources}
    files = {}
    for name, source in sources.items():
        try:
            file = parse_clause(source, Path(name))
            files[file.head.id, file.head.position] = file
        except InputError as error:
            told[name] += [_told(one) for one in error.problems]
    case = case_of(clauses, facts=KINDS)
    others = (files.get((one.head.id, one.head.position), one) for one in case.files)
    for found in gated(replace(case, files=tuple(others))):
        if found.file in told:
            told[found.file].append(_told(found.problem))
    return [
        (one._replace(told=(*one.told, *told[str(one.file)])) if one.file is not None else one, data)
        for one, data in made
    ]


def _told(problem: Problem) -> str:
    return f"{problem.place}: {problem.message}"


def _refused(one: ReviewClause, sent: PackClause, library: Library, *, accept_silent: bool) -> str:
    if one.removed:
        return say("its text was taken out: withdraw the clause, or write it anew")
    if one.copies:
        return say("it stands in the file {n} times", n=one.copies + 1)
    if not one.certain:
        return say("where its text begins and ends is in doubt")
    if one.silent and not accept_silent:
        return say("it holds changes that no mark shows; look at them, then say --accept-silent")
    if one.position not in library.positions(one.clause):
        return say("the library no longer has it")
    if library.get(one.clause, one.position).sha256 != sent.sha256:
        return say("its text in the library is no longer the one that was sent")
    if not all(text.final[0] for text in one.texts):
        return say("its heading was taken out")
    return ""


def _paragraphs(text: ReviewText, sent: PackClause, clause: Clause) -> Iterator[FinalParagraph]:
    """The final paragraphs, each with the level and key of the sent one that it was."""
    _, *drafts = sent.paragraphs(text.language, accepted=True)
    kept = [words for one in clause.paragraphs if (words := getattr(one, text.language))]
    level, at = 2, -1
    for old, new in pairs([draft for draft, _ in drafts], list(text.final[1:])):
        if old is None:
            assert new is not None
            yield FinalParagraph(text.final[1 + new], level, None, at, "added")
            continue
        draft, line = drafts[old]
        at, level, key = old, line.level or 2, line.key
        if new is None:
            yield FinalParagraph("", level, key, at, "gone")
        elif normalised(text.final[1 + new]) == normalised(draft):
            # What was not touched stays as its file spells it.
            yield FinalParagraph(kept[old], level, key, at)
        else:
            yield FinalParagraph(text.final[1 + new], level, key, at, "changed")


def _file(
    one: ReviewClause,
    sent: PackClause,
    read: PackRead,
    clause: Clause,
    texts: dict[Language, list[FinalParagraph]],
    follow: Sequence[str],
) -> str:
    titles = {text.language: text.final[0] for text in one.texts}
    same = {
        language: normalised(titles[language]) == normalised(getattr(sent.title, language))
        for language in titles
    }
    title = clause.title.model_copy(update={name: words for name, words in titles.items() if not same[name]})
    # A draft has not been approved: who wrote it, and why, still stands beside what the reviewers did.
    drafted = not set(sent.basis.values()) <= {"unchanged"}
    head = clause.model_copy(
        update={
            "title": title,
            "author": _authors(one, clause.author if drafted else None),
            "why": _why(one, read, clause.why if drafted else None),
            "version": _next(clause.version),
        }
    )
    origin = f"# Proposed in pack {read.pack}; the file that came back has sha256 {read.sha256}.\n"
    origin += "".join(f"{FOLLOW}{told}\n" for told in follow)
    body = "".join(f"## {language}\n\n{_spelled(texts[language])}\n" for language in LANGUAGES)
    return f"---\n{origin}{_front(clause, head, body)}---\n\n{body}".rstrip("\n") + "\n"


def _front(clause: Clause, head: Clause, body: str) -> str:
    """The front matter as its file spells it, but for what is new; where that does not read as meant, spelled anew."""
    path = Path(clause.file.file)
    kept = read_text(path, limit=_LIMIT).removeprefix("---\n").partition("\n---")[0] + "\n"
    kept = "".join(line for line in kept.splitlines(keepends=True) if not line.startswith(FOLLOW))
    for name in (*(("version",) if head.version != clause.version else ()), "author", "why"):
        kept = _set(kept, name, getattr(head, name))
    for language in LANGUAGES:
        if getattr(head.title, language) != getattr(clause.title, language):
            kept = _set(kept, language, getattr(head.title, language), below="title:\n")
    fields = {name: getattr(head, name) for name in ClauseHead.model_fields}
    with contextlib.suppress(InputError):
        read = parse_clause(f"---\n{kept}---\n\n{body}", path).head
        if {name: getattr(read, name) for name in fields} == fields:
            return kept
    return spelled(head).removeprefix("---\n").partition("---\n")[0]


def _set(front: str, name: str, value: str, *, below: str = "") -> str:
    """The front matter with one line of it saying another value; a new line stands before the title."""
    start, heading, rest = front.partition(below) if below else ("", "", front)
    line = f"{'  ' if below else ''}{name}: {json.dumps(value, ensure_ascii=False)}"
    pattern = re.compile(rf"^{'  ' if below else ''}{name}:.*$", re.M)
    if pattern.search(rest):
        return start + heading + pattern.sub(lambda _: line, rest, count=1)
    return re.sub(r"^title:", lambda _: f"{line}\ntitle:", front, count=1, flags=re.M)


def _spelled(paragraphs: Sequence[FinalParagraph]) -> str:
    return "".join(
        f"{'  ' if one.level == 3 else ''}- {f'{{#{one.key}}} ' if one.key else ''}{one.text}\n"
        for one in paragraphs
    )


def _authors(one: ReviewClause, before: str | None) -> str:
    reviewers = [" ".join(mark.author.split()) or "?" for mark in one.marks if not mark.silent]
    names = dict.fromkeys([*([part.strip() for part in before.split(";")] if before else []), *reviewers])
    unknown = (
        [say("unknown, without a mark")] if any(mark.silent for mark in one.marks) or not reviewers else []
    )
    return "; ".join([*names, *unknown])


def _why(one: ReviewClause, read: PackRead, before: str | None) -> str:
    said = [f"{' '.join(c.author.split())}: {' '.join(c.text.split())}" for c in one.comments]
    drafted = [before.rstrip(".")] if before else []
    return "; ".join([*drafted, say("review of pack {pack}", pack=read.pack), *said])[:_LONGEST_WHY]


def _next(version: str) -> str:
    head, _, last = version.rpartition(".")
    return f"{head}.{int(last) + 1}" if last.isdigit() else version


def _differences(clause: Clause, texts: dict[Language, list[FinalParagraph]]) -> Iterator[str]:
    """Which variables and references went or came."""
    for language in LANGUAGES:
        before = Counter(_marked(getattr(one, language) for one in clause.paragraphs))
        after = Counter(_marked(one.text for one in texts[language]))
        for mark in sorted(before - after):
            yield say("{language}: {mark} is gone", language=language, mark=mark)
        for mark in sorted(after - before):
            yield say("{language}: {mark} came in", language=language, mark=mark)


def _marked(paragraphs: Iterator[str]) -> Iterator[str]:
    for text in paragraphs:
        try:
            yield from (text[one.start : one.end] for one in tokens(text) if one.kind != "text")
        except TextError:  # told with its place by the checks of the file
            continue


def _listed(read: PackRead, name: str, made: Sequence[Proposed], folder: Path) -> bytes:
    data = {
        "version": 1, "pack": read.pack, "returned": name, "sha256": read.sha256,
        "proposals": [
            {"clause": one.clause, "position": one.position, "refused": one.refused or None, "told": list(one.told),
             "file": None if one.file is None else one.file.relative_to(folder).as_posix()}
            for one in made
        ],
    }  # fmt: skip
    return f"{json.dumps(data, ensure_ascii=False, indent=1)}\n".encode()
