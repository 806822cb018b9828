"""Annex A: the specification of each goods line as a table, and the cells that the table must show.

The same cells are read back from a contract file and compared with its embedded Spec.
"""

from __future__ import annotations

from markupsafe import Markup

from tradedocs.model.clause import Language
from tradedocs.model.goods import Characteristic
from tradedocs.model.requirement import Requirement
from tradedocs.model.spec import Spec, SpecLine
from tradedocs.word.labels import CLASSES, EVIDENCE, LABELS, STAGES, of
from tradedocs.word.markup import cell, joined, paragraph, row, run, table
from tradedocs.word.styles import ANNEX_LINE, GRID, TABLE_GAP, TABLE_HEAD, TABLE_TEXT
from tradedocs.words.values import quantity

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
_WIDTHS = tuple(width for _, width in _COLUMNS)

Cell = tuple[str, ...]
"""What a cell shows: one paragraph, or one a language where they differ."""


def specification_xml(spec: Spec, languages: tuple[Language, ...]) -> Markup:
    """The tables of all goods lines, each under its heading."""
    return joined(_line(line, languages) for line in spec.lines)


def _line(line: SpecLine, languages: tuple[Language, ...]) -> Markup:
    headings = [
        paragraph(ANNEX_LINE, run(_heading(line, language), language), keep_next=True)
        for language in languages
    ]
    heads = zip(_WIDTHS, header_cells(languages), strict=True)
    rows = [row((_head(width, words, languages) for width, words in heads), header=True)]
    rows += [_row(cells, languages) for cells in spec_cells(line, languages)]
    whole = table(GRID, _WIDTHS, rows)
    return joined((*headings, whole, paragraph(TABLE_GAP)))


def _heading(line: SpecLine, language: Language) -> str:
    if language == "en":
        return f"Line {line.line}: " + ", ".join(_identity(line.description, line, "en"))
    return f"第{line.line}项：" + "，".join(_identity(line.description_zh or line.description, line, "zh"))


def _identity(description: str, line: SpecLine, language: Language) -> tuple[str, ...]:
    return tuple(part for part in (description, line.model, quantity(line.quantity, language)) if part)


def _head(width: int, words: Cell, languages: tuple[Language, ...]) -> Markup:
    shown_words = (
        paragraph(TABLE_HEAD, run(text, language), keep_next=True)
        for text, language in zip(words, languages, strict=True)
    )
    return cell(width, *shown_words, fill="E7ECF2")


def header_cells(languages: tuple[Language, ...]) -> tuple[Cell, ...]:
    """The cells of the header row, by which the tables are found again in the file."""
    return tuple(tuple(of(LABELS[key], language) for language in languages) for key, _ in _COLUMNS)


def _row(cells: tuple[Cell, ...], languages: tuple[Language, ...]) -> Markup:
    return row(
        cell(
            width,
            *(_text(text, languages[min(index, len(languages) - 1)]) for index, text in enumerate(texts)),
        )
        for width, texts in zip(_WIDTHS, cells, strict=True)
    )


def _text(text: str, language: Language) -> Markup:
    return paragraph(TABLE_TEXT, run(text, language))


def spec_cells(line: SpecLine, languages: tuple[Language, ...]) -> tuple[tuple[Cell, ...], ...]:
    """The cells of a line's table, row by row, without the header row."""
    return tuple(_cells(number, item, languages) for number, item in enumerate(line.characteristics, 1))


def _cells(number: int, item: Characteristic, languages: tuple[Language, ...]) -> tuple[Cell, ...]:
    def each(english: str, chinese: str) -> Cell:
        return tuple(dict.fromkeys(of((english, chinese), language) for language in languages))

    requirement = tuple(dict.fromkeys(shown(item.require, language) for language in languages))
    return (
        (str(number),),
        each(item.name, item.name_zh or item.name),
        requirement,
        (item.method or "–",),
        (item.basis or "–",),
        each(*CLASSES[item.characteristic_class]),
        each(*EVIDENCE[item.evidence]),
        each(*STAGES[item.stage]),
    )


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
            return "不得检出" if chinese else "not detected"
        case "conforms":
            return "符合" if chinese else "conforms"
        case _:
            return str(requirement).removeprefix("= ")
