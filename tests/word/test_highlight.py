from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from lxml import etree

from tests.contract.deals import FULL, LIBRARY, changed
from tests.word.edits import edited
from tradedocs.contract import assemble, with_gaps
from tradedocs.errors import BuildError
from tradedocs.model.contract import Contract
from tradedocs.word.build import build_docx
from tradedocs.word.highlight import cover_gaps, highlighted
from tradedocs.word.package import DOCUMENT, read_parts
from tradedocs.word.text import paragraph_text, visible_text
from tradedocs.word.xml import W_URI, parse, w

MODERN = "sales-contract-modern.docx"


def drafted(**changes: Any) -> Contract:
    contract = assemble(changed(FULL, **changes), LIBRARY, (), gaps=True)
    return with_gaps(contract, cover_gaps(contract))


def built(contract: Contract, template: Path) -> etree._Element:
    return parse(
        read_parts(build_docx(contract, template, deal_sha256="d" * 64), name="a")[DOCUMENT], DOCUMENT
    )


def lit(root: etree._Element) -> list[str]:
    """The text of each highlighted run, neighbours joined."""
    out: list[str] = []
    for paragraph in root.iter(w("p")):
        joined = ""
        for run in paragraph.iter(w("r")):
            light = run.find(f"{w('rPr')}/{w('highlight')}")
            text = "".join(node.text or "" for node in run.iter(w("t")))
            if light is not None:
                assert light.get(w("val")) == "yellow"
                joined += text
            elif joined and text:
                out.append(joined)
                joined = ""
        if joined:
            out.append(joined)
    return out


@pytest.mark.parametrize("name", ["sales-contract.docx", MODERN])
def test_missing_values_are_highlighted_marks_and_stand_in_a_list_on_the_first_page(
    template: Path, name: str
) -> None:
    contract = drafted(
        place={"en": "Ningbo"}, documents=[{"en": "Invoice"}, {"en": "Packing list", "zh": "装箱单"}]
    )
    assert [item.key for item in contract.open_points] == ["place.zh", "documents[1].zh"]
    root = built(contract, template.with_name(name))
    assert set(lit(root)) == {"[● documents[1].zh]", "[● place.zh]"}
    texts = [paragraph_text(p) for p in root.iter(w("p"))]
    head = texts.index("Open points, to be settled before signing 签署前须确认的事项")
    assert head < texts.index(contract.deal.seller.name)
    assert texts[head + 1 : head + 3] == [
        "● place.zh – is missing 缺失",
        "● documents[1].zh – is missing 缺失",
    ]


@pytest.mark.parametrize("name", ["sales-contract.docx", MODERN])
def test_values_to_confirm_are_highlighted_where_they_are_printed(template: Path, name: str) -> None:
    deal = changed(
        FULL,
        confirm=[
            {"key": "delivery.place", "why": "Bremen?"},
            {"key": "goods[1].hs_code"},
            {"key": "goods[1].characteristics[1].require"},
            {"key": "goods[2].unit_price"},
        ],
    )
    contract = assemble(deal, LIBRARY, ())
    root = built(contract, template.with_name(name))
    marked = lit(root)
    assert marked.count("CIF Hamburg, Incoterms® 2020") >= 3  # cover and two articles
    assert "HS code HS编码: 8539.52" in marked
    assert any("/t" in text and text.endswith("/吨") for text in marked)
    assert "USD\N{NO-BREAK SPACE}32,200.31" in marked
    assert contract.spec.lines[0].characteristics[0].require.shown in marked
    texts = [paragraph_text(p) for p in root.iter(w("p"))]
    assert "● delivery.place – is to be confirmed 待确认: Bremen?" in texts
    assert contract.deal.seller.name not in marked


def test_highlighting_changes_no_text(template: Path) -> None:
    """The marks are gone, and each piece keeps the look of its run."""
    plain = assemble(FULL, LIBRARY, ())
    opened = assemble(changed(FULL, confirm=[{"key": "delivery.place"}]), LIBRARY, ())
    parts = [read_parts(build_docx(one, template, deal_sha256="d" * 64), name="a") for one in (plain, opened)]
    texts = [visible_text(one).splitlines() for one in parts]
    added = [line for line in texts[1] if line not in texts[0]]
    assert added == [
        "Open points, to be settled before signing 签署前须确认的事项",
        "● delivery.place – is to be confirmed 待确认",
    ]
    assert [line for line in texts[0] if line not in texts[1]] == []
    assert all(b"open-value" not in part for part in parts[1].values())


def test_a_header_with_an_open_value_is_highlighted_too(template: Path) -> None:
    contract = assemble(changed(FULL, confirm=[{"key": "contract_no"}]), LIBRARY, ())
    parts = read_parts(build_docx(contract, template, deal_sha256="d" * 64), name="a")
    assert lit(parse(parts["word/header1.xml"], "h")) == [FULL.contract_no]


def test_a_run_is_split_and_keeps_its_look() -> None:
    xml = (
        f'<w:document xmlns:w="{W_URI}"><w:body><w:p><w:r><w:rPr><w:b/><w:lang w:val="en-GB"/></w:rPr>'
        "<w:t>At <?open-value?>a<?shut-value?></w:t><w:br/><w:t><?open-value?>b</w:t><w:br/>"
        "<w:t>c<?shut-value?> d</w:t></w:r></w:p></w:body></w:document>"
    )
    root = parse(highlighted({DOCUMENT: xml.encode()})[DOCUMENT], DOCUMENT)
    shown = [
        ([etree.QName(child).localname for child in run.find(w("rPr"))], "".join(run.itertext()))
        for run in root.iter(w("r"))
    ]
    plain, light = ["b", "lang"], ["b", "highlight", "lang"]
    assert shown == [
        (plain, "At "), (light, "a"), (plain, ""), (light, "b"), (light, ""), (light, "c"), (plain, " d"),
    ]  # fmt: skip


def test_a_template_without_the_list_builds_no_contract_with_open_points(
    template: Path, tmp_path: Path
) -> None:
    mine = tmp_path / "mine.docx"
    mine.write_bytes(edited(template.read_bytes(), DOCUMENT, "{{ item.key }}", "a key"))
    contract = assemble(changed(FULL, confirm=[{"key": "delivery.place"}]), LIBRARY, ())
    with pytest.raises(BuildError, match="open_points"):
        build_docx(contract, mine, deal_sha256="d" * 64)
    assert build_docx(assemble(FULL, LIBRARY, ()), mine, deal_sha256="d" * 64)
