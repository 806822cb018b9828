"""A folder of clause files → the Library, with every error of every file at once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from pydantic import ValidationError

from tradedocs import cache
from tradedocs.errors import InputError, UsageError
from tradedocs.library.file import clause_of, paths_in
from tradedocs.library.outline import OUTLINE
from tradedocs.library.shelf import Library
from tradedocs.model.clause import POSITIONS, VariableType
from tradedocs.ui import say

_KIND = "clauses"


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
    paths = paths_in(folder)
    if not paths:
        raise UsageError(
            say("there are no clauses here"), place=str(folder),
            way_out=say("Name a folder that holds FAMILY/CLAUSE/POSITION.md files, or run `tradedocs init`."),
        )  # fmt: skip
    key = _key(folder, paths, facts)
    if key is not None and (library := _kept(key)) is not None:
        return library
    library = _checked(folder, facts)
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


def _checked(folder: Path, facts: Mapping[str, VariableType] | None) -> Library:
    # A library that is kept needs none of the rules, and importing them takes longer than reading it.
    from tradedocs.library.lint.case import case_of
    from tradedocs.library.lint.run import gated

    case = case_of(folder, facts=facts)
    problems = [found.problem for found in gated(case)]
    if problems:
        raise InputError(problems, file=str(folder))
    ordered = sorted(case.files, key=lambda file: (file.head.id, POSITIONS.index(file.head.position)))
    outline = case.outline
    return Library(
        clauses=tuple(clause_of(file) for file in ordered),
        outline=outline.articles,
        required=outline.required,
    )
