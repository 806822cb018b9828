from __future__ import annotations

import pytest

from tests.reading.leaf import leaf, read_leaves
from tradedocs.reading.pagination import page_stated


@pytest.mark.parametrize(
    ("text", "number", "of"),
    [
        ("Page 2 of 5", 2, 5),
        ("Page: 2 de 5", 2, 5),
        ("Page No. 2/5", 2, 5),
        ("2/5", 2, 5),
        ("2 of 5", 2, 5),
        ("Seite 2 von 5", 2, 5),
        ("Page 2 sur 5", 2, 5),
        ("Página 2 de 5", 2, 5),
        ("Sayfa 2 / 5", 2, 5),
        ("Σελίδα 2 από 5", 2, 5),
        ("Страница 2 из 5", 2, 5),
        ("стр. 2 из 5", 2, 5),
        ("第 2 页 共 5 页", 2, 5),
        ("共 5 頁 第 2 頁", 2, 5),
        ("页码：2/5", 2, 5),
        ("페이지 2 / 5", 2, 5),
        ("Page2of5", 2, 5),
        ("Page 7", 7, None),
        ("Report No. AB-1 Page 2 of 5", 2, 5),
        ("- 2 / 5 -", 2, 5),
    ],
)
def test_what_a_page_says_of_itself(text: str, number: int, of: int | None) -> None:
    stated = page_stated(leaf([text]))
    assert stated is not None
    assert (stated.number, stated.of) == (number, of)


@pytest.mark.parametrize(
    "text", ["1/2/2026", "Page 7 of 5", "12 of 15 samples were drawn", "ISO 2859-1", "0/5"]
)
def test_what_is_no_page_number(text: str) -> None:
    assert page_stated(leaf([text])) is None


def test_reports_in_one_file_are_kept_apart() -> None:
    pages = [
        leaf(
            ["Report No.: AA-1001", "Date of issue: 3 May 2026", "Client: Harrow Ltd", "Page 1 of 2"],
            number=1,
        ),
        leaf(["Report No.: AA-1001", "Page 2 of 2"], number=2),
        leaf(
            [
                "Report No.: BB-2002",
                "Date of issue: 9 June 2026",
                "Lot No.: L-9",
                "Overall result: FAIL",
                "Page 1 of 1",
            ],
            number=3,
        ),
    ]
    report = read_leaves(*pages)
    told = [(p.first_page, p.last_page, p.report_no and p.report_no.text, p.conclusion) for p in report.parts]
    assert told == [(1, 2, "AA-1001", None), (3, 3, "BB-2002", "fail")]
    assert report.report_no is not None
    assert (report.report_no.text, report.report_no.doubt) == ("AA-1001", ("several-values",))
    assert (report.lots, report.conclusion) == ((), None)
    assert [part.issue_date.value.month for part in report.parts if part.issue_date] == [5, 6]


def test_counting_that_begins_again_parts_reports_without_numbers() -> None:
    report = read_leaves(
        *(leaf(["Test sheet", f"Page {n} of 2"], number=k) for k, n in enumerate((1, 2, 1, 2), 1))
    )
    assert [(part.first_page, part.last_page) for part in report.parts] == [(1, 2), (3, 4)]


@pytest.mark.parametrize(
    "second",
    [
        ("Report No.: AA-1001", "Page 1 of 2"),
        ("Report No.: AA-1001", "Test report No.: ZZ-9999", "Page 2 of 2"),
        ("Test report No.: ZZ-9999", "Page 2 of 2"),
        ("Annex",),
    ],
)
def test_one_report_is_not_taken_apart(second: tuple[str, ...]) -> None:
    report = read_leaves(leaf(["Report No.: AA-1001", "Page 1 of 2"], number=1), leaf(second, number=2))
    assert report.parts == ()
    assert report.report_no is not None
    assert report.report_no.text == "AA-1001"
