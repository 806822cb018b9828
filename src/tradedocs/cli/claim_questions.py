"""The questions by which a claim is opened without a file; the answers become a claim.yaml."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path
from typing import Any, get_args

import click

from tradedocs.model.claim import Alleged, Complaint
from tradedocs.ui import say

_ANSWERS = ("yes", "no", "unknown")
_QUESTIONS: tuple[tuple[str, str, tuple[str, ...], bool], ...] = (
    ("number", say("Number of the claim"), (), True),
    ("received", say("Day on which it was received (YYYY-MM-DD)"), (), True),
    ("complainant", say("Who complains"), (), True),
    ("contact", say("The person"), (), False),
    ("reference", say("Their own number"), (), False),
    ("alleged", say("What is complained of"), get_args(Alleged), True),
    ("words", say("The complaint in one sentence"), (), True),
    ("characteristic", say("Characteristic of the contract that it is about"), (), False),
    ("affected", say("Quantity affected (such as 120 pcs)"), (), True),
    ("missing", say("Quantity missing"), (), False),
    ("lots", say("Lot or batch numbers, by commas"), (), False),
    ("shipped", say("Day of shipment"), (), False),
    ("arrived", say("Day of arrival at the destination"), (), False),
    ("discharged", say("Day on which discharge was completed"), (), False),
    ("taken_over", say("Day on which the goods were taken over"), (), False),
    ("found", say("Day on which the defect was found"), (), False),
    ("hidden", say("Could a proper examination on arrival not show it"), _ANSWERS, False),
    ("usable", say("Can the goods be used as they are"), _ANSWERS, False),
    ("unsafe", say("Can they endanger anybody"), _ANSWERS, False),
    ("packages_damaged", say("Were packages damaged on arrival"), _ANSWERS, False),
    ("meets_sample", say("Do they meet the specification and the sealed sample"), _ANSWERS, False),
)


def asked(out: Path, number: str, today: date) -> Path:
    """Ask, write the file, and give its place. Each answer is checked at once; Enter leaves an optional one out.

    Raises:
        UsageError: a file stands there already, or nobody sits at a terminal.
    """
    import yaml

    from tradedocs.errors import UsageError
    from tradedocs.files import write_atomic

    if not sys.stdin.isatty():
        raise UsageError(
            say("there is no terminal to ask at"), way_out=say("Give the facts with --from CLAIM.yaml.")
        )
    if out.exists():
        raise UsageError(
            say("a file stands there already"),
            place=str(out),
            way_out=say("Give it with --from, or name another one with -o."),
        )
    defaults = {"number": number, "received": today.isoformat()}
    answers: dict[str, Any] = {}
    for key, words, choices, needed in _QUESTIONS:
        answer = _answer(
            key,
            words,
            choices,
            needed=needed,
            default=defaults.get(key, "unknown" if choices == _ANSWERS else ""),
        )
        if answer not in ("", "unknown"):
            answers[key] = (
                [part.strip() for part in answer.split(",") if part.strip()] if key == "lots" else answer
            )
    text = yaml.safe_dump(answers, allow_unicode=True, sort_keys=False)
    write_atomic(out, text.encode())
    click.echo(str(out), err=True)
    return out


def _answer(key: str, words: str, choices: tuple[str, ...], *, needed: bool, default: str) -> str:
    kind = click.Choice(choices) if choices else click.STRING
    while True:
        answer = str(
            click.prompt(
                words if needed else say("{words} (may be left empty)", words=words),
                default=default or ("" if not needed else None),
                type=kind,
                show_default=bool(default),
                err=True,
            )
        ).strip()
        problem = "" if not answer and not needed else _problem(key, answer)
        if not problem:
            return answer
        click.echo(problem, err=True)


def _problem(key: str, answer: str) -> str:
    """What is wrong with one answer; empty where nothing is."""
    from pydantic import TypeAdapter, ValidationError

    value: Any = [part.strip() for part in answer.split(",")] if key == "lots" else answer
    try:
        TypeAdapter(_annotated(key)).validate_python(value)
    except ValidationError as error:
        return str(error.errors()[0]["msg"]).removeprefix("Value error, ")
    return ""


def _annotated(key: str) -> Any:
    from typing import Annotated

    field = Complaint.model_fields[key]
    return Annotated[(field.annotation, *field.metadata)] if field.metadata else field.annotation
