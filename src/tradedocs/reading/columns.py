"""What each column of a table holds: from its heading, and where that is silent from its content and place."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from tradedocs.reading.table import Cell, Table, distinct
from tradedocs.reading.values import is_value_like, split_unit
from tradedocs.vocabulary import Hit, fold, lexicon
from tradedocs.vocabulary.units import is_unit, unit_in_heading

_TELLING = {"parameter", "result", "limit", "mdl", "loq", "unit", "verdict", "method"}
_LOOK_DOWN = 6
_ENOUGH_COVER = 0.45
_SPECIMEN = re.compile(
    r"[\(（]?\s*(?:no\.?|nr\.?|sample|specimen|#|№|s|样品|시료|probe)?\s*[:#]?\s*[\w\-./]{0,20}\d[\w\-./#]{0,12}\s*[\)）]?\S?",
    re.I,
)


@dataclass(frozen=True)
class Column:
    """One column: what it holds (`role`), the unit and the specimen that its heading names, the heading itself."""

    role: str | None
    heading: str = ""
    unit: str | None = None
    specimen: str | None = None


@dataclass(frozen=True)
class Layout:
    """The columns of a table and the first row below its heading.

    Attributes:
        start: the row where the heading begins; rows above it are titles.
        body: the first row below the heading.
        sure: the heading itself tells the result column; False where content alone did.
    """

    columns: tuple[Column, ...]
    start: int
    body: int
    sure: bool = True

    def first(self, role: str) -> int | None:
        """The leftmost column with that role."""
        return next((k for k, column in enumerate(self.columns) if column.role == role), None)

    def every(self, role: str) -> tuple[int, ...]:
        """All columns with that role."""
        return tuple(k for k, column in enumerate(self.columns) if column.role == role)


def role_of(text: str) -> str | None:
    """The role that a heading text names, its unit left aside."""
    bare, _ = unit_in_heading(" ".join(text.split()))
    hit = role_hit(bare)
    return hit.meaning if hit else None


def role_hit(heading: str) -> Hit | None:
    """The label that makes a heading's role: labels must cover nearly half of it, and the last one is its head noun."""
    columns = lexicon("columns")
    best = columns.best(heading) if heading else None
    if best is not None and best.cover < 1 and best.meaning in ("index", "specimen") and is_specimen(heading):
        return None  # `No.1` and `Sample 2` are specimens themselves
    if best is None or best.cover >= _ENOUGH_COVER:
        return best
    hits = columns.all_in(heading)
    if len(heading) > 48 or sum(hit.cover for hit in hits) < _ENOUGH_COVER:
        return None
    folded = fold(heading)
    return max(hits, key=lambda hit: folded.rfind(hit.label))


def layout_of(table: Table, begin: int = 0) -> Layout | None:
    """The heading at or below row `begin`; None when no row there reads like a heading of results."""
    for at in range(begin, min(len(table.rows) - 1, begin + _LOOK_DOWN)):
        if is_heading(table.rows[at]):
            end = _heading_end(table, at)
            columns = _named_columns(table, at, end)
            return _completed(table, Layout(columns, at, end))
    return None


def is_heading(row: Sequence[Cell]) -> bool:
    """Whether two of its cells at least name roles, one of them a telling one, and none is a measured value."""
    cells = distinct(tuple(row))
    if len(cells) < 2:
        return False
    roles = {role for cell in cells if (role := role_of(cell.text))}
    if len(roles) < 2 and not (
        len(roles) == 1 and roles <= {"parameter", "result"} and _has_specimens(cells)
    ):
        return False
    if sum(_is_verdict(cell.text) for cell in cells) == 1:
        return False
    return bool(roles & _TELLING) and not any(is_measured(cell.text) for cell in cells)


def _has_specimens(cells: Sequence[Cell]) -> bool:
    others = [cell.text for cell in cells if role_of(cell.text) is None]
    return bool(others) and all(is_specimen(text) for text in others)


def is_specimen(text: str) -> bool:
    """Whether a heading could be a specimen's label: short, with a figure in it."""
    return len(text) <= 24 and bool(_SPECIMEN.fullmatch(text.strip()))


def is_measured(text: str) -> bool:
    """A number with decimals or an absence word: headings hold neither."""
    if re.fullmatch(r"\d{1,3}", text.strip()):
        return False
    number, unit = split_unit(text)
    return (
        bool(re.fullmatch(r"[<>≤≥]?\s*\d*[.,]\d+", number))
        or lexicon("words").exact(text) == "not-detected"
        or unit is not None
    )


def _heading_end(table: Table, start: int) -> int:
    end = start + 1
    while end < min(len(table.rows), start + 5) and _goes_on(table.rows[start:end], table.rows[end]):
        end += 1
    return end


def _goes_on(heading: Sequence[tuple[Cell, ...]], row: tuple[Cell, ...]) -> bool:
    """Whether the row still belongs to the heading above it."""
    above = heading[-1]
    spanning = any(cell and cell is over for cell, over in zip(row, above, strict=False))
    if spanning:
        return any(cell is not over for cell, over in zip(row, above, strict=False))
    cells = distinct(row)
    if not cells:
        return True
    if all(
        is_unit(cell.text.strip("()[] ")) or (role_of(cell.text) and not is_value_like(cell.text))
        for cell in cells
    ):
        return True
    parameter = next((k for k, cell in enumerate(above) if role_of(cell.text) == "parameter"), 0)
    if row[parameter]:
        return False
    if any(
        lexicon("columns").exact(f"{over.text} {cell.text}")
        for cell, over in zip(row, above, strict=False)
        if cell and over
    ):
        return True
    return all(is_specimen(cell.text) for cell in cells) and any(
        role_of(cell.text) == "result" for cell in above
    )


