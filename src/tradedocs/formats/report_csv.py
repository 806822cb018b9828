"""The results of reports as CSV, one row a result, for a spreadsheet that must not take any cell for a formula."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Iterator
from decimal import Decimal

from tradedocs.formats.plain import plain
from tradedocs.model.report import Report, Result, Witness

COLUMNS = ("file", "page", "x0", "y0", "x1", "y1", "section", "parameter", "specimen", "result", "unit", "limit",
           "detection_limit", "verdict", "method", "basis", "kind", "low", "high", "word", "not_detected", "witness",
           "doubt")  # fmt: skip
_FORMULA = ("=", "+", "-", "@", "＝", "＋", "－", "＠")
_NUMBER = re.compile(r"[+-]?(?:\d+(?:[.,]\d+)*|[.,]\d+)(?:[eE][+-]?\d+)?")


def report_csv(reports: Iterable[Report]) -> str:
    """All results under one heading. A cell that a spreadsheet could take for a formula begins with an apostrophe."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(COLUMNS)
    for row in rows(reports):
        writer.writerow(map(guarded, row))
    return out.getvalue()


def rows(reports: Iterable[Report]) -> Iterator[list[str]]:
    """The cells of each result, as plain text under `COLUMNS`."""
    for report in reports:
        for result in report.results:
            yield _cells(report.source.file, result)


def guarded(cell: str) -> str:
    """The cell, with an apostrophe before what begins like a formula and is no plain number."""
    return f"'{cell}" if cell.startswith(_FORMULA) and not _NUMBER.fullmatch(cell) else cell


def _cells(file: str, result: Result) -> list[str]:
    box = result.place.box or ("", "", "", "")
    printed = (
        result.section,
        result.parameter,
        result.specimen,
        result.result,
        result.unit,
        result.limit,
        result.mdl,
        result.verdict,
        result.method,
        result.basis,
    )
    value = result.value
    return [
        plain(file),
        str(result.place.page),
        *map(str, box),
        *(plain(text or "") for text in printed),
        value.kind,
        _decimal(value.low),
        _decimal(value.high),
        plain(value.text or ""),
        "yes" if value.not_detected else "",
        "; ".join(map(_witness, result.witnesses)),
        " ".join(result.doubt),
    ]


def _decimal(number: Decimal | None) -> str:
    return "" if number is None else f"{number:f}"


def _witness(witness: Witness) -> str:
    return f"{witness.by} {'agrees' if witness.agrees else 'differs'}: {plain(witness.text or '')}"
