"""Who issued a report whose text layer does not say it: the letterhead that is a picture, read by two engines."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

from tradedocs.model.report import Report, Stated
from tradedocs.pdf.document import Document, opened
from tradedocs.pdf.ocr.engine import installed, second_installed
from tradedocs.pdf.page import Page
from tradedocs.pdf.sandbox import Limits, can_fork, supervised
from tradedocs.reading.issuer import issuer_of
from tradedocs.reading.scanned import has_han
from tradedocs.registers import body_of, same_letters

if TYPE_CHECKING:
    from collections.abc import Sequence

_LIMITS = Limits(memory=2 << 30, cpu=60, wall=120.0)
_DPI = 300


def with_letterhead(path: Path, report: Report) -> Report:
    """The report with the issuer that the pictures at the head or the foot of its first page name.

    A name counts where both engines read the same letters, or where it is the name of a registered body; otherwise
    the issuer stays unread. Nothing is looked at where an issuer was read, where page 1 was not read, or where the
    whole file was read by OCR. A check asks for it and the reading does not: it costs seconds.
    """
    if (
        report.issuer is not None
        or not report.source.pages
        or report.source.reading == "ocr"
        or not installed()
    ):
        return report
    if any(item.page in (0, 1) for item in report.unread):
        return report
    others = (report.client, report.identity.seller, report.identity.buyer)
    if not can_fork():
        answer = _job(path, others)
    else:
        ended = supervised(lambda _: _job(path, others), _LIMITS)
        answer = ended.answer if ended.outcome == "done" else b"null"
    found = json.loads(answer)
    return report if found is None else report.model_copy(update={"issuer": Stated.model_validate(found)})


def _job(path: Path, others: Sequence[Stated | None]) -> bytes:
    """The worker's answer: the issuer, or null."""
    from tradedocs.pdf.ocr.engine import Eyes
    from tradedocs.pdf.ocr.leaf import edges_by_ocr

    with opened(path) as document:
        seen = edges_by_ocr(document, document.page(1), Eyes())
        issuer = issuer_of([seen], (), others) if seen is not None else None
        if seen is None or issuer is None or issuer.doubt or not _is_sure(document, issuer, seen):
            return b"null"
    return issuer.model_dump_json().encode()


def _is_sure(document: Document, issuer: Stated, seen: Page) -> bool:
    if body_of(issuer.text) is not None:
        return True
    again = _again(document, issuer, seen) if second_installed() else None
    return again is not None and same_letters(issuer.text, again)


def _again(document: Document, issuer: Stated, seen: Page) -> str | None:
    from tradedocs.pdf.ocr.engine import second_lines
    from tradedocs.pdf.ocr.leaf import crops_of

    crops = crops_of(document, [issuer.place], {seen.number: seen}, _DPI)
    return second_lines(crops, chinese=has_han(issuer.text))[0]
