"""The list of defects of an inspection: what was found, of which class, how often."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from tradedocs.model.base import Place
from tradedocs.model.report import Defect, DefectClass
from tradedocs.pdf.page import Page
from tradedocs.reading.columns import layout_of
from tradedocs.reading.defects import CLASSES, class_in, measure_of
from tradedocs.reading.lines import Line, box_of, page_lines
from tradedocs.reading.table import Cell, Table, distinct
from tradedocs.vocabulary import fold, lexicon

NO_CLASS = "defect-class-unclear"
_UNITS = r"pcs?|pieces?|sets?|units?|pairs?|ea|x|件|个|個|套|处|개|шт|st|stk|stück|adet|pièces?|piezas?"
_COUNT = re.compile(rf"[x×]?\s*(\d{{1,5}})\s*(?:{_UNITS})?\.?", re.I)
_NUMBERING = re.compile(r"^\s*(?:\(?\d{1,2}[.):、．]|[-–•·*▪])\s*")
# `Dent on the base: 2 pcs`, `Screw missing x 1`, `Stain – 3`
_TOLD = re.compile(
    rf"(?P<text>.*?[^\W\d_]{{2}}.*?)\s*(?:[:：=–—-]\s*|\s[x×]\s*|\()\s*"
    rf"(?P<count>\d{{1,5}})\s*(?:{_UNITS})?\.?\s*\)?\s*",
    re.I,
)
_CLASSED = re.compile(
    r"[(\[（]\s*(?P<class>[^\W\d_]{2,12})\s*[,;:]?\s*(?P<count>\d{1,5})?\s*(?:" + _UNITS + r")?\s*[)\]）]",
    re.I,
)
_COUNT_BEHIND = re.compile(r"\s*[:：–-]?\s*\d+\s*\w*$")
_LED = re.compile(r"(?P<class>[^\W\d_][^:：]{1,24})[:：]\s*(?P<rest>.+)")
_ENDING = re.compile(rf"(\d{{1,5}})\s*(?:{_UNITS})\.?$", re.I)
_NONE = re.compile(r"(?:no|none|nil|0|n/?a|无|없음|keine|aucun|ninguno|yok|нет)\b.{0,30}", re.I)
_DEFECT = re.compile(
    r"defect|fault|nonconform|non-conform|缺陷|不良|疵点|결함|불량|欠点|fehler|mangel|défaut|defecto|hata|kusur"
    r"|ελάττωμα|дефект",
    re.I,
)
_SAME_PLACE = 15.0


@dataclass(frozen=True)
class _Heads:
    """The class columns of a list, by the middle of each, for the tables that go on on later pages."""

    page: int
    middles: tuple[tuple[float, DefectClass], ...]


def defects_of(pages: Sequence[tuple[Page, Sequence[Table]]], *, has_aql: bool) -> tuple[Defect, ...]:
    """Every defect that the lists and lines of the report tell; empty where it lists none.

    Args:
        pages: the pages with their tables, in order.
        has_aql: the report states classes of defects at all; without, only tables headed by a word for defect count.
    """
    out: list[Defect] = []
    heads: _Heads | None = None
    for page, tables in pages:
        covered: list[tuple[float, float]] = []
        for table in tables:
            if not has_aql and not _speaks_of_defects(table):
                continue
            found, heads = _of_table(page, table, heads)
            out += found
            covered.append((table.box[1], table.box[3]))
        if has_aql:
            out += _told(page, covered)
    return tuple(out)


def _speaks_of_defects(table: Table) -> bool:
    texts = (*table.above[-2:], *(cell.text for row in table.rows[:2] for cell in distinct(row)))
    return any(_DEFECT.search(text) for text in texts)


def _of_table(page: Page, table: Table, heads: _Heads | None) -> tuple[list[Defect], _Heads | None]:
    for at in range(len(table.rows)):
        classes = _class_columns(table, at)
        if len(set(classes.values())) >= 2:
            middles = tuple((_middle(table, k), name) for k, name in classes.items())
            found = list(_across(page, table.rows[at + 1 :], classes))
            return found, _Heads(page.number, middles)
    if heads is not None and 0 <= page.number - heads.page <= 1 and layout_of(table) is None:
        classes = _same_columns(table, heads) if _is_list(table, len(heads.middles)) else {}
        if len(classes) >= 2 and (found := list(_across(page, table.rows, classes))):
            return found, _Heads(page.number, heads.middles)
    return list(_down(page, table)), heads


def _class_columns(table: Table, at: int) -> dict[int, DefectClass]:
    """The columns that a row heads by classes; of a heading repeated for several groups the last group counts."""
    row = table.rows[at]
    named = [
        (k, name)
        for k, cell in enumerate(row)
        if cell and not (k and row[k - 1] is cell) and (name := class_in(cell.text)) is not None
    ]
    last = {name: k for k, name in named}
    return {k: name for name, k in last.items()} if len(last) >= 2 else {}


def _is_list(table: Table, classes: int) -> bool:
    """Whether no more columns hold counts than there are classes: a table of measurements is no list of defects."""
    counting = {
        k for row in table.rows for k, cell in enumerate(row) if cell and _COUNT.fullmatch(cell.text.strip())
    }
    return len(counting) <= classes


def _middle(table: Table, k: int) -> float:
    return (table.edges[k] + table.edges[k + 1]) / 2


def _same_columns(table: Table, heads: _Heads) -> dict[int, DefectClass]:
    out: dict[int, DefectClass] = {}
    for k in range(table.width):
        name = next(
            (n for middle, n in heads.middles if abs(middle - _middle(table, k)) <= _SAME_PLACE), None
        )
        if name is not None and name not in out.values():
            out[k] = name
    return out


def _across(
    page: Page, rows: Sequence[Sequence[Cell]], classes: Mapping[int, DefectClass]
) -> Iterator[Defect]:
    """A row for each defect, how many of each class in the class's column."""
    for at, row in enumerate(rows):
        names = [
            cell for k, cell in enumerate(row) if cell and k < min(classes) and cell is not row[min(classes)]
        ]
        if at and any(cell and cell in rows[at - 1] for k, cell in enumerate(row) if k in classes):
            continue
        label = _longest(names)
        if label is None or _is_measure(label.text):
            continue
        for k, name in sorted(classes.items()):
            count = _count(row[k].text)
            if count and not (k and row[k - 1] is row[k]):
                yield _defect(page, label.text, name, count, (*label.words, *row[k].words))


