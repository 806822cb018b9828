"""What a report says lies outside its accreditation, and what only speaks of accreditation."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.reading.paper import drawn
from tradedocs.flows.reading import read_report
from tradedocs.reading.accreditation import says_outside


@pytest.mark.parametrize(
    ("text", "mark"),
    [
        ("* Test not accredited", "*"), ("Tests marked # are outside the scope of accreditation.", "#"),
        ("Note: ^ denotes parameter not in the accreditation scope", "^"), ("** Non-accredited method", "**"),
        ("Test items with '*' are not included in the accreditation scope", "*"),
        ("标*的项目不在认可范围内", "*"), ("# 未通过认可", "#"),
        ("This report is not covered by our accreditation.", ""),
        ("This test is not within the scope of the accreditation", ""), ("本报告不在认可范围内", ""),
        ("该项目未纳入认可范围", ""), ("Opinions and interpretations are outside the scope of accreditation", None),
        ("The laboratory is accredited to ISO/IEC 17025", None), ("未经本实验室书面认可，不得复制", None),
        ("This report shall not be reproduced without approval of the accredited laboratory", None),
        ("Accreditation scope: see the register", None), ("Not accredited", None),
        ("This test is not ISO/IEC 17025 accredited", ""), ("", None),
    ],
)  # fmt: skip
def test_sentences(text: str, mark: str | None) -> None:
    assert says_outside(text) == mark


def test_on_a_page(tmp_path: Path) -> None:
    def page(sheet):  # type: ignore[no-untyped-def]
        sheet.text(60, 60, "Certificate of Analysis", 18)
        sheet.text(60, 100, "Opinions and interpretations are outside the scope of accreditation.", 9)
        sheet.text(60, 120, "* Test not accredited", 9)
        sheet.text(60, 140, "This report is not covered by the accreditation.", 9)

    report = read_report(drawn(tmp_path / "a.pdf", page))
    assert [(one.said.text, one.mark) for one in report.outside_accreditation] == [
        ("* Test not accredited", "*"),
        ("This report is not covered by the accreditation.", None),
    ]
    assert all(one.said.place.page == 1 and one.said.place.box for one in report.outside_accreditation)
