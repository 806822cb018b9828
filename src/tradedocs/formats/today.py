"""What is open, and how the program is, for a terminal and as JSON."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from datetime import date

from tradedocs.formats.plain import plain
from tradedocs.model.today import Checkup, OpenItem, OpenKind
from tradedocs.ui import say

VERSION = 1
_HEADINGS: dict[OpenKind, str] = {
    "claim": say("claims"),
    "shipment": say("shipments without a release"),
    "unsigned": say("contracts to be signed"),
    "draft": say("drafts"),
    "approval": say("approvals that end"),
}
_SIGNS = {"ok": "✓", "warn": "!", "bad": "✗", "off": "–"}


def open_text(items: Sequence[OpenItem], today: date) -> str:
    """The open items under their headings."""
    return "".join(f"{line}\n" for line in _open_lines(items, today))


def _open_lines(items: Sequence[OpenItem], today: date) -> Iterator[str]:
    if not items:
        yield say("nothing is open on {today}", today=today)
        return
    kind = None
    for one in items:
        if one.kind != kind:
            if kind is not None:
                yield ""
            kind = one.kind
            yield _HEADINGS[one.kind]
        day = f"{one.day}{' !' if one.passed else ''}" if one.day else "–"
        yield f"  {day:<12} {plain(one.about)}: {plain(one.words)}"
        if one.next:
            yield f"               {plain(one.next)}"


def open_json(items: Sequence[OpenItem], today: date) -> str:
    """The same as JSON, version 1."""
    data = {
        "version": VERSION,
        "as_of": today.isoformat(),
        "open": [one.model_dump(mode="json") for one in items],
    }
    return json.dumps(data, ensure_ascii=False, indent=1)


def doctor_text(found: Sequence[Checkup]) -> str:
    """A line for each checkup, and what to do under it."""
    width = max(len(one.name) for one in found)
    lines = []
    for one in found:
        lines.append(f"{_SIGNS[one.health]} {one.name:<{width}}  {plain(one.words)}")
        if one.way_out:
            lines.append(f"  {'':<{width}}  {plain(one.way_out)}")
    return "\n".join(lines) + "\n"


def doctor_json(found: Sequence[Checkup]) -> str:
    """The same as JSON, version 1."""
    return json.dumps(
        {"version": VERSION, "checkups": [one.model_dump(mode="json") for one in found]},
        ensure_ascii=False,
        indent=1,
    )
