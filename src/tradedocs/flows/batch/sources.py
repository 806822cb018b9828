"""The deals of a batch, one after another, without holding them all.

A source is a deal file, a folder of deal files, a CSV file with a deal a row, or a file of JSON lines. Rows and lines
may leave out what a base deal says: a column is the way down to a key (`buyer.name`, `goods[1].quantity`).
"""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tradedocs.errors import InputError, Problem, UsageError
from tradedocs.files import read_bytes, read_text, sha256_of
from tradedocs.model.deal import Deal
from tradedocs.ui import say
from tradedocs.yamlfile import load, plain, validated

_DEAL_LIMIT = 2_000_000
_STEP = re.compile(r"([a-z_]+)((?:\[\d+\])*)")


@dataclass(frozen=True)
class Job:
    """One deal of a batch: what messages call it, the hash of what it was read from, and how to read it."""

    name: str
    sha256: str
    deal: Callable[[], Deal]


def jobs(sources: Sequence[Path], base: Path | None) -> Iterator[Job]:
    """Every deal of the sources in order; each is validated when it is asked for, so that one wrong one stops no other.

    Raises:
        UsageError: a source cannot be read, or is no source.
        InputError: the base, the head of a CSV file or a line of JSON cannot be read.
    """
    overlaid = plain(read_text(base, limit=_DEAL_LIMIT), str(base)) if base is not None else {}
    for source in sources:
        if source.is_dir():
            yield from (_file(path) for path in sorted([*source.glob("*.yaml"), *source.glob("*.yml")]))
        elif source.suffix.lower() in (".yaml", ".yml"):
            yield _file(source)
        elif source.suffix.lower() == ".csv":
            yield from _rows(source, overlaid)
        elif source.suffix.lower() in (".jsonl", ".ndjson"):
            yield from _lines(source, overlaid)
        else:
            raise UsageError(
                say("this is no source of deals"), place=str(source),
                way_out=say("Name a folder, or a file that ends in .yaml, .csv or .jsonl."),
            )  # fmt: skip


def _file(path: Path) -> Job:
    return Job(str(path), sha256_of(read_bytes(path, limit=_DEAL_LIMIT)), lambda: load(path, Deal))


def _rows(path: Path, base: dict[str, Any]) -> Iterator[Job]:
    _refuse_missing(path)
    with path.open(encoding="utf-8-sig", newline="") as file:
        reader = csv.reader(file, strict=True)
        head = next(reader, None)
        if not head:
            raise UsageError(say("the file is empty"), place=str(path))
        ways = [way(column, f"{path}:1") for column in head]
        for cells in reader:
            if not any(cell.strip() for cell in cells):
                continue
            name = f"{path}:{reader.line_num}"
            if len(cells) != len(ways):
                yield _wrong(name, say("the row has {n} cells, the head has {m}", n=len(cells), m=len(ways)))
                continue
            given = [(steps, cell.strip()) for steps, cell in zip(ways, cells, strict=True) if cell.strip()]
            yield _laid(name, base, given)


def _lines(path: Path, base: dict[str, Any]) -> Iterator[Job]:
    _refuse_missing(path)
    with path.open(encoding="utf-8-sig") as file:
        for number, line in enumerate(file, 1):
            if not line.strip():
                continue
            name = f"{path}:{number}"
            try:
                data = json.loads(line, parse_float=str, parse_int=str)
            except ValueError as error:
                yield _wrong(name, say("this is no line of JSON: {reason}", reason=error))
                continue
            yield (
                _whole(name, merged(base, data))
                if isinstance(data, dict)
                else _wrong(name, say("this is no deal"))
            )


def _refuse_missing(path: Path) -> None:
    """Refuse at once what cannot be read at all.

    Raises:
        UsageError: there is no such file.
    """
    if not path.is_file():
        raise UsageError(say("cannot read the file"), place=str(path), way_out=say("Check the name."))


def way(column: str, place: str) -> tuple[str | int, ...]:
    """`goods[1].quantity` as ("goods", 0, "quantity"): entries of lists are counted from 1.

    Raises:
        InputError: the column is no way down to a key.
    """
    steps: list[str | int] = []
    for part in column.strip().split("."):
        match = _STEP.fullmatch(part)
        if match is None or "[0]" in part:
            hint = say("Write keys parted by points, entries of lists from 1: goods[1].quantity")
            raise InputError([Problem(place, say("{column!r} is no key of a deal", column=column), hint=hint)],
                             file=place)  # fmt: skip
        steps.append(match[1])
        steps += [int(index) - 1 for index in re.findall(r"\d+", match[2])]
    return tuple(steps)


def _laid(name: str, base: dict[str, Any], given: Sequence[tuple[tuple[str | int, ...], str]]) -> Job:
    data: Any = merged(base, {})
    try:
        for steps, value in given:
            data = put(data, steps, value)
    except IndexError:
        return _wrong(name, say("an entry of a list is named whose predecessor is missing"))
    return _whole(name, data)


def put(data: Any, steps: Sequence[str | int], value: str) -> Any:
    """The data with a value at the end of a way; what is missing on the way is made.

    Raises:
        IndexError: the way leads past the entry after a list's last.
    """
    if not steps:
        return value
    step, rest = steps[0], steps[1:]
    if isinstance(step, str):
        here = data if isinstance(data, dict) else {}
        return {**here, step: put(here.get(step), rest, value)}
    entries = list(data) if isinstance(data, list) else []
    if step > len(entries):
        raise IndexError(step)
    if step == len(entries):
        entries.append(None)
    entries[step] = put(entries[step], rest, value)
    return entries


def merged(base: Any, over: Any) -> Any:
    """`over` laid on `base`: maps are merged key by key, everything else is replaced."""
    if isinstance(base, dict) and isinstance(over, dict):
        return {**base, **{key: merged(base.get(key), value) for key, value in over.items()}}
    return over


def _whole(name: str, data: Any) -> Job:
    canonical = json.dumps(data, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return Job(name, sha256_of(canonical.encode()), lambda: validated(data, name, Deal))


def _wrong(name: str, message: str) -> Job:
    def refuse() -> Deal:
        raise InputError([Problem(name, message)], file=name)

    return Job(name, "", refuse)
