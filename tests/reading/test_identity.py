"""Facts beside the header: other numbers, parties, places and dates; goods and clients without labels."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from tests.reading.leaf import Row, leaf, read_leaves, read_lines
from tests.reading.paper import Sheet, read
from tradedocs.reading.dates import AMBIGUOUS, Order, date_in, dates_in, order_of


def test_the_numbers_and_places_of_an_inspection() -> None:
    report = read_lines(
        "Inspection report No.: IR-26-0081",
        "PO No.: 4500123",
        "Contract No.: AB/26-083",
        "Vendor: Lanxi Lighting Co., Ltd.",
        "Factory: Lanxi Works No. 2",
        "Container No.: MSKU 123456-7",
        "Seal No.: CN998877",
        "Job No.: J-5521",
        "Sample No.: S-260017",
        "Place of inspection: Ningbo, China",
        "Inspection date: 10-Jul-2026",
    )
    told = {name: fact.text for name, fact in report.identity if fact}
    assert told == {
        "contract_no": "AB/26-083",
        "seller": "Lanxi Lighting Co., Ltd.",
        "order_no": "4500123",
        "manufacturer": "Lanxi Works No. 2",
        "sample_no": "S-260017",
        "job_no": "J-5521",
        "container_no": "MSKU 123456-7",
        "seal_no": "CN998877",
        "place_of_inspection": "Ningbo, China",
    }
    assert report.dates.inspected is not None
    assert report.dates.inspected.value == date(2026, 7, 10)
    assert report.issue_date is None


@pytest.mark.parametrize(
    ("row", "begun", "ended"),
    [
        ("Testing period: Apr. 11, 2026 to Apr. 16, 2026", date(2026, 4, 11), date(2026, 4, 16)),
        (
            [(60, "Test Period"), (140, ":"), (150, "2026. 01. 28"), (260, "to"), (290, "2026. 02. 04")],
            date(2026, 1, 28),
            date(2026, 2, 4),
        ),
        ("Date of testing……….: Jun. 30, 2026- Sep. 20, 2026", date(2026, 6, 30), date(2026, 9, 20)),
        ("检测周期：2026年1月5日至2026年1月9日", date(2026, 1, 5), date(2026, 1, 9)),
    ],
)
def test_a_period_of_tests(row: Row, begun: date, ended: date) -> None:
    dates = read_lines(row).dates
    assert dates.tested_from is not None
    assert dates.tested_to is not None
    assert (dates.tested_from.value, dates.tested_to.value) == (begun, ended)


def test_the_date_of_completion_stands_in_for_a_missing_date_of_issue() -> None:
    assert (found := read_lines("Completed: 27/06/2026", "Received: 20/06/2026").issue_date) is not None
    assert found.value == date(2026, 6, 27)
    both = read_lines("Completed: 27/06/2026", "Date of issue: 29/06/2026").issue_date
    assert both is not None
    assert both.value == date(2026, 6, 29)


@pytest.mark.parametrize(
    ("printed", "meant"),
    [
        ("1er mars 2026", date(2026, 3, 1)),
        ("2026-Jan-05", date(2026, 1, 5)),
        ("二〇二六年十二月三十一日", date(2026, 12, 31)),
        ("2026 Jul 7", date(2026, 7, 7)),
        ("01Jan2026", date(2026, 1, 1)),
        ("3 de febrero de 2026", date(2026, 2, 3)),
    ],
)
def test_further_ways_to_write_a_date(printed: str, meant: date) -> None:
    read_date = date_in(printed)
    assert read_date is not None
    assert (read_date.value, read_date.doubt) == (meant, ())


def test_every_date_of_a_text_once() -> None:
    assert [d.value for d in dates_in("28. 01. 2026 - 4 Feb 2026")] == [date(2026, 1, 28), date(2026, 2, 4)]


def test_a_short_year_stands_first_in_an_east_asian_report_and_is_a_doubt() -> None:
    order = order_of(["检查日期", "交货日期 24.10.18"])
    read_date = date_in("24.10.18", order)
    assert read_date is not None
    assert (order, read_date.value, read_date.doubt) == (Order.YEAR_FIRST, date(2024, 10, 18), (AMBIGUOUS,))


def test_goods_that_head_every_page_without_a_label_are_a_doubt(tmp_path: Path) -> None:
    def draw(sheet: Sheet) -> None:
        for _ in range(2):
            sheet.text(60, 40, "Quillon Laboratories")
            sheet.text(400, 40, "Certificate of Analysis", 13)
            sheet.text(60, 90, "Harbour Gummies (650mg) Blend", 14)
            sheet.columns([60, 240], 120, [["Sample ID: SA-220-7993", "Received: 23 March 2026"]])
            sheet.columns([60], 160, [[f"line {k} of the text"] for k in range(12)])
            sheet.page()

    report = read(tmp_path, draw)
    assert report.goods is not None
    assert (report.goods.text, report.goods.doubt) == ("Harbour Gummies (650mg) Blend", ("unlabelled",))


def test_goods_at_the_end_of_the_first_sentence() -> None:
    report = read_lines(
        "HARROW TRADING LIMITED",
        "14 Mill Road, Harbour Town",
        "The following sample(s) was/were submitted and identified on behalf of the clients as : COPPER ROD",
    )
    assert report.goods is not None
    assert report.goods.text == "COPPER ROD"


def test_a_value_in_two_lines_beside_its_label() -> None:
    page = leaf(
        [[(150, "Harrow Precision Industrial")], [(60, "Applicant")], [(150, "(Harbour) Co., Ltd.")]], step=6
    )
    report = read_leaves(page)
    assert report.client is not None
    assert report.client.text == "Harrow Precision Industrial (Harbour) Co., Ltd."


def test_a_customer_code_before_the_name_is_passed_over() -> None:
    report = read_lines([(60, "Customer:"), (130, "IC-C-0001"), (260, "Harrow Corporation")])
    assert report.client is not None
    assert report.client.text == "Harrow Corporation"


@pytest.mark.parametrize(
    ("rows", "client"),
    [
        (([(60, "[B] Client Info")], "Harrow Healthcare"), "Harrow Healthcare"),
        (([(60, "Client"), (300, "Completed: 2026-04-06")], "Black Boar Brewing"), "Black Boar Brewing"),
    ],
)
def test_a_client_under_the_heading_of_his_block(rows: tuple[Row, ...], client: str) -> None:
    report = read_leaves(leaf(rows, step=12))
    assert report.client is not None
    assert report.client.text == client


@pytest.mark.parametrize(
    ("line", "lots"),
    [
        ("Lot ID: 8474 5221 8191 0310", ["8474 5221 8191 0310"]),
        ("Batch ID: Dos Wo H6.1.22 F1 B1", ["Dos Wo H6.1.22 F1 B1"]),
        ("QMRC Batch ID: AB-17", ["AB-17"]),
        ("Lot No.: 05.03.2026", []),
        ("Batch No.: N/A", []),
    ],
)
def test_lots_as_they_are_printed(line: str, lots: list[str]) -> None:
    assert [lot.text for lot in read_lines(line).lots] == lots


@pytest.mark.parametrize(
    ("rows", "verdict"),
    [
        (("Report No.: AB-1177", "Result ........ ………:  PASS"), "pass"),
        (("Test results: Please refer to next page(s).",), None),
        (("The test results are qualified.",), "pass"),
        (("The test results are not qualified.",), "fail"),
        (("测试结果为不合格。",), "fail"),
    ],
)
def test_conclusions_of_a_cover_page(rows: tuple[Row, ...], verdict: str | None) -> None:
    assert read_lines(*rows).conclusion == verdict
