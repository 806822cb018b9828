"""The uncertainty that stands behind a value, or in a column of its own."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from tests.reading.paper import read
from tradedocs.reading.values import understood


@pytest.mark.parametrize(
    ("printed", "unit", "value", "margin"),
    [
        ("12.5 ± 0.6", "%", "12.5", "0.6"), ("12.5±0.6 %", "%", "12.5", "0.6"), ("12.5 +/- 0.6", "mm", "12.5", "0.6"),
        ("250 ± 5 %", "mg/kg", "250", "12.5"), ("12.5", "%", "12.5", None),
    ],
)  # fmt: skip
def test_behind_the_value(printed: str, unit: str, value: str, margin: str | None) -> None:
    meant, doubt = understood(printed, unit=unit)
    assert (meant.kind, meant.low, doubt) == ("number", Decimal(value), ())
    assert meant.uncertainty == (None if margin is None else Decimal(margin))


def test_a_doubtful_margin_is_a_doubtful_value() -> None:
    assert understood("1.5 ± 1,234", unit="%")[1]


@pytest.mark.parametrize(
    ("heading", "printed", "unit", "margin"),
    [
        ("Uncertainty", "0.6", "%", "0.6"), ("Measurement uncertainty", "± 0.6", "mg/kg", "0.6"),
        ("Uncertainty (%)", "5", "mg/kg", "0.625"), ("Uncertainty", "± 5 %", "mg/kg", "0.625"),
        ("Uncertainty", "-", "mg/kg", None),
    ],
)  # fmt: skip
def test_in_a_column_of_its_own(
    tmp_path: Path, heading: str, printed: str, unit: str, margin: str | None
) -> None:
    def page(sheet):  # type: ignore[no-untyped-def]
        sheet.text(60, 60, "Certificate of Analysis", 16)
        rows = [
            ["Parameter", "Result", heading, "Unit"],
            ["Moisture", "12.5", printed, unit],
            ["Ash", "3.1", "", unit],
        ]
        sheet.ruled(60, 100, [120, 80, 150, 80], rows)

    moisture, ash = read(tmp_path, page).results
    assert (moisture.parameter, moisture.value.low) == ("Moisture", Decimal("12.5"))
    assert moisture.value.uncertainty == (None if margin is None else Decimal(margin))
    assert ash.value.uncertainty is None


def test_in_a_column_in_the_unit_of_another_column(tmp_path: Path) -> None:
    def page(sheet):  # type: ignore[no-untyped-def]
        rows = [
            ["Compound", "Uncertainty (mg/g)", "Result (mg/g)", "Result (%)"],
            ["CBC", "±7.913", "191.61", "19.161"],
            ["CBG", "±0.96", "24.5", "2.45"],
        ]
        sheet.ruled(60, 100, [120, 110, 90, 90], rows)

    margins = [row.value.uncertainty for row in read(tmp_path, page).results]
    assert margins == [Decimal("7.913"), Decimal("0.7913"), Decimal("0.96"), Decimal("0.096")]


def test_in_a_column_in_a_unit_of_another_kind(tmp_path: Path) -> None:
    def page(sheet):  # type: ignore[no-untyped-def]
        rows = [
            ["Compound", "Uncertainty (mm)", "Result (mg/g)"],
            ["CBC", "±7.9", "191.6"],
            ["CBG", "±0.9", "24.5"],
        ]
        sheet.ruled(60, 100, [120, 110, 90], rows)

    assert [row.value.uncertainty for row in read(tmp_path, page).results] == [None, None]
