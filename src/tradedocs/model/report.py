"""What was read from one inspection or test report, each fact with its place.

Strings are as printed. What they are understood to mean stands beside them (`Value`), and a reading that is not
sure says so with a reason code in `doubt`. The JSON form is documented in docs/report-json.md.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Literal

from tradedocs.model.base import Fact, Place
from tradedocs.model.reportfile import Code, ReportSource, Revision, Signature, Unread

Family = Literal["pre-shipment", "commodity", "laboratory", "mill", "other"]
SampleBy = Literal["inspector", "client"]
Conclusion = Literal["pass", "fail", "pending"]
ValueKind = Literal["number", "below", "above", "range", "text", "none"]
DefectClass = Literal["critical", "major", "minor"]


class Value(Fact):
    """What a printed result is understood to be.

    `number`: low equals high. `below`: the value is under `high` (a result such as `<0.01`, or not detected
    with its detection limit; `high` is None when that limit is not stated). `above`: over `low`. `range`: from
    `low` to `high`. `text`: a word, folded form in `text` (`pass`, `fail`, `conforms`, …). `none`: blank, dash,
    not applicable. `uncertainty` is what stands behind `±`, in the unit of the result.
    """

    kind: ValueKind
    low: Decimal | None = None
    high: Decimal | None = None
    text: str | None = None
    not_detected: bool = False
    uncertainty: Decimal | None = None


class Witness(Fact):
    """Another reading of the same printed value.

    Attributes:
        by: `ocr` (the rendered box, read by the first engine), `ocr-2` (by a second engine), `text` (the text
            layer, where OCR gave the value), `person` (somebody who looked at the crop), `pypdf` (the text layer by
            a second engine, which says that the engines agree about the file and nothing of what the page shows).
        text: what it read; None when it saw nothing there.
        agrees: whether that is the value of the result, signs and digits alike.
        dpi: resolution of the picture that was read.
    """

    by: Literal["ocr", "ocr-2", "text", "person", "pypdf"]
    text: str | None = None
    agrees: bool
    dpi: int | None = None

    @property
    def confirms(self) -> bool:
        """Whether it is a second reading of its own that agrees; another engine on the same text layer is none."""
        return self.agrees and self.by != "pypdf"


class Result(Fact):
    """One row of a report: a parameter of one specimen. Strings as printed, None where the report has none.

    Attributes:
        section: the heading of the table or panel that the row stands under.
        basis: what the value refers to (`dry basis`, `as received`, …), as printed.
        place: the box of the value's own words.
    """

    parameter: str
    specimen: str | None = None
    unit: str | None = None
    method: str | None = None
    mdl: str | None = None
    limit: str | None = None
    result: str | None = None
    verdict: str | None = None
    section: str | None = None
    basis: str | None = None
    value: Value
    place: Place
    witnesses: tuple[Witness, ...] = ()
    doubt: tuple[str, ...] = ()

    @property
    def shown(self) -> str:
        """The value with its unit as a person would write it; a dash is no unit."""
        unit = (
            self.unit
            if self.unit is not None and any(char.isalnum() or char in "%‰°" for char in self.unit)
            else None
        )
        return " ".join(part for part in (self.result or self.verdict, unit) if part) or "–"


class AqlRow(Fact):
    """One defect class of the sampling inspection, as the report prints it."""

    defect_class: DefectClass
    aql: str | None = None
    sample_size: int | None = None
    accept: int | None = None
    reject: int | None = None
    found: int | None = None
    place: Place
    doubt: tuple[str, ...] = ()


class Defect(Fact):
    """One line of an inspection's defect list: what was found, how grave, how often."""

    text: str
    defect_class: DefectClass | None = None
    count: int | None = None
    place: Place
    doubt: tuple[str, ...] = ()


class ChecklistLine(Fact):
    """One line of an inspection's checklist: what was checked, and the verdict as printed.

    Attributes:
        meaning: `pass`, `fail`, `pending`, `na` (not applicable, which is no pass), or None when not understood.
    """

    item: str
    section: str | None = None
    verdict: str | None = None
    meaning: Literal["pass", "fail", "pending", "na"] | None = None
    remark: str | None = None
    place: Place
    doubt: tuple[str, ...] = ()


class Stated(Fact):
    """A header fact as printed, with its place and the doubts of the reading."""

    text: str
    place: Place
    doubt: tuple[str, ...] = ()


class Outside(Fact):
    """A sentence that says what lies outside the accreditation: what bears `mark`, or (None) the report itself."""

    said: Stated
    mark: str | None = None


class Cited(Fact):
    """Another report that this one names: its number, the date that stands with it, and the words of the statement."""

    number: str
    on: date | None = None
    text: str
    place: Place
    doubt: tuple[str, ...] = ()