def _longest(cells: Sequence[Cell]) -> Cell | None:
    lettered = [cell for cell in cells if sum(c.isalpha() for c in cell.text) >= 2]
    return max(lettered, key=lambda cell: len(cell.text), default=None)


@lru_cache(maxsize=4096)
def _is_measure(text: str) -> bool:
    """Whether the label counts or allows (`Total found`, `Max allowed`) and names no defect."""
    bare = _NUMBERING.sub("", text).strip(" :：")
    if lexicon("checklist").said(bare) == "total" or lexicon("aql").said(bare) is not None:
        return True
    hits = lexicon("aql").all_in(bare)
    return sum(hit.cover for hit in hits) >= 0.6


def _count(text: str) -> int | None:
    match = _COUNT.fullmatch(text.strip())
    return int(match[1]) if match else None


def _down(page: Page, table: Table) -> Iterator[Defect]:
    """A row for each defect, its class in one column or in a title over the rows, how many in another."""
    plan = _down_columns(table)
    if plan is None:
        return
    begin, text_at, class_at, count_at = plan
    current: DefectClass | None = None
    for row in table.rows[begin:]:
        cells = distinct(tuple(row))
        if len(cells) == 1:
            current = class_in(cells[0].text) or current
            continue
        label = row[text_at]
        own = _exact_class(row[class_at].text) if class_at is not None else None
        name = own or (current if class_at is None else None)
        count = _count(row[count_at].text) if count_at is not None else None
        if not label or (own is None and class_at is not None) or _is_measure(label.text) or count == 0:
            continue
        if name is None and count is None:
            continue
        words = (*label.words, *(row[count_at].words if count_at is not None else ()))
        yield _defect(page, label.text, name, count, words)


