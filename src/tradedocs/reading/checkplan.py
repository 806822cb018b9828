"""Where a checklist's table says what was checked and how it ended: from its heading, else from its cells."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from tradedocs.reading.columns import is_heading, role_of
from tradedocs.reading.judged import judged, meaning_of_word
from tradedocs.reading.table import Cell, Table, distinct
from tradedocs.reading.values import is_measured
from tradedocs.vocabulary import lexicon

_LONGEST = 60
_DIGITS = re.compile(r"[-+±<>≤≥]?\d|\D+\d{2}")  # a figure, not a heading
_ROLES = ("item", "verdict", "remark", "numbers")
_FROM_COLUMNS = {
    "parameter": "item",
    "request": "item",
    "verdict": "verdict",
    "result": "verdict",
    "remark": "remark",
    "unit": "laboratory",
    "mdl": "laboratory",
    "loq": "laboratory",
}


@dataclass(frozen=True)
class Group:
    """One item column with the columns that judge it and those that remark on it."""

    item: int
    verdicts: tuple[int, ...]
    remarks: tuple[int, ...] = ()


@dataclass(frozen=True)
class Plan:
    """The columns of a checklist.

    Attributes:
        body: the first row below the heading.
        options: the verdict that each option column stands for, where the columns are the possible verdicts.
        guessed: no heading tells; the cells do.
    """

    groups: tuple[Group, ...]
    body: int = 0
    options: Mapping[int, str] = field(default_factory=dict)
    guessed: bool = False


@lru_cache(maxsize=8192)
def _role(text: str) -> str | None:
    bare = text.strip()
    meaning = lexicon("checklist").said(bare) if len(bare) <= _LONGEST else None
    if meaning in _ROLES:
        return meaning
    named = role_of(bare) if len(bare) <= _LONGEST else None
    return _FROM_COLUMNS.get(named or "")


@lru_cache(maxsize=4096)
def plan_of_heading(table: Table, at: int) -> Plan | None:
    """The plan that a heading in row `at` gives; None when it is no checklist's heading."""
    row = table.rows[at]
    firsts = [k for k, cell in enumerate(row) if cell and not (k and row[k - 1] is cell)]
    if len(firsts) < 2 or any(len(row[k].text) > _LONGEST or _DIGITS.match(row[k].text) for k in firsts):
        return None
    named = {k: _role(row[k].text) for k in firsts}
    options = _options(table, at, row, firsts, named)
    items = [k for k, role in named.items() if role == "item" and k not in options]
    if not items or (not options and "verdict" not in named.values()) or "laboratory" in named.values():
        return None
    body = at + 1
    while (
        options
        and body < len(table.rows)
        and any(table.rows[body][k] is row[items[0]] for k in range(table.width))
    ):
        body += 1
    plan = Plan(_groups(table, row, named, items, options), body, options)
    return plan if plan.groups and _bears(table, plan) else None


def _options(
    table: Table, at: int, row: Sequence[Cell], firsts: Sequence[int], named: dict[int, str | None]
) -> dict[int, str]:
    """Columns that are possible verdicts, in this row or in the row under a heading that spans them."""
    for k in firsts:
        if named[k] == "verdict" and at + 1 < len(table.rows) and sum(cell is row[k] for cell in row) >= 2:
            below = table.rows[at + 1]
            under = [j for j in range(table.width) if row[j] is row[k] and below[j]]
            found = {j: below[j].text.strip() for j in under if meaning_of_word(below[j].text)}
            if len(set(map(meaning_of_word, found.values()))) >= 2:
                return found
    found = {k: row[k].text.strip() for k in firsts if meaning_of_word(row[k].text) is not None}
    return found if len(set(map(meaning_of_word, found.values()))) >= 2 else {}


