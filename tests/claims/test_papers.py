"""The papers of a settlement: what each must say, in each language, and what they must never say."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from tests.claims.matters import matter, move
from tradedocs.claims.agreement import settlement_agreement
from tradedocs.claims.creditnote import credit_note
from tradedocs.claims.matter import Matter
from tradedocs.claims.offset import offset_agreement
from tradedocs.claims.proforma import replacement_invoice
from tradedocs.claims.promising import agreed_offset, promises, way_of
from tradedocs.errors import UsageError
from tradedocs.model.amount import Money
from tradedocs.model.clause import Title
from tradedocs.model.contract import Article, Paragraph
from tradedocs.model.paper import Paper
from tradedocs.model.settling import Move, Settlement
from tradedocs.word.package import read_parts
from tradedocs.word.paper import paper_docx
from tradedocs.word.text import visible_text
from tradedocs.words.bilingual import Languages

TEMPLATE = Path(__file__).parents[2] / "templates" / "notice.docx"
ON = date(2026, 12, 20)
TONGUES: tuple[Languages, ...] = (("en",), ("zh",), ("en", "zh"))


def settled(about: Matter, one: Move, cap: str = "100") -> Settlement:
    way = way_of(one, None)
    offset = None
    if way == "offset":
        offset = agreed_offset(
            about, ON, orders=("PO-9", "PO-10"), cap=Decimal(cap), expires=date(2027, 3, 20)
        )
    assert one.remedy is not None
    return Settlement(
        remedy=one.remedy, amount=one.amount, quantity=one.quantity, paid_by=way, offset=offset,
        promises=promises(about, one, way, offset, ON), move=1, agreed=ON, by="Li Na", row=0,
    )  # fmt: skip


def shown(paper: Paper) -> str:
    data = paper_docx(paper, TEMPLATE)
    return " ".join(visible_text(read_parts(data, name="paper")).split())


def usd(amount: str) -> Money:
    return Money(amount=Decimal(amount), currency="USD")


@pytest.mark.parametrize("languages", TONGUES)
def test_each_language_alone_has_nothing_of_the_other(languages: Languages) -> None:
    about = matter(languages=languages)
    credit = settled(about, move(remedy="offset", amount="USD 350"))
    goods = settled(about, move(remedy="replenishment", quantity="500 pcs"))
    papers = (
        settlement_agreement(about, credit), credit_note(about, credit, "CN"), settlement_agreement(about, goods),
        offset_agreement(about, credit, (("PO-9", usd("1500")),)), replacement_invoice(about, goods, "PI"),
    )  # fmt: skip
    for paper in papers:
        text = shown(paper)
        assert any("\u4e00" <= char <= "\u9fff" for char in text) == ("zh" in languages)
        assert ("the Seller" in text or "the Buyer" in text or "Seller" in text) == ("en" in languages)


def test_the_agreement_is_final_for_its_claim_only_and_admits_nothing() -> None:
    about = matter(lots=["L2611-A"])
    text = shown(settlement_agreement(about, settled(about, move(amount="USD 619.20"))))
    for words in (
        "settled in full and for good", "It does not settle other defects", "no admission by either side", "CL-1",
        "L2611-A", "USD 619.20 (SAY US DOLLARS SIX HUNDRED AND NINETEEN AND 20/100 ONLY)", "2,000 pcs", "It flickers",
        "USD 619.20（大写：美元陆佰壹拾玖元贰角整）", "不构成任何一方对缺陷、违约或责任的承认",
        "Where the two texts differ, the English text counts.",
    ):  # fmt: skip
        assert words in text
    assert "confidential" not in text.casefold()
    assert "保密" not in text


def test_a_right_names_its_article_and_a_gesture_names_none() -> None:
    heading = Paragraph(key="a", level=1, number="37", label="37.", en=(), zh=())
    article = Article(
        clause_id="compensation.minor-deviations", version="1.0.0", position="standard", sha256="0" * 64,
        title=Title(en="Minor deviations", zh="轻微偏差"), paragraphs=(heading,),
    )  # fmt: skip
    about = replace(matter(), articles=(article,))
    owed, gesture = (
        shown(settlement_agreement(about, settled(about, move(remedy=remedy, amount="USD 350"))))
        for remedy in ("price-reduction", "goodwill")
    )
    assert "under Article 37 of the Contract" in owed
    assert "Article 37" not in gesture
    assert "第37条" not in gesture


def test_the_credit_note_refers_to_the_invoice_and_lowers_no_other() -> None:
    about = matter(invoice_date="2026-11-27")
    text = shown(credit_note(about, settled(about, move(amount="USD 619.20")), "CL-1/CN"))
    for words in (
        "CL-1/CN",
        "No. INV-9 of 27 November 2026",
        "The credit is 3% of it",
        "No other invoice states a lower price",
        "贷项通知单",
    ):
        assert words in text
    with pytest.raises(UsageError, match="original invoice"):
        credit_note(matter(invoice_no=None), settled(about, move(amount="USD 1")), "CN")


def test_the_replacement_has_its_true_customs_value() -> None:
    about = matter()
    text = shown(
        replacement_invoice(about, settled(about, move(remedy="replenishment", quantity="500 pcs")), "PI")
    )
    for words in (
        "430.00",
        "8539.52",
        "CN",
        "FREE OF CHARGE",
        "Nothing is payable",
        "true value",
        "仅供报关使用",
        "0.86/pcs",
    ):
        assert words in text
    assert "commercial value" not in text.casefold()


@pytest.mark.parametrize("key", ["hs_code", "origin"])
def test_customs_need_code_and_origin(key: str) -> None:
    about = matter()
    bare = about.line.model_copy(update={key: None})
    deal = about.deal.model_copy(update={"goods": (bare, *about.deal.goods[1:])})
    with pytest.raises(UsageError, match=key):
        replacement_invoice(
            matter(deal=deal), settled(about, move(remedy="replenishment", quantity="5 pcs")), "PI"
        )


def test_the_offset_shows_how_the_credit_is_used_up() -> None:
    about = matter()
    settlement = settled(about, move(remedy="offset", amount="USD 350"), cap="15")
    text = shown(offset_agreement(about, settlement, (("PO-9", usd("1500")), ("PO-10", usd("40000")))))
    for words in ("PO-9 1,500.00 225.00 225.00 125.00", "PO-10 40,000.00 6,000.00 125.00 0.00", "At most 15%",
                  "20 March 2027", "states the full price", "within 15 days"):  # fmt: skip
        assert words in text
    with pytest.raises(UsageError, match="EUR"):
        offset_agreement(about, settlement, (("PO-9", Money(amount=Decimal(1), currency="EUR")),))
