"""What a column holds where its heading is silent or wrong: told by its cells and by the columns beside it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from tradedocs.reading.layout import Column, Layout
from tradedocs.reading.table import Table
from tradedocs.reading.values import is_value_like, split_unit
from tradedocs.reading.watch import with_every_value
from tradedocs.vocabulary import fold, lexicon
from tradedocs.vocabulary.units import is_unit, unit_in_heading

_PLACES = ("section", "chapter", "part", "sub clause", "章节", "kapitel", "пункт", "раздел")
_CLAUSE = re.compile(r"[\d.()]*")


_SHARES = ("weight", "mass", "mass fraction", "amount", "массовая доля", "masse")


def completed(table: Table, layout: Layout) -> Layout:
    """The layout with what its heading does not say filled in; no column that holds values is passed over."""
    body = table.rows[layout.body :]
    columns = list(layout.columns)
    texts = [[row[k].text for row in body if row[k]] for k in range(table.width)]
    columns = [_corrected(column, cells) for column, cells in zip(columns, texts, strict=True)]
    _units_alone(columns)
    _verdicts_apart(columns, texts)
    _one_parameter(columns, texts)
    sure = any(column.role in ("result", "statistic") for column in columns)
    if not sure:
        for k, column in enumerate(columns):
            if column.role is None and _holds_results(texts[k]) and _may_head_results(column):
                columns[k] = replace(column, role="result", specimen=column.specimen or column.heading)
    found = any(column.role in ("result", "statistic") for column in columns)
    _numbered_measures(columns, texts)
    watched = with_every_value(columns, texts, table.above)
    _verdicts_apart(columns, texts)  # once more: figures that no heading names count as results by now
    sure = sure or not found or _is_backed(columns)
    return Layout(tuple(columns), layout.start, layout.body, sure, watched)


def _numbered_measures(columns: list[Column], texts: Sequence[Sequence[str]]) -> None:
    """Columns headed 1, 2, 3 … that hold values beside a specified one are the measurements of as many pieces."""
    if not any(column.role in ("limit", "nominal", "tolerance") for column in columns):
        return
    run: list[int] = []
    for k, column in enumerate(columns):
        number = column.heading.strip("# .")
        if column.role is None and number == str(len(run) + 1) and (not run or run[-1] == k - 1):
            run.append(k)
    if len(run) < 2 or not all(_holds_results(texts[k]) for k in run):
        return
    for k in run:
        columns[k] = replace(columns[k], role="result", specimen=columns[k].specimen or columns[k].heading)


def _is_backed(columns: Sequence[Column]) -> bool:
    roles = {column.role for column in columns}
    return "parameter" in roles and bool(roles & {"unit", "mdl", "limit", "method", "loq"})


def _may_head_results(column: Column) -> bool:
    """A specimen's label or a short name, but no label of something else (`PO Qty`)."""
    if not column.heading or lexicon("fields").exact(column.heading) is not None:
        return False
    return column.specimen is not None or len(column.heading) <= 16


def _corrected(column: Column, cells: Sequence[str]) -> Column:
    """A heading that its column contradicts: `Item` over numbers only, `Sample` over counts."""
    if column.role == "parameter" and cells and all(re.fullmatch(r"[\d.()]+", text) for text in cells):
        return Column("index", column.heading)
    clause = (
        bool(_CLAUSE.fullmatch(column.heading)) and not column.heading.isdecimal()
    )  # `1`, `2`: the pieces
    numbered = fold(column.heading) in _PLACES or (bool(column.heading) and clause)
    if column.role is None and numbered and cells and all(map(_CLAUSE.fullmatch, cells)):
        return Column("index", column.heading)
    if column.role is None and lexicon("fields").exact(column.heading) == "lot":
        return replace(column, role="specimen")
    if column.role == "specimen" and not cells:
        return Column(None, column.heading)
    if column.role == "specimen" and _counts(column.heading, cells):
        return Column("other", column.heading)
    return column


