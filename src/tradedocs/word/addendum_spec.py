"""The specification that an addendum changes: every table in full as it then reads, with the changed cells marked."""

from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup

from tradedocs.model.clause import Language
from tradedocs.model.spec import Spec, SpecLine
from tradedocs.word.labels import LABELS, of
from tradedocs.word.markup import cell, joined, paragraph, row, table
from tradedocs.word.revisions import Line, Marker, Run, revised
from tradedocs.word.specification import (
    Cell,
    Columns,
    columns_of,
    head_cell,
    heading,
    scale_cells,
    spec_cells,
)
from tradedocs.word.styles import ANNEX_LINE, GRID, TABLE_GAP, TABLE_TEXT
from tradedocs.word.wording import pairs

Languages = tuple[Language, ...]
_Row = tuple[Cell, ...]
_NAME = 1  # the column by which rows are known again


def specification_xml(old: Spec, new: Spec, languages: Languages, marker: Marker) -> Markup:
    """Every goods line of both Specs, in the order of the new one; a line that is gone is a heading struck through."""
    before = {line.line: line for line in old.lines}
    now = {line.line for line in new.lines}
    tables = [_line(before.get(line.line), line, languages, marker) for line in new.lines]
    gone = [_heading(line, None, languages, marker) for line in old.lines if line.line not in now]
    return joined((*tables, *gone))


def _line(old: SpecLine | None, new: SpecLine, languages: Languages, marker: Marker) -> Markup:
    def both(kind: str) -> tuple[Sequence[_Row], Sequence[_Row]]:
        cells = spec_cells if kind == "characteristics" else scale_cells
        return (cells(old, languages) if old else (), cells(new, languages))

    parts = [_heading(old, new, languages, marker)]
    for kind in ("characteristics", "scales"):
        before, after = both(kind)
        if after:
            parts += [_table(columns_of(kind), before, after, languages, marker), paragraph(TABLE_GAP)]
    return joined(parts)


def _heading(old: SpecLine | None, new: SpecLine | None, languages: Languages, marker: Marker) -> Markup:
    def said(line: SpecLine | None, language: Language) -> list[Line]:
        return [Line(ANNEX_LINE, (Run(heading(line, language)),))] if line else []

    return joined(
        revised(said(old, language), said(new, language), language, marker) for language in languages
    )


def _table(
    columns: Columns, old: Sequence[_Row], new: Sequence[_Row], languages: Languages, marker: Marker
) -> Markup:
    widths = [width for _, width in columns]
    heads = columns_heads(columns, languages)
    rows = [
        row(
            (head_cell(width, words, languages) for width, words in zip(widths, heads, strict=True)),
            header=True,
        )
    ]
    names = [[" ".join(cells[_NAME]) for cells in version] for version in (old, new)]
    for a, b in _known_again(*names):
        rows.append(
            _row(
                old[a] if a is not None else None,
                new[b] if b is not None else None,
                widths,
                languages,
                marker,
            )
        )
    return table(GRID, widths, rows)


def columns_heads(columns: Columns, languages: Languages) -> tuple[Cell, ...]:
    """The cells of a header row."""
    return tuple(tuple(of(LABELS[key], language) for language in languages) for key, _ in columns)


def _known_again(old: Sequence[str], new: Sequence[str]) -> list[tuple[int | None, int | None]]:
    """Rows of the same name belong together; of the others only equal ones, so that no value is taken for another's."""
    found = pairs(old, new)
    out: list[tuple[int | None, int | None]] = []
    for a, b in found:
        if a is not None and b is not None and old[a] != new[b]:
            out += [(a, None), (None, b)]
        else:
            out.append((a, b))
    return out


def _row(
    old: _Row | None, new: _Row | None, widths: Sequence[int], languages: Languages, marker: Marker
) -> Markup:
    there = new or old
    assert there is not None
    cells = [
        cell(width, *_cell(old[k] if old else (), new[k] if new else (), languages, marker))
        for k, width in enumerate(widths)
    ]
    if old is not None and new is not None:
        return row(cells)
    mark = marker.mark("del" if new is None else "ins")
    return Markup("<w:tr><w:trPr><w:cantSplit/>{}</w:trPr>{}</w:tr>").format(mark, joined(cells))


def _cell(old: Cell, new: Cell, languages: Languages, marker: Marker) -> list[Markup]:
    """A paragraph for each text; a text that one version does not have leaves an empty paragraph in the other."""
    out = []
    for k in range(max(len(old), len(new))):
        language = languages[min(k, len(languages) - 1)]
        before, after = ([Line(TABLE_TEXT, (Run(one[k]),))] if k < len(one) else [] for one in (old, new))
        out.append(revised(before, after, language, marker, last_stays=True))
    return out or [paragraph(TABLE_TEXT)]
