"""Questions at a terminal. Enter takes the default; Ctrl-C leaves without writing anything."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import click
import questionary

from tradedocs.flows.interview.ask import Way
from tradedocs.flows.interview.question import Choice, Question
from tradedocs.ui import say

_LONG_LIST = 9


class Terminal:
    """An asker that talks to a person."""

    def title(self, words: str) -> None:
        """The title of a group, in bold, after an empty line."""
        click.echo(f"\n{click.style(words, bold=True)}", err=True)

    def answer(
        self, question: Question, way: Way, choices: Sequence[Choice], default: str | None
    ) -> str | tuple[str, ...]:
        """The person's answer; a wrong one is told at once and asked again."""
        if question.many:
            return tuple(put(questionary.checkbox(question.words, choices=_shown(choices))))
        if choices:
            first = default if default in {choice.value for choice in choices} else None
            return str(put(questionary.select(question.words, choices=_shown(choices), default=first,
                                               use_search_filter=len(choices) > _LONG_LIST,
                                               use_jk_keys=False)))  # fmt: skip
        words = (
            say("{words} (may be left empty)", words=question.words) if question.optional else question.words
        )
        return str(put(questionary.text(words, default=default or "",
                                         validate=lambda text: question.problem(text, ()) or True)))  # fmt: skip

    def more(self, words: str, way: Way, count: int) -> bool:
        """Whether there is another entry."""
        return bool(put(questionary.confirm(words, default=False)))

    def wrong(self, message: str, way: Way) -> bool:
        """Tell it, and ask the group again."""
        click.echo(click.style(message, fg="red"), err=True)
        return True


def _shown(choices: Sequence[Choice]) -> list[questionary.Choice]:
    return [
        questionary.Choice(choice.label if choice.label == choice.value else f"{choice.value} – {choice.label}",
                           value=choice.value)
        for choice in choices
    ]  # fmt: skip


def put(question: questionary.Question) -> Any:
    """The answer; Ctrl-C and a closed terminal end the command as click ends one."""
    given = question.ask(kbi_msg="")
    if given is None:
        raise click.Abort
    return given
