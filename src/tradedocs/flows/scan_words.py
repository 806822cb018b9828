"""The words of a scan: its text layer, and by OCR the pages that have none; read in workers with limits."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from tradedocs.errors import RefusedInput
from tradedocs.flows.scans import looked_at
from tradedocs.model.life import ScanRead
from tradedocs.pdf.document import content_of, opened
from tradedocs.pdf.page import Page
from tradedocs.pdf.sandbox import Limits, Note, can_fork, supervised
from tradedocs.ui import say

MOST_PAGES = 200
_LIMITS = Limits(memory=1 << 30, cpu=30, wall=90.0, page=0.1)
_FEWEST = 5  # words; a page with fewer is a picture with a stamp, a page number or the scanner's name


@dataclass(frozen=True)
class ScanWords:
    """How many pages the file has, their words in reading order, and how they were read."""

    pages: int
    text: str
    read: ScanRead


def words_of_scan(path: Path, *, ocr: bool = True) -> ScanWords:
    """What can be read in a scan.

    Raises:
        UsageError: there is no such file.
        RefusedInput: it is no PDF, is broken, needs a password, has too many pages, or could not be read within limits.
    """
    content_of(path)  # a missing file is the caller's mistake, not the worker's
    count, texts = _text_layer(path)
    empty = [number for number in range(1, count + 1) if len(texts[number - 1].split()) < _FEWEST]
    seen = looked_at(path, empty, None).pages if ocr and empty else {}
    for number, page in seen.items():
        texts[number - 1] = f"{texts[number - 1]} {_text(page)}"
    text = "\n".join(texts).strip()
    read: ScanRead = "nothing" if not text else "ocr" if seen else "text"
    return ScanWords(count, text, read)


def _text_layer(path: Path) -> tuple[int, list[str]]:
    if not can_fork():
        answer = _job(path, lambda page, of=0, /: None)
    else:
        ended = supervised(lambda note: _job(path, note), _LIMITS)
        if ended.outcome != "done":
            raise RefusedInput(
                say("the scan could not be read within the limits"), place=path.name,
                way_out=say("Scan it again as a plain PDF, one page of paper a page."),
            )  # fmt: skip
        answer = ended.answer
    said = json.loads(answer)
    if "refused" in said:
        message, place, way_out = said["refused"]
        raise RefusedInput(message, place=place, way_out=way_out)
    return said["pages"], said["texts"]


def _job(path: Path, note: Note) -> bytes:
    try:
        with opened(path) as document:
            if document.pages > MOST_PAGES or not document.pages:
                raise RefusedInput(say("the scan has {n} pages", n=document.pages), place=path.name,
                                   way_out=say("Give the scan of the contract alone."))  # fmt: skip
            texts = []
            for number in range(1, document.pages + 1):
                note(number, document.pages)
                texts.append(_text(document.page(number)))
            return json.dumps({"pages": document.pages, "texts": texts}).encode()
    except RefusedInput as refused:
        return json.dumps({"refused": [refused.message, refused.place, refused.way_out]}).encode()


def _text(page: Page) -> str:
    words: Sequence[str] = [word.text for word in page.words]
    return " ".join(words)
