"""The front of a report: its header facts of all kinds of evidence together, and the reports that lie in one file."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from tradedocs.model.report import Conclusion, Dates, Identity, PageStated, Part, Stated, StatedDate
from tradedocs.pdf.page import Page
from tradedocs.reading.choice import SEVERAL, same
from tradedocs.reading.conclusion import conclusion_of
from tradedocs.reading.dates import Order
from tradedocs.reading.fields import Header, header_of
from tradedocs.reading.inferred import conclusion_inferred, with_inferred
from tradedocs.reading.issuer import issuer_of
from tradedocs.reading.labels import Found
from tradedocs.reading.pagination import pages_stated
from tradedocs.reading.parties import (
    client_over_intro,
    company_at_top,
    date_in_heading,
    goods_in_heading,
    goods_in_intro,
)
from tradedocs.reading.parts import Stretch, stretches_of
from tradedocs.reading.rows import StatedVerdict


@dataclass(frozen=True)
class Front:
    """The header facts of the first report of the file, and what parts the file has."""

    issuer: Stated | None
    report_no: Stated | None
    issue_date: StatedDate | None
    client: Stated | None
    goods: Stated | None
    lots: tuple[Stated, ...]
    identity: Identity
    dates: Dates
    conclusion: Conclusion | None
    conclusion_stated: Stated | None
    pages_stated: tuple[PageStated, ...]
    parts: tuple[Part, ...]


def front_of(
    pages: Sequence[Page],
    found: Sequence[Found],
    order: Order,
    sections: Sequence[StatedVerdict],
    adverse: Sequence[StatedVerdict],
) -> Front:
    """The header facts; of several reports in one file those of the first, so that none leaks from another.

    Where the reports differ in number or issuer, that fact carries a doubt: the file must be taken apart.
    """
    counted = pages_stated(pages)
    stretches = stretches_of(pages, found, counted) or (Stretch(0, 0),)
    fronts = [_front(pages, found, order, sections, adverse, stretch) for stretch in stretches]
    first = replace(fronts[0], pages_stated=counted)
    if len(fronts) == 1:
        return first
    parts = tuple(
        Part(
            first_page=stretch.first,
            last_page=stretch.last,
            report_no=front.report_no,
            issue_date=front.issue_date,
            conclusion=front.conclusion,
        )
        for stretch, front in zip(stretches, fronts, strict=True)
    )
    numbers, issuers = [front.report_no for front in fronts], [front.issuer for front in fronts]
    return replace(first, parts=parts, report_no=_differing(numbers), issuer=_differing(issuers))


def _differing(stated: Sequence[Stated | None]) -> Stated | None:
    """The first, with a doubt where another part of the file states another."""
    first = stated[0]
    if first is None or all(other is None or same(first.text, other.text) for other in stated[1:]):
        return first
    return first.model_copy(update={"doubt": tuple(dict.fromkeys((*first.doubt, SEVERAL)))})


def _front(
    pages: Sequence[Page],
    found: Sequence[Found],
    order: Order,
    sections: Sequence[StatedVerdict],
    adverse: Sequence[StatedVerdict],
    stretch: Stretch,
) -> Front:
    pages = [page for page in pages if stretch.holds(page.number)]
    found = [item for item in found if stretch.holds(item.place.page)]
    header = with_inferred(header_of(found, order), pages, order)
    client, issuer = _parties(pages, found, header)
    goods = (
        header.goods
        or (goods_in_intro(pages[0]) if pages else None)
        or goods_in_heading(pages, (client, issuer))
        or header.goods_weak
    )
    conclusion, stated = conclusion_of(
        pages,
        found,
        [item for item in sections if stretch.holds(item.place.page)],
        [item for item in adverse if stretch.holds(item.place.page)],
    )
    if conclusion is None and stated is None:
        conclusion, stated = conclusion_inferred(pages)
    return Front(
        issuer=issuer,
        report_no=header.report_no,
        issue_date=header.issue_date or (date_in_heading(pages[0], order) if pages else None),
        client=client,
        goods=goods,
        lots=header.lots,
        identity=header.identity,
        dates=header.dates,
        conclusion=conclusion,
        conclusion_stated=stated,
        pages_stated=(),
        parts=(),
    )


def _parties(
    pages: Sequence[Page], found: Sequence[Found], header: Header
) -> tuple[Stated | None, Stated | None]:
    """Client and issuer; without a label the client is who stands over his address, or the other company at the top."""
    first = pages[0] if pages else None
    client = header.client or (client_over_intro(first) if first else None)
    issuer = issuer_of(pages, found, (client, header.identity.seller, header.identity.buyer))
    if client is None and first is not None and first.number == 1 and issuer is not None:
        client = company_at_top(first, issuer)
    return client, issuer
