"""Which way the limit of a characteristic points, and what none of its values can be: `data/directions.yaml`."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import cache, lru_cache
from typing import Literal, TypeVar

from tradedocs.errors import ToolError
from tradedocs.model.requirement import Requirement, parse
from tradedocs.model.units import find, ratio
from tradedocs.vocabulary.packaged import packaged
from tradedocs.vocabulary.parameters import fold_name, meaning_of

T = TypeVar("T")
Points = Literal["max", "min"]
_BRACKET = re.compile(r"\s*[(（][^()（）]*[)）]\s*$")


@dataclass(frozen=True)
class Direction:
    """A limit of this name is a maximum or a minimum; `when` says for which limits that is sure, None for all."""

    points: Points
    when: Requirement | None = None


@dataclass(frozen=True)
class Ceiling:
    """The most that a value of this name can be, of which goods (all, if empty), and why."""

    most: Requirement
    goods: tuple[str, ...]
    why: str


def points_wrong(names: Iterable[str], require: Requirement) -> Points | None:
    """The way that this limit should point, where it points the other way; None also where nobody can say."""
    if require.kind != "limit":
        return None
    for name in names:
        direction = _found(_directions(), name)
        if direction is None or not _sure(direction, require):
            continue
        wrong = require.high is None if direction.points == "max" else require.low is None
        return direction.points if wrong else None
    return None


def _sure(direction: Direction, require: Requirement) -> bool:
    bound = require.high if require.high is not None else require.low
    if direction.when is None or bound is None:
        return direction.when is None
    return _within(direction.when, Fraction(bound), require.unit)


def _within(limit: Requirement, number: Fraction, unit: str | None) -> bool:
    """Whether a number lies on the limit's side of it; False where the units are not of one kind."""
    if (limit.unit is None) != (unit is None):
        return False
    try:
        own = number * (ratio(find(unit), find(limit.unit)) if unit and limit.unit else 1)
    except ValueError:
        return False
    return (limit.high is None or own <= limit.high) and (limit.low is None or own >= limit.low)


def ceilings_of(name: str, goods: str) -> Iterator[Ceiling]:
    """The ceilings that hold for a value of this name, of goods with this description."""
    flat = goods.casefold()
    for ceiling in _found(_ceilings(), name) or ():
        if not ceiling.goods or any(
            re.search(rf"(?<![a-z]){re.escape(word)}", flat) for word in ceiling.goods
        ):
            yield ceiling


def above(ceiling: Ceiling, number: Fraction, unit: str | None) -> bool:
    """Whether a number with its unit lies above the ceiling; False where the units are not of one kind."""
    assert ceiling.most.high is not None
    if (ceiling.most.unit is None) != (unit is None):
        return False
    try:
        scale = ratio(find(unit), find(ceiling.most.unit)) if unit and ceiling.most.unit else Fraction(1)
    except ValueError:
        return False
    return number * scale > Fraction(ceiling.most.high)


def _found(index: Mapping[str, T], name: str) -> T | None:
    """What stands in an index for a name, or for it without its last bracket."""
    return index.get(_key(name)) or index.get(_key(_BRACKET.sub("", name)))


@lru_cache(maxsize=20_000)
def _key(name: str) -> str:
    return meaning_of(name) or fold_name(name)


@cache
def _directions() -> Mapping[str, Direction]:
    index: dict[str, Direction] = {}
    for group in packaged("directions")["directions"]:
        direction = Direction(group["points"], parse(group["when"]) if "when" in group else None)
        for name in group["names"]:
            if index.setdefault(_key(name), direction) != direction:
                raise ToolError(f"directions.yaml: {name!r} points both ways")
    return index


@cache
def _ceilings() -> Mapping[str, tuple[Ceiling, ...]]:
    index: dict[str, tuple[Ceiling, ...]] = defaultdict(tuple)
    for entry in packaged("directions")["ceilings"]:
        ceiling = Ceiling(parse(entry["most"]), tuple(entry.get("goods", ())), entry["why"])
        for key in dict.fromkeys(map(_key, entry["names"])):
            index[key] += (ceiling,)
    return dict(index)
