"""outline.yaml: the order of the articles in a contract."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from tradedocs import yamlfile
from tradedocs.errors import InputError, Problem
from tradedocs.files import read_text
from tradedocs.library.found import At, Found, found_at
from tradedocs.model.base import Fact
from tradedocs.model.lint import Severity
from tradedocs.model.text import Line
from tradedocs.ui import say
from tradedocs.yamlfile.nodes import Text

OUTLINE = "outline.yaml"
_LIMIT = 200_000
_KEY = re.compile(r"(\w+):")


class Outline(Fact):
    """The order of the articles in a contract, and the clauses that no contract may be without.

    An entry of `required` that is a list asks for one of its clauses.
    """

    version: Literal["1"]
    articles: tuple[Line, ...]
    required: tuple[Line | tuple[Line, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class OutlineFile:
    """The outline as its file holds it; `refused` says why it could not be read, and then it names nothing."""

    text: Text
    articles: tuple[str, ...] = ()
    required: tuple[tuple[str, ...], ...] = ()
    refused: tuple[Problem, ...] = ()

    def found(
        self, word: str, message: str, hint: str = "", severity: Severity | None = None, key: str = "articles"
    ) -> Found:
        """A finding at the last line under the key that holds the word, which is the second of two."""
        row, column = max(self._places(word, key), default=(0, 0))
        return found_at(self.text, At(row, column), At(row, column + len(word)), message, hint, severity)

    def _places(self, word: str, key: str) -> Iterator[tuple[int, int]]:
        """Where the whole word stands under the key, or else anywhere in the file."""
        whole, under = re.compile(rf"(?<![\w.-]){re.escape(word)}(?![\w.-])"), ""
        hits: dict[bool, list[tuple[int, int]]] = {True: [], False: []}
        for row, line in enumerate(self.text.source.splitlines()):
            if top := _KEY.match(line):
                under = top[1]
            if match := whole.search(line):
                hits[under == key].append((row, match.start()))
        yield from hits[True] or hits[False]


def read_outline(folder: Path) -> OutlineFile:
    """The outline of a library's folder.

    Raises:
        UsageError: the file cannot be read.
    """
    path = folder / OUTLINE
    if not path.exists():
        problem = Problem(f"{path}:1:1", say("there is no {file}", file=OUTLINE),
                          hint=say("It lists the ids of all clauses in the order of a contract."))  # fmt: skip
        return OutlineFile(Text(str(path), ""), refused=(problem,))
    try:
        text = Text(str(path), read_text(path, limit=_LIMIT))
    except InputError as error:
        return OutlineFile(Text(str(path), ""), refused=error.problems)
    try:
        outline = yamlfile.parse(text.source, str(path), Outline)
    except InputError as error:
        return OutlineFile(text, refused=error.problems)
    required = tuple((one,) if isinstance(one, str) else one for one in outline.required)
    return OutlineFile(text, outline.articles, required)
