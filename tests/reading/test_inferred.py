"""Labels that the vocabulary does not hold, understood by the words that they are made of."""

from __future__ import annotations

import pytest

from tests.reading.leaf import leaf, read_leaves, read_lines
from tradedocs.reading.inferred import meaning_by_words


@pytest.mark.parametrize(
    ("label", "meaning"),
    [
        ("Unique Laboratory Report Ref.", "report_no"),
        ("Official Certificate Identification", "report_no"),
        ("Day of Report Publication", "issue_date"),
        ("Certificate signed on", "issue_date"),
        ("Finished Batch Ident. No.", "lot"),
        ("Supplier's Original Lot #", "lot"),
        ("Overall Batch Outcome", "conclusion"),
        ("Requester Organisation", "client"),
        ("Designation of Component", "goods"),
        ("成品生产批次号", "lot"),
        ("整体检验评价", "conclusion"),
        ("送检厂商名称", "client"),
    ],
)
def test_what_a_label_means_by_its_words(label: str, meaning: str) -> None:
    assert meaning_by_words(label) == meaning


@pytest.mark.parametrize(
    "label",
    [
        "Calibration Certificate No",
        "Accreditation Certificate Number",
        "Previous Report No",
        "Preparation Batch ID",
        "Batch Size",
        "Testing Date",
        "Sample Status",
        "Client Order Number",
        "Results of Analysis",
        "Sample ID",
        "设备编号",
        "检测日期",
    ],
)
def test_what_a_label_leaves_open(label: str) -> None:
    assert meaning_by_words(label) is None


def test_facts_behind_labels_that_nobody_taught_are_in_doubt() -> None:
    page = leaf(
        [
            "Analytical findings",
            [(60, "Unique Laboratory Report Ref.:"), (300, "QX-2024-117")],
            "Day of Report Publication: 2024-03-05 | Overall Batch Outcome: PASS",
            [(60, "[C] Requester Organisation"), (300, "[D] Place")],
            [(60, "Blue Harbour Foods Ltd"), (300, "Ningbo")],
            [(60, "Finished Batch Ident. No.:"), (300, "BX-1099")],
            [(60, "Designation of Component:"), (300, "Hinge, left")],
        ],
        step=16,
    )
    report = read_leaves(page)
    assert report.report_no is not None
    assert (report.report_no.text, report.report_no.doubt) == ("QX-2024-117", ("label-inferred",))
    assert report.issue_date is not None
    assert (str(report.issue_date.value), report.issue_date.doubt) == ("2024-03-05", ("label-inferred",))
    assert report.client is not None
    assert (report.client.text, report.client.doubt) == ("Blue Harbour Foods Ltd", ("label-inferred",))
    assert report.goods is not None
    assert (report.goods.text, report.goods.doubt) == ("Hinge, left", ("label-inferred",))
    assert [(lot.text, lot.doubt) for lot in report.lots] == [("BX-1099", ("label-inferred",))]
    assert report.conclusion == "pass"
    assert report.conclusion_stated is not None
    assert report.conclusion_stated.doubt == ("label-inferred",)


def test_a_known_label_goes_before_an_inferred_one() -> None:
    report = read_lines("Unique Laboratory Report Ref.: QX-2024-117", "Report No.: AB-1234")
    assert report.report_no is not None
    assert (report.report_no.text, report.report_no.doubt) == ("AB-1234", ())