def _counts(heading: str, cells: Sequence[str]) -> bool:
    """A column headed `Sample` that holds bare numbers, but no numbering, tells how many were looked at."""
    if not all(text.isdecimal() for text in cells) or re.search(
        r"\b(?:no|nr|id|#)\b|№|编号|번호", heading, re.I
    ):
        return False
    return [int(text) for text in cells] != list(range(1, len(cells) + 1))


def _units_alone(columns: list[Column]) -> None:
    """A column headed by a unit only, right of a result column, gives the same results in that unit."""
    for k in range(1, len(columns)):
        column, before = columns[k], columns[k - 1]
        bare, _ = unit_in_heading(column.heading)
        alone = column.role is None and column.unit and (not bare or is_unit(column.heading.strip("()[] ")))
        if alone and before.role == "result" and before.unit and before.specimen is None:
            columns[k] = Column("result", column.heading, column.unit, doubt=column.doubt)
    if not any(column.role == "result" for column in columns):
        for k, column in enumerate(columns):
            bare, _ = unit_in_heading(column.heading)
            if (
                column.role is None
                and column.unit
                and (not bare or is_unit(column.heading) or fold(bare) in _SHARES)
            ):
                columns[k] = Column("result", column.heading, column.unit, doubt=column.doubt)


def _verdicts_apart(columns: list[Column], texts: Sequence[Sequence[str]]) -> None:
    """Of several unnamed result columns one that holds verdict words only is the verdict."""
    results = [k for k, column in enumerate(columns) if column.role == "result"]
    judging = [k for k in results if texts[k] and all(is_verdict(text) for text in texts[k])]
    plain = [k for k in judging if columns[k].specimen is None]
    if len(plain) == len(results) == 2 and columns[plain[0]].heading != columns[plain[1]].heading:
        judging = plain = plain[1:]  # `Finding: Conform`, `Result: Pass`: the last one judges
    if len(results) > len(judging) and not any(column.role == "verdict" for column in columns):
        for k in plain:
            columns[k] = Column("verdict", columns[k].heading)


def is_verdict(text: str) -> bool:
    """Whether the cell says a verdict, or that there is none, and nothing else."""
    return lexicon("words").said(text) in ("pass", "fail", "pending", "none")


def _one_parameter(columns: list[Column], texts: Sequence[Sequence[str]]) -> None:
    """Exactly one column names the parameter: of several, the one with most different texts."""
    named = [k for k, column in enumerate(columns) if column.role == "parameter"]
    if not named:
        named = [k for k, column in enumerate(columns) if column.role is None and _holds_names(texts[k])][:1]
    if not named:
        named = [
            k
            for k, column in enumerate(columns)
            if column.role in ("other", "specimen") and _holds_names(texts[k])
        ][:1]
    if not named:
        named = [k for k, column in enumerate(columns) if column.role == "limit" and _holds_items(texts[k])][
            :1
        ]
    if not named:
        return
    best = max(named, key=lambda k: (len(set(texts[k])), -k))
    for k in named:
        columns[k] = replace(columns[k], role="parameter" if k == best else "group")


def _holds_items(cells: Sequence[str]) -> bool:
    """Requirements in words, all different: a checklist names its items by them."""
    worded = [
        text
        for text in cells
        if len(text) > 8 and not is_value_like(text) and not any(c.isdigit() for c in text[:3])
    ]
    return len(set(worded)) >= max(2, 0.6 * len(cells))


def _holds_names(cells: Sequence[str]) -> bool:
    named = [
        text
        for text in cells
        if not is_value_like(text) and not is_unit(text) and sum(c.isalpha() for c in text) >= 2
    ]
    return len(cells) >= 1 and len(named) >= 0.6 * len(cells)


def _holds_results(cells: Sequence[str]) -> bool:
    return len(cells) >= 1 and sum(is_value_like(split_unit(text)[0]) for text in cells) >= 0.6 * len(cells)
