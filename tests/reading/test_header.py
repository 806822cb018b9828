from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from tests.reading.paper import Sheet, read


def _page(sheet: Sheet) -> None:
    sheet.text(220, 50, "Test Report", 18)
    sheet.columns([60, 220, 400], 80, [["No.: QL-26-00417", "Date: Jan 05, 2024", "Page 1 of 2"]])
    sheet.columns(
        [60, 160, 170],
        110,
        [
            ["Client", ":", "Harrow Trading Ltd"],
            ["Sample Name", ":", "LED lamp A60"],
            ["Lot No.", ":", "L-2409"],
        ],
    )


def test_labels_in_lines(tmp_path: Path) -> None:
    report = read(tmp_path, _page)
    assert report.report_no is not None
    assert report.report_no.text == "QL-26-00417"
    assert report.issue_date is not None
    assert report.issue_date.value == date(2024, 1, 5)
    assert (report.client.text, report.goods.text) == ("Harrow Trading Ltd", "LED lamp A60")  # type: ignore[union-attr]
    assert [lot.text for lot in report.lots] == ["L-2409"]


def test_labels_in_drawn_cells_and_over_their_values(tmp_path: Path) -> None:
    def draw(sheet: Sheet) -> None:
        sheet.ruled(
            60,
            100,
            [120, 200],
            [["Report No.", "AB-1"], ["Buyer", "Nordsee GmbH"], ["Supplier", "Lanxi Co., Ltd."]],
        )
        sheet.ruled(
            60,
            300,
            [120, 120, 120],
            [["Contract No.", "Model No.", "Order quantity"], ["C-77", "M-1", "9,000 pcs"]],
        )

    report = read(tmp_path, draw)
    identity = report.identity
    facts = (report.report_no, identity.buyer, identity.seller, identity.contract_no, identity.model)
    assert [fact.text for fact in facts if fact] == [
        "AB-1", "Nordsee GmbH", "Lanxi Co., Ltd.", "C-77", "M-1",
    ]  # fmt: skip
    assert report.quantities.ordered is not None
    assert (report.quantities.ordered.number, report.quantities.ordered.unit) == (9000, "pcs")


def test_the_number_of_a_replaced_report_is_not_the_reports_number(tmp_path: Path) -> None:
    def draw(sheet: Sheet) -> None:
        sheet.text(60, 60, "Report No.: NEW-2")
        sheet.text(60, 90, "THIS REPORT IS TO SUPERSEDE TEST REPORT NO. OLD-1, DATE: Jan 03, 2024")

    report = read(tmp_path, draw)
    assert report.report_no is not None
    assert report.report_no.text == "NEW-2"


def test_an_address_is_no_lot_and_another_batch_is_none_of_the_goods(tmp_path: Path) -> None:
    def draw(sheet: Sheet) -> None:
        sheet.text(60, 60, "Lot 4, Long Street, 40300 Somewhere")
        sheet.text(60, 90, "Lab Batch #: AAK-13")

    assert read(tmp_path, draw).lots == ()


def test_a_client_without_a_label_stands_over_his_address(tmp_path: Path) -> None:
    def draw(sheet: Sheet) -> None:
        sheet.columns(
            [60], 120, [["TORMUND PLASTICS SDN BHD"], ["2628 Long Lane"], ["13600 Harbour"]], high=11
        )
        sheet.text(60, 175, "The following merchandise was submitted and identified by the client as:")

    report = read(tmp_path, draw)
    assert report.client is not None
    assert report.client.text == "TORMUND PLASTICS SDN BHD"
    assert report.sample_by == "client"


def test_the_issuer_is_who_signs(tmp_path: Path) -> None:
    def draw(sheet: Sheet) -> None:
        sheet.text(60, 100, "Applicant: Somebody Else Inc.")
        sheet.columns(
            [60], 700, [["Signed for and on behalf of"], ["Quillon Testing (Harbour) Co., Ltd."]], high=12
        )

    report = read(tmp_path, draw)
    assert report.issuer is not None
    assert report.issuer.text == "Quillon Testing (Harbour) Co., Ltd."


