"""Tables that hold no results: contents, equipment, limits, uncertainties, the room's air, what the sample is."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tradedocs.reading.columns import role_of
from tradedocs.reading.table import Cell, Table, distinct
from tradedocs.vocabulary import lexicon
from tradedocs.vocabulary.parameters import meaning_of
from tradedocs.vocabulary.units import unit_in_heading

_SECTION = re.compile(r"(?:[A-Z]|\d{1,2})(?:\.\d{1,2})*\.?\s*\D{0,120}")
_PAGE = re.compile(r"[. …]*(\d{1,3})")
_BOXES = ("☒", "☐", "☑", "□", "■", "✓", "√")
_RANGE = re.compile(r"\d[^\W\d_%°]*\s*(?:-|–|—|~|～|to|bis|до)\s*\d|^\s*[<>≤≥＜＞]|[<≤＜>≥＞]\s*\w", re.I)
_DESCRIBING = frozenset(
    "model manufacturer client issuer buyer seller goods goods_weak lot sample_no received tested produced".split()
)
_RESULTS = ("result", "verdict", "limit", "mdl", "loq", "min", "max", "parameter", "unit")


def is_aside(table: Table) -> bool:
    """Whether the table holds nothing that was found in a test."""
    heading = [cell.text for cell in distinct(table.rows[0])]
    return (
        any(is_listing([cell.text for cell in distinct(row)]) for row in table.rows[:3])
        or _states_limits(table, heading)
        or _states_uncertainty(heading)
        or _is_contents(table)
        or _is_ambient(table)
        or _is_ticked(table)
        or _describes(table)
    )


def is_listing(headings: Sequence[str]) -> bool:
    """Whether the headings are those of a list of equipment."""
    said = [lexicon("matrix").said(bare(text)) for text in headings]
    return said.count("listing") >= 2


def bare(text: str) -> str:
    """A heading without its unit."""
    return unit_in_heading(" ".join(text.split()))[0] or text.strip()


def _states_limits(table: Table, heading: Sequence[str]) -> bool:
    """Limits for ranges of something (a frequency, a mass), under a title or heading that says so."""
    labels = [row[0].text for row in table.rows[1:] if row[0]]
    if not labels or sum(bool(_RANGE.search(text)) for text in labels) < 0.6 * len(labels):
        return False
    if any(role_of(text) in ("result", "verdict") for text in heading):
        return False
    titles = [line for line in table.above[-3:] if "   " not in line and len(line) <= 120]
    hits = [lexicon("matrix").all_in(text) for text in (*titles, *heading)]
    return any(hit.meaning == "limits-title" for found in hits for hit in found)


def _states_uncertainty(heading: Sequence[str]) -> bool:
    roles = {role_of(text) for text in heading}
    return "uncertainty" in roles and not roles & {"result", "limit", "mdl", "loq", "verdict"}


def _is_contents(table: Table) -> bool:
    """Sections with page numbers that never go back."""
    if len(table.rows) < 4 or table.ruled:
        return False
    pages: list[int] = []
    for row in table.rows:
        cells = distinct(row)
        number = _PAGE.fullmatch(cells[-1].text.strip()) if len(cells) > 1 else None
        if number is None or not _SECTION.match(cells[0].text):
            continue
        pages.append(int(number[1]))
    titled = any(lexicon("matrix").said(line) == "contents" for line in table.above[-3:])
    enough = len(pages) >= (0.5 if titled else 0.9) * len(table.rows)
    return enough and pages == sorted(pages) and (titled or len(set(pages)) > 3)


def _is_ambient(table: Table) -> bool:
    """Temperature, humidity and pressure while the tests ran, and nothing else."""
    labels = [bare(row[0].text).rstrip(":： ") for row in table.rows if row[0]]
    said = [lexicon("matrix").said(label) for label in labels]
    return table.width == 2 and len(labels) >= 2 and all(meaning == "ambient" for meaning in said)


def _is_ticked(table: Table) -> bool:
    """Options with their boxes and what each is about."""
    labels = [row[0].text for row in table.rows if row[0]]
    return len(labels) >= 2 and not table.ruled and all(text.startswith(_BOXES) for text in labels)


def _describes(table: Table) -> bool:
    """Facts about the sample and its maker, each behind its label, and the name of nothing that is tested."""
    cells = [cell for row in table.rows for cell in distinct(row)]
    if len(cells) > 120 or any(_heads_results(row) for row in table.rows):
        return False
    labels = [text.rstrip(":： ") for cell in cells if len(text := cell.text.strip()) <= 60]
    told = {meaning for label in labels if (meaning := lexicon("fields").exact(label)) in _DESCRIBING}
    return len(told) >= 3 and not any(meaning_of(bare(label)) is not None for label in labels)


def _heads_results(row: Sequence[Cell]) -> bool:
    return len({role for cell in distinct(tuple(row)) if (role := role_of(cell.text)) in _RESULTS}) >= 2
