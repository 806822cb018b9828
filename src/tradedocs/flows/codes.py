"""The QR codes of a report, read in a worker with limits; nothing is ever opened or fetched."""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path

from tradedocs.model.base import Place
from tradedocs.model.report import Report
from tradedocs.model.reportfile import Code
from tradedocs.pdf.codes import Printed, codes_in, installed
from tradedocs.pdf.document import content_of
from tradedocs.pdf.sandbox import Limits, can_fork, supervised

_LIMITS = Limits(memory=1 << 30, cpu=20, wall=60.0)


def with_codes(path: Path, report: Report) -> Report:
    """The report with its codes; as it was where OpenCV is missing, nothing was read, or the worker is lost."""
    if not installed() or not report.source.pages:
        return report
    found = _read(path)
    codes = tuple(Code(text=one.text, place=Place(page=one.page, box=one.box)) for one in found)
    return report.model_copy(update={"codes": codes}) if codes else report


def _read(path: Path) -> tuple[Printed, ...]:
    if not can_fork():
        return codes_in(content_of(path))
    ended = supervised(
        lambda _: json.dumps([asdict(one) for one in codes_in(content_of(path))]).encode(), _LIMITS
    )
    if ended.outcome != "done":
        return ()
    return tuple(
        Printed(one["page"], tuple(one["box"]) if one["box"] else None, one["text"])
        for one in json.loads(ended.answer)
    )