class StatedDate(Fact):
    """A date as printed and as understood; `doubt` holds `day-month-ambiguous` where both readings exist."""

    text: str
    value: date
    place: Place
    doubt: tuple[str, ...] = ()


class StatedCount(Fact):
    """A quantity as printed (`4,992 pcs`), its number and its unit as printed."""

    text: str
    number: Decimal
    unit: str | None = None
    place: Place
    doubt: tuple[str, ...] = ()


class Quantities(Fact):
    """The quantities that a pre-shipment or commodity report states; None where it does not."""

    ordered: StatedCount | None = None
    finished: StatedCount | None = None
    inspected: StatedCount | None = None
    lot: StatedCount | None = None
    packed: StatedCount | None = None


class Identity(Fact):
    """What ties the report to a contract and to goods: each as printed, None where the report does not state it."""

    contract_no: Stated | None = None
    seller: Stated | None = None
    buyer: Stated | None = None
    model: Stated | None = None
    order_no: Stated | None = None
    manufacturer: Stated | None = None
    sample_no: Stated | None = None
    job_no: Stated | None = None
    container_no: Stated | None = None
    seal_no: Stated | None = None
    place_of_inspection: Stated | None = None


class Dates(Fact):
    """The dates that a report states beside its issue date."""

    sampled: StatedDate | None = None
    received: StatedDate | None = None
    tested_from: StatedDate | None = None
    tested_to: StatedDate | None = None
    inspected: StatedDate | None = None
    produced: StatedDate | None = None
    expires: StatedDate | None = None
    accredited: StatedDate | None = None
    """Until when the issuer says that it is accredited."""


class PageStated(Fact):
    """What a page says of itself: `page 2 of 5` on the file's page `page`; `of` is None where only a number stands."""

    page: int
    number: int
    of: int | None = None


class Part(Fact):
    """One of several reports that lie in one file, with the pages that it takes."""

    first_page: int
    last_page: int
    report_no: Stated | None = None
    issue_date: StatedDate | None = None
    conclusion: Conclusion | None = None


class Report(Fact):
    """Everything that was read from one report file.

    Attributes:
        numbers_stated: the report's number as pages print it at their head and foot, page by page.
        revisions: the earlier revisions that are still in the file.
        signatures: the file's digital signatures; empty where it has none, or where nobody could verify them
            (`source.signed` tells which).
        codes: the QR codes on its pages; only a check looks for them.
        supersedes: the reports that it says it replaces.
        reinspects: the reports that it says were followed by this inspection of the same goods.
        sampling_standards: the sampling standards that it names.
        rework: what it says was done to the goods before it inspected them again.
    """

    source: ReportSource
    family: Family | None = None
    sample_by: SampleBy | None = None
    issuer: Stated | None = None
    report_no: Stated | None = None
    issue_date: StatedDate | None = None
    client: Stated | None = None
    goods: Stated | None = None
    lots: tuple[Stated, ...] = ()
    identity: Identity = Identity()
    dates: Dates = Dates()
    conclusion: Conclusion | None = None
    conclusion_stated: Stated | None = None
    status: Stated | None = None
    outside_accreditation: tuple[Outside, ...] = ()
    supersedes: tuple[Cited, ...] = ()
    reinspects: tuple[Cited, ...] = ()
    rework: Stated | None = None
    sampling_standards: tuple[Stated, ...] = ()
    results: tuple[Result, ...] = ()
    aql: tuple[AqlRow, ...] = ()
    defects: tuple[Defect, ...] = ()
    checklist: tuple[ChecklistLine, ...] = ()
    quantities: Quantities = Quantities()
    pages_stated: tuple[PageStated, ...] = ()
    numbers_stated: tuple[Stated, ...] = ()
    parts: tuple[Part, ...] = ()
    revisions: tuple[Revision, ...] = ()
    signatures: tuple[Signature, ...] = ()
    codes: tuple[Code, ...] = ()
    unread: tuple[Unread, ...] = ()

    @property
    def needs_look(self) -> bool:
        """Whether a person must look: a page was not read, or a fact is doubtful."""
        header = (self.issuer, self.report_no, self.issue_date, self.client, self.goods, *self.lots)
        identity = tuple(value for _, value in self.identity)
        dates = tuple(value for _, value in self.dates)
        quantities = (
            self.quantities.ordered,
            self.quantities.finished,
            self.quantities.inspected,
            self.quantities.lot,
            self.quantities.packed,
        )
        if self.status is not None:
            return True
        lines = (*self.results, *self.aql, *self.defects, *self.checklist)
        facts = (*header, *identity, *dates, *quantities, self.conclusion_stated, *lines)
        return bool(self.unread) or any(fact.doubt for fact in facts if fact is not None)
