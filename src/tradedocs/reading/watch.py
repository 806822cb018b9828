"""No column that holds values is passed over: it gives results, or what stands in it throws doubt on its row."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from tradedocs.reading.layout import Column
from tradedocs.reading.values import is_measured, is_value_like, says_something, split_unit
from tradedocs.vocabulary import fold, lexicon
from tradedocs.vocabulary.units import is_unit, unit_in_heading

NOT_UNDERSTOOD = "column-not-understood"
_FEW_ROWS = 3
_BARE_BOUND = re.compile(
    r"min(?:imum)?|max(?:imum)?|最小值?|最大值?|최소|최대|minimo|massimo|maximo|минимум|максимум"
)


def with_every_value(
    columns: list[Column], texts: Sequence[Sequence[str]], above: Sequence[str]
) -> tuple[int, ...]:
    """Give the role `result` to every column of values that no other role explains.

    Args:
        columns: changed in place.
        texts: the filled cells of each column.
        above: the lines over the table.

    Returns:
        The other columns where a cell may say something that no result tells.
    """
    results = [k for k, column in enumerate(columns) if column.role == "result"]
    _statistics(columns, texts)
    _bounds(columns, texts, above, results)
    if any(column.role in ("result", "verdict") for column in columns):
        _unexplained(columns, texts)
    _tell_apart(columns)
    return tuple(k for k, column in enumerate(columns) if column.role in (None, "group", "other", "remark"))


def _statistics(columns: list[Column], texts: Sequence[Sequence[str]]) -> None:
    """`Average`, `Highest`: values of their own, whatever stands beside them."""
    for k, column in enumerate(columns):
        if column.role == "statistic":
            role = "result" if _mostly_values(texts[k]) else None
            columns[k] = replace(column, role=role, specimen=column.specimen or column.heading)


def _bounds(
    columns: list[Column], texts: Sequence[Sequence[str]], above: Sequence[str], results: Sequence[int]
) -> None:
    """`Min` and `Max` are limits where a limit word or a result column says so; else they were measured."""
    bare = [
        k
        for k, column in enumerate(columns)
        if column.role in ("min", "max") and _is_bare_bound(column.heading) and _mostly_values(texts[k])
    ]
    limited = any(column.role in ("limit", "nominal") and texts[k] for k, column in enumerate(columns))
    if not bare or (results and not limited):
        return
    measured = any(column.role == "result" for column in columns)
    if not measured and not limited and any(_speaks_of_limits(line) for line in above):
        return
    if not measured and not limited and not any(c.role in ("unit", "method", "verdict") for c in columns):
        return
    doubt = (NOT_UNDERSTOOD,) if results else ()
    for k in bare:
        columns[k] = replace(
            columns[k], role="result", specimen=columns[k].heading, doubt=(*columns[k].doubt, *doubt)
        )


def _is_bare_bound(heading: str) -> bool:
    return bool(_BARE_BOUND.fullmatch(fold(unit_in_heading(heading)[0])))


def _speaks_of_limits(line: str) -> bool:
    return any(hit.meaning == "limit" for hit in lexicon("columns").all_in(line))


def _unexplained(columns: list[Column], texts: Sequence[Sequence[str]]) -> None:
    """Values under a heading that tells no role, or one that values contradict (`Golden sample`, `Analysis`)."""
    named = next((k for k, column in enumerate(columns) if column.role == "parameter"), 0)
    for k, column in enumerate(columns):
        cells = [text for text in texts[k] if says_something(text)]
        if k < named and _numbers_on(cells):
            continue
        if not column.heading or not cells or not _mostly_values(texts[k]):
            continue
        if column.role is None and is_unit(column.heading.strip("()[] ")):
            columns[k] = replace(
                column, role="result", unit=column.heading.strip("()[] ")
            )  # the same in that unit
            continue
        unknown = column.role is None and not _counts_up(cells)
        behind = any(other.role == "result" for other in columns[:k])  # labels stand before what they label
        figured = any(map(is_measured, cells)) or any(char.isdigit() for char in column.heading)
        contradicted = column.role in ("specimen", "group") and (figured or behind)
        contradicted |= column.role == "other" and behind and _names_specimens(column.heading)
        if unknown or contradicted:
            specimen = column.specimen or column.heading
            columns[k] = replace(
                column, role="result", specimen=specimen, doubt=(*column.doubt, NOT_UNDERSTOOD)
            )


def _names_specimens(heading: str) -> bool:
    best = lexicon("columns").best(heading)
    return best is not None and best.meaning == "specimen"


def _counts_up(cells: Sequence[str]) -> bool:
    return all(text.isdecimal() for text in cells) and [int(text) for text in cells] == list(
        range(1, len(cells) + 1)
    )


def _tell_apart(columns: list[Column]) -> None:
    """Several result columns of one table are told apart by what their headings say beyond `Result`."""
    plain = [k for k, column in enumerate(columns) if column.role == "result" and column.specimen is None]
    bare = {k: unit_in_heading(columns[k].heading)[0] for k in plain}
    if len(set(bare.values())) < 2:
        return
    for k in plain:
        if bare[k] and lexicon("columns").exact(bare[k]) is None and len(bare[k]) <= 40:
            columns[k] = replace(columns[k], specimen=bare[k])


def _numbers_on(cells: Sequence[str]) -> bool:
    """Whether the cells number the rows on from wherever they begin, words at the table's foot left aside.

    A row of several lines may repeat its number.
    """
    cells = [text for text in cells if is_value_like(split_unit(text)[0])]
    numbers = [int(text) for text in cells if text.isdecimal()]
    steps = [after - before for before, after in pairwise(numbers)]
    return len(numbers) == len(cells) >= _FEW_ROWS and set(steps) <= {0, 1} and 1 in steps


def _mostly_values(cells: Sequence[str]) -> bool:
    return len(cells) >= 1 and sum(is_value_like(split_unit(text)[0]) for text in cells) >= 0.6 * len(cells)


def throws_doubt(column: Column, text: str) -> bool:
    """Whether a cell that gives no result says what would change one: a verdict that is no pass, or a value."""
    if lexicon("words").said(text) in ("fail", "pending"):
        return True
    return column.role in (None, "group") and bool(column.heading) and is_measured(text)
