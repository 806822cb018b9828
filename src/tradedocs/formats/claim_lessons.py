"""The lessons of claims as text and as JSON."""

from __future__ import annotations

import json
from collections.abc import Iterator

from tradedocs.model.lessons import LessonGroup
from tradedocs.ui import say


def lessons_text(groups: tuple[LessonGroup, ...]) -> str:
    """A block for each group: how many claims, what they cost, and what they taught."""
    return "\n".join(line for group in groups for line in _block(group)) or say("no claim is on record")


def _block(group: LessonGroup) -> Iterator[str]:
    money = ", ".join(map(str, group.money)) or say("no money")
    yield say("{name}: {n} claims, {closed} closed, {refused} refused, settled at {money}", name=group.name,
              n=group.claims, closed=group.closed, refused=group.refused, money=money)  # fmt: skip
    for one in group.lessons:
        yield say(
            "  {n} × {kind}: {change}", n=len(one.claims), kind=one.lesson.kind, change=one.lesson.change.en
        )
        if one.lesson.key is not None and one.lesson.value is not None:
            yield say("      {key}: {value}", key=one.lesson.key, value=one.lesson.value)
        yield say("      claims: {claims}", claims=", ".join(one.claims))


def lessons_json(groups: tuple[LessonGroup, ...]) -> str:
    """The groups as a JSON object with the key `groups`."""
    data = [group.model_dump(mode="json", exclude_none=True) for group in groups]
    return json.dumps({"groups": data}, ensure_ascii=False, indent=2)
