"""A column that says whose value it holds keeps saying so in each of its results."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.reading.paper import Sheet, read
from tradedocs.vocabulary.ownresult import says_own


@pytest.mark.parametrize("heading", ["Factory result", "Supplier's value", "Factory test result"])
def test_the_only_result_column_is_the_factory_s(tmp_path: Path, heading: str) -> None:
    def draw(sheet: Sheet) -> None:
        rows = [
            ["Item", "Requirement", heading],
            ["Moisture (%)", "max 0.06", "0.03"],
            ["Ash (%)", "max 0.04", "0.02"],
        ]
        sheet.ruled(50, 90, [120, 120, 160], rows)

    report = read(tmp_path, draw)
    assert [(row.result, row.specimen) for row in report.results] == [("0.03", heading), ("0.02", heading)]


@pytest.mark.parametrize(
    ("text", "own"),
    [
        ("Factory result", True), ("Supplier's declared value", True), ("Results declared by the factory", True),
        ("Self-declared", True), ("工厂自检数据", True), ("出厂检验值", True), ("Client's own value", True),
        ("Result", False), ("Test result", False), ("Inspector's result", False), ("Factory", False),
        ("Sample submitted by client", False), ("Mill scale", False), ("Customer code", False),
        ("Information provided by the client", False), ("客户提供信息", False), ("Mill test certificate", False),
        ("检测结果", False),
    ],
)  # fmt: skip
def test_whose_value(text: str, own: bool) -> None:
    assert says_own(text) is own
