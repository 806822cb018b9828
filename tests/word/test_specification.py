from __future__ import annotations

import pytest
from lxml import etree

from tests.word.contracts import a_contract
from tradedocs.model.clause import Language
from tradedocs.model.requirement import parse
from tradedocs.word.specification import scale_cells, shown, spec_cells, specification_xml
from tradedocs.word.spectable import differences
from tradedocs.word.xml import W_URI, w


@pytest.mark.parametrize(
    ("requirement", "english", "chinese"),
    [
        ("<= 0.04 %", "≤ 0.04 %", "≤ 0.04 %"),
        ("min 12.50 mm", "≥ 12.50 mm", "≥ 12.50 mm"),
        ("< 3", "< 3", "< 3"),
        ("45 ± 2 mm", "45 ± 2 mm", "45 ± 2 mm"),
        ("45 +2/-1 mm", "45 +2/-1 mm", "45 +2/-1 mm"),
        ("-5..0.5 °C", "-5 – 0.5 °C", "-5 – 0.5 °C"),
        ("= 304L", "304L", "304L"),
        ("= 3 pcs", "3 pcs", "3 pcs"),
        ("one of A <=1, B", "one of A <=1, B", "A <=1、B 之一"),
        ("not detected", "not detected", "不得检出"),
        ("absent in 25 g", "absent in 25 g", "25 g 中不得检出"),
        ("conforms", "conforms", "符合"),
    ],
)
def test_a_requirement_as_a_contract_prints_it(requirement: str, english: str, chinese: str) -> None:
    assert shown(parse(requirement), "en") == english
    assert shown(parse(requirement), "zh") == chinese


def test_no_two_requirements_print_alike() -> None:
    """What is printed is what is agreed: a limit never looks like another kind of requirement."""
    texts = (
        "<= 3 mm|< 3 mm|>= 3 mm|> 3 mm|= 3 mm|3 ± 1 mm|3 +1/-2 mm|3..4 mm|one of 3, 4|absent in 3 g".split(
            "|"
        )
    )
    for language in ("en", "zh"):
        assert len({shown(parse(text), language) for text in texts}) == len(texts)


def test_the_cells_of_a_row_in_both_languages() -> None:
    line = a_contract().spec.lines[0]
    assert spec_cells(line, ("en", "zh"))[2] == (
        ("3",),
        ("Lead (Pb) in solder", "焊料中铅含量"),
        ("≤ 0.1 %",),
        ("IEC 62321-5:2013",),
        ("–",),
        ("critical", "致命"),
        ("type test", "型式试验"),
        ("before loading", "装货前"),
    )


@pytest.mark.parametrize("languages", [("en",), ("zh",), ("en", "zh")], ids=["en", "zh", "en-zh"])
def test_the_tables_show_the_spec_and_nothing_else(languages: tuple[Language, ...]) -> None:
    spec = a_contract().spec
    root = etree.fromstring(f'<w:body xmlns:w="{W_URI}">{specification_xml(spec, languages)}</w:body>')
    assert list(differences(root, spec, languages)) == []
    texts = ["".join(node.text or "" for node in cell.iter(w("t"))) for cell in root.iter(w("tc"))]
    assert "" not in texts


def test_price_adjustments_are_a_table_of_their_own_that_is_read_back() -> None:
    line = a_contract().deal.goods[1].model_dump(by_alias=True)
    scale = {"step": "0.1", "percent": "1 %", "cap": "5 %", "reject": "<= 1 %"}
    items = list(line["characteristics"])
    line["characteristics"] = [*items[:2], {**items[2], "scale": scale}, *items[3:]]
    contract = a_contract(goods=[a_contract().deal.goods[0].model_dump(by_alias=True), line])
    languages: tuple[Language, ...] = ("en", "zh")
    assert scale_cells(contract.spec.lines[0], languages) == ()
    assert scale_cells(contract.spec.lines[1], languages) == (
        (("3",), ("Moisture", "水分"), ("< 0.5 %",), ("0.1 %",), ("−1%",), ("5%",), ("≤ 1 %",)),
    )
    xml = f'<w:body xmlns:w="{W_URI}">{specification_xml(contract.spec, languages)}</w:body>'
    assert list(differences(etree.fromstring(xml), contract.spec, languages)) == []
    [said] = differences(etree.fromstring(xml.replace(">−1%<", ">−2%<")), contract.spec, languages)
    assert said == (
        "the table of price adjustments of line 2, row 1, column 5: shows '−2%', the contract says '−1%'"
    )
    [said] = differences(
        etree.fromstring(xml.replace(">Price adjustment<", ">Price<")), contract.spec, languages
    )
    assert said == "the document shows 0 tables of price adjustments, the contract has 1"
