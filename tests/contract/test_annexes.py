from __future__ import annotations

from typing import Any

import pytest

from tests.contract.deals import FULL, SAMPLES, changed
from tests.word.contracts import a_contract
from tradedocs.contract.annexes import annexes_of
from tradedocs.model.annex import Annex, AnnexTable
from tradedocs.model.clause import Language
from tradedocs.model.deal import Deal
from tradedocs.words.missing import MissingFact, gaps_shown
from tradedocs.yamlfile import load

DEAL = a_contract().deal
BOTH: tuple[Language, ...] = ("en", "zh")


def annex(deal: Deal, kind: str, languages: tuple[Language, ...] = ("en",)) -> Annex:
    [found] = [one for one in annexes_of(deal, languages) if one.kind == kind]
    return found


def table(deal: Deal, kind: str, languages: tuple[Language, ...] = ("en",)) -> dict[str, str]:
    """The first table, from the cell before the last of a row to the last."""
    [first, *_] = annex(deal, kind, languages).tables
    return {
        row[0][0] if len(row) == 2 else row[1][0]: " / ".join(row[-1 if len(row) == 2 else 2])
        for row in first.rows
    }


def test_the_annexes_are_numbered_in_order_and_the_credit_is_there_only_with_one() -> None:
    assert [one.title for one in annexes_of(DEAL, BOTH)] == [
        ("Annex 1 – Specification", "附件1 规格书"),
        ("Annex 2 – Inspection Plan", "附件2 检验计划"),
        ("Annex 3 – Documents", "附件3 单据清单"),
        ("Annex 4 – Letter of Credit Application Checklist", "附件4 信用证申请核对表"),
        ("Annex 5 – Claim Evidence Form", "附件5 索赔证据表"),
    ]
    without = changed(DEAL, payment=[{"share": "100 %", "method": "tt-advance"}], letter_of_credit=None)
    assert [one.kind for one in annexes_of(without, BOTH)] == [
        "specification", "inspection-plan", "documents", "claim-form",
    ]  # fmt: skip


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.parent.name)
@pytest.mark.parametrize("languages", [("en",), ("zh",), BOTH])
def test_no_cell_of_any_sample_is_empty(path: Any, languages: tuple[Language, ...]) -> None:
    for one in annexes_of(load(path, Deal), languages):
        for part in one.tables:
            assert part.rows
            for row in part.rows:
                assert len(row) == len(part.columns)
                assert all(cell and all(cell) and len(cell) <= len(languages) for cell in row)


def test_the_plan_says_its_terms_and_works_out_each_lot() -> None:
    assert table(DEAL, "inspection-plan") == {
        "Sampling standard": "ISO 2859-1:1999",
        "Inspection level": "II",
        "Inspection": "single sampling, normal inspection, no switching rules",
        "AQL, critical defects": "0",
        "AQL, major defects": "2.5",
        "AQL, minor defects": "4",
        "Inspection Body": "SampleCert Inspection or Muster & Partner Surveyors",
        "Place of inspection": "the Seller's warehouse, Ningbo",
    }
    plan = annex(DEAL, "inspection-plan", BOTH)
    assert [" ".join(cell) for cell in plan.tables[1].rows[2]] == [
        "1", "1", "60,000", "minor 轻微", "4", "N → M", "315", "21", "22",
    ]  # fmt: skip
    assert [note[0][:29] for note in plan.notes] == [
        "The numbers are those of the ",
        "Line 2 is not counted in piec",
    ]


def test_bulk_goods_have_their_standard_and_the_quantity_of_each_shipment() -> None:
    [sugar] = [path for path in SAMPLES if path.parent.name == "white-sugar"]
    deal = load(sugar, Deal)
    assert table(deal, "inspection-plan")["Sampling standard"] == "Codex CXG 50-2004"
    assert annex(deal, "inspection-plan").tables[1].rows == (
        (("1",), ("1",), ("300 t",)),
        (("2",), ("1",), ("200 t",)),
    )


def test_a_standard_whose_tables_are_not_held_is_left_to_itself() -> None:
    deal = changed(DEAL, inspection__standard="Our own plan of 2020")
    plan = annex(deal, "inspection-plan")
    assert plan.notes[0] == (
        "Sample size, acceptance number and rejection number of each lot are those that Our own plan of 2020 gives "
        "for it.",
    )
    assert len(plan.tables[1].rows) == 3


