from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

from tests.formats.reports import FULL, HOSTILE
from tradedocs.formats.report_json import as_dict, report_json
from tradedocs.model.report import Identity, Report
from tradedocs.model.reportfile import ReportSource

PAGE = Path(__file__).parents[2] / "docs" / "report-json.md"


def data() -> dict[str, Any]:
    """The object as a program gets it."""
    parsed: dict[str, Any] = json.loads(report_json(FULL))
    return parsed


def test_every_key_of_the_object_is_in_the_docs() -> None:
    table = PAGE.read_text(encoding="utf-8").split("## ")[0]
    listed = {
        name
        for cell in re.findall(r"^\| (`.+?`) \|", table, re.M)
        for name in re.findall(r"`([a-z_]+)(?:\[\])?`", cell)
    }
    assert set(data()) == listed


def test_every_key_of_a_result_is_in_the_docs() -> None:
    text = PAGE.read_text(encoding="utf-8")
    for name in {key for row in data()["results"] for key in row}:
        assert re.search(rf"`{name}(?:\[\])?`", text), name


def test_an_inspection_has_its_defects_and_its_checklist() -> None:
    (defect,), (line,) = data()["defects"], data()["checklist"]
    assert defect == {
        "class": "minor",
        "text": "Scratch on the lens",
        "count": 3,
        "page": 2,
        "box": [100.0, 200.0, 160.0, 210.0],
        "doubt": [],
    }
    assert (line["section"], line["verdict"], line["meaning"]) == ("Packing", "n/a", "na")


def test_witnesses_sections_and_bases_are_told() -> None:
    lead, cadmium, _ = data()["results"]
    assert (lead["section"], lead["basis"], lead["witness"]) == ("Heavy metals", None, [])
    assert cadmium["witness"] == [{"by": "ocr", "text": "10.2", "agrees": False, "dpi": 200}]
    assert cadmium["basis"] == "dry basis"


def test_dates_identity_pages_and_parts_are_told() -> None:
    got = data()
    assert got["identity"]["contract_no"] == "C-9"
    assert set(got["identity"]) == set(Identity.model_fields)
    assert (got["dates"]["sampled"], got["dates"]["expires"]) == ("2024-04-01", None)
    assert got["pages_stated"] == [{"page": 1, "number": 1, "of": 4}, {"page": 2, "number": 3, "of": 4}]
    assert [part["pages"] for part in got["reports"]] == [[1, 2], [3, 3]]
    assert got["facts"]["issue_date"]["doubt"] == ["day-month-ambiguous"]
    assert got["facts"]["sampled"]["page"] == 1


def test_what_the_report_does_not_say_is_null_or_empty() -> None:
    got = as_dict(Report(source=ReportSource(file="x.pdf", sha256="0" * 64, pages=1)))
    assert [key for key, value in got.items() if value] == [
        "version",
        "source",
        "identity",
        "dates",
        "quantities",
    ]


def test_no_control_character_comes_through() -> None:
    printed = data()["report_no"]
    assert printed == HOSTILE.replace("\x1b", "").replace("\u202e", "")
