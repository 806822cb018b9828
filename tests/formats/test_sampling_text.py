from __future__ import annotations

import json
from decimal import Decimal

from tradedocs.formats.sampling_json import sampling_json
from tradedocs.formats.sampling_text import letters_text, sampling_text
from tradedocs.sampling.plans import plans
from tradedocs.sampling.standards import ISO_2859_1, Z1_4


def _aqls(*texts: str) -> list[Decimal]:
    return [Decimal(text) for text in texts]


def test_the_figures_stand_in_a_table() -> None:
    text = sampling_text(plans(200, "II", _aqls("0", "1.0", "2.5", "25")), ISO_2859_1).splitlines()
    assert text[0].startswith(
        "ISO 2859-1:2026, single sampling, normal inspection, level II, lot of 200 items"
    )
    assert [line.split() for line in text[3:7]] == [
        ["0", "H", "50", "0", "1"],
        ["1.0", "H", "50", "1", "2"],
        ["2.5", "G", "32", "2", "3"],
        ["25", "G", "32", "14", "15"],
    ]


def test_each_class_says_what_it_means() -> None:
    *_, zero, one, two, per_100 = sampling_text(
        plans(200, "II", _aqls("0", "1.0", "2.5", "25")), ISO_2859_1
    ).splitlines()
    assert "accept with no nonconforming item among 50, reject from 1" in zero
    assert "strictest other class" in zero
    assert "accept with 1 nonconforming item among 50, reject from 2" in one
    assert "Letter G has no plan of its own here; the table leads to letter H" in one
    assert "accept with up to 2 nonconforming items among 32, reject from 3" in two
    assert "16 % nonconforming items one in ten" in two
    assert "up to 14 nonconformities in 32 items" in per_100
    assert "63 nonconformities per 100 items one in ten" in per_100


def test_a_plan_for_all_items_says_so() -> None:
    text = sampling_text(plans(100, "II", _aqls("0.10")), ISO_2859_1)
    assert "100 (all)" in text
    assert "all are inspected" in text
    assert "one in ten" not in text


def test_the_gap_of_z1_4_is_explained() -> None:
    text = sampling_text(plans(2000, "II", _aqls("2.5"), state="reduced", standard=Z1_4), Z1_4)
    assert "From 4 to 5 the lot is accepted too, and the next is inspected normally." in text


def test_json_is_spelled_as_documented() -> None:
    assert sampling_json(plans(2000, "II", _aqls("2.5"))) == (
        '{"version":1,"plans":[{"aql":"2.5","letter":"K","sample_size":125,"accept":7,"reject":8,'
        '"full_inspection":false}]}'
    )
    whole = json.loads(sampling_json(plans(100, "II", _aqls("0", "0.10"))))
    assert [row["full_inspection"] for row in whole["plans"]] == [True, True]
    assert [row["sample_size"] for row in whole["plans"]] == [100, 100]


def test_letters_as_a_table() -> None:
    rows = letters_text().splitlines()
    assert len(rows) == 16
    assert rows[1].split() == ["2-8", *"AAAAAAB"]
    assert rows[-1].split() == ["500001", "and", "more", *"DEHKNQR"]
