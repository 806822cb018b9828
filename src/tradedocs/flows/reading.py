"""Read one report file: in a worker with limits, page by page, and what was not read named."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from tradedocs.errors import RefusedInput, ToolError, TradedocsError
from tradedocs.flows.scans import confirmed, looked_at, pictures_in, unread_named
from tradedocs.flows.signatures import with_signatures
from tradedocs.model.base import Place
from tradedocs.model.report import Report
from tradedocs.model.reportfile import ReportSource, Revision, Rewording, Unread
from tradedocs.pdf.document import Document, content_of, opened
from tradedocs.pdf.inlays import inlays_of, with_inlays
from tradedocs.pdf.page import Page
from tradedocs.pdf.revisions import Earlier
from tradedocs.pdf.sandbox import Ended, Limits, Note, OnNote, can_fork, supervised
from tradedocs.pdf.structure import Inside
from tradedocs.reading.report import read_pages, unread_reason
from tradedocs.reading.scanned import with_scan_doubts
from tradedocs.ui import say

MAX_PAGES = 1000
_ATTEMPTS = 4
_NO_UNICODE = re.compile("[\ud800-\udfff]")
_READ, _REFUSED = b"J", b"R"
_LIMITS = Limits(memory=1 << 30, cpu=30, wall=90.0, page=0.1)


def read_report(
    path: Path, on_note: OnNote | None = None, *, ocr: bool = True, roots: Sequence[Path] = ()
) -> Report:
    """What the report says, each fact with its place; pages that could not be read are in `unread`.

    On POSIX the file is read in a forked worker with limits of memory and time; on Windows in the program itself.
    `on_note` is told each page that is begun, and of how many. Without `ocr` pages that are pictures stay unread.
    `roots` are the files of the certificates whose word counts about who signed it.

    Raises:
        UsageError: the file does not exist.
        InputError: a file of `roots` holds no certificate.
        RefusedInput: it is no PDF, broken, too large, or needs a password.
        ToolError: the reader itself failed.
    """
    try:
        digest = hashlib.sha256(content_of(path)).hexdigest()
        return with_signatures(path, _unverified(path, digest, on_note, ocr), roots)
    except TradedocsError as error:
        error.place = None if error.place is None else _printable(error.place)
        raise


def _unverified(path: Path, digest: str, on_note: OnNote | None, ocr: bool) -> Report:
    if can_fork():
        return _with_scans(path, on_note, ocr, lambda seen: _guarded(path, digest, on_note, seen))
    return _with_scans(path, on_note, ocr, lambda seen: _read(path, (), lambda page, of=0, /: None, seen))


def _printable(name: str) -> str:
    """The name with replacement characters where its bytes are no Unicode: such a file is read like any other."""
    return _NO_UNICODE.sub("\ufffd", name)


def read_or_name(
    path: Path, on_note: OnNote | None = None, *, ocr: bool = True, roots: Sequence[Path] = ()
) -> Report:
    """The report; a file that exists but cannot be read is a report of which nothing was read.

    Raises:
        UsageError: there is no such file.
        ToolError: the reader itself failed.
    """
    try:
        return read_report(path, on_note, ocr=ocr, roots=roots)
    except RefusedInput as error:
        digest = hashlib.sha256(content_of(path)).hexdigest()
        source = ReportSource(file=_printable(path.name), sha256=digest, pages=0)
        return Report(source=source, unread=(Unread(page=0, code="refused", why=error.message),))


def _with_scans(
    path: Path, on_note: OnNote | None, ocr: bool, read: Callable[[Mapping[int, Page]], Report]
) -> Report:
    """Read the text layers; where pages are pictures, look at those and read again with what was seen."""
    report = read({})
    if not ocr:
        return report
    numbers = pictures_in(report)
    if numbers:
        looked = looked_at(path, numbers, on_note)
        report = unread_named(read(looked.pages) if looked.pages else report, looked)
    return report


def _guarded(path: Path, sha256: str, on_note: OnNote | None, seen: Mapping[int, Page]) -> Report:
    """Try, leaving out more each time a worker is lost: the page that it was lost on, or what there was no time for."""
    lost: list[Unread] = []
    pages = 0
    for _ in range(_ATTEMPTS):
        ended = supervised(lambda note: _job(path, tuple(lost), note, seen), _LIMITS, on_note)
        if ended.outcome == "done":
            return _answered(ended.answer)
        if ended.error:
            raise ToolError(
                say("reading failed: {reason}", reason=ended.error.decode(errors="replace")), place=path.name
            )
        lost.extend(_lost(ended, lost))
        pages = ended.of
        if not pages:
            break
    source = ReportSource(file=_printable(path.name), sha256=sha256, pages=pages)
    why = say("the file was given up")
    return Report(source=source, unread=(*lost, Unread(page=0, code="gave-up", why=why)))


def _job(path: Path, lost: tuple[Unread, ...], note: Note, seen: Mapping[int, Page]) -> bytes:
    """The worker's answer: the report, or the reason why the file is refused."""
    try:
        return _READ + _read(path, lost, note, seen).model_dump_json().encode()
    except RefusedInput as refused:
        return _REFUSED + json.dumps([refused.message, refused.place, refused.way_out]).encode()


