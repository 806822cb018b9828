"""outline.yaml: the order of the articles in a contract."""

from __future__ import annotations

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


class Outline(Fact):
    """The order of the articles in a contract, and the clauses that no contract may be without."""

    version: Literal["1"]
    articles: tuple[Line, ...]
    required: tuple[Line, ...] = ()


@dataclass(frozen=True, slots=True)
class OutlineFile:
    """The outline as its file holds it; `refused` says why it could not be read, and then it names nothing."""

    text: Text
    articles: tuple[str, ...] = ()
    required: tuple[str, ...] = ()
    refused: tuple[Problem, ...] = ()

    def found(self, word: str, message: str, hint: str = "", severity: Severity | None = None) -> Found:
        """A finding at the last line that holds the word, which is the second of two."""
        rows = self.text.source.splitlines()
        row = max((index for index, line in enumerate(rows) if word in line), default=0)
        column = max((rows[row] if rows else "").find(word), 0)
        return found_at(self.text, At(row, column), At(row, column + len(word)), message, hint, severity)


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
    return OutlineFile(text, outline.articles, outline.required)
