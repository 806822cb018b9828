"""Pages that are pictures: which ones, read by OCR in a worker of their own, and their values read a second time."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from tradedocs.model.base import Place
from tradedocs.model.report import Report, Result, Witness
from tradedocs.pdf.document import Document, opened
from tradedocs.pdf.inlays import inlays_of, words_in
from tradedocs.pdf.ocr.engine import EXTRA, installed, second_installed
from tradedocs.pdf.ocr.packed import packed, unpacked
from tradedocs.pdf.page import Page
from tradedocs.pdf.sandbox import Ended, Limits, Note, OnNote, can_fork, supervised
from tradedocs.reading.report import GARBLED, INLAY, MACHINE_READ, MOSTLY_PICTURE, NO_TEXT, unread_reason
from tradedocs.reading.scanned import OCR_ONLY, has_han, same_print
from tradedocs.reading.values import split_unit
from tradedocs.ui import say

if TYPE_CHECKING:
    from tradedocs.pdf.ocr.engine import Eyes

MOST_SCANNED = 120
_PICTURES = (NO_TEXT, GARBLED, MACHINE_READ, MOSTLY_PICTURE, INLAY)
_FEW_FIGURES = 12  # words with figures that make a picture worth its reading
_AT_ONCE, _ATTEMPTS = 8, 3
_START, _PER_PAGE = 20, 45  # seconds of processor time for the models, and for each page
_MEMORY = 2 << 30
_SECOND_DPI, _MOST_SECOND = 300, 500
_SECOND = "ocr-2"
_FEW, _MOSTLY = 6, 0.5


@dataclass(frozen=True)
class Looked:
    """The pages that OCR read, by number; why it did not read others, in words; and those that hold no print."""

    pages: Mapping[int, Page]
    unread: Mapping[int, str]
    plain: frozenset[int] = frozenset()


def pictures_in(report: Report) -> tuple[int, ...]:
    """The pages whose text layer was found to be missing or of no use."""
    return tuple(dict.fromkeys(item.page for item in report.unread if item.code in _PICTURES))


def looked_at(path: Path, numbers: Sequence[int], on_note: OnNote | None) -> Looked:
    """Read these pages by OCR, in workers with limits; a page that a worker is lost on is left out and named.

    Raises:
        RefusedInput: the file cannot be opened.
    """
    if not installed():
        return Looked({}, {number: say("install it: {command}", command=EXTRA) for number in numbers})
    pages: dict[int, Page] = {}
    too_many = say("only the first {n} pages that are pictures are read", n=MOST_SCANNED)
    unread = dict.fromkeys(numbers[MOST_SCANNED:], too_many)
    for at in range(0, min(len(numbers), MOST_SCANNED), _AT_ONCE):
        some = numbers[at : min(at + _AT_ONCE, MOST_SCANNED)]
        looked = _looked_at_some(path, some, on_note)
        pages |= looked.pages
        unread |= looked.unread
    nothing = {
        number: say("no print was seen in its picture") for number, page in pages.items() if not page.words
    }
    found = {n: page for n, page in pages.items() if n not in nothing}
    return Looked(found, unread | nothing, frozenset(nothing))


def _looked_at_some(path: Path, numbers: Sequence[int], on_note: OnNote | None) -> Looked:
    """Read these pages in one worker; when it is lost, in another one without the page that it was lost on."""
    left, unread = list(numbers), dict[int, str]()
    for _ in range(_ATTEMPTS):
        limits = _limits(len(left))
        ended = _ended(path, left, limits, on_note)
        if ended.outcome == "done":
            return Looked({page.number: page for page in unpacked(ended.answer)}, unread)
        bad = ended.note if ended.note in left else left[0]
        unread[bad] = _why(ended, limits)
        left.remove(bad)
        if not left:
            break
    return Looked({}, unread | dict.fromkeys(left, say("reading pictures of the file was given up")))


def _limits(pages: int) -> Limits:
    cpu = _START + _PER_PAGE * pages
    return Limits(memory=_MEMORY, cpu=cpu, wall=2.0 * cpu)


def _ended(path: Path, numbers: Sequence[int], limits: Limits, on_note: OnNote | None) -> Ended:
    if not can_fork():
        return Ended("done", _job(path, numbers, lambda page, of=0, /: None))
    return supervised(lambda note: _job(path, numbers, note), limits, on_note)


def _job(path: Path, numbers: Sequence[int], note: Note) -> bytes:
    """The worker's answer: the pages."""
    from tradedocs.pdf.ocr.engine import Eyes

    eyes = Eyes()
    pages = []
    with opened(path) as document:
        for number in numbers:
            note(number, len(numbers))
            pages.append(_leaf(document, number, eyes))
    return packed(pages)


