"""A folder of clause files → the Library, with every error of every file at once."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Literal

from pydantic import ValidationError

from tradedocs import cache, yamlfile
from tradedocs.errors import InputError, Problem, UsageError
from tradedocs.library.checks import check_file
from tradedocs.library.crosschecks import check_library
from tradedocs.library.dated import check_dated
from tradedocs.library.file import At, ClauseFile, clause_of, read_clause
from tradedocs.library.shelf import Library
from tradedocs.model.base import Fact
from tradedocs.model.clause import POSITIONS, VariableType
from tradedocs.model.text import Line
from tradedocs.ui import say
from tradedocs.yamlfile.nodes import Text

OUTLINE = "outline.yaml"
_KIND = "clauses"


class Outline(Fact):
    """The order of the articles in a contract."""

    version: Literal["1"]
    articles: tuple[Line, ...]


def load_library(folder: Path, *, facts: Mapping[str, VariableType] | None = None) -> Library:
    """The library in `folder`: FAMILY/CLAUSE/POSITION.md files and outline.yaml.

    A library without an error is kept in the cache, by the bytes of all its files.

    Args:
        folder: the `clauses` folder of a workspace.
        facts: what a deal can fill in, by its path (`contract.facts.KINDS`); None leaves the `from` of
            variables unchecked.

    Raises:
        InputError: every error of all files, each with file, line and column.
        UsageError: there are no clauses.
    """
    paths = sorted(folder.glob("*/*/*.md"))
    if not paths:
        raise UsageError(
            say("there are no clauses here"), place=str(folder),
            way_out=say("Name a folder that holds FAMILY/CLAUSE/POSITION.md files, or run `tradedocs init`."),
        )  # fmt: skip
    key = _key(folder, paths, facts)
    if key is not None and (library := _kept(key)) is not None:
        return library
    library = _checked(folder, paths, facts)
    if key is not None and key == _key(folder, paths, facts):  # nobody has written meanwhile
        cache.keep(_KIND, key, {}, library.model_dump_json(by_alias=True, exclude_defaults=True).encode())
    return library


def _key(folder: Path, paths: Sequence[Path], facts: Mapping[str, VariableType] | None) -> str | None:
    """Stands for all that the library is made of; None where a file cannot be read, which the checks tell."""
    try:
        texts = [part for path in (*paths, folder / OUTLINE) for part in (str(path), path.read_bytes())]
    except OSError:
        return None
    return cache.key_of(repr(sorted(facts.items()) if facts is not None else None), *texts)


def _kept(key: str) -> Library | None:
    entry = cache.kept(_KIND, key)
    try:
        return Library.model_validate_json(entry.data) if entry is not None else None
    except ValidationError:
        return None


def _checked(folder: Path, paths: Sequence[Path], facts: Mapping[str, VariableType] | None) -> Library:
    problems: list[Problem] = []
    files = _read_all(paths, problems)
    for file in files:
        problems += check_file(file, facts)
        problems += check_dated(file)
    outline: tuple[str, ...] = ()
    if len(files) == len(paths):
        problems += check_library(files)
        outline = _outline(folder / OUTLINE, files, problems)
    if problems:
        raise InputError(problems, file=str(folder))
    ordered = sorted(files, key=lambda file: (file.head.id, POSITIONS.index(file.head.position)))
    return Library(clauses=tuple(clause_of(file) for file in ordered), outline=outline)


def _read_all(paths: Sequence[Path], problems: list[Problem]) -> list[ClauseFile]:
    files: list[ClauseFile] = []
    for path in paths:
        try:
            files.append(read_clause(path))
        except InputError as error:
            problems += error.problems
    return files


def _outline(path: Path, files: Sequence[ClauseFile], problems: list[Problem]) -> tuple[str, ...]:
    try:
        articles = yamlfile.load(path, Outline).articles
    except InputError as error:
        problems += error.problems
        return ()
    problems += _outline_problems(path, articles, {file.head.id for file in files})
    return articles


def _outline_problems(path: Path, articles: Sequence[str], known: set[str]) -> Iterator[Problem]:
    text = Text(str(path), path.read_text(encoding="utf-8-sig"))
    seen: set[str] = set()
    for clause_id in articles:
        if clause_id not in known:
            message = say("the outline names {id}, which is no clause", id=clause_id)
            yield _in_outline(text, clause_id, message)
        if clause_id in seen:
            yield _in_outline(text, clause_id, say("the outline names {id} twice", id=clause_id))
        seen.add(clause_id)
    for clause_id in sorted(known - seen):
        message = say("the outline leaves out {id}", id=clause_id)
        yield _in_outline(text, "articles", message, say("Add it where the article stands in a contract."))


def _in_outline(text: Text, word: str, message: str, hint: str = "") -> Problem:
    """An error at the last line that holds the word, which is the second of two."""
    rows = text.source.splitlines()
    row = max((index for index, line in enumerate(rows) if word in line), default=0)
    column = max(rows[row].find(word), 0)
    return text.problem(At(row, column), At(row, column + len(word)), message, hint)
