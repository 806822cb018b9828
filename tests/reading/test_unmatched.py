from __future__ import annotations

from pathlib import Path

from tests.reading.paper import Draw, Sheet, drawn
from tradedocs.pdf.document import opened
from tradedocs.reading.unmatched import Unmatched, unmatched_on


def found(path: Path, draw: Draw) -> list[Unmatched]:
    """What of the drawn report the vocabulary does not know."""
    with opened(drawn(path / "report.pdf", draw)) as document:
        return list(unmatched_on([document.page(number) for number in range(1, document.pages + 1)]))


def _known(sheet: Sheet) -> None:
    sheet.text(60, 60, "Report No: HT-1    Sample received date: 2024-03-01")
    sheet.text(60, 80, "Visit https://lab.example/ at 10:30")
    sheet.ruled(
        60,
        130,
        (140, 70, 70, 60),
        [
            ("Parameter", "No.1", "No.2", "Unit"),
            ("Lead", "1.5", "2.5", "mg/kg"),
            ("Tin", "0.1", "0.2", "mg/kg"),
        ],
    )
    sheet.page()


def test_what_is_known_or_is_no_label_is_not_asked_about(tmp_path: Path) -> None:
    assert found(tmp_path, _known) == []


def _unknown(sheet: Sheet) -> None:
    sheet.text(60, 60, "Zorbel: 17    Zorbel: 18")
    sheet.ruled(
        60,
        130,
        (140, 90, 70),
        [("Grubb", "Frumtal (mg/kg)", "Unit"), ("Lead", "1.5", "mg/kg"), ("Tin", "0.1", "mg/kg")],
    )
    sheet.page()


def test_each_is_named_once_with_its_values_and_without_its_unit(tmp_path: Path) -> None:
    told = [(item.kind, item.text, item.values) for item in found(tmp_path, _unknown)]
    assert ("columns", "Frumtal", ("1.5", "0.1")) in told
    assert [item for item in told if item[0] == "fields"] == [("fields", "Zorbel", ("17",))]


def _prose(sheet: Sheet) -> None:
    sheet.text(
        60, 60, "This report shall not be copied except in full: see the conditions of service overleaf."
    )
    sheet.page()


def test_a_sentence_is_no_label(tmp_path: Path) -> None:
    assert found(tmp_path, _prose) == []
