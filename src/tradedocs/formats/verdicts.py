"""The forms in which a verdict is printed or written, beside the text for a terminal."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Mapping

from tradedocs.formats import check_rows as rows
from tradedocs.formats.check_json import check_json
from tradedocs.formats.check_junit import check_junit
from tradedocs.formats.report_csv import guarded
from tradedocs.formats.workbook import workbook
from tradedocs.model.finding import Judgement


def check_csv(judgement: Judgement) -> str:
    """The results, one row a value; no cell can be taken for a formula."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(rows.RESULTS)
    for row in rows.results(judgement):
        writer.writerow(["" if cell is None else guarded(str(cell)) for cell in row])
    return out.getvalue()


def check_xlsx(judgement: Judgement) -> bytes:
    """A workbook with the verdict, the results, the sampling and the findings."""
    return workbook({
        "verdict": (rows.VERDICT, rows.verdict(judgement)),
        "results": (rows.RESULTS, rows.results(judgement)),
        "sampling": (rows.SAMPLING, rows.sampling(judgement)),
        "findings": (rows.FINDINGS, rows.findings(judgement)),
    })  # fmt: skip


TEXTS: Mapping[str, Callable[[Judgement], str]] = {
    "json": lambda judgement: check_json(judgement) + "\n",
    "junit": check_junit,
    "csv": check_csv,
}


def _as_file(text: Callable[[Judgement], str]) -> Callable[[Judgement], bytes]:
    return lambda judgement: text(judgement).encode()


FILES: Mapping[str, Callable[[Judgement], bytes]] = {
    **{form: _as_file(text) for form, text in TEXTS.items()},
    "xlsx": check_xlsx,
}
