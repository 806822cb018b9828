"""Answers from a file, so that a deal can be made without a terminal.

The file is YAML with the questions' keys: groups are maps, repeated groups are lists. What it leaves out takes its
default; what has none is an error, as is an answer that no question asked for.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from tradedocs.errors import InputError, Problem
from tradedocs.files import read_text
from tradedocs.flows.interview.ask import Way
from tradedocs.flows.interview.question import Choice, Question
from tradedocs.model.dealfinding import path_of
from tradedocs.ui import say
from tradedocs.yamlfile import plain

_LIMIT = 1_000_000


class Replay:
    """An asker that reads its answers from plain data."""

    def __init__(self, data: Any, name: str) -> None:
        self._data, self._name = data, name
        self._asked: set[Way] = set()
        self._problems: list[Problem] = []

    @classmethod
    def of_file(cls, path: Path) -> Replay:
        """The answers in a YAML file.

        Raises:
            InputError: it is not one plain YAML document.
            UsageError: it cannot be read.
        """
        return cls(plain(read_text(path, limit=_LIMIT), str(path)) or {}, str(path))

    def title(self, words: str) -> None:
        """A file needs no titles."""

    def answer(
        self, question: Question, way: Way, choices: Sequence[Choice], default: str | None
    ) -> str | tuple[str, ...]:
        """The file's answer, or the default; what is wrong with it is kept for `finish`."""
        self._asked.add(way)
        given = self._at(way)
        if given is None:
            given = default
        if given is None:
            if not question.optional:
                self._problem(way, say("there is no answer: {words}", words=question.words))
            return ""
        if question.many:
            return self._several(question, way, choices, given)
        if not isinstance(given, str):
            self._problem(way, say("one text is needed here"))
            return ""
        if (message := question.problem(given, choices)) is not None:
            self._problem(way, message)
            return ""
        return given

    def _several(
        self, question: Question, way: Way, choices: Sequence[Choice], given: Any
    ) -> tuple[str, ...]:
        texts = (
            tuple(given) if isinstance(given, list) else tuple(part.strip() for part in str(given).split(","))
        )
        for text in texts:
            message = (
                question.problem(text, choices) if isinstance(text, str) else say("one text is needed here")
            )
            if message is not None:
                self._problem(way, message)
                return ()
        return texts

    def more(self, words: str, way: Way, count: int) -> bool:
        """Whether the file's list is longer."""
        entries = self._at(way)
        return isinstance(entries, list) and len(entries) > count

    def wrong(self, message: str, way: Way) -> bool:
        """A file is not asked again."""
        self._problem(way, message)
        return False

    def finish(self) -> None:
        """Raise what was wrong.

        Raises:
            InputError: every answer that is missing or wrong, and every one that nothing asked for.
        """
        for way in _leaves(self._data, ()):
            if not any(way[: len(asked)] == asked for asked in self._asked):
                self._problem(way, say("no question asks for this"))
        if self._problems:
            raise InputError(self._problems, file=self._name)

    def _at(self, way: Way) -> Any:
        here = self._data
        for part in way:
            if isinstance(here, dict):
                here = here.get(part)
            elif isinstance(here, list) and isinstance(part, int) and part < len(here):
                here = here[part]
            else:
                return None
        return here

    def _problem(self, way: Way, message: str) -> None:
        self._problems.append(Problem(f"{self._name}: {path_of(way)}", message))


def _leaves(data: Any, way: Way) -> list[Way]:
    if isinstance(data, dict):
        return [leaf for key, value in data.items() for leaf in _leaves(value, (*way, key))]
    if isinstance(data, list) and any(isinstance(item, dict) for item in data):
        return [leaf for index, value in enumerate(data) for leaf in _leaves(value, (*way, index))]
    return [way]
