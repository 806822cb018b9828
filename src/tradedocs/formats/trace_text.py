"""A story for a terminal: a line for each event, its details under it."""

from __future__ import annotations

from collections.abc import Iterator

from tradedocs.formats.plain import plain
from tradedocs.model.story import Event, Story
from tradedocs.ui import say

_SIGNS = {"plain": "·", "good": "✓", "wait": "!", "bad": "✗"}


def trace_text(story: Story) -> str:
    """The story."""
    return "".join(f"{line}\n" for line in _lines(story))


def _lines(story: Story) -> Iterator[str]:
    yield say("{kind} {name}", kind=story.subject, name=plain(story.name))
    for word, names in (
        (say("contracts"), story.contracts),
        (say("lots"), story.lots),
        (say("reports"), story.reports),
        (say("claims"), story.claims),
    ):
        if names:
            yield f"  {word}: {', '.join(plain(name) for name in names)}"
    phase = None
    for event in story.events:
        if event.phase != phase:
            phase = event.phase
            yield ""
            yield phase
        yield from _event(event)
    yield ""
    yield from (say("BREAK: {what}", what=plain(one)) for one in story.breaks)
    yield say(
        "{n} rows; head of the ledger: {row}:{hash}",
        n=len(story.events),
        row=story.head.row,
        hash=story.head.sha256,
    )


def _event(event: Event) -> Iterator[str]:
    by = say(" – {by}", by=plain(event.by)) if event.by else ""
    yield f"  {_SIGNS[event.tone]} {event.at[:10]}  #{event.row}  {plain(event.title)}{by}"
    yield from (f"      {plain(detail)}" for detail in event.details)
    for file in event.files:
        where = plain(file.path) if file.path and file.state == "present" else file.state
        yield f"      {plain(file.name)}: {file.sha256[:12]} ({where})"
