"""The published tables, as figures: what the rule must yield, cell by cell.

Where two transcriptions of independent origin differ, the files hold the verdict that docs/sampling.md gives.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

_DATA = Path(__file__).parent / "data"


class Entry(NamedTuple):
    """One cell as it is printed, with the plan that it stands for or that its arrow leads to."""

    letter: str
    aql: str
    plan: tuple[str, int, int, int]


def lines(name: str) -> list[list[str]]:
    """The words of each line of a data file; comments left out."""
    text = (_DATA / f"{name}.txt").read_text(encoding="utf-8")
    return [line.split() for line in text.splitlines() if not line.startswith("#")]


def cells(name: str) -> Iterator[Entry]:
    """Every cell of a table, arrows followed."""
    (_, _, *aqls), *rows = lines(name)
    sizes = {letter: size for letter, size, *_ in rows}
    printed = {
        (letter, aql): text for letter, _, *texts in rows for aql, text in zip(aqls, texts, strict=True)
    }
    for (letter, aql), text in printed.items():
        if text != "-":
            end = text[1:] if text[0] in "v^" else letter
            accept, reject = map(int, printed[end, aql].split("/"))
            yield Entry(letter, aql, (end, int(sizes[end]), accept, reject))
