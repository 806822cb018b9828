"""Several reports in one file: where the report's number changes, or the pages are counted anew, the next begins."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from tradedocs.model.report import PageStated, Stated
from tradedocs.pdf.page import Page
from tradedocs.reading.choice import same
from tradedocs.reading.fields import numbers_on
from tradedocs.reading.labels import Found

_HEAD, _FOOT = 0.3, 0.88


@dataclass(frozen=True)
class Stretch:
    """The pages, first to last, of one report."""

    first: int
    last: int

    def holds(self, number: int) -> bool:
        """Whether the page is one of them."""
        return self.first <= number <= self.last


def stretches_of(
    pages: Sequence[Page], found: Sequence[Found], stated: Sequence[PageStated]
) -> tuple[Stretch, ...]:
    """The stretches of a file that holds several reports; one for all pages when it holds one."""
    if not pages:
        return ()
    counted = {item.page: item for item in stated}
    numbers = _numbers(pages, found)
    begins = [pages[0].number]
    told: list[str] = list(numbers.get(pages[0].number, ()))
    before = counted.get(pages[0].number)
    for page in pages[1:]:
        now, here = counted.get(page.number), numbers.get(page.number, ())
        if _is_another(told, here, before, now):
            begins.append(page.number)
            told = []
        told += [number for number in here if number not in told]
        before = now or before
    ends = [*(begin - 1 for begin in begins[1:]), pages[-1].number]
    return tuple(Stretch(first, last) for first, last in zip(begins, ends, strict=True))


def _is_another(
    told: Sequence[str], here: Sequence[str], before: PageStated | None, now: PageStated | None
) -> bool:
    """Whether a page belongs to another report than the pages before it.

    A number in common keeps them together; without numbers, counting that begins again parts them; another number
    parts them where the counting does not go on.
    """
    if any(same(a, b) for a in told for b in here):
        return False
    anew = now is not None and before is not None and now.number == 1 and before.number >= now.number
    if told and here:
        goes_on = (
            now is not None and before is not None and now.number == before.number + 1 and now.of == before.of
        )
        return not goes_on
    return anew


def numbers_stated(pages: Sequence[Page], found: Sequence[Found]) -> tuple[Stated, ...]:
    """The report's number as each page prints it, at its head or its foot."""
    return tuple(Stated(text=number, place=item.place) for item, number in _on_edges(pages, found))


def _numbers(pages: Sequence[Page], found: Sequence[Found]) -> Mapping[int, tuple[str, ...]]:
    """The report numbers at the head and the foot of each page; in the midst of a page they may be another report's."""
    out: dict[int, tuple[str, ...]] = {}
    for item, number in _on_edges(pages, found):
        out[item.place.page] = (*out.get(item.place.page, ()), number)
    return out


def _on_edges(pages: Sequence[Page], found: Sequence[Found]) -> Iterator[tuple[Found, str]]:
    heights = {page.number: page.height for page in pages}
    for item, number in numbers_on(found):
        box, height = item.place.box, heights.get(item.place.page)
        if box is None or height is None or not item.sure or len(number) < 4:
            continue
        if box[3] < _HEAD * height or box[1] > _FOOT * height or item.place.page == pages[0].number:
            yield item, number
