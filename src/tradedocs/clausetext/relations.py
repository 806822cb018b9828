"""Whether two conditions can hold for one deal, and whether one holds wherever another does."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache
from itertools import product
from types import SimpleNamespace
from typing import Any

from tradedocs.clausetext.condition import domains, parse_condition

_MOST = 20_000


class _Other:
    """A value that no condition names."""


_OTHER = _Other()


@lru_cache(maxsize=4_096)
def can_hold_together(one: str, other: str) -> bool:
    """Whether some deal meets both conditions; every key of the deal is taken to vary by itself.

    Where there are too many cases to look at, the answer is yes.
    """
    first, second = parse_condition(one).read, parse_condition(other).read
    cases = _cases(one, other)
    return cases is None or any(first(deal) and second(deal) for deal in cases)


@lru_cache(maxsize=4_096)
def implies(one: str, other: str) -> bool:
    """Whether every deal that meets `one` meets `other`; every key of the deal is taken to vary by itself.

    Where there are too many cases to look at, the answer is yes.
    """
    first, second = parse_condition(one).read, parse_condition(other).read
    cases = _cases(one, other)
    return cases is None or all(second(deal) for deal in cases if first(deal))


def _cases(one: str, other: str) -> Iterator[Any] | None:
    found: dict[tuple[str, ...], tuple[Any, ...]] = {}
    for text in (one, other):
        for path, (choices, named) in domains(text).items():
            values = choices or (*found.get(path, ()), *named, _OTHER, None)
            found[path] = tuple(dict.fromkeys(values))
    size = 1
    for values in found.values():
        size *= len(values)
    if size > _MOST:
        return None
    return (_deal(dict(zip(found, values, strict=True))) for values in product(*found.values()))


def _deal(values: Mapping[tuple[str, ...], Any]) -> SimpleNamespace:
    """An object that has these values at these paths; a path below a missing value is missing too."""
    root = SimpleNamespace()
    for path in sorted(values, key=len, reverse=True):
        node = root
        for name in path[:-1]:
            if not hasattr(node, name):
                setattr(node, name, SimpleNamespace())
            node = getattr(node, name)
        if values[path] is None or not hasattr(node, path[-1]):
            setattr(node, path[-1], values[path])
    return root
