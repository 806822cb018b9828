"""What a question is: its key, its words, what may be answered, and when it is asked at all."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from pydantic import TypeAdapter, ValidationError

from tradedocs.model.text import Line
from tradedocs.ui import say

Answers = Mapping[str, Any]
"""Answers so far, by section and key (`answers["seller"]["name"]`)."""


class Choice(NamedTuple):
    """One answer that may be chosen: what the file says, and what the clerk reads."""

    value: str
    label: str


def always(_answers: Answers) -> bool:
    """A question that is asked in every deal."""
    return True


def bilingual(answers: Answers) -> bool:
    """Whether the contract has a Chinese text, so that texts are needed in Chinese."""
    return "zh" in str(answers.get("language", ""))


@dataclass(frozen=True)
class Question:
    """One question.

    Attributes:
        key: where the answer goes; in the answers file it has the same name.
        words: the question as the clerk reads it.
        kind: the type that the answer must fit (a model type such as PercentText).
        default: the answer that Enter gives, worked out from the answers so far; None when there is none.
        choices: the answers that there are; None for a free text.
        many: whether several of the choices may be taken.
        optional: whether the answer may be left empty.
        when: whether the question is asked in this deal.
    """

    key: str
    words: str
    kind: Any = Line
    default: Callable[[Answers], str | None] = field(default=lambda _: None)
    choices: Callable[[Answers], Sequence[Choice]] | None = None
    many: bool = False
    optional: bool = False
    when: Callable[[Answers], bool] = always

    def problem(self, text: str, choices: Sequence[Choice]) -> str | None:
        """What is wrong with an answer, or None."""
        if not text.strip():
            return None if self.optional else say("an answer is needed")
        if choices and text not in (choice.value for choice in choices):
            return say("{text!r} is none of {choices}", text=text,
                       choices=", ".join(choice.value for choice in choices))  # fmt: skip
        try:
            TypeAdapter(self.kind).validate_python(text)
        except ValidationError as error:
            return error.errors()[0]["msg"].removeprefix("Value error, ")
        return None


@dataclass(frozen=True)
class Group:
    """Questions that belong together. With `more` they are asked again for each further entry of a list."""

    key: str
    title: str
    items: tuple[Question | Group, ...]
    more: str | None = None
    least: int = 1
    when: Callable[[Answers], bool] = always
    check: Callable[[Answers], str | None] = field(default=lambda _: None)
    """What is wrong with the group's answers as a whole (the first day of a window after its last), or None."""


def fixed(text: str | None) -> Callable[[Answers], str | None]:
    """A default that does not depend on other answers."""
    return lambda _answers: text


def of(*choices: Choice) -> Callable[[Answers], Sequence[Choice]]:
    """Choices that do not depend on other answers."""
    return lambda _answers: choices
