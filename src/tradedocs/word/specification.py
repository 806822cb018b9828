"""The specification of each goods line as a table, and the cells that the table must show.

The same cells are read back from a contract file and compared with its embedded Spec.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

from markupsafe import Markup

from tradedocs.model.clause import Language
from tradedocs.model.goods import Characteristic, PriceScale
from tradedocs.model.requirement import Requirement
from tradedocs.model.spec import Spec, SpecLine
from tradedocs.word.labels import CLASSES, EVIDENCE, LABELS, STAGES, in_chinese, of
from tradedocs.word.markup import cell, joined, paragraph, row, run, table
from tradedocs.word.styles import ANNEX_LINE, GRID, TABLE_GAP, TABLE_HEAD, TABLE_TEXT
from tradedocs.words.values import number, percent, quantity

_COLUMNS = (
    ("line", 540),
    ("characteristic", 1848),
    ("requirement", 1300),
    ("method", 1550),
    ("basis", 950),
    ("class", 800),
    ("evidence", 1400),
    ("stage", 1250),
)
_SCALE_COLUMNS = (
    ("line", 540),
    ("characteristic", 2098),
    ("guarantee", 1500),
    ("step", 1500),
    ("adjustment", 1300),
    ("cap", 1100),
    ("rejection", 1600),
)
HEAD_FILL = "E7ECF2"

Cell = tuple[str, ...]
"""What a cell shows: one paragraph, or one a language where they differ."""

Columns = tuple[tuple[str, int], ...]
Open = frozenset[tuple[int, int, int]]
"""Cells to confirm: number of the goods line, row and column, both from 0."""

_FIELDS = {"name": 1, "name_zh": 1, "require": 2, "method": 3, "basis": 4, "characteristic_class": 5, "evidence": 6,
           "stage": 7}  # fmt: skip


def open_cells(steps: Sequence[tuple[str | int, ...]], spec: Spec) -> Open:
    """The cells that show what stands at these places of the deal (`goods`, 0, `characteristics`, 2, `method`)."""
    found = set()
    for way in steps:
        match way[:5]:
            case ("goods", int(line), "characteristics", int(place), *rest):
                columns = [_FIELDS[str(rest[0])]] if rest and rest[0] in _FIELDS else range(1, len(_COLUMNS))
                found |= {(spec.lines[line].line, place, column) for column in columns}
    return frozenset(found)


def specification_xml(spec: Spec, languages: tuple[Language, ...], opened: Open = frozenset()) -> Markup:
    """The tables of all goods lines, each under its heading."""
    return joined(_line(line, languages, opened) for line in spec.lines)


def specification_texts(spec: Spec, languages: tuple[Language, ...]) -> Iterator[str]:
    """Every paragraph that the tables show, in the order of the document."""
    for line in spec.lines:
        yield from (heading(line, language) for language in languages)
        tables = [(_COLUMNS, spec_cells(line, languages)), (_SCALE_COLUMNS, scale_cells(line, languages))]
        for columns, rows in tables:
            if rows or columns is _COLUMNS:
                yield from (text for words in _header(columns, languages) for text in words)
                yield from (text for cells in rows for words in cells for text in words)


def _line(line: SpecLine, languages: tuple[Language, ...], opened: Open) -> Markup:
    headings = [
        paragraph(ANNEX_LINE, run(heading(line, language), language), keep_next=True)
        for language in languages
    ]
    marked = frozenset((row, column) for number, row, column in opened if number == line.line)
    whole = _table(_COLUMNS, spec_cells(line, languages), languages, marked)
    scales = scale_cells(line, languages)
    after = [_table(_SCALE_COLUMNS, scales, languages, frozenset()), paragraph(TABLE_GAP)] if scales else []
    return joined((*headings, whole, paragraph(TABLE_GAP), *after))


@lru_cache(maxsize=256)  # the deals of a batch often sell the same goods
def _table(
    columns: Columns, rows: tuple[tuple[Cell, ...], ...], languages: tuple[Language, ...],
    opened: frozenset[tuple[int, int]],
) -> Markup:  # fmt: skip
    widths = tuple(width for _, width in columns)
    heads = zip(widths, _header(columns, languages), strict=True)
    out = [row((head_cell(width, words, languages) for width, words in heads), header=True)]
    out += [_row(widths, cells, languages, index, opened) for index, cells in enumerate(rows)]
    return table(GRID, widths, out)


def columns_of(kind: str) -> Columns:
    """The columns of the tables of `characteristics`, or of `scales` of price adjustment: label and width."""
    return _COLUMNS if kind == "characteristics" else _SCALE_COLUMNS


def heading(line: SpecLine, language: Language) -> str:
    """What stands above a line's tables."""
    if language == "en":
        return f"Line {line.line}: " + ", ".join(_identity(line.description, line, "en"))
    return f"第{line.line}项：" + "，".join(_identity(line.description_zh or line.description, line, "zh"))