def _leaf(document: Document, number: int, eyes: Eyes) -> Page:
    """The page by OCR; one without words where only its pictures are asked for and those hold no print."""
    from tradedocs.pdf.ocr.leaf import is_print, leaf_by_ocr

    page = document.page(number)
    inlays = inlays_of(page) if unread_reason(page) is None else ()
    if not inlays:
        return leaf_by_ocr(document, number, eyes)
    blank = replace(page, words=(), read_by="ocr")
    if not is_print(document, page, inlays):
        return blank
    seen = leaf_by_ocr(document, number, eyes)
    figures = sum(any(map(str.isdigit, word.text)) for word in words_in(inlays, seen))
    return seen if figures >= _FEW_FIGURES else blank


def _why(ended: Ended, limits: Limits) -> str:
    if ended.limit is None:
        return say("reading its picture broke off")
    limit = limits.named(ended.limit)
    return say("reading its picture was stopped at its limit of {limit}", limit=limit)


def unread_named(report: Report, looked: Looked) -> Report:
    """The report with the reason of OCR beside the text layer's, where OCR did not read the page.

    Pictures on a page of text that hold no print, as photos do, leave nothing unread.
    """
    unread = tuple(
        item.model_copy(update={"why": say("{why}: {more}", why=item.why, more=looked.unread[item.page])})
        if item.code in _PICTURES and item.page in looked.unread
        else item
        for item in report.unread
        if not (item.code == INLAY and item.page in looked.plain)
    )
    return report.model_copy(update={"unread": unread})


def confirmed(document: Document, report: Report, pages: Mapping[int, Page]) -> Report:
    """The report with each OCR value read once more by the second engine; those that agree lose their doubt."""
    if not second_installed():
        return report
    asked = [k for k, result in enumerate(report.results) if OCR_ONLY in result.doubt and result.result]
    results = list(report.results)
    for chinese in (False, True):
        some = [k for k in asked[:_MOST_SECOND] if has_han(results[k].result or "") == chinese]
        places = [results[k].place for k in some]
        for k, text in zip(some, _second_readings(document, places, pages, chinese=chinese), strict=True):
            results[k] = _witnessed(results[k], text)
    return report.model_copy(update={"results": tuple(where_they_agree(results))})


def where_they_agree(results: Sequence[Result]) -> Iterator[Result]:
    """The results; two engines that mostly read different things on a page agree there by chance: doubt stays.

    Print is read alike; what is read so differently is handwriting or too poor a picture for both.
    """
    said: dict[int, list[bool]] = {}
    for result in results:
        said.setdefault(result.place.page, []).extend(w.agrees for w in result.witnesses if w.by == _SECOND)
    poor = {
        page for page, agrees in said.items() if len(agrees) >= _FEW and sum(agrees) < _MOSTLY * len(agrees)
    }
    for result in results:
        if result.place.page in poor and any(w.by == _SECOND for w in result.witnesses):
            result = result.model_copy(update={"doubt": tuple(dict.fromkeys((*result.doubt, OCR_ONLY)))})
        yield result


def _second_readings(
    document: Document, places: Sequence[Place], pages: Mapping[int, Page], *, chinese: bool
) -> tuple[str | None, ...]:
    if not places:
        return ()
    from tradedocs.pdf.ocr.engine import second_lines
    from tradedocs.pdf.ocr.leaf import crops_of

    return second_lines(crops_of(document, places, pages, _SECOND_DPI), chinese=chinese)


def _witnessed(result: Result, text: str | None) -> Result:
    agrees = text is not None and (
        same_print(result.result or "", text) or same_print(result.result or "", split_unit(text)[0])
    )
    witness = Witness(by=_SECOND, text=text, agrees=agrees, dpi=_SECOND_DPI)
    doubt = tuple(code for code in result.doubt if not (agrees and code == OCR_ONLY))
    return result.model_copy(update={"witnesses": (*result.witnesses, witness), "doubt": doubt})
