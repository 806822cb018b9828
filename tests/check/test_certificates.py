"""The documents that are called for, and the dates of certificates against shipment, contract and credit."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from tests.check.make import RECORDED, case, characteristic, dated, lab, line, psi, result, rules, spec
from tradedocs.check.called import called, not_examined
from tradedocs.check.verdict import findings_of
from tradedocs.model.finding import Finding, Verdict
from tradedocs.model.report import Dates, Report
from tradedocs.model.spec import Spec, SpecCredit, SpecDocument

GOOD = result("Power", "9.2", "W")
LED = spec(line(characteristic("Power", "<= 9.9 W")))


def calling(*documents: str | SpecDocument, credit: SpecCredit | None = None) -> Spec:
    named = tuple(SpecDocument(name=one) if isinstance(one, str) else one for one in documents)
    return LED.model_copy(update={"documents": named, "credit": credit})


def found(agreed: Spec, *reports: Report, shipped: str | None = None) -> tuple[Finding, ...]:
    day = None if shipped is None else date.fromisoformat(shipped)
    return findings_of(case(agreed, *reports, standing=replace(RECORDED, shipped=day)))


LOOKED_FOR = {
    "Pre-shipment inspection reports for both models": ({"pre-shipment", "commodity"}, "load"),
    "Inspection certificate": ({"pre-shipment", "commodity"}, "documents"),
    "Certificate of quality and weight issued at loading": ({"pre-shipment", "commodity"}, "documents"),
    "Certificate of quality, quantity, weight and origin": ({"pre-shipment", "commodity"}, "documents"),
    "Weight certificate, two originals": ({"pre-shipment", "commodity"}, "documents"),
    "Draft survey report": ({"pre-shipment", "commodity"}, "documents"),
    "Certificate of analysis": ({"laboratory", "commodity", "mill"}, "documents"),
    "RoHS test report": ({"laboratory", "commodity", "mill"}, "documents"),
    "Mill test certificate EN 10204 3.1": ({"mill"}, "documents"),
    "由约定检验机构在装货时出具的品质及重量证书": ({"pre-shipment", "commodity"}, "documents"),
    "装运前检验报告": ({"pre-shipment", "commodity"}, "load"),
    "RoHS检测报告": ({"laboratory", "commodity", "mill"}, "documents"),
}


@pytest.mark.parametrize("name", LOOKED_FOR)
def test_what_an_inspection_body_or_laboratory_issues_is_looked_for(name: str) -> None:
    (one,) = called(calling(name))
    assert (set(one.families), one.gate) == LOOKED_FOR[name]


@pytest.mark.parametrize(
    "name",
    ["Signed commercial invoice, three originals", "Packing list", "Full set of clean on board ocean bills of lading",
     "Certificate of origin Form E", "Health certificate", "Phytosanitary inspection certificate",
     "Insurance policy for 110 % of the invoice value", "Fumigation certificate", "Manufacturer's test report",
     "Certificate of quality issued by the manufacturer", "Beneficiary's certificate", "厂检报告", "卫生证书",
     "动植物检疫证书", "由生产厂出具的品质证书"],
)  # fmt: skip
def test_what_others_issue_is_listed_as_not_examined(name: str) -> None:
    agreed = calling(name)
    assert called(agreed) == ()
    assert not_examined(agreed) == (name,)


def test_what_a_party_issues_itself_is_not_looked_for() -> None:
    own = SpecDocument(name="Certificate of quality", issuer="Smith & Sons <HK> Ltd")
    assert called(calling(own)) == ()
    assert called(calling(own.model_copy(update={"issuer": "Alpha Inspection"}))) != ()


def test_the_inspection_must_be_there_to_load_and_the_rest_for_the_documents() -> None:
    agreed = calling("Pre-shipment inspection report", "Certificate of analysis", "Commercial invoice")
    missing = [one for one in found(agreed, lab(GOOD)) if one.rule == "document-missing"]
    assert [one.gate for one in missing] == ["load"]
    missing = [one for one in found(agreed, psi(GOOD)) if one.rule == "document-missing"]
    assert [one.gate for one in missing] == ["documents"]
    assert rules(found(agreed, psi(GOOD), lab(GOOD))) == set()


def test_a_report_of_no_known_kind_answers_where_the_inspector_drew_the_sample() -> None:
    agreed = calling("Inspection certificate")
    assert "document-missing" not in rules(found(agreed, psi(GOOD, family=None)))
    assert "document-missing" in rules(found(agreed, psi(GOOD, family=None, sample_by=None)))


CREDIT = SpecCredit(presentation_days=7, latest_shipment=date(2027, 1, 20), expiry=date(2027, 1, 30))
AT_LOADING = calling("Certificate of quality and weight issued at loading by the agreed inspection body")
INSPECTED = Dates(inspected=dated("2027-01-04"))
DATES: dict[str, tuple[Spec, dict[str, Any], str | None, str | None]] = {
    "inspected and issued before": (LED, {"dates": INSPECTED}, "2027-01-15", None),
    "issued on the day of shipment": (LED, {"issue_date": dated("2027-01-15")}, "2027-01-15", None),
    "inspected before, issued after": (
        LED, {"issue_date": dated("2027-01-18"), "dates": INSPECTED}, "2027-01-15", None),
    "issued after, no day of inspection": (
        LED, {"issue_date": dated("2027-01-18")}, "2027-01-15", "does not say when"),
    "issued after, a doubtful day of inspection": (
        LED, {"issue_date": dated("2027-01-18"), "dates": Dates(inspected=dated("2027-01-14", "ocr-only"))},
        "2027-01-15", "does not say when"),
    "inspected after": (
        LED, {"issue_date": dated("2027-01-18"), "dates": Dates(inspected=dated("2027-01-16"))}, "2027-01-15",
        "after the shipment of 2027-01-15"),
    "sampled after": (
        LED, {"issue_date": dated("2027-01-18"), "dates": Dates(sampled=dated("2027-01-16"))}, "2027-01-15",
        "after the shipment of 2027-01-15"),
    "to be issued at loading, issued after": (
        AT_LOADING, {"issue_date": dated("2027-01-18"), "dates": INSPECTED}, "2027-01-15", "issued at loading"),
    "to be issued at loading, issued at loading": (
        AT_LOADING, {"issue_date": dated("2027-01-14")}, "2027-01-15", None),
    "to be dated not later than the bill of lading": (
        calling("Inspection certificate dated not later than the date of the B/L"),
        {"issue_date": dated("2027-01-18"), "dates": INSPECTED}, "2027-01-15", "not later than"),
    "装运前签发": (calling("装运前签发的检验证书"),
        {"issue_date": dated("2027-01-18"), "dates": INSPECTED}, "2027-01-15", "装运前签发"),
    "shipped before the window": (LED, {"dates": INSPECTED}, "2027-01-09", "the window is"),
    "shipped after the window": (LED, {"dates": INSPECTED}, "2027-02-01", "the window is"),
    "shipped later than the credit allows": (
        calling(credit=CREDIT), {"dates": INSPECTED}, "2027-01-21", "the credit allows shipment until 2027-01-20"),
    "issued after the days of presentation": (
        calling(credit=CREDIT), {"issue_date": dated("2027-01-23"), "dates": INSPECTED}, "2027-01-15",
        "last day of presentation, 2027-01-22"),
    "issued after the expiry": (
        calling(credit=CREDIT.model_copy(update={"presentation_days": 21})),
        {"issue_date": dated("2027-01-31"), "dates": INSPECTED}, "2027-01-15", "last day of presentation, 2027-01-30"),
    "no day of shipment: the credit's last day": (
        calling(credit=CREDIT), {"issue_date": dated("2027-01-21")}, None, "after the shipment of 2027-01-20"),
    "no day of shipment: the last day of the window": (LED, {"issue_date": dated("2027-01-31")}, None, None),
    "expired between loading and shipment": (
        LED, {"dates": Dates(expires=dated("2027-01-14"))}, "2027-01-15", "the goods were shipped on"),
}  # fmt: skip


@pytest.mark.parametrize("name", DATES)
def test_the_dates_of_a_certificate_hold_the_documents_only(name: str) -> None:
    agreed, facts, shipped, words = DATES[name]
    held = [one for one in found(agreed, psi(GOOD, **facts), shipped=shipped) if one.severity is Verdict.HOLD]
    assert all(one.gate == "documents" for one in held)
    assert {one.rule for one in held} <= {"certificate-date", "inspection-date"}
    assert bool(held) is (words is not None)
    assert words is None or any(words in one.message for one in held), held


ORDER_OF_DATES: dict[str, tuple[dict[str, Any], bool]] = {
    "tested before the sample was drawn": (
        {"dates": Dates(sampled=dated("2027-01-04"), tested_from=dated("2027-01-03"))}, True),
    "received before it was drawn": (
        {"dates": Dates(sampled=dated("2027-01-04"), received=dated("2027-01-03"))}, True),
    "made after the test": ({"dates": Dates(produced=dated("2027-01-04"), tested_to=dated("2027-01-03"))}, True),
    "issued before the sample was drawn": ({"dates": Dates(sampled=dated("2027-01-06"))}, True),
    "drawn, received and tested": (
        {"dates": Dates(produced=dated("2026-12-20"), sampled=dated("2027-01-02"), received=dated("2027-01-02"),
                        tested_from=dated("2027-01-03"), tested_to=dated("2027-01-04"))}, False),
    "two readings, one after a later report": ({"dates": Dates(inspected=dated("2027-01-02", "day-month-ambiguous")),
                                    "issue_date": dated("2027-01-20")}, True),
    "two readings, one after the report": (
        {"dates": Dates(inspected=dated("2027-01-04", "day-month-ambiguous"))}, True),
    "two readings, both before the report": (
        {"dates": Dates(inspected=dated("2027-01-02", "day-month-ambiguous")),
         "issue_date": dated("2027-02-02")}, False),
}  # fmt: skip


@pytest.mark.parametrize("name", ORDER_OF_DATES)
def test_the_dates_of_a_report_follow_each_other(name: str) -> None:
    facts, held = ORDER_OF_DATES[name]
    assert ("inspection-date" in rules(found(LED, psi(GOOD, **facts)))) is held
