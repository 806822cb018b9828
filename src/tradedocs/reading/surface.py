"""What a viewer shows of the page is not what its text layer says: doubts on the facts that this concerns.

Hidden, covered, tiny or re-mapped text and notes over the page are common in honest files, outside of the values.
So each is held against the boxes of the facts, and says nothing where no fact stands.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from operator import is_not

from tradedocs.model.base import Fact, Place
from tradedocs.model.report import Report, Result, Stated
from tradedocs.model.reportfile import Unread
from tradedocs.pdf.geometry import Box, rounded, turned
from tradedocs.pdf.page import Note, Page
from tradedocs.reading.status import takes_validity
from tradedocs.ui import say
from tradedocs.vocabulary import lexicon

OVERLAPS, OVER_VALUE, NOT_VISIBLE = "text-overlaps", "annotation-over-value", "text-not-visible"
NOTE, FIELD = "annotation", "form-field"
_TOUCHED = 0.2  # share of the smaller box that must lie in the other one
_PRINTED_OVER = 0.35
_BAND, _ROUNDED = 12.0, 0.1
_FIGURE = re.compile(r"[<>≤≥±~+\-−]?\d[\d.,]*\s*%?")
_MARKED = 200  # characters of a note that are shown


@dataclass(frozen=True)
class _Spot:
    """A box of the page as shown, with a reason to doubt what stands there."""

    box: Box
    code: str


def with_surface_doubts(report: Report, pages: Sequence[Page]) -> Report:
    """The report with doubts on facts whose print a viewer shows otherwise; what notes and fields say is named."""
    by_number = {page.number: page for page in pages}
    report = report.model_copy(update={"results": tuple(_overprinted(report.results, by_number))})
    spots = {page.number: found for page in pages if (found := list(_spots(page)))}
    marked = {name: _marked(value, spots) for name, value in report} if spots else dict(report)
    unread = (
        *report.unread,
        *_lost_values(report, pages),
        *(item for page in pages for item in _named(page)),
    )
    marked["unread"] = tuple(sorted(unread, key=lambda item: item.page))
    if report.status is None:
        marked["status"] = _stamped(pages)
    return report.model_copy(update=marked)


def _spots(page: Page) -> Iterator[_Spot]:
    for suspect in page.suspects:
        yield _Spot(page.shown(suspect[:4]), suspect.code)
    for note in page.notes:
        yield _Spot(note.box, OVER_VALUE)


def _marked(value: object, spots: Mapping[int, Sequence[_Spot]]) -> object:
    """The value with doubts on every fact in it whose place one of the spots touches."""
    if isinstance(value, tuple):
        items = tuple([_marked(item, spots) for item in value])
        return items if any(map(is_not, items, value)) else value
    if not isinstance(value, Fact):
        return value
    fields = {
        name: marked
        for name, item in value
        if isinstance(item, tuple | Fact) and (marked := _marked(item, spots)) is not item
    }
    place = getattr(value, "place", None)
    if isinstance(place, Place) and place.box and hasattr(value, "doubt"):
        codes = [spot.code for spot in spots.get(place.page, ()) if _touch(place.box, spot.box) >= _TOUCHED]
        doubt = tuple(dict.fromkeys((*value.doubt, *codes)))
        if doubt != value.doubt:
            fields["doubt"] = doubt
    return value.model_copy(update=fields) if fields else value


def _touch(a: Sequence[float], b: Sequence[float]) -> float:
    """The share of the smaller box that lies in the other one."""
    wide, high = min(a[2], b[2]) - max(a[0], b[0]), min(a[3], b[3]) - max(a[1], b[1])
    if wide <= 0 or high <= 0:
        return 0.0
    smaller = min((box[2] - box[0]) * (box[3] - box[1]) for box in (a, b))
    return wide * high / smaller if smaller > 0 else 1.0


def _overprinted(results: Iterable[Result], pages: Mapping[int, Page]) -> Iterator[Result]:
    """The results; one in whose box two words are printed over each other carries the doubt."""
    bands: dict[int, dict[int, list[Box]]] = {}
    for result in results:
        page, box = pages.get(result.place.page), result.place.box
        if page is None or box is None or page.read_by == "ocr":
            yield result
            continue
        if page.number not in bands:
            bands[page.number] = _in_bands(page)
        near = {
            word
            for band in range(int(box[1] // _BAND), int(box[3] // _BAND) + 1)
            for word in bands[page.number].get(band, ())
            if _meet(word, box, _ROUNDED)
        }
        found = [word for word in set(map(rounded, near)) if _meet(word, box)] if len(near) > 1 else ()
        if (
            any(_touch(a, b) >= _PRINTED_OVER for a, b in combinations(found, 2))
            and OVERLAPS not in result.doubt
        ):
            result = result.model_copy(update={"doubt": (*result.doubt, OVERLAPS)})
        yield result


def _meet(a: Box, b: Box, reach: float = 0.0) -> bool:
    """Whether the boxes overlap, or stand no farther apart than `reach`."""
    return a[0] - reach < b[2] and a[2] + reach > b[0] and a[1] - reach < b[3] and a[3] + reach > b[1]


def _in_bands(page: Page) -> dict[int, list[Box]]:
    """The boxes of the page's words where they are shown, by the stretches of height that they reach into.

    They are not rounded: that costs more than all the rest, and few of them stand by a result.
    """
    bands: dict[int, list[Box]] = {}
    for word in page.words:
        box = page.placed(word[:4])
        for band in range(int((box[1] - _ROUNDED) // _BAND), int((box[3] + _ROUNDED) // _BAND) + 1):
            bands.setdefault(band, []).append(box)
    return bands


def _lost_values(report: Report, pages: Iterable[Page]) -> Iterator[Unread]:
    """Pages where a value is in the file and not on the page: among the results and in their columns."""
    for page in pages:
        lost = [suspect for suspect in page.suspects if not suspect.seen and _says_value(suspect.text)]
        places = [r.place for r in report.results if r.place.page == page.number] if lost else []
        boxes = [_upright(page, place.box) for place in places if place.box]
        if not boxes:
            continue
        top, bottom = min(box[1] for box in boxes) - 2 * _BAND, max(box[3] for box in boxes) + 2 * _BAND
        found = [
            suspect.text
            for suspect in lost
            if top < suspect.y0 < bottom and any(suspect.x0 < b[2] and suspect.x1 > b[0] for b in boxes)
        ]
        if found:
            why = say("the file holds what the page does not show: {texts}", texts=", ".join(found)[:_MARKED])
            yield Unread(page=page.number, code=NOT_VISIBLE, why=why)


def _upright(page: Page, box: Box) -> Box:
    """A box of the page as shown, on the page as it is read."""
    wide, high = (page.width, page.height) if page.turn % 2 == 0 else (page.height, page.width)
    return turned(box, wide, high, page.turn)


def _says_value(text: str) -> bool:
    return _FIGURE.fullmatch(text) is not None or lexicon("words").said(text) is not None


def _named(page: Page) -> Iterator[Unread]:
    """Notes and filled fields: what they say is not read, so a person must."""
    for note in page.notes:
        if note.kind == "Widget" and note.text:
            yield Unread(page=page.number, code=FIELD, why=say("a form field holds “{text}”", text=note.text))
        elif _matters(note):
            why = say("a note lies over the page ({kind})", kind=note.kind)
            if note.kind == "Action":
                why = say("a link on the page runs something instead of opening a place or a web address")
            elif note.text:
                why = say("a note lies over the page ({kind}): “{text}”", kind=note.kind, text=note.text)
            yield Unread(page=page.number, code=NOTE, why=why)


def _matters(note: Note) -> bool:
    return note.kind not in ("Widget", "Signature")


def _stamped(pages: Iterable[Page]) -> Stated | None:
    """The first stamp or note that takes the document's validity away."""
    for page in pages:
        for note in page.notes:
            if note.kind in ("Stamp", "FreeText", "Watermark") and takes_validity(note.text):
                return Stated(text=note.text, place=Place(page=page.number, box=note.box))
    return None
