"""The user's job "teach the program a label": what a report calls things that the vocabulary does not know."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path

from tradedocs.errors import RefusedInput, ToolError, UsageError
from tradedocs.files import write_atomic
from tradedocs.flows.reading import MAX_PAGES
from tradedocs.pdf.document import content_of, opened
from tradedocs.pdf.page import MAP_ERRORS_ALLOWED
from tradedocs.pdf.sandbox import Limits, Note, OnNote, can_fork, supervised
from tradedocs.reading.unmatched import Unmatched, unmatched_on
from tradedocs.ui import say
from tradedocs.vocabulary.fold import fold
from tradedocs.vocabulary.taught import roles, taught_in
from tradedocs.workspace import Workspace

_LIMITS = Limits(memory=1 << 30, cpu=30, wall=90.0, page=0.1)
_FOUND, _REFUSED = b"F", b"R"


@dataclass(frozen=True)
class Choice:
    """What the user says that a heading or label means."""

    item: Unmatched
    role: str


def unmatched_in(path: Path, on_note: OnNote | None = None) -> tuple[Unmatched, ...]:
    """The headings and labels of the report that the vocabulary does not know, read in a worker with limits.

    Raises:
        UsageError: the file does not exist.
        RefusedInput: it cannot be read inside the limits.
        ToolError: the reader itself failed.
    """
    content_of(path)
    if not can_fork():
        return _understood(_job(path, lambda page, of=0, /: None))
    ended = supervised(lambda note: _job(path, note), _LIMITS, on_note)
    if ended.outcome == "done":
        return _understood(ended.answer)
    if ended.error:
        raise ToolError(
            say("reading failed: {reason}", reason=ended.error.decode(errors="replace")), place=path.name
        )
    what = (
        say("reading was stopped at its limit of {limit}", limit=ended.reason)
        if ended.reason
        else say("reading broke off")
    )
    raise RefusedInput(what, place=path.name)


def _job(path: Path, note: Note) -> bytes:
    try:
        with opened(path) as document:
            pages = []
            for number in range(1, min(document.pages, MAX_PAGES) + 1):
                note(number, min(document.pages, MAX_PAGES))
                page = document.page(number)
                if page.problem is None and page.map_errors <= MAP_ERRORS_ALLOWED:
                    pages.append(page)
        return _FOUND + json.dumps([item.model_dump() for item in unmatched_on(pages)]).encode()
    except RefusedInput as refused:
        return _REFUSED + json.dumps([refused.message, refused.place, refused.way_out]).encode()


def _understood(answer: bytes) -> tuple[Unmatched, ...]:
    if answer[:1] == _REFUSED:
        message, place, way_out = json.loads(answer[1:])
        raise RefusedInput(message, place=place, way_out=way_out)
    return tuple(Unmatched.model_validate(item) for item in json.loads(answer[1:]))


def choice_of(spoken: str, found: Sequence[Unmatched]) -> Choice:
    """What `LABEL=ROLE` says; the label may be its number in the list.

    Raises:
        UsageError: it is not of that form, or there is no such label or role.
    """
    label, equals, role = (part.strip() for part in spoken.rpartition("="))
    if not equals or not label or not role:
        raise UsageError(say("`{spoken}` is not LABEL=ROLE", spoken=spoken))
    item = _item(label, found)
    return Choice(item, known_role(item, role))


def _item(label: str, found: Sequence[Unmatched]) -> Unmatched:
    if label.isascii() and label.isdigit() and 1 <= int(label) <= len(found):
        return found[int(label) - 1]
    same = [item for item in found if fold(item.text) == fold(label)]
    if same:
        return same[0]
    near = get_close_matches(label, [item.text for item in found], n=1)
    hint = (
        say("Did you mean `{near}`?", near=near[0])
        if near
        else say("Run the command without --as to see them.")
    )
    raise UsageError(say("no unknown heading or label of the report is `{label}`", label=label), way_out=hint)


def known_role(item: Unmatched, role: str) -> str:
    """The role, if a heading or label of this kind can have it.

    Raises:
        UsageError: it cannot.
    """
    known = roles(item.kind)
    if role in known:
        return role
    fact = (
        say("a heading of a column cannot mean `{role}`", role=role)
        if item.kind == "columns"
        else say("a label cannot mean `{role}`", role=role)
    )
    raise UsageError(fact, way_out=say("Choose one of: {known}", known=", ".join(known)))


def write_choices(choices: Sequence[Choice], workspace: Workspace) -> Path:
    """Add the choices to the workspace's vocabulary; what stands there is kept.

    Raises:
        UsageError: there is no workspace.
        InputError: the vocabulary file holds errors.
        ToolError: it cannot be written.
    """
    if workspace.vocabulary is None:
        raise UsageError(
            say("without a workspace nothing can be taught"),
            way_out=say("Make one: tradedocs init FOLDER, and run the command there."),
        )
    taught = taught_in(workspace.vocabulary)
    for choice in choices:
        taught = taught.with_label(choice.item.kind, choice.item.text, choice.role)
    write_atomic(workspace.vocabulary, taught.as_yaml().encode())
    return workspace.vocabulary
