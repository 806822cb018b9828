"""Pages → Report: tables to results, labels to header facts, and what could not be read named."""

from __future__ import annotations

from collections.abc import Sequence

from tradedocs.model.report import AqlRow, Report
from tradedocs.model.reportfile import ReportSource, Unread
from tradedocs.pdf.inlays import inlays_of
from tradedocs.pdf.page import MAP_ERRORS_ALLOWED, Page
from tradedocs.pdf.rules import MAX_OBJECTS
from tradedocs.pdf.trim import collected_afterwards
from tradedocs.pdf.words import MAX_CHARACTERS
from tradedocs.reading.accreditation import outside_of
from tradedocs.reading.aql import aql_of
from tradedocs.reading.checklist import checklist_of, with_checked
from tradedocs.reading.checkplan import plan_of_heading
from tradedocs.reading.dates import order_of
from tradedocs.reading.defect_list import defects_of
from tradedocs.reading.family import family_of
from tradedocs.reading.front import front_of
from tradedocs.reading.gathering import Gathered, gathered_from
from tradedocs.reading.joining import joined_results
from tradedocs.reading.labelled import found_on
from tradedocs.reading.lines import folded_text, page_lines
from tradedocs.reading.notation import stated_notation
from tradedocs.reading.orders import orders_of
from tradedocs.reading.others import others_of
from tradedocs.reading.parts import numbers_stated
from tradedocs.reading.proof import proved_alone, proved_by_all
from tradedocs.reading.quantities import quantities_of
from tradedocs.reading.sampling import sample_by
from tradedocs.reading.samplingstandard import sampling_standard_of
from tradedocs.reading.specimens import descriptions_of
from tradedocs.reading.status import status_of
from tradedocs.reading.surface import with_surface_doubts
from tradedocs.reading.table import distinct
from tradedocs.reading.tables import tables_of
from tradedocs.ui import say

NO_TEXT, GARBLED, MACHINE_READ, MOSTLY_PICTURE = (
    "no-text-layer",
    "garbled-text-layer",
    "machine-read-layer",
    "mostly-picture",
)
INLAY = "picture-not-read"
NOT_UNDERSTOOD = "table-not-understood"
BLANK = "blank-file"
_WHY = {
    BLANK: "no page of the file shows any text",
    NOT_UNDERSTOOD: "a table of figures on the page was not understood and left out",
    NO_TEXT: "the page has no text layer; it is a picture and needs OCR",
    GARBLED: "the text layer does not say what the page shows; the page needs OCR",
    MACHINE_READ: "the text lies hidden behind a scan and was read by a machine; the page needs OCR and a second look",
    INLAY: "large pictures on the page were not read; there may be tables in them",
    MOSTLY_PICTURE: "the page is mostly one picture, which was not read",
    "broken-page": "the page is broken",
    "too-many-objects": "the page draws more than {objects} objects, which no report page does",
    "too-many-characters": "the page holds more than {characters} characters, which no report page does",
}

# What is remembered of pages, tables and rows: no other report asks about them again.
_OF_ONE_REPORT = (page_lines, distinct, plan_of_heading, proved_alone)
_FIGURES = {"objects": f"{MAX_OBJECTS:,}", "characters": f"{MAX_CHARACTERS:,}"}


def unread_reason(page: Page) -> Unread | None:
    """Why the page's text layer cannot be used; None when it can, or when the page is blank."""
    if page.read_by == "ocr":
        return None
    code = page.problem
    share = page.picture_share
    if code is None and not page.words and (share > 0.1 or page.across or page.filled):
        code = NO_TEXT
    elif code is None and page.map_errors > MAP_ERRORS_ALLOWED:
        code = GARBLED
    elif code is None and page.hidden > 0.5:
        code = MACHINE_READ
    elif code is None and share > 0.85 and len(page.words) < 25:
        code = MOSTLY_PICTURE
    return Unread(page=page.number, code=code, why=say(_WHY[code], **_FIGURES)) if code else None


@collected_afterwards()
def read_pages(pages: Sequence[Page], source: ReportSource, unread: Sequence[Unread] = ()) -> Report:
    """Everything that the pages state.

    Args:
        pages: all pages of the file that could be taken apart.
        source: the file they come from.
        unread: pages that are known to be unread already.
    """
    try:
        return _report_of(pages, source, unread)
    finally:
        for remembered in _OF_ONE_REPORT:
            remembered.cache_clear()


def _report_of(pages: Sequence[Page], source: ReportSource, unread: Sequence[Unread]) -> Report:
    missing = [reason for page in pages if (reason := unread_reason(page))]
    if not unread and not missing and not any(page.words for page in pages):
        missing.append(Unread(page=0, code=BLANK, why=say(_WHY[BLANK])))
    closed = {item.page for item in missing}
    open_pages = [page for page in pages if page.number not in closed]
    tables = [(page, tables_of(page)) for page in open_pages]
    lines = [line for page in open_pages for line in page_lines(page)]
    texts, folded = [line.text for line in lines], folded_text(lines)
    rule = stated_notation(texts)
    notation = proved_by_all([table for _, own in tables for table in own], rule)
    found = [item for page, own in tables for item in found_on(page, own)]
    gathered = gathered_from(tables, rule)
    front = front_of(open_pages, found, order_of(texts), gathered.sections, gathered.adverse)
    others = others_of(open_pages, folded, front.report_no, order_of(texts))
    aql = aql_of(tables, found)
    checklist = checklist_of(tables)
    results = joined_results(gathered.results, gathered.requirements, descriptions_of(tables), notation)
    report = Report(
        source=source,
        family=family_of(lines, folded, has_aql=bool(aql)),
        sample_by=sample_by(folded, found),
        issuer=front.issuer,
        report_no=front.report_no,
        issue_date=front.issue_date,
        client=front.client,
        goods=front.goods,
        lots=front.lots,
        identity=front.identity,
        dates=front.dates,
        conclusion=front.conclusion,
        conclusion_stated=front.conclusion_stated,
        pages_stated=front.pages_stated,
        numbers_stated=numbers_stated(open_pages, found),
        parts=front.parts,
        status=status_of(open_pages) or others.superseded,
        outside_accreditation=outside_of(open_pages),
        supersedes=others.supersedes,
        reinspects=others.reinspects,
        rework=others.rework,
        sampling_standards=sampling_standard_of(open_pages, folded),
        results=with_checked(results, checklist) if aql else results,
        aql=aql,
        defects=defects_of(tables, has_aql=bool(aql)),
        checklist=checklist,
        quantities=quantities_of(found, notation, orders_of(tables, notation)),
        unread=tuple(
            sorted(
                (*unread, *missing, *_inlays(open_pages), *_not_understood(gathered, aql)),
                key=lambda item: item.page,
            )
        ),
    )
    return with_surface_doubts(report, pages)


def _inlays(pages: Sequence[Page]) -> list[Unread]:
    """Pages with large pictures that no text stands on."""
    return [Unread(page=page.number, code=INLAY, why=say(_WHY[INLAY])) for page in pages if inlays_of(page)]


def _not_understood(gathered: Gathered, aql: Sequence[AqlRow]) -> list[Unread]:
    """Pages with a table of figures that no layout fits: named, because what is left out must not pass for read."""
    counted = {row.place.page for row in aql}
    return [
        Unread(page=number, code=NOT_UNDERSTOOD, why=say(_WHY[NOT_UNDERSTOOD]))
        for number in sorted(set(gathered.open_tables) - counted)
    ]