def documents(*, languages: tuple[Language, ...] = ("en",), **more: Any) -> AnnexTable:
    listed = [{"en": "Invoice", "zh": "发票"}, {"en": "Packing list", "zh": "装箱单", **more}]
    return annex(changed(DEAL, documents=listed), "documents", languages).tables[0]


def test_documents_have_only_the_columns_that_the_deal_states_anything_for() -> None:
    assert [column.head for column in documents().columns] == [("No.",), ("Document",)]
    counted = documents(originals=3, copies=2)
    assert [column.head for column in counted.columns][2:] == [("Originals",), ("Copies",)]
    assert counted.rows == (
        (("1",), ("Invoice",), ("–",), ("–",)),
        (("2",), ("Packing list",), ("3",), ("2",)),
    )
    issued = documents(issuer={"en": "the mill", "zh": "工厂"}, languages=BOTH)
    assert issued.rows[1][2] == ("the mill", "工厂")
    assert issued.rows[0][2] == ("–",)


def test_the_credit_follows_from_the_deal() -> None:
    said = table(DEAL, "letter-of-credit")
    assert said["Currency and amount"] == "USD 99,309.00"  # 70 % of 141,870.00
    assert said["Tolerance of amount and quantity (UCP 600 art. 30)"] == "line 1: ±5%; line 2: ±3%"
    assert said["Latest date of shipment"] == "30 November 2026"
    assert said["Date and place of expiry"] == "not before 21 December 2026, Ningbo"
    assert said["Period for presentation (art. 14(c))"] == "21 days after the date of shipment"
    assert said["Available by"] == "70%: by letter of credit payable at sight"
    assert said["Partial shipments (art. 31)"] == "allowed"
    assert said["In the Seller's hands by"] == "1 September 2026"  # 30 days before 1 October
    assert said["Applicant"] == 'O\'Neil "Best" & Co, 12 Harbour Street, Dublin 1, D01 X2Y3, Ireland'
    content = said["Inspection certificate: issuer and content (art. 14(f))"]
    assert content.startswith(
        "issued by SampleCert Inspection or Muster & Partner Surveyors; it states contract No."
    )
    assert "(3) Pre-shipment inspection certificate" in said["Documents, and no others"]


def test_what_the_credit_itself_says_goes_before_the_contract() -> None:
    deal = changed(
        DEAL, letter_of_credit__tolerance="10 %", letter_of_credit__expiry="2027-01-15",
        letter_of_credit__latest_shipment="2026-12-10", letter_of_credit__open_by="2026-09-15",
        letter_of_credit__partial_shipments="not allowed", letter_of_credit__transhipment="not allowed",
        letter_of_credit__confirmed=True, letter_of_credit__documents=[{"en": "Invoice"}],
    )  # fmt: skip
    said = table(deal, "letter-of-credit")
    assert said["Tolerance of amount and quantity (UCP 600 art. 30)"] == "±10%"
    assert said["Date and place of expiry"] == "15 January 2027, Ningbo"
    assert said["Latest date of shipment"] == "10 December 2026"
    assert said["In the Seller's hands by"] == "15 September 2026"
    assert said["Partial shipments (art. 31)"] == said["Transhipment"] == "not allowed"
    assert said["Confirmation (art. 8)"] == "confirmed"
    assert said["Documents, and no others"] == "(1) Invoice"


def test_the_claim_form_knows_the_contract_and_asks_for_the_rest() -> None:
    given, asked = annex(DEAL, "claim-form", BOTH).tables
    assert given.rows[0] == (("Contract No.", "合同编号"), ("TD-2026/0117",))
    assert given.rows[3][1] == ("sales@seller.example",)
    assert asked.form
    assert not given.form
    named = {row[0][0] for row in asked.rows}
    assert {
        "Lot or batch, container, seal",
        "Photos and videos",
        "Samples kept",
        "Settlement asked for",
    } <= named
    [settlement] = [row[1] for row in asked.rows if row[0][0] == "Settlement asked for"]
    assert settlement[0].count("☐") == settlement[1].count("☐") == 4


def test_what_has_no_chinese_is_missing_or_in_a_draft_a_mark() -> None:
    deal = changed(FULL, inspection__place={"en": "the mill"})
    with pytest.raises(MissingFact) as missing:
        annexes_of(deal, BOTH)
    assert missing.value.key == "inspection.place.zh"
    with gaps_shown() as found:
        said = table(deal, "inspection-plan", ("zh",))
    assert said["检验地点"] == "[● inspection.place.zh]"
    assert "inspection.place.zh" in found
