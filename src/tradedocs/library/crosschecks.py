"""What the clauses of a library must keep to among themselves."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tradedocs.clausetext import TextError, tokens
from tradedocs.errors import Problem
from tradedocs.library.file import ClauseFile
from tradedocs.ui import say


def check_library(files: Sequence[ClauseFile]) -> Iterator[Problem]:
    """Every error between the files."""
    by_id: dict[str, list[ClauseFile]] = {}
    for file in files:
        by_id.setdefault(file.head.id, []).append(file)
    yield from _positions(by_id)
    yield from _neighbours(files, by_id)
    yield from _references(files, by_id)
    yield from _terms(files)


def _positions(by_id: dict[str, list[ClauseFile]]) -> Iterator[Problem]:
    for clause_id, files in by_id.items():
        seen: dict[str, ClauseFile] = {}
        for file in files:
            position = file.head.position
            if position in seen:
                yield file.head_problem(
                    clause_id, say("{id} in position {position} is in {other} already", id=clause_id,
                                   position=position, other=seen[position].path),
                )  # fmt: skip
            seen[position] = file
        if "standard" not in seen:
            yield files[0].head_problem(clause_id, say("{id} has no standard position", id=clause_id))


def _neighbours(files: Sequence[ClauseFile], by_id: dict[str, list[ClauseFile]]) -> Iterator[Problem]:
    for file in files:
        for key, others in (("requires", file.head.requires), ("excludes", file.head.excludes)):
            for other in others:
                if other not in by_id:
                    yield file.head_problem(
                        other, say("`{key}` names {other}, which is no clause", key=key, other=other)
                    )


def _references(files: Sequence[ClauseFile], by_id: dict[str, list[ClauseFile]]) -> Iterator[Problem]:
    for file in files:
        for paragraph in (*file.en, *file.zh):
            try:
                pieces = tokens(paragraph.text)
            except TextError:
                continue  # told by the checks of the file
            for token in pieces:
                if token.kind != "reference":
                    continue
                message = _dangling(token.text, token.key, by_id)
                if message:
                    yield file.problem(paragraph, token.start, token.end, message)


def _dangling(clause_id: str, key: str | None, by_id: dict[str, list[ClauseFile]]) -> str:
    if clause_id not in by_id:
        return say("the reference points to {id}, which is no clause", id=clause_id)
    for target in by_id[clause_id]:
        if key is not None and all(paragraph.key != key for paragraph in target.en):
            return say("no paragraph of {id} ({position}) has the key {key}", id=clause_id,
                       position=target.head.position, key=key)  # fmt: skip
    return ""


def _terms(files: Sequence[ClauseFile]) -> Iterator[Problem]:
    owner: dict[str, str] = {}
    for file in files:
        for term in file.head.defines:
            first = owner.setdefault(term, file.head.id)
            if first != file.head.id:
                yield file.head_problem(
                    term, say("the term {term} is defined in {first} already", term=term, first=first)
                )
