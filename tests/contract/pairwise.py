"""Pairs of choices: rows that together hold every pair of values of any two factors."""

from __future__ import annotations

import random
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

Pair = tuple[tuple[str, str], tuple[str, str]]
_CANDIDATES = 12


def pairs_of(row: Mapping[str, str]) -> Iterator[Pair]:
    """Every pair of two factors' values in a row."""
    items = sorted(row.items())
    return combinations(items, 2)


def all_pairs(factors: Mapping[str, Sequence[str]]) -> set[Pair]:
    """Every pair that rows over these factors can hold."""
    names = sorted(factors)
    return {
        ((one, a), (other, b))
        for one, other in combinations(names, 2)
        for a in factors[one]
        for b in factors[other]
    }


def covering_rows(factors: Mapping[str, Sequence[str]], seed: int = 0) -> list[dict[str, str]]:
    """Rows that hold every pair at least once: each is the best of a few that were grown greedily."""
    chance, rows = random.Random(seed), []
    order = sorted(all_pairs(factors))
    left = set(order)
    while left:
        order = [pair for pair in order if pair in left]
        grown = (_grown(factors, chance.choice(order), left, chance) for _ in range(_CANDIDATES))
        row = max(grown, key=lambda one: _gain(one, left))
        left -= set(pairs_of(row))
        rows.append(row)
    return rows


def _gain(row: Mapping[str, str], left: set[Pair]) -> int:
    return sum(pair in left for pair in pairs_of(row))


def _grown(
    factors: Mapping[str, Sequence[str]], first: Pair, left: set[Pair], chance: random.Random
) -> dict[str, str]:
    """A row that begins with a pair still missing and takes for each factor what adds most."""
    row = dict(first)
    names = [name for name in factors if name not in row]
    chance.shuffle(names)
    for name in names:
        values = list(factors[name])
        chance.shuffle(values)
        row[name] = max(values, key=lambda value: _adds(row, name, value, left))
    return row


def _adds(row: Mapping[str, str], name: str, value: str, left: set[Pair]) -> int:
    new = (name, value)
    return sum(((item, new) if item < new else (new, item)) in left for item in row.items())
