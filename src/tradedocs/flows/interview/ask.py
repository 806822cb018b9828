"""Asking all questions of a deal, whoever answers them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Protocol

from tradedocs.flows.interview.question import Choice, Group, Question

Way = tuple[str | int, ...]


class Asker(Protocol):
    """Whoever answers: a person at a terminal, or a file."""

    def title(self, words: str) -> None:
        """A new group of questions begins."""
        ...

    def answer(
        self, question: Question, way: Way, choices: Sequence[Choice], default: str | None
    ) -> str | tuple[str, ...]:
        """The answer to one question, fit for it; empty where it is optional and left out."""
        ...

    def more(self, words: str, way: Way, count: int) -> bool:
        """Whether the list at `way`, which has `count` entries, has another one."""
        ...

    def wrong(self, message: str, way: Way) -> bool:
        """Tell what is wrong with a group; whether it is to be asked again."""
        ...


def ask(items: Sequence[Question | Group], asker: Asker) -> dict[str, Any]:
    """All answers, by group and key."""
    answers: dict[str, Any] = {}
    _ask(items, asker, answers, answers, ())
    return answers


def _ask(
    items: Sequence[Question | Group], asker: Asker, answers: dict[str, Any], into: dict[str, Any], way: Way
) -> None:
    for item in items:
        if not item.when(answers):
            continue
        here = (*way, item.key)
        if isinstance(item, Question):
            _one(item, asker, answers, into, here)
        elif item.more is None:
            into[item.key] = _group(item, asker, answers, here)
        else:
            entries: list[dict[str, Any]] = []
            into[item.key] = entries
            while len(entries) < item.least or asker.more(item.more, here, len(entries)):
                entries.append(_group(item, asker, answers, (*here, len(entries))))


def _one(question: Question, asker: Asker, answers: dict[str, Any], into: dict[str, Any], way: Way) -> None:
    choices = question.choices(answers) if question.choices is not None else ()
    given = asker.answer(question, way, choices, question.default(answers))
    if given:
        into[question.key] = list(given) if isinstance(given, tuple) else given.strip()


def _group(group: Group, asker: Asker, answers: dict[str, Any], way: Way) -> dict[str, Any]:
    while True:
        asker.title(group.title)
        inner: dict[str, Any] = {}
        # What a group has answered so far is seen by its own questions, at its key.
        _ask(group.items, asker, {**answers, group.key: inner}, inner, way)
        message = group.check(inner)
        if message is None or not asker.wrong(message, way):
            return inner
