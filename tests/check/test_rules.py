"""Each rule on its own: what it holds or rejects, and what it lets pass."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

import pytest

from tests.check.make import (
    PLACE,
    RECORDED,
    aql,
    characteristic,
    dated,
    judged,
    lab,
    line,
    psi,
    result,
    rules,
    spec,
    stated,
)  # fmt: skip
from tests.contract.deals import LIBRARY
from tradedocs.check.case import Standing, Use
from tradedocs.check.rules import RULES, manual_page
from tradedocs.model.base import Place
from tradedocs.model.finding import Verdict
from tradedocs.model.report import (
    Dates,
    Defect,
    Identity,
    Outside,
    PageStated,
    Part,
    Quantities,
    Report,
    Stated,
    StatedCount,
    Value,
    Witness,
)
from tradedocs.model.reportfile import ReportSource, Revision, Rewording, Signature, Unread
from tradedocs.model.spec import Spec, SpecCredit, SpecDocument

POWER = characteristic("Power", "<= 9.9 W")
LED = spec(line(POWER))
GOOD = result("Power", "9.2", "W")


def lot(text: str, number: str, unit: str | None) -> Quantities:
    return Quantities(lot=StatedCount(text=text, number=Decimal(number), unit=unit, place=PLACE))


def half_packed(what: str = "packed") -> Quantities:
    return lot("12,000 pcs", "12000", "pcs").model_copy(update={what: lot("6,000 pcs", "6000", "pcs").lot})


def listed(defect_class: Any, count: int) -> Defect:
    return Defect(text="loose cap", defect_class=defect_class, count=count, place=PLACE)


def two_parts(second: Any) -> tuple[Part, ...]:
    return (
        Part(first_page=1, last_page=1, report_no=stated("R-1"), conclusion="pass"),
        Part(first_page=2, last_page=3, report_no=stated("R-2"), conclusion=second),
    )


def rewritten(before: str, after: str | None) -> Revision:
    words = (Rewording(place=PLACE, before=before, after=after),)
    return Revision(number=1, producer="a laboratory's program", change="text", words=words)


def pages(*stated: tuple[int, int, int]) -> tuple[PageStated, ...]:
    return tuple(PageStated(page=page, number=number, of=of) for page, number, of in stated)


def other_page(number: str) -> Stated:
    return Stated(text=number, place=Place(page=2, box=PLACE.box))


def titled(title: str) -> ReportSource:
    return ReportSource(file="psi.pdf", sha256="aa", pages=3, title=title)


def signed(*, and_whole: bool = False, **facts: Any) -> Report:
    """A report with a signature that says this, and perhaps another one behind it that covers everything."""
    fine = {
        "field": "S",
        "covers": "file",
        "intact": True,
        "permitted": True,
        "changes": "none",
        "signer": "Alpha",
    }
    found = [Signature(**{**fine, **facts}), *([Signature(**fine)] if and_whole else [])]
    source = ReportSource(file="psi.pdf", sha256="aa", pages=3, signed=True)
    return psi(GOOD, source=source, signatures=tuple(found))


def test_a_complete_passing_report_is_released() -> None:
    verdict, findings = judged(LED, psi(GOOD))
    assert verdict is Verdict.RELEASE
    assert rules(findings) == set()


HELD: dict[str, tuple[Any, Verdict, str]] = {
    "too high": (psi(result("Power", "10.0", "W")), Verdict.REJECT, "outside-limit"),
    "one specimen of three": (
        psi(result("Power", "9.1", "W", specimen="1"), result("Power", "10", "W", specimen="2"),
            result("Power", "9", "W", specimen="3")), Verdict.REJECT, "outside-limit"),
    "fails in kW": (psi(result("Power", "0.0100", "kW")), Verdict.REJECT, "outside-limit"),
    "other name": (psi(result("Weight", "9.2", "g")), Verdict.HOLD, "not-found"),
    "no unit": (psi(result("Power", "9.2")), Verdict.HOLD, "unit-unknown"),
    "unknown unit": (psi(result("Power", "9.2", "Wat")), Verdict.HOLD, "unit-unknown"),
    "unit of another kind": (psi(result("Power", "9.2", "mm")), Verdict.HOLD, "unit-unknown"),
    "doubt": (psi(result("Power", "9.2", "W", doubt=("decimal-comma",))), Verdict.HOLD, "doubtful-reading"),
    "a word for a number": (psi(result("Power", "OK", "W")), Verdict.HOLD, "not-comparable"),
    "row marked fail": (psi(result("Power", "9.2", "W", verdict="Fail")), Verdict.HOLD, "not-comparable"),
    "two values": (psi(result("Power", "9.2", "W"), result("Power", "9.3", "W")), Verdict.HOLD, "values-differ"),
    "sample submitted by the client": (lab(GOOD), Verdict.HOLD, "wrong-evidence"),
    "nobody says who drew the sample": (lab(GOOD, sample_by=None), Verdict.HOLD, "wrong-evidence"),
    "no AQL table": (psi(GOOD, aql=()), Verdict.HOLD, "aql-missing"),
    "two classes only": (psi(GOOD, aql=aql()[:2]), Verdict.HOLD, "aql-missing"),
    "looser AQL": (psi(GOOD, aql=aql(limits=("0", "4.0", "4.0"))), Verdict.HOLD, "aql-plan-differs"),
    "AQL in words": (psi(GOOD, aql=aql(limits=("none", "2.5", "4.0"))), Verdict.HOLD, "aql-plan-differs"),
    "found above accepted": (psi(GOOD, aql=aql(found=(0, 15, 5))), Verdict.REJECT, "aql-exceeded"),
    "a critical defect": (psi(GOOD, aql=aql(found=(1, 0, 0))), Verdict.REJECT, "aql-exceeded"),
    "concludes fail": (psi(GOOD, conclusion="fail"), Verdict.REJECT, "conclusion-adverse"),
    "concludes pending": (psi(GOOD, conclusion="pending"), Verdict.HOLD, "conclusion-adverse"),
    "concludes nothing": (psi(GOOD, conclusion=None), Verdict.HOLD, "conclusion-missing"),
    "another contract": (psi(GOOD, identity=Identity(contract_no=stated("C-2"))), Verdict.HOLD, "contract-reference"),
    "no contract": (psi(GOOD, identity=Identity()), Verdict.HOLD, "contract-reference"),
    "another body": (psi(GOOD, issuer=stated("Omega Alpha Inspection")), Verdict.HOLD, "issuer-not-agreed"),
    "no issuer": (psi(GOOD, issuer=None), Verdict.HOLD, "issuer-not-agreed"),
    "a small lot": (psi(GOOD, quantities=lot("2,000 pcs", "2000", "pcs")), Verdict.HOLD, "quantity-short"),
    "a lot without unit": (psi(GOOD, quantities=lot("12,000", "12000", None)), Verdict.HOLD, "quantity-short"),
    "no quantity": (psi(GOOD, quantities=Quantities()), Verdict.HOLD, "quantity-short"),
    "no date": (psi(GOOD, issue_date=None), Verdict.HOLD, "report-unnamed"),
    "no report number": (psi(GOOD, report_no=None), Verdict.HOLD, "report-unnamed"),
    "another buyer": (
        psi(GOOD, identity=Identity(contract_no=stated("C-1"), buyer=stated("Other GmbH"))),
        Verdict.HOLD, "party-differs"),
    "a retest that fails": (
        psi(GOOD, result("Power - retest", "11", "W")), Verdict.HOLD, "related-failure"),
    "a draft": (psi(GOOD, status=stated("DRAFT REPORT")), Verdict.HOLD, "report-status"),
    "urea for lamps": (psi(GOOD, goods="Granular urea 46 %"), Verdict.HOLD, "goods-differ"),
    "live insects": (
        psi(GOOD, result("Live insects", "Fail", verdict="Fail")), Verdict.HOLD, "other-failure"),
    "two reports in one file": (psi(GOOD, parts=two_parts("pass")), Verdict.HOLD, "several-reports"),
    "the second report in the file fails": (psi(GOOD, parts=two_parts("fail")), Verdict.REJECT, "several-reports"),
    "a value that nobody read twice": (psi(result("Power", "9.2", "W", witnesses=())), Verdict.HOLD, "no-witness"),
    "a witness that saw something else": (
        psi(result("Power", "9.2", "W", witnesses=(Witness(by="ocr", text="9.8", agrees=False, dpi=300),))),
        Verdict.HOLD, "no-witness"),
    "a doubtful contract number": (
        psi(GOOD, identity=Identity(contract_no=Stated(text="C-1", place=PLACE, doubt=("several-values",)))),
        Verdict.HOLD, "doubtful-reading"),
    "a conclusion nobody understands": (
        psi(GOOD, conclusion=None, conclusion_stated=stated("Withdrawn")), Verdict.HOLD, "conclusion-missing"),
    "found at the rejection number": (
        psi(GOOD, aql=tuple(row.model_copy(update={"reject": 3}) for row in aql())),
        Verdict.REJECT, "aql-exceeded"),
    "numbers that do not belong together": (
        psi(GOOD, aql=tuple(row.model_copy(update={"reject": 99}) for row in aql())),
        Verdict.HOLD, "aql-plan-differs"),
    "half of it packed": (
        psi(GOOD, quantities=half_packed()), Verdict.HOLD, "quantity-short"),
    "older than the contract": (psi(GOOD, issue_date=dated("2026-11-23")), Verdict.HOLD, "report-date"),
    "younger than the window": (psi(GOOD, issue_date=dated("2027-02-01")), Verdict.HOLD, "report-date"),
    "day or month": (psi(GOOD, issue_date=dated("2027-01-05", "day-month-ambiguous")), Verdict.HOLD, "report-date"),
    "a blank cell": (
        psi(result("Power", "9.1", "W", specimen="1"), result("Length", "5", "mm", specimen="1"),
            result("Length", "5", "mm", specimen="2")), Verdict.HOLD, "specimen-missing"),
    "an unread page": (psi(GOOD, unread=(Unread(page=2, code="no-text", why="no text"),)), Verdict.HOLD, "unread-page"),
    "a value changed after the report was written": (
        psi(GOOD, revisions=(rewritten("11.2", "9.2"),)), Verdict.HOLD, "report-revised"),
    "a line taken out after it": (
        psi(GOOD, revisions=(rewritten("Lead 900 mg/kg", None),)), Verdict.HOLD, "report-revised"),
    "nobody can say what was changed": (
        psi(GOOD, revisions=(Revision(number=1, change="unknown"),)), Verdict.HOLD, "report-revised"),
    "another picture under the same words": (
        psi(GOOD, revisions=(Revision(number=1, change="picture"),)), Verdict.HOLD, "report-revised"),
    "a page was added": (psi(GOOD, revisions=(Revision(number=1, change="pages"),)), Verdict.HOLD, "report-revised"),
    "signed, and saved again": (
        psi(GOOD, source=ReportSource(file="psi.pdf", sha256="aa", pages=3, signed=True, signed_whole=False)),
        Verdict.HOLD, "report-signature"),
    "a signature that is broken": (signed(intact=False), Verdict.HOLD, "report-signature"),
    "a signature that covers a part": (signed(covers="part"), Verdict.HOLD, "report-signature"),
    "a signature behind which the file goes on": (signed(covers="revision"), Verdict.HOLD, "report-signature"),
    "changed in a way that the signature does not allow": (
        signed(covers="revision", permitted=False, and_whole=True), Verdict.HOLD, "report-signature"),
    "a certificate that was revoked": (signed(trust="revoked"), Verdict.HOLD, "report-signature"),
    "a signature that cannot be verified": (signed(problem="ValueError"), Verdict.HOLD, "report-signature"),
    "a program": (
        psi(GOOD, unread=(Unread(page=0, code="script", why="it runs"),)), Verdict.HOLD, "report-active-content"),
    "a note": (
        psi(GOOD, unread=(Unread(page=2, code="annotation", why="a note"),)), Verdict.HOLD, "report-active-content"),
    "page 2 of 3 is missing": (
        psi(GOOD, pages_stated=pages((1, 1, 3), (2, 3, 3))), Verdict.HOLD, "report-inconsistent"),
    "the first page is missing": (psi(GOOD, pages_stated=pages((1, 2, 4))), Verdict.HOLD, "report-inconsistent"),
    "the last page is missing": (psi(GOOD, pages_stated=pages((3, 3, 4))), Verdict.HOLD, "report-inconsistent"),
    "a page twice": (
        psi(GOOD, pages_stated=pages((1, 1, 3), (2, 1, 3), (3, 2, 3))), Verdict.HOLD, "report-inconsistent"),
    "two totals": (psi(GOOD, pages_stated=pages((1, 1, 3), (2, 2, 2))), Verdict.HOLD, "report-inconsistent"),
    "a page of another report": (
        psi(GOOD, numbers_stated=(stated("R-1"), other_page("R-2"))), Verdict.HOLD, "report-inconsistent"),
    "another report in the title": (psi(GOOD, report_no=stated("R-2027-001"), source=titled("Report R-2026-117")),
        Verdict.HOLD, "report-inconsistent"),
    "a Cyrillic letter in the issuer's name": (
        psi(GOOD, issuer=stated("\u0410lpha Inspection")), Verdict.HOLD, "look-alike-letters"),
    "a contract number in Cyrillic": (
        psi(GOOD, identity=Identity(contract_no=stated("\u0421-1"))), Verdict.HOLD, "look-alike-letters"),
    "a letter that turns the reading": (psi(GOOD, goods="LED lamp \u202e7-LA"), Verdict.HOLD, "look-alike-letters"),
    "an unread file": (
        psi(unread=(Unread(page=0, code="broken", why="broken"),), results=()), Verdict.HOLD, "unread-page"),
    "judged by another limit": (
        psi(result("Power", "9.2", "W", limit="Max. 10.5")), Verdict.HOLD, "limit-differs"),
    "on dry basis, where the contract names none": (
        psi(result("Power", "9.2", "W", basis="dry basis")), Verdict.HOLD, "basis-differs"),
    "a column of the factory": (
        psi(result("Power", "9.2", "W", specimen="Factory result")), Verdict.HOLD, "own-result"),
    "a table of the factory": (
        psi(result("Power", "9.2", "W", section="工厂自检数据")), Verdict.HOLD, "own-result"),
    "inspected years before the report": (
        psi(GOOD, dates=Dates(inspected=dated("2024-03-12"))), Verdict.HOLD, "inspection-date"),
    "inspected after the report": (
        psi(GOOD, dates=Dates(inspected=dated("2027-01-06"))), Verdict.HOLD, "inspection-date"),
    "made after the inspection": (
        psi(GOOD, dates=Dates(produced=dated("2027-01-05"), inspected=dated("2027-01-04"))),
        Verdict.HOLD, "inspection-date"),
    "expired before shipment": (
        psi(GOOD, dates=Dates(expires=dated("2027-01-09"))), Verdict.HOLD, "inspection-date"),
    "a larger lot": (psi(GOOD, quantities=lot("24,000 pcs", "24000", "pcs")), Verdict.HOLD, "quantity-over"),
    "more in the list than in the table": (
        psi(GOOD, defects=(listed("major", 4),)), Verdict.HOLD, "defects-differ"),
    "a critical defect in the list": (psi(GOOD, defects=(listed("critical", 1),)), Verdict.HOLD, "defects-differ"),
    "half of it finished": (
        psi(GOOD, quantities=half_packed("finished")), Verdict.HOLD, "quantity-over"),
}  # fmt: skip


@pytest.mark.parametrize("name", HELD)
def test_what_is_held_or_rejected(name: str) -> None:
    report, verdict, rule = HELD[name]
    given, findings = judged(LED, report)
    assert given is verdict
    assert rule in rules(findings)


NOTED: dict[str, tuple[Report, str]] = {
    "signed, signer unknown": (signed(), "report-signature"),
    "signed, certificate run out before": (signed(trust="not-valid-then"), "report-signature"),
    "signed, trusted": (signed(trust="trusted"), "report-signature"),
    "signed twice": (
        signed(covers="revision", changes="forms", and_whole=True), "report-signature"),
    "signed, and nobody here can verify it": (
        psi(GOOD, source=ReportSource(file="psi.pdf", sha256="aa", pages=3, signed=True)),
        "report-signature"),
    "from an editor": (psi(GOOD, source=ReportSource(file="psi.pdf", sha256="aa", pages=3, producer="iLovePDF 3")),
        "report-edited"),
    "changed half a year later": (psi(GOOD, source=ReportSource(file="psi.pdf", sha256="aa", pages=3,
        modified=datetime(2027, 8, 1, tzinfo=UTC))), "report-edited"),
    "saved again by another program": (
        psi(GOOD, source=ReportSource(file="psi.pdf", sha256="aa", pages=3, producer="B"),
        revisions=(Revision(number=1, producer="A", change="none"),)), "report-edited"),
}  # fmt: skip


@pytest.mark.parametrize("name", NOTED)
def test_what_is_only_noted(name: str) -> None:
    report, rule = NOTED[name]
    verdict, findings = judged(LED, report)
    assert verdict is Verdict.RELEASE
    assert (rule, Verdict.RELEASE) in [(one.rule, one.severity) for one in findings]


PASSED: dict[str, Report] = {
    "read twice, by a person": psi(
        result("Power", "9.2", "W", witnesses=(Witness(by="person", text="9.2", agrees=True),))
    ),
    "a related value that meets it": psi(GOOD, result("Power, lot 2", "9.1", "W")),
    "another thing": psi(GOOD, result("Power factor", "0.5"), result("Powerful", "99", "W")),
    "the bound itself": psi(result("Power", "9.9", "W")),
    "another unit": psi(result("Power", "0.0092", "kW")),
    "below a limit": psi(result("Power", "<9.9", "W")),
    "not detected": psi(result("Power", "N.D.", "W", mdl="0.1")),
    "several specimens": psi(
        result("Power", "9.1", "W", specimen="1"), result("Power", "9.3", "W", specimen="2")
    ),
    "the same value twice": psi(GOOD, GOOD),
    "less within tolerance": psi(GOOD, quantities=lot("11,400 pcs", "11400", "PCS")),
    "the plain name of the body": psi(GOOD, issuer=stated("ALPHA INSPECTION")),
    "the limit of the contract": psi(result("Power", "9.2", "W", limit="Max. 9.9")),
    "the limit in another unit": psi(result("Power", "9.2", "W", limit="≤ 0.0099 kW", verdict="Pass")),
    "a limit in words": psi(result("Power", "9.2", "W", limit="as agreed")),
    "several defects on one piece": psi(GOOD, defects=(listed("major", 3), listed("major", 2))),
    "as received": psi(result("Power", "9.2", "W", basis="as received")),
    "inspected the day before": psi(GOOD, dates=Dates(inspected=dated("2027-01-04"))),
    "saved again without a change": psi(GOOD, revisions=(Revision(number=1, change="none"),)),
    "silent pages and a cover": psi(GOOD, pages_stated=pages((2, 1, 2), (3, 2, 2))),
    "a page without its number": psi(GOOD, pages_stated=pages((1, 1, 3), (3, 3, 3))),
    "its number on every page": psi(GOOD, numbers_stated=(stated("R-1"), other_page("No. R-1"))),
    "its own number and an older one in the title": psi(
        GOOD, report_no=stated("R-2027-001"), source=titled("R-2027-001 for R-2026-117")
    ),
    "a title of another kind": psi(GOOD, report_no=stated("R-2027-001"), source=titled("Form F-12 (2026)")),
    "signs of measurement": psi(GOOD, goods="LED lamp 5 \u03a9, 3 \u03bcm"),
    "name with abbreviation": psi(result("POWER", "9.2", "W")),
}


@pytest.mark.parametrize("name", PASSED)
def test_what_is_released(name: str) -> None:
    verdict, findings = judged(LED, PASSED[name])
    assert verdict is Verdict.RELEASE, findings


@pytest.mark.parametrize(
    ("standing", "rule"),
    [
        (Standing(ledger=False, signed=False, unsigned_accepted=True), "no-ledger"),
        (Standing(ledger=True, signed=False, unsigned_accepted=False), "contract-unsigned"),
        (
            Standing(ledger=True, signed=False, unsigned_accepted=True, problems=("edited",)),
            "contract-altered",
        ),
        (Standing(ledger=True, signed=False, unsigned_accepted=True, draft=True), "contract-draft"),
        (
            Standing(
                ledger=True, signed=True, unsigned_accepted=False, addenda=("addendum 1 is not signed",)
            ),
            "addendum-open",
        ),
    ],
)
def test_what_the_check_rests_on(standing: Standing, rule: str) -> None:
    verdict, findings = judged(LED, psi(GOOD), standing=standing)
    assert verdict is Verdict.HOLD
    assert rules(findings) == {rule}


@pytest.mark.parametrize(
    ("contract", "shipment", "held"), [("C-1", 1, False), ("C-1", 2, True), ("C-0", 1, True)]
)
def test_a_report_releases_one_shipment_only(contract: str, shipment: int, held: bool) -> None:
    used = Use(report_sha256="aa", report_no=None, contract_no=contract, shipment=shipment, row=4)
    standing = Standing(ledger=True, signed=False, unsigned_accepted=True, uses=(used,))
    verdict, findings = judged(LED, psi(GOOD), standing=standing)
    assert (verdict is Verdict.HOLD) is held
    assert ("report-reused" in rules(findings)) is held


def test_one_byte_more_makes_no_other_report() -> None:
    used = Use(report_sha256="other", report_no="R - 1", contract_no="C-1", shipment=2, row=4)
    standing = Standing(ledger=True, signed=False, unsigned_accepted=True, uses=(used,))
    assert "report-reused" in rules(judged(LED, psi(GOOD), standing=standing)[1])


def test_a_type_test_may_be_used_again() -> None:
    agreed = spec(line(POWER, characteristic("Lead", "<= 100 mg/kg", evidence="type-test")))
    used = Use(report_sha256="bb", report_no="L-1", contract_no="C-0", shipment=1, row=4)
    standing = Standing(ledger=True, signed=False, unsigned_accepted=True, uses=(used,))
    verdict, _ = judged(agreed, psi(GOOD), lab(result("Lead", "3", "mg/kg")), standing=standing)
    assert verdict is Verdict.RELEASE


def test_a_type_test_is_proved_by_a_laboratory() -> None:
    agreed = spec(line(POWER, characteristic("Lead", "<= 100 mg/kg", evidence="type-test")))
    verdict, _ = judged(agreed, psi(GOOD), lab(result("Lead (Pb)", "N.D.", "mg/kg", mdl="2")))
    assert verdict is Verdict.RELEASE


def test_a_submitted_sample_that_fails_counts_against_the_shipment() -> None:
    agreed = spec(line(characteristic("Lead", "<= 100 mg/kg")))
    verdict, findings = judged(
        agreed, psi(result("Lead", "3", "mg/kg")), lab(result("Lead", "8853", "mg/kg"))
    )
    assert verdict is Verdict.REJECT
    assert "outside-limit" in rules(findings)


LEAD = characteristic("Lead", "<= 100 mg/kg", evidence="type-test", method="IEC 62321-5:2013")
TESTED = spec(line(POWER, LEAD))
OF_MODEL = spec(line(POWER, LEAD, model="AL-9"))
SUGAR = spec(
    line(characteristic("Moisture", "<= 0.06 %", basis="dry basis"), description="White sugar"),
    sampling=False,
)
BULK = SUGAR.model_copy(
    update={"shipments": (SUGAR.shipments[0].model_copy(
        update={"lines": (SUGAR.shipments[0].lines[0].model_copy(
            update={"quantity": SUGAR.shipments[0].lines[0].quantity.model_copy(
                update={"number": Decimal(300), "unit": "t"})}),)}),)}
)  # fmt: skip
SCALED = spec(line(characteristic(
    "Power", "<= 9.0 W", scale={"step": "0.1", "percent": "1 %", "reject": "<= 9.9 W"})))  # fmt: skip
DISCHARGE = spec(line(POWER, characteristic("Caking", "conforms", stage="discharge")))


def lead(printed: str = "3", **more: Any) -> Report:
    """A laboratory report on lead; `method` and what else a row has goes into the row."""
    row = {key: more.pop(key) for key in ("method", "limit") if key in more}
    return lab(result("Lead", printed, "mg/kg", **row), **more)


def sugar(*more: Any, **facts: Any) -> Report:
    dry = result("Moisture", "0.03", "%", basis=facts.pop("basis", "d.b."))
    return psi(
        dry,
        *more,
        family="commodity",
        aql=(),
        goods="White sugar",
        quantities=lot("300 MT", "300", "t"),
        **facts,
    )


NOT_OURS = Stated(text="This report is not covered by the accreditation.", place=PLACE)
STAR = Outside(said=Stated(text="* Test not accredited", place=PLACE), mark="*")


def terms(**changed: Any) -> Spec:
    return LED.model_copy(update={"inspection": LED.inspection.model_copy(update=changed)})


def in_container(number: str) -> Identity:
    return Identity(contract_no=stated("C-1"), container_no=stated(number))


def packed_of(text: str, number: str, unit: str) -> Quantities:
    return lot("12,000 pcs", "12000", "pcs").model_copy(update={"packed": lot(text, number, unit).lot})


ACCREDITED = terms(accredited=True)
NARROW = BULK.model_copy(update={"credit_tolerance": Decimal(1)})
UNSURE = Value(kind="number", low=Decimal("9.8"), high=Decimal("9.8"), uncertainty=Decimal("0.2"))


def calling(*names: str) -> Spec:
    """The contract that calls for these documents."""
    return LED.model_copy(update={"documents": tuple(SpecDocument(name=name) for name in names)})


CREDIT = LED.model_copy(
    update={"credit": SpecCredit(presentation_days=21, latest_shipment=date(2027, 1, 20))}
)


BY_CONTRACT: dict[str, tuple[Any, tuple[Report, ...], str | None]] = {
    "the agreed method": (TESTED, (psi(GOOD), lead(method="With reference to IEC 62321-5 : 2013, by ICP-OES")), None),
    "no method": (TESTED, (psi(GOOD), lead()), None),
    "another edition": (TESTED, (psi(GOOD), lead(method="IEC 62321-5:2006")), "method-differs"),
    "the limit of a law in a type test": (TESTED, (psi(GOOD), lead(limit="1000")), None),
    "an old type test": (TESTED, (psi(GOOD), lead(issue_date=dated("2021-03-03"))), "type-test-stale"),
    "an old test in a new report": (
        TESTED, (psi(GOOD), lead(dates=Dates(tested_to=dated("2021-03-03")))), "type-test-stale"),
    "other specimens in another section": (
        LED, (psi(result("Power", "9.1", "W", specimen="1", section="Table 5"),
                  result("Fire", "N", specimen="1", section="Table 5"),
                  result("Fire", "N", specimen="2", section="Table 6")),), None),
    "another specimen in the same section": (
        LED, (psi(result("Power", "9.1", "W", specimen="1", section="Table 5"),
                  result("Fire", "N", specimen="1", section="Table 5"),
                  result("Fire", "N", specimen="2", section="Table 5")),), "specimen-missing"),
    "a type test that fits either way to read its date": (
        TESTED, (psi(GOOD), lead(issue_date=dated("2026-01-11", "day-month-ambiguous"))), None),
    "a type test that is too young by the other way to read its date": (
        TESTED, (psi(GOOD), lead(issue_date=dated("2027-02-01", "day-month-ambiguous"))), "type-test-stale"),
    "a type test that is too old by the other way to read its date": (
        TESTED, (psi(GOOD), lead(issue_date=dated("2025-12-01", "day-month-ambiguous"))), "type-test-stale"),
    "a type test whose date is doubtful otherwise": (
        TESTED, (psi(GOOD), lead(issue_date=dated("2026-01-11", "several-values"))), "type-test-stale"),
    "a type test without a number, by its sample": (
        TESTED, (psi(GOOD), lead(report_no=None, identity=Identity(sample_no=stated("LL-77-1")))), None),
    "a type test without a number, by its lot": (
        TESTED, (psi(GOOD), lead(report_no=None, lots=(stated("7741"),))), None),
    "a type test without a number, of lot 0": (
        TESTED, (psi(GOOD), lead(report_no=None, lots=(stated("0"),))), "report-unnamed"),
    "a certificate of the shipment without a number": (
        LED, (psi(GOOD, report_no=None, lots=(stated("7741"),)),), "report-unnamed"),
    "one year less a day": (TESTED, (psi(GOOD), lead(issue_date=dated("2025-11-24"))), None),
    "a type test of other goods": (TESTED, (psi(GOOD), lead(goods=stated("Plastic bag"))), "type-test-model"),
    "a type test that names no model": (OF_MODEL, (psi(GOOD, model="AL-9"), lead()), "type-test-model"),
    "a type test of the model": (OF_MODEL, (psi(GOOD, model="AL-9"), lead(goods=stated("LED lamp AL-9"))), None),
    "dry basis in other words": (BULK, (sugar(),), None),
    "no basis, where the contract wants dry": (BULK, (sugar(basis=None),), "basis-differs"),
    "as received, where the contract wants dry": (BULK, (sugar(basis="as received"),), "basis-differs"),
    "a weight far below": (BULK, (sugar(result("Net weight", "251.3", "t")),), "quantity-over"),
    "a weight within": (BULK, (sugar(result("Net weight", "299.4", "MT")),), None),
    "the weight of a bag": (BULK, (sugar(result("Net weight", "50.1", "kg")),), None),
    "between guarantee and rejection": (SCALED, (psi(GOOD),), "price-adjustment"),
    "an uncertainty that reaches beyond the limit": (
        LED, (psi(result("Power", "9.8 ± 0.2", "W", value=UNSURE)),), "uncertainty-straddles"),
    "a limit that points the wrong way": (
        spec(line(characteristic("CRI", "<= 80"))), (psi(result("CRI", "79")),), "limit-direction"),
    "a power factor above 1": (LED, (psi(GOOD, result("Power factor", "1.1")),), "impossible-value"),
    "a report that is not accredited, where that is asked for": (
        ACCREDITED, (psi(GOOD, outside_accreditation=(Outside(said=NOT_OURS),)),), "outside-accreditation"),
    "a mark at the value that means not accredited": (
        ACCREDITED, (psi(result("Power *", "9.2", "W"), outside_accreditation=(STAR,)),), "outside-accreditation"),
    "that mark at another value": (
        ACCREDITED, (psi(GOOD, result("Weight *", "9", "g"), outside_accreditation=(STAR,)),), None),
    "two stars are another mark": (
        ACCREDITED, (psi(result("Power **", "9.2", "W"), outside_accreditation=(STAR,)),), None),
    "not accredited, where nobody asks": (LED, (psi(GOOD, outside_accreditation=(Outside(said=NOT_OURS),)),), None),
    "said in the row": (
        ACCREDITED, (psi(result("Power", "9.2", "W", method="IEC 62612:2013 (not accredited)")),),
        "outside-accreditation"),
    "reports on two lots": (
        BULK, (sugar(lots=(stated("2611-A"),)), sugar(file="b.pdf", sha256="b", lots=(stated("2611-B"),))),
        "identity-conflict"),
    "reports with a lot in common": (
        BULK, (sugar(lots=(stated("2611-A, 2611-B"),)),
               sugar(file="b.pdf", sha256="b", lots=(stated("Lot No. 2611-b"),))), None),
    "reports on two containers": (
        BULK, (sugar(identity=in_container("ABCU 123456-0")), sugar(file="b.pdf", sha256="b",
                                                                   identity=in_container("ABCU 765432-1"))),
        "identity-conflict"),
    "one report names its lot": (BULK, (sugar(lots=(stated("A"),)), sugar(file="b.pdf", sha256="b")), None),
    "more than the credit allows": (
        NARROW, (sugar(result("Net weight", "306.0", "t")),), "quantity-over"),
    "less than the credit allows": (NARROW, (sugar(result("Net weight", "299.4", "t")),), None),
    "half packed, in another spelling of the unit": (
        LED, (psi(GOOD, quantities=packed_of("6,000 pieces", "6000", "pieces")),), "quantity-short"),
    "nine in ten packed, where all must be": (
        terms(packed_percent=Decimal(100)), (psi(GOOD, quantities=packed_of("10,800 pcs", "10800", "pcs")),),
        "quantity-short"),
    "nine in ten packed": (LED, (psi(GOOD, quantities=packed_of("90 %", "90", "%")),), None),
    "a type test of two years, where that is agreed": (
        TESTED.model_copy(update={"inspection": TESTED.inspection.model_copy(update={"type_test_days": 730})}),
        (psi(GOOD), lead(issue_date=dated("2025-01-03"))), None),
    "an inspection of a fortnight ago, where a week is agreed": (
        terms(valid_days=7), (psi(GOOD, dates=Dates(inspected=dated("2026-12-22"))),), "inspection-date"),
    "an inspection of a fortnight ago": (LED, (psi(GOOD, dates=Dates(inspected=dated("2026-12-22"))),), None),
    "a method of no edition": (
        spec(line(POWER.model_copy(update={"method": "IEC 62612"}))),
        (psi(result("Power", "9.2", "W", method="IEC 62612:2013")),), None),
    "a certificate of loading for what is known at discharge": (
        DISCHARGE, (psi(GOOD, result("Caking", "Pass")),), None),
    "nothing that is known before discharge": (
        spec(line(characteristic("Caking", "conforms", stage="discharge"))),
        (psi(result("Caking", "Pass")),), "not-due"),
    "an inspection that the contract calls for": (calling("Pre-shipment inspection report"), (psi(GOOD),), None),
    "a test report that is not there": (
        calling("Pre-shipment inspection report", "RoHS test report"), (psi(GOOD),), "document-missing"),
    "issued after shipment, with no day of inspection": (
        CREDIT, (psi(GOOD, issue_date=dated("2027-01-22")),), "certificate-date"),
}  # fmt: skip


@pytest.mark.parametrize("name", BY_CONTRACT)
def test_what_depends_on_the_contract(name: str) -> None:
    agreed, reports, rule = BY_CONTRACT[name]
    verdict, findings = judged(agreed, *reports)
    assert rules(findings) == ({rule} if rule else set())
    assert verdict is (Verdict.HOLD if rule else Verdict.RELEASE)


@pytest.mark.parametrize(
    ("agreed", "stated_place", "noted"),
    [
        (("Ningbo", "宁波"), "Guangzhou, China", True), (("Ningbo", "宁波"), "NINGBO BEILUN", False),
        (("Ningbo", "宁波"), "中国宁波市北仑区", False), (("the Seller's factory", "卖方工厂"), "Guangzhou", False),
        (("the port of Laem Chabang", "林查班港"), "Laem Chabang Port, Thailand", False), ((), "Guangzhou", False),
    ],
)  # fmt: skip
def test_the_place_of_inspection_is_noted(agreed: tuple[str, ...], stated_place: str, noted: bool) -> None:
    identity = Identity(contract_no=stated("C-1"), place_of_inspection=stated(stated_place))
    verdict, findings = judged(terms(places=agreed), psi(GOOD, identity=identity))
    assert verdict is Verdict.RELEASE
    assert ("place-differs" in {finding.rule for finding in findings}) is noted


TWO = spec(line(POWER, model="AL-9"), line(POWER, number=2, model="AL-9-D"))


def test_evidence_for_one_line_never_stands_for_another() -> None:
    verdict, findings = judged(TWO, psi(GOOD, model="AL-9"))
    assert verdict is Verdict.HOLD
    assert {finding.line for finding in findings if finding.rule == "not-found"} == {2}
    both = judged(TWO, psi(GOOD, model="AL-9"), psi(GOOD, model="AL-9-D", file="b.pdf", sha256="b"))
    assert both[0] is Verdict.RELEASE


def test_a_report_that_names_no_line_supports_none_and_is_held_against_none() -> None:
    for power in ("9.2", "12"):
        verdict, findings = judged(TWO, psi(result("Power", power, "W")))
        assert verdict is Verdict.HOLD
        assert {"report-unattributed", "not-found"} <= rules(findings)


def test_another_model_is_noticed() -> None:
    agreed = spec(line(POWER, model="AL-9"))
    verdict, findings = judged(agreed, psi(GOOD, model="AL-7"))
    assert verdict is Verdict.HOLD
    assert rules(findings) == {"goods-differ"}


def test_a_report_on_a_third_model_is_about_none_of_them() -> None:
    verdict, findings = judged(TWO, psi(result("Power", "12", "W"), model="AL-7"))
    assert verdict is Verdict.HOLD
    assert {"goods-differ", "not-found"} <= rules(findings)
    assert "outside-limit" not in rules(findings)


def test_what_is_known_only_at_loading_is_not_certified_before_it() -> None:
    agreed = spec(line(characteristic("Power", "<= 9.9 W", stage="loading")))
    assert judged(agreed, psi(GOOD, issue_date=dated("2027-01-09")))[0] is Verdict.HOLD
    assert judged(agreed, psi(GOOD, issue_date=dated("2027-01-10")))[0] is Verdict.RELEASE


def test_verdicts_are_per_line() -> None:
    from tests.check.make import case
    from tradedocs.check.verdict import findings_of, verdicts_of

    one = case(TWO, psi(GOOD, model="AL-9"), psi(result("Power", "12", "W"), model="AL-9-D", file="b.pdf"))
    assert [v.verdict for v in verdicts_of(one, findings_of(one))] == [Verdict.RELEASE, Verdict.REJECT]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.ID)
def test_every_rule_has_a_manual_page_and_its_own_module(rule: Any) -> None:
    assert rule.__name__.rsplit(".", 1)[-1] == rule.ID.replace("-", "_")
    for part in ("What:", "Bad:", "Good:"):
        assert part in rule.__doc__ or part == "What:"
    assert "Bad:" in rule.__doc__
    assert "Good:" in rule.__doc__


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.ID)
def test_every_rule_rests_on_a_clause_of_the_library_or_says_why_on_none(rule: Any) -> None:
    assert set(rule.RESTS_ON) <= set(LIBRARY.ids)
    assert bool(rule.RESTS_ON) is not bool(re.search(r"^Clause: none; \w+", rule.__doc__, re.M))
    assert "Clause: " in manual_page(rule)


def test_a_finding_names_the_clauses_of_its_rule() -> None:
    findings = judged(LED, HELD["too high"][0])[1]
    assert {f.clauses for f in findings if f.rule == "outside-limit"} == {
        ("quality.specification", "inspection.decision-rule")
    }


def test_every_rule_is_tried_here() -> None:
    tried = {rule for _, _, rule in (*HELD.values(), *BY_CONTRACT.values()) if rule} | {
        "no-ledger", "contract-unsigned", "contract-altered", "report-unattributed", "report-reused",
        "contract-draft", "addendum-open", "place-differs", "verification-route",
        # tried in test_answers.py
        "adverse-on-record", "re-inspected", "report-superseded", "reports-differ", "standard-differs",
        "concession-credit", "concession-void", "name-mapped",  # in test_persons.py
    }  # fmt: skip
    assert {rule.ID for rule in RULES} == tried | {rule for _, rule in NOTED.values()}


def test_a_changed_value_is_shown_with_both_values() -> None:
    (finding,) = [f for f in judged(LED, HELD["a value changed after the report was written"][0])[1]
                  if f.rule == "report-revised"]  # fmt: skip
    assert "Power: '11.2' is now '9.2'" in finding.message


def test_every_finding_says_what_to_do() -> None:
    for report, _, _ in HELD.values():
        for finding in judged(LED, report)[1]:
            assert finding.message
            assert finding.way_out


def test_recorded_is_the_default_of_these_tests() -> None:
    assert RECORDED.ledger