def _named_columns(table: Table, start: int, end: int) -> tuple[Column, ...]:
    columns: list[Column] = []
    for k in range(table.width):
        parts: list[Cell] = []
        for row in table.rows[start:end]:
            if row[k] and not any(row[k] is part for part in parts):
                parts.append(row[k])
        columns.append(_column([part.text for part in parts]))
    return tuple(columns)


def _column(parts: Sequence[str]) -> Column:
    """The column under these heading parts, topmost first."""
    heading = " ".join(parts)
    unit = None
    roles: list[str] = []
    left: list[str] = []
    whole = lexicon("columns").exact(heading)
    for part in parts:
        bare, own = unit_in_heading(" ".join(part.split()))
        unit = own or unit
        hit = role_hit(bare)
        if hit:
            roles.append(hit.meaning)
            left.append(_without(bare, hit.label))
        else:
            left.append(bare.strip("()") if is_unit(bare.strip("()")) and unit is None else bare)
    if unit is None and parts and is_unit(parts[-1].strip("()[] ")) and len(parts) > 1:
        unit = parts[-1].strip("()[] ")
        left[-1] = ""
    role = whole or _chosen(roles)
    specimen = (
        next((text for text in reversed(left) if text and is_specimen(text)), None)
        if role == "result"
        else None
    )
    if (
        role == "result"
        and specimen is None
        and len(parts) > 1
        and left[-1]
        and len(left[-1]) <= 30
        and not whole
    ):
        specimen = left[-1]
    if role in (None, "parameter", "other", "remark") and len(parts) > 1 and is_specimen(parts[-1]):
        return Column(None, heading, unit, parts[-1])
    if role is None and left and is_specimen(left[-1]) and not lexicon("fields").exact(heading):
        specimen = left[-1]
    return Column(role, heading, unit, specimen)


def _chosen(roles: Sequence[str]) -> str | None:
    if "result" in roles:
        return "result"
    return roles[-1] if roles else None


def _without(text: str, label: str) -> str:
    """The heading less the words of the label that was found in it."""
    words = [word for word in text.split() if fold(word) not in label.split() and fold(word)]
    return " ".join(words)


def _completed(table: Table, layout: Layout) -> Layout:
    """Fill in what the heading does not say from what the columns hold."""
    body = table.rows[layout.body :]
    columns = list(layout.columns)
    texts = [[row[k].text for row in body if row[k]] for k in range(table.width)]
    columns = [_corrected(column, cells) for column, cells in zip(columns, texts, strict=True)]
    _units_alone(columns)
    _verdicts_apart(columns, texts)
    _one_parameter(columns, texts)
    sure = any(column.role == "result" for column in columns)
    if not sure:
        for k, column in enumerate(columns):
            if column.role is None and _holds_results(texts[k]) and _may_head_results(column):
                columns[k] = Column("result", column.heading, column.unit, column.specimen or column.heading)
    if not any(column.role == "result" for column in columns):
        return Layout(tuple(columns), layout.start, layout.body)
    return Layout(tuple(columns), layout.start, layout.body, sure or _is_backed(columns))


def _is_backed(columns: Sequence[Column]) -> bool:
    roles = {column.role for column in columns}
    return "parameter" in roles and bool(roles & {"unit", "mdl", "limit", "method", "loq"})


def _may_head_results(column: Column) -> bool:
    """A specimen's label or a short name, but no label of something else (`PO Qty`)."""
    if not column.heading or lexicon("fields").exact(column.heading) is not None:
        return False
    return column.specimen is not None or len(column.heading) <= 16


def _corrected(column: Column, cells: Sequence[str]) -> Column:
    """A heading that its column contradicts: `Result` over verdicts only, `Item` over numbers only."""
    if (
        column.role == "result"
        and cells
        and column.specimen is None
        and all(_is_verdict(text) for text in cells)
    ):
        return Column("result", column.heading, column.unit, column.specimen)
    if column.role == "parameter" and cells and all(re.fullmatch(r"[\d.()]+", text) for text in cells):
        return Column("index", column.heading)
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
            columns[k] = Column("result", column.heading, column.unit)


def _verdicts_apart(columns: list[Column], texts: Sequence[Sequence[str]]) -> None:
    """Of several unnamed result columns one that holds verdict words only is the verdict."""
    results = [k for k, column in enumerate(columns) if column.role == "result"]
    judging = [k for k in results if texts[k] and all(_is_verdict(text) for text in texts[k])]
    plain = [k for k in judging if columns[k].specimen is None]
    if (
        len(plain) == 1
        and len(results) > len(judging)
        and not any(column.role == "verdict" for column in columns)
    ):
        columns[plain[0]] = Column("verdict", columns[plain[0]].heading)


def _is_verdict(text: str) -> bool:
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
        return
    best = max(named, key=lambda k: (len(set(texts[k])), -k))
    for k in named:
        columns[k] = Column("parameter" if k == best else "group", columns[k].heading)


def _holds_names(cells: Sequence[str]) -> bool:
    named = [
        text
        for text in cells
        if not is_value_like(text) and not is_unit(text) and sum(c.isalpha() for c in text) >= 2
    ]
    return len(cells) >= 1 and len(named) >= 0.6 * len(cells)


def _holds_results(cells: Sequence[str]) -> bool:
    return len(cells) >= 1 and sum(is_value_like(split_unit(text)[0]) for text in cells) >= 0.6 * len(cells)
