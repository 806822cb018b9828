"""Lists of defects: kinds of defect, with how many were found of each class."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from tradedocs.model.report import DefectClass
from tradedocs.reading.table import Cell, Table, distinct
from tradedocs.vocabulary import lexicon

CLASSES: tuple[DefectClass, ...] = ("critical", "major", "minor")
_COUNT = re.compile(r"(\d{1,6})\s*(?:pcs?|pieces|sets|units|件|个|套|개|шт)?\.?", re.I)
_COUNTED = re.compile(r"\b(?:qty|quantity|count|number|no|nos|pcs|defective)\b|数|수", re.I)


def class_in(text: str) -> DefectClass | None:
    """The defect class that a label names; the label must be most of the text."""
    for hit in lexicon("aql").all_in(text):
        for name in CLASSES:
            if hit.meaning == name and hit.cover >= 0.3:
                return name
    return None


def measure_of(texts: Sequence[str]) -> str | None:
    """What the nearest of the labels says is counted: the allowance, the sample, what was found."""
    for text in texts:
        hits = [hit for hit in lexicon("aql").all_in(text) if hit.meaning not in CLASSES]
        if hits and len(text) <= 60:
            return hits[0].meaning
    return None


def defects_listed(table: Table) -> Mapping[DefectClass, int]:
    """How many defects of each class the table lists: its total, or the sum of its rows where that is more."""
    for at, row in enumerate(table.rows[:-1]):
        heads = {k: name for k, cell in enumerate(row) if cell and (name := class_in(cell.text))}
        if len(set(heads.values())) >= 2:
            return _across(table.rows[at + 1 :], heads)
    return _down(table)


def _across(rows: Sequence[tuple[Cell, ...]], heads: Mapping[int, DefectClass]) -> Mapping[DefectClass, int]:
    sums: dict[DefectClass, int] = {}
    totals: dict[DefectClass, int] = {}
    for row in rows:
        label = next((cell.text for k, cell in enumerate(row) if cell and k not in heads), "")
        measure = measure_of([label])
        if measure in ("aql", "accept", "reject", "ac_re", "sample_size"):
            return {}  # the table of the allowances itself
        into = totals if measure == "found" else sums
        for k, name in heads.items():
            into[name] = into.get(name, 0) + _count(row[k].text)
    return {name: max(sums.get(name, 0), totals.get(name, 0)) for name in {*sums, *totals}}


def _down(table: Table) -> Mapping[DefectClass, int]:
    """A row for each defect, with its class in one column and how many were found in another."""
    head = table.rows[0]
    counting = [
        k
        for k, cell in enumerate(head)
        if cell and (measure_of([cell.text]) == "found" or _COUNTED.search(cell.text))
    ]
    if any(measure_of([cell.text]) in ("aql", "accept", "reject", "ac_re") for cell in distinct(head)):
        return {}
    sums: dict[DefectClass, int] = {}
    for row in table.rows[1:]:
        name = next((n for cell in row if cell and (n := _exact_class(cell.text))), None)
        figure = next((row[k].text for k in counting if _COUNT.fullmatch(row[k].text.strip())), None)
        if name is not None and figure is not None:
            sums[name] = sums.get(name, 0) + _count(figure)
    return sums


def _exact_class(text: str) -> DefectClass | None:
    meaning = lexicon("aql").exact(text)
    return next((name for name in CLASSES if name == meaning), None)


def _count(text: str) -> int:
    match = _COUNT.fullmatch(text.strip())
    return int(match[1]) if match else 0
