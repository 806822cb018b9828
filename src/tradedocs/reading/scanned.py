"""What was read from pictures of pages says so: every fact of such a page is in doubt until something confirms it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from tradedocs.model.base import Fact, Place
from tradedocs.model.report import Report
from tradedocs.pdf.page import Page

OCR_ONLY, OCR_UNSURE = "ocr-only", "ocr-unsure"
_SURE = 0.6
_SIGNS = str.maketrans(
    {"−": "-", "–": "-", "—": "-", "，": ",", "．": ".", "：": ":", "（": "(", "）": ")", "％": "%"}
)


def with_scan_doubts(report: Report, pages: Sequence[Page]) -> Report:
    """The report in which facts of OCR pages carry `ocr-only`, and `ocr-unsure` where a letter was hard to read."""
    seen = {page.number: page for page in pages if page.read_by == "ocr"}
    if not seen:
        return report
    weak = {number: _weak_places(page) for number, page in seen.items()}
    update = {name: _doubted(value, weak) for name, value in report}
    texts = any(page.read_by == "text" and page.words for page in pages)
    update["source"] = report.source.model_copy(update={"reading": "mixed" if texts else "ocr"})
    return report.model_copy(update=update)


def _weak_places(page: Page) -> list[tuple[float, float]]:
    """The middles of hardly readable words, on the page as shown."""
    boxes = [page.shown(word[:4]) for word in page.words if word.score < _SURE]
    return [((x0 + x1) / 2, (y0 + y1) / 2) for x0, y0, x1, y1 in boxes]


def _doubted(value: object, weak: Mapping[int, Sequence[tuple[float, float]]]) -> object:
    """The value with doubts on every fact in it that has a place on one of the pages."""
    if isinstance(value, tuple):
        return tuple(_doubted(item, weak) for item in value)
    if not isinstance(value, Fact):
        return value
    fields = {name: _doubted(item, weak) for name, item in value if isinstance(item, tuple | Fact)}
    place = getattr(value, "place", None)
    if isinstance(place, Place) and place.page in weak and hasattr(value, "doubt"):
        fields["doubt"] = tuple(dict.fromkeys((*value.doubt, OCR_ONLY, *_unsure(place, weak[place.page]))))
    return value.model_copy(update=fields) if fields else value


def _unsure(place: Place, weak: Iterable[tuple[float, float]]) -> tuple[str, ...]:
    if place.box is None:
        return ()
    x0, y0, x1, y1 = place.box
    hit = any(x0 <= x <= x1 and y0 <= y <= y1 for x, y in weak)
    return (OCR_UNSURE,) if hit else ()


def same_print(first: str, second: str) -> bool:
    """Whether two readings of one crop are the same signs; blanks and the many forms of a dash do not count."""
    return bool(first) and _signs(first) == _signs(second)


def _signs(text: str) -> str:
    return "".join(text.split()).translate(_SIGNS)


def has_han(text: str) -> bool:
    """Whether Chinese characters stand in it."""
    return any("\u3400" <= char <= "\u9fff" for char in text)
