"""One clause file as text → its front matter and its raw paragraphs, each with its place.

---
id: inspection.pre-shipment          the fields of model.clause.ClauseHead, as YAML
---
## en
- a paragraph, on one line           level 2
  - an item                          level 3
- {#notice} a paragraph with a key
## zh
…
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import zip_longest
from pathlib import Path

from tradedocs import yamlfile
from tradedocs.errors import InputError, Problem
from tradedocs.files import read_text
from tradedocs.library.found import At, Found, found_at
from tradedocs.library.languages import differences
from tradedocs.model.base import Source
from tradedocs.model.clause import Clause, ClauseHead, ClauseParagraph
from tradedocs.model.lint import Severity
from tradedocs.ui import say
from tradedocs.yamlfile.nodes import Text

_LIMIT = 200_000
_ITEM = re.compile(r"(?P<indent> *)- (?:\{#(?P<key>[^}]*)\} )?(?P<text>\S.*?)\s*$")
_KEY = re.compile(r"[a-z][a-z0-9-]*")
_LEVELS = {0: 2, 2: 3}


@dataclass(frozen=True, slots=True)
class RawParagraph:
    """One list entry: its level, key and text, and where the text begins."""

    level: int
    key: str | None
    text: str
    at: At


@dataclass(frozen=True, slots=True)
class ClauseFile:
    """A clause file that has the form of one; what it says is not checked yet."""

    path: Path
    text: Text
    head: ClauseHead
    en: tuple[RawParagraph, ...]
    zh: tuple[RawParagraph, ...]

    def found(
        self,
        paragraph: RawParagraph,
        start: int,
        end: int,
        message: str,
        hint: str = "",
        severity: Severity | None = None,
    ) -> Found:
        """A finding in a paragraph, between two offsets of its text."""
        line, column = paragraph.at.line, paragraph.at.column
        return found_at(self.text, At(line, column + start), At(line, column + end), message, hint, severity)

    def found_in_head(
        self, word: str, message: str, hint: str = "", severity: Severity | None = None
    ) -> Found:
        """A finding in the front matter, at the first place where `word` stands there."""
        for row, line in enumerate(self.text.source.splitlines()):
            if row and line == "---":
                break
            if (match := re.search(rf"(?<![\w.-]){re.escape(word)}(?![\w.-])", line)) is not None:
                start, end = At(row, match.start()), At(row, match.end())
                return found_at(self.text, start, end, message, hint, severity)
        return found_at(self.text, At(0, 0), None, message, hint, severity)

    @property
    def paragraphs(self) -> tuple[RawParagraph, ...]:
        """Those of both languages."""
        return (*self.en, *self.zh)

    @property
    def named(self) -> str:
        """How findings name the clause."""
        return f"{self.head.id} ({self.head.position})"


def paths_in(folder: Path) -> list[Path]:
    """Every clause file of a library, in order."""
    return sorted(folder.glob("*/*/*.md"))


def read_clause(path: Path) -> ClauseFile:
    """The file at `path`.

    Raises:
        InputError: it has not the form of a clause file; every error with its place.
    """
    return parse_clause(read_text(path, limit=_LIMIT), path)


def parse_clause(source: str, path: Path) -> ClauseFile:
    """The clause file that `source` spells; `path` is what errors call it.

    Raises:
        InputError: every error of the form, each with its place.
    """
    text = Text(str(path), source)
    lines = source.splitlines()
    end = next((row for row, line in enumerate(lines) if row and line.rstrip() == "---"), None)
    if not lines or lines[0].rstrip() != "---" or end is None:
        problem = text.problem(
            At(0, 0), None, say("a clause file begins with its front matter between two lines `---`")
        )
        raise InputError([problem], file=str(path))
    problems: list[Problem] = []
    sections = _sections(text, lines, end + 1, problems)
    head = None
    try:
        # The line before the front matter is `---`, so its first line is line 2.
        head = yamlfile.parse("\n".join(lines[1:end]) + "\n", str(path), ClauseHead, first_line=2)
    except InputError as error:
        problems[:0] = error.problems
    if problems or head is None:
        raise InputError(problems, file=str(path))
    return ClauseFile(path, text, head, sections["en"], sections["zh"])


def _sections(
    text: Text, lines: list[str], start: int, problems: list[Problem]
) -> dict[str, tuple[RawParagraph, ...]]:
    found: dict[str, list[RawParagraph]] = {}
    current: list[RawParagraph] | None = None
    for row, line in enumerate(lines[start:], start):
        if line.startswith("#"):
            current = _begin(text, row, line, found, problems)
        elif line.strip():
            paragraph = _paragraph(text, row, line, current, problems)
            if paragraph is not None and current is not None:
                current.append(paragraph)
    for language in ("en", "zh"):
        if not found.get(language):
            message = say("there is no text under `## {language}`", language=language)
            problems.append(text.problem(At(len(lines) - 1, 0), None, message))
    return {language: tuple(found.get(language, ())) for language in ("en", "zh")}


def _begin(
    text: Text, row: int, line: str, found: dict[str, list[RawParagraph]], problems: list[Problem]
) -> list[RawParagraph] | None:
    name = line.removeprefix("## ").strip()
    if not line.startswith("## ") or name not in ("en", "zh") or name in found:
        message = say("a heading must be `## en` or `## zh`, each once")
        problems.append(text.problem(At(row, 0), None, message))
        return found.setdefault(name, [])
    return found.setdefault(name, [])


def _paragraph(
    text: Text, row: int, line: str, current: list[RawParagraph] | None, problems: list[Problem]
) -> RawParagraph | None:
    match = _ITEM.fullmatch(line)
    if match is None or len(match["indent"]) not in _LEVELS or current is None:
        message = say("this line belongs to no paragraph")
        hint = say("A paragraph is one line under `## en` or `## zh`: `- text`, or `  - text` for an item.")
        problems.append(text.problem(At(row, 0), None, message, hint))
        return None
    level = _LEVELS[len(match["indent"])]
    if match["key"] is not None and _KEY.fullmatch(match["key"]) is None:
        message = say("a paragraph key holds small letters, digits and hyphens")
        problems.append(text.problem(At(row, match.start("key")), At(row, match.end("key")), message))
    if level == 3 and not current:
        message = say("an item stands before the first paragraph")
        problems.append(text.problem(At(row, 0), None, message))
    return RawParagraph(level, match["key"], match["text"], At(row, match.start("text")))


def clause_of(file: ClauseFile) -> Clause:
    """The clause that a file holds; a paragraph that one language has alone is empty in the other."""
    paragraphs = tuple(
        ClauseParagraph(
            level=3 if there.level == 3 else 2,
            key=there.key,
            en=english.text if english else "",
            zh=chinese.text if chinese else "",
        )
        for english, chinese in zip_longest(file.en, file.zh)
        for there in (english or chinese,)
    )
    head = {name: getattr(file.head, name) for name in type(file.head).model_fields}
    return Clause(
        **head,
        paragraphs=paragraphs,
        file=Source(file=str(file.path)),
        differs=tuple(f"{found.paragraph.at.line + 1}: {found.message}" for found in differences(file)),
    )
