"""Lists of defects: kinds of defect, with how many were found of each class."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache

from tradedocs.model.report import DefectClass
from tradedocs.pdf.page import Page
from tradedocs.reading.table import Cell, Table, distinct
from tradedocs.vocabulary import fold, lexicon
from tradedocs.vocabulary.fold import has_cjk

CLASSES: tuple[DefectClass, ...] = ("critical", "major", "minor")
_COUNT = re.compile(r"(\d{1,6})\s*(?:pcs?|pieces|sets|units|件|个|套|개|шт)?\.?", re.I)
_EDGES = " .,:;()[]/*-"
_COUNTED = re.compile(r"\b(?:qty|quantity|count|number|no|nos|pcs|defective)\b|数|수", re.I)


@cache
def _class_words() -> tuple[frozenset[str], frozenset[str], tuple[str, ...]]:
    """The first words of the labels of classes: long ones, short ones, and those of scripts without blanks."""
    labels = [label for label, meaning in lexicon("aql").labels.items() if meaning in CLASSES]
    joined = tuple(label for label in labels if has_cjk(label))
    words = {label.split()[0] for label in labels if not has_cjk(label)}
    long = frozenset(word for word in words if len(word) > 3)
    return long, frozenset(words - long), joined


def names_classes(page: Page) -> bool:
    """Whether a word of the page may name a class of defects; without one no table of the page needs a look."""
    long, short, joined = _class_words()
    brief: set[str] = set()
    for word in page.words:
        text = word.text
        if text.isascii():
            bare = text.strip(_EDGES).lower()
            if bare in long:
                return True
            if len(bare) <= 3 and bare in short:
                brief.add(bare)
        elif any(fold(part) in long for part in text.split("/")) or any(label in text for label in joined):
            return True
    return len(brief) > 1


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


def defects_totalled(table: Table) -> Mapping[DefectClass, int]:
    """The total of each class that a list of defects prints under its columns."""
    for at, row in enumerate(table.rows[:-1]):
        heads = {k: name for k, cell in enumerate(row) if cell and (name := class_in(cell.text))}
        if len(set(heads.values())) < 2:
            continue
        if measure_of([cell.text for cell in distinct(row)]) in ("aql", "accept", "reject", "ac_re"):
            return {}
        for below in table.rows[at + 1 :]:
            labels = [cell.text for k, cell in enumerate(below) if cell and k not in heads]
            if any(_is_total(text) for text in labels):
                figures = {name: below[k].text.strip() for k, name in heads.items()}
                return {name: _count(text) for name, text in figures.items() if _COUNT.fullmatch(text)}
    return {}


def _is_total(text: str) -> bool:
    hit = lexicon("aql").best(text)
    return lexicon("checklist").said(text) == "total" or (
        hit is not None and hit.meaning == "found" and hit.cover >= 0.6
    )


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