def _answered(answer: bytes) -> Report:
    if answer[:1] == _REFUSED:
        message, place, way_out = json.loads(answer[1:])
        raise RefusedInput(message, place=place, way_out=way_out)
    return Report.model_validate_json(answer[1:])


def _read(path: Path, lost: tuple[Unread, ...], note: Note, seen: Mapping[int, Page]) -> Report:
    closed = {item.page for item in lost}
    pages: list[Page] = []
    with opened(path) as document:
        if not document.engines_agree():
            why = say("two PDF engines do not agree about the pages of the file")
            lost = (*lost, Unread(page=0, code="engines-disagree", why=why))
        lost = (*lost, *_beside_the_pages(document.inside()))
        source = _source(path, document)
        document.release()
        count = min(document.pages, MAX_PAGES)
        for number in range(1, count + 1):
            if number not in closed:
                note(number, count)
                pages.append(_page(document, number, seen.get(number)))
        revisions = tuple(_revision(earlier) for earlier in document.earlier())
    note(0)  # the file is closed by now: what it held in memory is free for its tables
    if source.pages > MAX_PAGES:
        why = say("only the first {n} pages are read", n=MAX_PAGES)
        lost = (*lost, Unread(page=MAX_PAGES + 1, code="too-many-pages", why=why))
    report = with_scan_doubts(read_pages(pages, source, lost), pages)
    report = report.model_copy(update={"revisions": revisions}) if revisions else report
    if not seen:
        return report
    with opened(path) as document:
        return confirmed(document, report, seen)


def _page(document: Document, number: int, seen: Page | None) -> Page:
    """The page; what OCR saw stands for it, or stands in its pictures where its text layer can be read."""
    if seen is None:
        return document.page(number)
    page = document.page(number)
    return (
        with_inlays(page, seen)
        if inlays_of(page) and unread_reason(page) is None
        else replace(seen, notes=document.notes(number))
    )


def _source(path: Path, document: Document) -> ReportSource:
    origin = document.origin()
    return ReportSource(
        file=_printable(path.name),
        sha256=document.sha256,
        pages=document.pages,
        encrypted=document.encrypted,
        producer=origin.producer,
        creator=origin.creator,
        created=origin.created,
        modified=origin.modified,
        title=origin.title,
        subject=origin.subject,
        signed=origin.signed,
        signed_whole=origin.signed_whole,
        revisions=origin.revisions,
    )


def _revision(earlier: Earlier) -> Revision:
    return Revision(
        number=earlier.number,
        producer=earlier.producer,
        change=earlier.change,
        words=tuple(
            Rewording(place=Place(page=item.page, box=item.box), before=item.before, after=item.after)
            for item in earlier.words
        ),
    )


def _beside_the_pages(inside: Inside) -> Iterator[Unread]:
    """What the file holds that can change what its pages show, or says something else than they do."""
    said = (
        (
            "script",
            inside.script,
            say("the file runs a program when it is opened, which can change what it shows"),
        ),
        (
            "layers",
            inside.layers,
            say("the file has layers that are switched off, or that only one of screen and print shows"),
        ),
        ("attachment", inside.attachments, say("the file holds other files, which were not read")),
        (
            "foreign-data",
            inside.foreign,
            say(
                "the file holds data before or behind it, or a second file, which another program may show instead"
            ),
        ),
        (
            "doubled-key",
            inside.doubled,
            say(
                "an object of the file says one thing twice, and programs differ in which of the two they show"
            ),
        ),
        (
            "lost-table",
            inside.lost_table,
            say("the file's table of objects is not where it says, so programs may show it differently"),
        ),
        (
            "outside-data",
            inside.outside,
            say("a part of a page is said to lie in another file, which was not read"),
        ),
        ("xfa-form", inside.xfa, say("the file holds a form that replaces its pages in some viewers")),
    )
    return (Unread(page=0, code=code, why=why) for code, found, why in said if found)


def _lost(ended: Ended, before: Sequence[Unread]) -> list[Unread]:
    """What is left out of the next attempt.

    That is the page that the worker was lost on. When the time was over for the second time it is all pages from
    there on, and when all pages were done and the tables took too much, half of the pages.
    """
    code = f"gave-up-{ended.outcome}"
    why = say("reading broke off there")
    if ended.reason:
        why = say("reading was stopped at its limit of {limit}", limit=ended.reason)
    left = sorted(set(range(1, ended.of + 1)) - {item.page for item in before})
    pages = [ended.note]
    if ended.note == 0 and len(left) > 1:
        pages = left[len(left) // 2 :]
    elif ended.outcome == "time" and any(item.code == code for item in before):
        pages = [page for page in left if page >= ended.note]
    return [Unread(page=page, code=code, why=why) for page in pages]