def _down_columns(table: Table) -> tuple[int, int, int | None, int | None] | None:
    """First row, text column, class column and count column of a list whose heading names them."""
    for at, row in enumerate(table.rows[:-1]):
        firsts = [k for k, cell in enumerate(row) if cell and not (k and row[k - 1] is cell)]
        roles = {k: lexicon("defects").said(row[k].text) for k in firsts}
        text_at = next((k for k, role in roles.items() if role == "text"), None)
        if text_at is None:
            continue
        if any(measure_of([row[k].text]) in ("aql", "accept", "reject", "ac_re") for k in firsts):
            return None
        class_at = next((k for k, role in roles.items() if role == "class"), None)
        count_at = next((k for k, role in roles.items() if role == "count"), None)
        titled = any(len(distinct(line)) == 1 and class_in(distinct(line)[0].text) for line in table.rows)
        if class_at is not None or (count_at is not None and titled):
            return at + 1, text_at, class_at, count_at
    return None


def _exact_class(text: str) -> DefectClass | None:
    meaning = lexicon("aql").said(text)
    return next((name for name in CLASSES if name == meaning), None)


def _defect(
    page: Page, text: str, name: DefectClass | None, count: int | None, words: Sequence[object]
) -> Defect:
    box = page.shown(box_of(words))  # type: ignore[arg-type]
    return Defect(
        text=_NUMBERING.sub("", text).strip(" :：–—-"),
        defect_class=name,
        count=count,
        place=Place(page=page.number, box=box),
        doubt=() if name is not None else (NO_CLASS,),
    )


def _told(page: Page, covered: Sequence[tuple[float, float]]) -> Iterator[Defect]:
    """Defects told in lines: under a line that names their class, or each with its class in brackets."""
    current: DefectClass | None = None
    before: Line | None = None
    for line in page_lines(page):
        if any(low - 2 <= line.middle <= high + 2 for low, high in covered):
            current = None
            continue
        far = before is not None and line.y0 - before.y1 > 3.0 * max(line.y1 - line.y0, 6.0)
        before, text = line, line.text.strip()
        if (name := _class_title(text)) is not None:
            current = name
            continue
        found = _in_line(page, line, text, None if far else current)
        if found is not None:
            yield found
        elif current is not None and (far or not _NUMBERING.match(text)):
            current = None


@lru_cache(maxsize=4096)
def _class_title(text: str) -> DefectClass | None:
    bare = re.sub(r"[(（\[].{0,16}[)）\]]|[\d:：]", " ", text).strip()
    return _exact_class(bare) if bare and len(bare) <= 40 else None


def _in_line(page: Page, line: Line, text: str, current: DefectClass | None) -> Defect | None:
    if len(text) > 120 or "   " in text:
        return None
    classed = _CLASSED.search(text)
    if classed and (name := _exact_class(classed["class"])) is not None:
        rest = (text[: classed.start()] + " " + text[classed.end() :]).strip()
        told = _TOLD.fullmatch(rest)
        count = int(classed["count"]) if classed["count"] else int(told["count"]) if told else _ending(rest)
        bare = told["text"] if told else _COUNT_BEHIND.sub("", rest)
        return _defect(page, bare, name, count, line.words)
    led = _LED.match(_NUMBERING.sub("", text))
    name = _exact_class(led["class"]) if led else None
    told = _TOLD.fullmatch(_NUMBERING.sub("", led["rest"] if led and name else text))
    name = name or (current if _NUMBERING.match(text) or current else None)
    if told is None or name is None or _is_measure(told["text"]) or _NONE.fullmatch(fold(told["text"])):
        return None
    return _defect(page, told["text"], name, int(told["count"]), line.words)


def _ending(text: str) -> int | None:
    match = _ENDING.search(text)
    return int(match[1]) if match else None