def _groups(
    table: Table,
    row: Sequence[Cell],
    named: Mapping[int, str | None],
    items: Sequence[int],
    options: Mapping[int, str],
) -> tuple[Group, ...]:
    """Each item column with what stands right of it, up to the next item column that has verdicts of its own."""
    judging = [k for k, role in named.items() if role == "verdict"] if not options else list(options)
    groups: list[Group] = []
    run: list[int] = []
    for k in sorted({*items, *judging}):
        if k in items:
            run = [*run, k] if run and not _judges(judging, run[-1], k) else [k]
            continue
        if run and (not groups or groups[-1].item not in run):
            groups.append(_group(table, row, named, run, [j for j in judging if j > run[-1]], items, options))
    return tuple(groups)


def _judges(judging: Sequence[int], low: int, high: int) -> bool:
    return any(low < k < high for k in judging)


def _group(
    table: Table,
    row: Sequence[Cell],
    named: Mapping[int, str | None],
    run: Sequence[int],
    after: Sequence[int],
    items: Sequence[int],
    options: Mapping[int, str],
) -> Group:
    """The item column of a run of them is the one with the most different texts; the first of equals."""
    stop = next((k for k in items if after and k > after[0]), table.width)
    mine = [k for k in after if k < stop]
    stated = [k for k in mine if role_of(row[k].text) == "verdict"]
    verdicts = stated[:1] if stated and not options else mine
    remarks = [k for k, role in named.items() if role == "remark" and run[0] < k < stop]
    different = {k: len({id(r[k]) if not r[k] else r[k].text for r in table.rows}) for k in run}
    item = max(run, key=lambda k: (different[k], -k))
    return Group(item, tuple(verdicts), tuple(sorted({*remarks, *(k for k in mine if k not in verdicts)})))


def _bears(table: Table, plan: Plan) -> bool:
    """Whether the columns under the heading hold verdicts: a column of measured values is a laboratory's table."""
    rows = table.rows[plan.body :]
    if plan.options:
        marks = [row[k].text.strip() for row in rows for k in plan.options if row[k]]
        return sum(not text.isdecimal() for text in marks) >= 0.6 * len(marks)
    cells = [row[k].text for row in rows for group in plan.groups for k in group.verdicts if row[k]]
    told = [row[k].text for row in rows for group in plan.groups for k in group.remarks if row[k]]
    judging = sum(judged(text).meaning is not None or bool(judged(text).doubt) for text in cells)
    measured = sum(_is_measure(text) for text in told)
    if told and measured >= 0.5 * len(told):
        return False
    figures = _figure_columns(rows)
    return judging >= 0.4 * len(cells) and figures < 3 if cells else figures < 2


def _is_measure(text: str) -> bool:
    return is_measured(text) or lexicon("words").said(text) in ("not-detected", "detected")


def _figure_columns(rows: Sequence[Sequence[Cell]]) -> int:
    """How many columns hold mostly measured values."""
    if not rows:
        return 0
    out = 0
    for k in range(len(rows[0])):
        cells = [row[k].text for row in rows if row[k]]
        out += len(cells) >= 2 and sum(is_measured(text) for text in cells) > 0.6 * len(cells)
    return out


def plan_of_content(table: Table) -> Plan | None:
    """The plan of a table without a heading: its last column of verdicts, and the longest texts left of it."""
    rows = [row for row in table.rows if len(distinct(row)) >= 2]
    if len(rows) < 2:
        return None
    for k in range(table.width - 1, 0, -1):
        cells = [row[k].text for row in rows if row[k] and row[k] is not row[k - 1]]
        worded = [text for text in cells if not _DIGITS.match(text)]
        if len(cells) < 2 or len(worded) < 0.7 * len(cells):
            continue
        if sum(judged(text).meaning is not None for text in worded) < 0.7 * len(cells):
            continue
        lengths = {j: sum(c.isalpha() for row in rows for c in row[j].text) for j in range(k)}
        if any(is_heading(row) for row in table.rows[:6]):
            return None
        item = next((j for j in range(k) if lengths[j] >= 3 * len(rows)), None)
        if item is None or _figure_columns(rows) >= 1:
            return None
        if len({row[item].text for row in rows}) < 0.5 * len(rows):
            return None
        headed = lexicon("checklist").said(table.rows[0][k].text) == "verdict"
        return Plan((Group(item, (k,)),), body=int(headed), guessed=True)
    return None
