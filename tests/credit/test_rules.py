"""Each rule of a credit: what it finds and what it lets pass."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from tests.credit.lc import CLEAN, DAY, SAMPLES, deal, judged, put, read, told, without
from tradedocs.credit.rules import RULES

DOCUMENTS = "\n".join(read(CLEAN)[0].field("46A").lines)  # type: ignore[union-attr]

CONFIRMED = {"letter_of_credit": {"confirmed": True, "place_of_expiry": "Thailand"}}


def with_document(line: str) -> str:
    return put(CLEAN, "46A", f"{DOCUMENTS}\n{line}")


def with_condition(line: str) -> str:
    return put(CLEAN, "47A", f"+ {line}")


def certificate(words: str) -> str:
    return put(CLEAN, "46A", DOCUMENTS.replace("ISSUED BY NORTHQUAY\nSUPERINTENDENCE AT LOADING", words))


def test_the_clean_sample_has_no_finding() -> None:
    assert judged(CLEAN) == ()


def test_the_discrepant_sample_has_its_five() -> None:
    text = (SAMPLES / "credit-discrepant.txt").read_text(encoding="utf-8")
    assert told(text) == [
        ("L05", "discrepancy", "39A"), ("L06", "discrepancy", "31D"), ("L07", "discrepancy", "44C"),
        ("L17", "discrepancy", "46A"), ("L15", "discrepancy", "47A"),
    ]  # fmt: skip


def test_the_text_of_another_form_has_its_faults() -> None:
    text = (SAMPLES.parent.parent / "tests" / "credit" / "cases" / "bad-format.txt").read_text(
        encoding="utf-8"
    )
    assert told(text) == [
        ("L01", "discrepancy", "49"), ("L01", "discrepancy", "31C"), ("L01", "discrepancy", "32B"),
        ("L01", "discrepancy", "44C"), ("L01", "look", "99Z"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (put(CLEAN, "40A", "REVOCABLE"), [("L02", "discrepancy", "40A")]),
        (put(CLEAN, "40A", "IRREVOCABLE STANDBY"), [("L02", "discrepancy", "40A")]),
        (put(CLEAN, "40A", "IRREVOCABLE TRANSFERABLE"), [("L02", "note", "40A")]),
        (put(CLEAN, "40E", "ISP LATEST VERSION"), [("L03", "discrepancy", "40E")]),
        (put(CLEAN, "40E", "OTHR/SEE 47A"), [("L03", "look", "40E")]),
        (put(CLEAN, "40E", "EUCP LATEST VERSION"), []),
        (put(CLEAN, "59", "SIAM PETCHALONG SUGAR CO., LTD."), [("L04", "discrepancy", "59")]),
        (put(CLEAN, "59", "SIAM PHETCHALONG SUGAR & REFINERY\nCOMPANY LIMITED\nBANGKOK"), []),
        (put(CLEAN, "50", "YUANQIAO"), [("L04", "discrepancy", "50")]),
        (put(CLEAN, "32B", "EUR306000,00"), [("L05", "discrepancy", "32B")]),
        (put(CLEAN, "32B", "USD305999,99"), [("L05", "discrepancy", "32B")]),
        (put(CLEAN, "32B", "USD310000,"), [("L05", "note", "32B")]),
        (put(CLEAN, "39A", "03/05"), [("L05", "discrepancy", "39A")]),
        (put(CLEAN, "39A", "10/10"), []),
        (without(CLEAN, "39A"), [("L05", "discrepancy", "39A")]),
        (put(CLEAN, "31D", "261120THAILAND"), [("L06", "discrepancy", "31D")]),
        (put(CLEAN, "31D", "261121QINGDAO, CHINA"), [("L06", "look", "31D")]),
        (put(CLEAN, "31D", "261121AT OUR COUNTERS"), [("L06", "discrepancy", "31D")]),
        (put(CLEAN, "31D", "261121IN BENEFICIARY'S COUNTRY"), []),
        (put(CLEAN, "44C", "261030"), [("L07", "discrepancy", "44C")]),
        (put(CLEAN, "44C", "260801"), [("L07", "discrepancy", "44C")]),
        (put(CLEAN, "44C", "261105"), [("L07", "note", "44C")]),
        (put(CLEAN, "44D", "IN TWO INSTALMENTS: 300 MT IN SEPTEMBER, 200 MT IN OCTOBER"), [("L07", "look", "44D")]),
        (put(CLEAN, "48", "15"), [("L08", "discrepancy", "48")]),
        (without(CLEAN, "48"), []),
        (put(CLEAN, "43P", "NOT ALLOWED"), [("L09", "discrepancy", "43P")]),
        (put(CLEAN, "43P", "CONDITIONAL"), [("L09", "look", "43P")]),
        (put(CLEAN, "43T", "ALLOWED"), [("L09", "note", "43T")]),
        (put(CLEAN, "44E", "BANGKOK, THAILAND"), [("L10", "discrepancy", "44E")]),
        (put(CLEAN, "44E", "ANY PORT IN THAILAND"), [("L10", "look", "44E")]),
        (put(CLEAN, "44F", "TIANJIN, CHINA"), [("L10", "discrepancy", "44F")]),
        (put(CLEAN, "42C", "90 DAYS AFTER B/L DATE"), [("L11", "discrepancy", "42C")]),
        (put(CLEAN, "42A", "APPLICANT"), [("L11", "discrepancy", "42A")]),
        (with_document("+ INSPECTION CERTIFICATE SIGNED BY APPLICANT"), [("L14", "discrepancy", "46A")]),
        (with_document("+ PHYTOSANITARY CERTIFICATE"), [("L14", "discrepancy", "46A")]),
        (with_document("+ PACKING LIST IN TRIPLICATE"), [("L14", "note", "46A")]),
        (with_condition("THIS CREDIT BECOMES OPERATIVE UPON IMPORT LICENCE"), [("L15", "discrepancy", "47A")]),
        (with_condition("THE VESSEL WILL BE NOMINATED BY APPLICANT"), [("L15", "discrepancy", "47A")]),
        (with_condition("GOODS MUST NOT BE SHIPPED ON VESSELS OLDER THAN 20 YEARS"), [("L15", "look", "47A")]),
        (with_condition("DOCUMENTS MUST BE ISSUED IN ENGLISH"), []),
        (put(CLEAN, "31C", "260901"), [("L16", "note", "31C")]),
        (certificate("ISSUED BY MEKONG SURVEYORS"), [("L17", "discrepancy", "46A")]),
        (certificate("ISSUED BY AN INDEPENDENT SURVEYOR"), [("L17", "look", "46A")]),
        (certificate("ISSUED BY NORTHQUAY\nSUPERINTENDENCE AT PORT OF DESTINATION"), [("L17", "discrepancy", "46A")]),
        (put(CLEAN, "71D", "ALL BANKING CHARGES ARE FOR ACCOUNT OF BENEFICIARY"), [("L18", "note", "71D")]),
    ],
)  # fmt: skip
def test_a_rule_finds_exactly_this(text: str, found: list[tuple[str, str, str]]) -> None:
    assert told(text) == found


@pytest.mark.parametrize(
    ("old", "new", "found"),
    [
        ("500 MT", "550 MT", [("L13", "discrepancy", "45A")]),
        ("500 MT OF", "A CARGO OF", [("L13", "look", "45A")]),
        ("USD612.00/MT", "USD621.00/MT", [("L13", "discrepancy", "45A")]),
        ("CIF QINGDAO", "CFR QINGDAO", [("L13", "discrepancy", "45A")]),
        ("INCOTERMS 2020", "INCOTERMS 2010", [("L13", "discrepancy", "45A")]),
        ("YQ/SUG/26-083", "YQ/SUG/26-038", [("L13", "discrepancy", "45A")]),
        ("AS PER CONTRACT NO. YQ/SUG/26-083\n", "", [("L13", "note", "45A")]),
        ("500 MT", "500.000 MTS", []),
        ("WHITE REFINED CANE SUGAR ICUMSA 45", "STEEL COILS", [("L13", "look", "45A")]),
        ("FREIGHT PREPAID", "FREIGHT COLLECT", [("L14", "discrepancy", "46A")]),
        ("COLOUR 45 IU MAX", "COLOUR 35 IU MAX", [("L17", "discrepancy", "46A")]),
        ("MOISTURE 0.06 PCT", "MOISTURE 0.6 PCT", [("L17", "discrepancy", "46A")]),
    ],
)
def test_words_of_the_goods_and_the_documents(old: str, new: str, found: list[tuple[str, str, str]]) -> None:
    assert old in CLEAN
    assert told(CLEAN.replace(old, new)) == found


@pytest.mark.parametrize(
    ("changes", "text", "found"),
    [
        (CONFIRMED, CLEAN, [("L12", "discrepancy", "49")]),
        (CONFIRMED, put(CLEAN, "49", "MAY ADD"), [("L12", "look", "49")]),
        (CONFIRMED, put(CLEAN, "49", "CONFIRM"), []),
        ({"our_side": "seller"}, put(CLEAN, "31D", "261121QINGDAO, CHINA"), [("L06", "discrepancy", "31D")]),
        ({"payment": [{"share": "100 %", "method": "lc-usance", "days": 60, "after": "shipment-date"}]},
         put(CLEAN, "42C", "90 DAYS AFTER SHIPMENT DATE"), [("L11", "discrepancy", "42C")]),
        ({"payment": [{"share": "100 %", "method": "lc-usance", "days": 90, "after": "shipment-date"}]},
         put(CLEAN, "42C", "90 DAYS AFTER SHIPMENT DATE"), []),
    ],
)  # fmt: skip
def test_what_the_contract_agrees_counts(
    changes: dict[str, Any], text: str, found: list[tuple[str, str, str]]
) -> None:
    assert told(text, deal(**changes)) == found


def test_an_expired_credit_is_told_before_its_date_is_reckoned() -> None:
    assert told(CLEAN, day=date(2026, 12, 1)) == [("L06", "discrepancy", "31D")]
    assert told(CLEAN, day=DAY) == []


def test_every_discrepancy_says_how_the_credit_should_read_in_both_languages() -> None:
    text = (SAMPLES / "credit-discrepant.txt").read_text(encoding="utf-8")
    for one in judged(text):
        assert one.amend is not None
        assert one.amend.en
        assert one.amend.zh
        assert one.consequence
        assert one.source


def test_rules_have_pages_and_ids_of_their_own() -> None:
    assert len({rule.ID for rule in RULES}) == len(RULES)
    for rule in RULES:
        page = rule.__doc__ or ""
        assert all(part in page for part in ("What: ", "Why: ", "Bad: ", "Good: ", "Source: ")), rule.ID