@pytest.mark.parametrize(
    ("statement", "by"),
    [
        ("Samples were drawn by our inspector from the finished lot.", "inspector"),
        ("The sample was submitted by the client.", "client"),
        ("Probenahme durch Auftraggeber", "client"),
        ("Nothing is said here.", None),
    ],
)
def test_who_drew_the_sample(tmp_path: Path, statement: str, by: str | None) -> None:
    assert read(tmp_path, lambda s: s.text(60, 100, statement)).sample_by == by


def test_a_date_that_can_be_read_in_two_ways_is_a_doubt(tmp_path: Path) -> None:
    report = read(tmp_path, lambda s: s.text(60, 60, "Date: 04/01/2018"))
    assert report.issue_date is not None
    assert report.issue_date.doubt == ("day-month-ambiguous",)
    assert report.needs_look


@pytest.mark.parametrize(
    ("lines", "fact"),
    [
        (("Contract No.: AB/26-083", "Contract No.: AB/26-099"), "contract_no"),
        (("Contract No.: AB/26-083 and AB/26-084",), "contract_no"),
        (("Contract No.: AB-12", "Contract No.: AB-123"), "contract_no"),
        (("Model No.: WJ-1208", "Model No.: WJ-1209"), "model"),
        (("Buyer: Other Trading GmbH", "Buyer: Harbour Foods Ltd"), "buyer"),
    ],
)
def test_two_values_of_one_fact(tmp_path: Path, lines: tuple[str, ...], fact: str) -> None:
    report = read(tmp_path, lambda s: [s.text(60, 60 + 20 * k, line) for k, line in enumerate(lines)])
    assert getattr(report.identity, fact).doubt == ("several-values",)


def test_an_order_number_beside_the_contract_number_is_no_second_value(tmp_path: Path) -> None:
    def draw(sheet: Sheet) -> None:
        sheet.text(60, 60, "Contract No.: AB/26-083")
        sheet.text(60, 80, "PO No.: 4500123")
        sheet.page()
        sheet.text(60, 60, "Contract No.: AB/26-083")

    stated = read(tmp_path, draw).identity.contract_no
    assert (stated.text, stated.doubt) == ("AB/26-083", ()) if stated else False


def test_two_certificates_in_one_file(tmp_path: Path) -> None:
    def draw(sheet: Sheet) -> None:
        for number, company in (("AA-1001", "First Survey Ltd"), ("BB-2002", "Second Survey Ltd")):
            sheet.text(60, 60, f"Certificate No.: {number}")
            sheet.text(60, 700, f"Signed for and on behalf of {company}")
            sheet.page()

    report = read(tmp_path, draw)
    assert report.report_no is not None
    assert report.issuer is not None
    assert (report.report_no.doubt, report.issuer.doubt) == (("several-values",), ("several-values",))


@pytest.mark.parametrize(
    ("lines", "by"),
    [
        (("Sampled by: Seller",), "client"),
        (("Sampled by: Shipper's staff",), "client"),
        (("Drawn by: Buyer",), "client"),
        (("Sampled by: our inspector, in the presence of the seller",), "inspector"),
        (("Samples were not drawn by us.",), None),
        (("Increments were not taken by our surveyors.",), None),
        (("Samples were drawn at random by our surveyors.", "Sampled by: Seller"), None),
        (("Samples were drawn by the seller from the stock.",), "client"),
        (("Samples were drawn during loading.",), "inspector"),
    ],
)
def test_labels_and_sentences_about_the_sampling(
    tmp_path: Path, lines: tuple[str, ...], by: str | None
) -> None:
    report = read(tmp_path, lambda s: [s.text(60, 60 + 40 * k, line) for k, line in enumerate(lines)])
    assert report.sample_by == by
