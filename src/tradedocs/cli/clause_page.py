"""One clause as a terminal shows it: what it is, and its text in both languages with the variables marked."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

from tradedocs.clausetext import Token, tokens
from tradedocs.ui import say

if TYPE_CHECKING:
    from tradedocs.library import Status
    from tradedocs.library.register import Standing
    from tradedocs.model.clause import Clause, LegalSource, Variable


def page(clause: Clause, status: Status) -> Iterator[str]:
    """The lines: facts first, then English, then Chinese."""
    yield from _facts(clause, status)
    yield from _text(clause, "en")
    yield from _text(clause, "zh")


def _facts(clause: Clause, status: Status) -> Iterator[str]:
    yield f"{clause.id} ({clause.position}) {clause.version}: {status.state}"
    yield f"sha256 {clause.sha256}"
    for language, found in status.languages.items():
        yield f"{language}: {_standing(found)}"
    yield say("authority {level}, favours {side}", level=clause.authority, side=clause.favours)
    if clause.gives:
        yield say("gives away: {what}", what=clause.gives)
    if clause.note:
        yield say("note: {note}", note=clause.note)
    if clause.author:
        yield say("written by {who}", who=clause.author)
    if clause.why:
        yield say("last change: {why}", why=clause.why)
    if clause.owner or clause.review_by:
        yield say(
            "owner {owner}, to be read again by {day}", owner=clause.owner or "-", day=clause.review_by or "-"
        )
    yield from _connections(clause)
    for name, variable in clause.variables.items():
        yield _variable(name, variable)
    for source in clause.sources:
        yield _source(source)


def _standing(found: Standing) -> str:
    approval = found.approval
    if found.state != "approved" or approval is None:
        return f"{found.state}, {found.why}"
    told = say("approved by {who} on {day}", who=approval.by, day=approval.on)
    if approval.scope:
        told += say(", for deals where {condition}", condition=approval.scope)
    if approval.pack:
        told += say(", in pack {pack}", pack=approval.pack)
    return told + (say(", until {day}", day=approval.review_by) if approval.review_by else "")


def _connections(clause: Clause) -> Iterator[str]:
    if clause.applies_when:
        yield say("applies when {condition}", condition=clause.applies_when)
    if clause.optional:
        yield say("optional: stands only where the deal names it")
    for word, names in (
        (say("requires"), clause.requires),
        (say("excludes"), clause.excludes),
        (say("defines"), clause.defines),
    ):
        if names:
            yield f"{word} {', '.join(names)}"


def _variable(name: str, variable: Variable) -> str:
    filled = variable.source or say("its own, {default}", default=variable.default)
    counted = f" ({variable.unit})" if variable.unit else ""
    line = f"{click.style(f'{{{name}}}', fg='yellow')} {variable.type}{counted}, {filled}"
    if variable.playbook:
        line += "; " + ", ".join(f"{level} {span}" for level, span in variable.playbook.items())
    return line


def _source(source: LegalSource) -> str:
    parts = [part for part in (source.instrument, source.edition, source.provision) if part]
    checked = (
        say("checked on {day}", day=source.checked_on)
        if source.checked_on is not None
        else say("not yet checked by a person")
    )
    return say("rests on {source}: {checked}", source=", ".join(parts), checked=checked)


def _text(clause: Clause, language: str) -> list[str]:
    title = clause.title.zh if language == "zh" else clause.title.en
    lines = ["", click.style(title, bold=True)]
    for paragraph in clause.paragraphs:
        text = paragraph.zh if language == "zh" else paragraph.en
        lines.append(f"{'  - ' if paragraph.level == 3 else '- '}{_marked(text)}")
    return lines


def _marked(text: str) -> str:
    """The text with its variables, references and terms in colour."""

    def piece(token: Token) -> str:
        if token.kind == "variable":
            return click.style(f"{{{token.text}}}", fg="yellow")
        if token.kind == "reference":
            name = f"{token.text}#{token.key}" if token.key else token.text
            return click.style(f"[{name}]", fg="cyan")
        return click.style(token.text, bold=True) if token.kind == "term" else token.text

    return "".join(piece(token) for token in tokens(text))