def _identity(description: str, line: SpecLine, language: Language) -> tuple[str, ...]:
    return tuple(part for part in (description, line.model, quantity(line.quantity, language)) if part)


def head_cell(width: int, words: Cell, languages: tuple[Language, ...], *, right: bool = False) -> Markup:
    """A cell of a header row, a paragraph a language."""
    shown_words = (
        paragraph(TABLE_HEAD, run(text, language), keep_next=True, right=right)
        for text, language in zip(words, languages, strict=False)
    )
    return cell(width, *shown_words, fill=HEAD_FILL)


def header_cells(languages: tuple[Language, ...]) -> tuple[Cell, ...]:
    """The cells of the header row, by which the tables are found again in the file."""
    return _header(_COLUMNS, languages)


def scale_header(languages: tuple[Language, ...]) -> tuple[Cell, ...]:
    """The cells of the header row of the tables of price adjustments."""
    return _header(_SCALE_COLUMNS, languages)


def _header(columns: Columns, languages: tuple[Language, ...]) -> tuple[Cell, ...]:
    return tuple(tuple(of(LABELS[key], language) for language in languages) for key, _ in columns)


def _row(
    widths: Sequence[int], cells: tuple[Cell, ...], languages: tuple[Language, ...], index: int,
    opened: frozenset[tuple[int, int]],
) -> Markup:  # fmt: skip
    return row(
        cell(width, *texts(words, languages, TABLE_TEXT, open_=(index, column) in opened))
        for column, (width, words) in enumerate(zip(widths, cells, strict=True))
    )


def texts(words: Cell, languages: tuple[Language, ...], style: str, *, open_: bool = False) -> list[Markup]:
    """A paragraph for each text of a cell, in its language."""
    return [
        paragraph(style, run(text, language, open_=open_))
        for text, language in zip(words, languages, strict=False)
    ]


def spec_cells(line: SpecLine, languages: tuple[Language, ...]) -> tuple[tuple[Cell, ...], ...]:
    """The cells of a line's table, row by row, without the header row."""
    return tuple(_cells(number, item, languages) for number, item in enumerate(line.characteristics, 1))


def scale_cells(line: SpecLine, languages: tuple[Language, ...]) -> tuple[tuple[Cell, ...], ...]:
    """The cells of a line's table of price adjustments; empty where it has none."""
    return tuple(
        _scale(number, item, item.scale, languages)
        for number, item in enumerate(line.characteristics, 1)
        if item.scale is not None
    )


def _cells(number: int, item: Characteristic, languages: tuple[Language, ...]) -> tuple[Cell, ...]:
    def each(english: str, chinese: str) -> Cell:
        return tuple(dict.fromkeys(of((english, chinese), language) for language in languages))

    return (
        (str(number),),
        each(item.name, item.name_zh or item.name),
        _required(item.require, languages),
        (item.method or "–",),
        each(item.basis, in_chinese(item.basis)) if item.basis else ("–",),
        each(*CLASSES[item.characteristic_class]),
        each(*EVIDENCE[item.evidence]),
        each(*STAGES[item.stage]),
    )


def _scale(
    place: int, item: Characteristic, scale: PriceScale, languages: tuple[Language, ...]
) -> tuple[Cell, ...]:
    unit = f" {item.require.unit}" if item.require.unit else ""
    names = (item.name, item.name_zh or item.name)
    return (
        (str(place),),
        tuple(dict.fromkeys(of(names, language) for language in languages)),
        _required(item.require, languages),
        (f"{number(scale.step)}{unit}",),
        (f"−{percent(scale.percent)}",),
        (percent(scale.cap) if scale.cap is not None else "–",),
        _required(scale.reject, languages),
    )


def _required(requirement: Requirement, languages: tuple[Language, ...]) -> Cell:
    return tuple(dict.fromkeys(shown(requirement, language) for language in languages))


def shown(requirement: Requirement, language: Language) -> str:
    """A requirement as a contract prints it (`≤ 0.04 %`, `2.8 – 3.2 mm`, `not detected`)."""
    unit = f" {requirement.unit}" if requirement.unit else ""
    chinese = language == "zh"
    match requirement.kind:
        case "limit":
            return requirement.shown
        case "range":
            return f"{requirement.low} – {requirement.high}{unit}"
        case "one-of":
            words = ("、" if chinese else ", ").join(requirement.texts)
            return f"{words} 之一" if chinese else f"one of {words}"
        case "absent":
            return f"{requirement.amount}{unit} 中不得检出" if chinese else str(requirement)
        case "not-detected":
            if requirement.high is None:
                return "不得检出" if chinese else "not detected"
            most = f"{requirement.high}{unit}"
            return f"不得检出（检出限 ≤ {most}）" if chinese else f"not detected (LOD ≤ {most})"
        case "conforms":
            return "符合" if chinese else "conforms"
        case _:
            return str(requirement).removeprefix("= ")
