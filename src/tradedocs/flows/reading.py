"""Read one report file: in a worker with limits, page by page, and what was not read named."""

from __future__ import annotations

import hashlib
import json
import re
from pathlib import Path

from tradedocs.errors import RefusedInput, ToolError, TradedocsError
from tradedocs.model.report import Report, ReportSource, Unread
from tradedocs.pdf.document import content_of, opened
from tradedocs.pdf.page import Page
from tradedocs.pdf.sandbox import Ended, Limits, Note, can_fork, supervised
from tradedocs.reading.report import read_pages
from tradedocs.ui import say

MAX_PAGES = 400
_ATTEMPTS = 4
_NO_UNICODE = re.compile("[\ud800-\udfff]")
_READ, _REFUSED = b"J", b"R"
_LIMITS = Limits(memory=1 << 30, cpu=30, wall=60.0)
_WHY = {
    "time": "reading took longer than any report does; the page was given up",
    "memory": "reading wanted more memory than any report does; the page was given up",
    "crash": "reading broke off; the page was given up",
}


def read_report(path: Path) -> Report:
    """What the report says, each fact with its place; pages that could not be read are in `unread`.

    On POSIX the file is read in a forked worker with limits of memory and time; on Windows in the program itself.

    Raises:
        UsageError: the file does not exist.
        RefusedInput: it is no PDF, broken, too large, or needs a password.
        ToolError: the reader itself failed.
    """
    try:
        content = content_of(path)
        if not can_fork():
            return _read(path, (), lambda _: None)
        return _guarded(path, hashlib.sha256(content).hexdigest())
    except TradedocsError as error:
        error.place = None if error.place is None else _printable(error.place)
        raise


def _printable(name: str) -> str:
    """The name with replacement characters where its bytes are no Unicode: such a file is read like any other."""
    return _NO_UNICODE.sub("\ufffd", name)


def read_or_name(path: Path) -> Report:
    """The report; a file that exists but cannot be read is a report of which nothing was read.

    Raises:
        UsageError: there is no such file.
        ToolError: the reader itself failed.
    """
    try:
        return read_report(path)
    except RefusedInput as error:
        digest = hashlib.sha256(content_of(path)).hexdigest()
        source = ReportSource(file=_printable(path.name), sha256=digest, pages=0)
        return Report(source=source, unread=(Unread(page=0, code="refused", why=error.message),))


def _guarded(path: Path, sha256: str) -> Report:
    """Try, leaving out one page more each time a worker is lost on it."""
    lost: list[Unread] = []
    for _ in range(_ATTEMPTS):
        ended = supervised(lambda note: _job(path, tuple(lost), note), _LIMITS)
        if ended.outcome == "done":
            return _answered(ended.answer)
        if ended.error:
            raise ToolError(
                say("reading failed: {reason}", reason=ended.error.decode(errors="replace")), place=path.name
            )
        lost.append(_lost(ended))
        if ended.note == 0:
            break
    source = ReportSource(file=_printable(path.name), sha256=sha256, pages=0)
    why = say("the file was given up after {n} attempts", n=len(lost))
    return Report(source=source, unread=(*lost, Unread(page=0, code="gave-up", why=why)))


def _job(path: Path, lost: tuple[Unread, ...], note: Note) -> bytes:
    """The worker's answer: the report, or the reason why the file is refused."""
    try:
        return _READ + _read(path, lost, note).model_dump_json().encode()
    except RefusedInput as refused:
        return _REFUSED + json.dumps([refused.message, refused.place, refused.way_out]).encode()


def _answered(answer: bytes) -> Report:
    if answer[:1] == _REFUSED:
        message, place, way_out = json.loads(answer[1:])
        raise RefusedInput(message, place=place, way_out=way_out)
    return Report.model_validate_json(answer[1:])


def _read(path: Path, lost: tuple[Unread, ...], note: Note) -> Report:
    closed = {item.page for item in lost}
    pages: list[Page] = []
    with opened(path) as document:
        if not document.engines_agree():
            why = say("two PDF engines do not agree about the pages of the file")
            lost = (*lost, Unread(page=0, code="engines-disagree", why=why))
        source = ReportSource(
            file=_printable(path.name),
            sha256=document.sha256,
            pages=document.pages,
            encrypted=document.encrypted,
        )
        for number in range(1, min(document.pages, MAX_PAGES) + 1):
            if number not in closed:
                note(number)
                pages.append(document.page(number))
    note(0)
    if source.pages > MAX_PAGES:
        why = say("only the first {n} pages are read", n=MAX_PAGES)
        lost = (*lost, Unread(page=MAX_PAGES + 1, code="too-many-pages", why=why))
    return read_pages(pages, source, lost)


def _lost(ended: Ended) -> Unread:
    return Unread(page=ended.note, code=f"gave-up-{ended.outcome}", why=say(_WHY[ended.outcome]))
