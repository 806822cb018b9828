"""What a contract grants, read from contracts that are really assembled, in every position of the articles."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from tests.contract.deals import FULL, LIBRARY, SAMPLES
from tradedocs.claims.granted import granted_by
from tradedocs.contract import assemble
from tradedocs.library import load_register
from tradedocs.model.contract import Article, Paragraph
from tradedocs.model.deal import ClauseChoice, Deal
from tradedocs.model.granted import Granted, chinese
from tradedocs.model.shapes import LocalText
from tradedocs.workspace import data_folder
from tradedocs.yamlfile import load

APPROVALS = load_register(data_folder() / "clauses").counting(LIBRARY.clauses, FULL.date)
LAMPS = next(path for path in SAMPLES if path.parent.name == "led-lamps")


def grants(*choices: ClauseChoice, language: str = "en-zh", **more: Any) -> Granted:
    deal = load(LAMPS, Deal).model_copy(update={"clauses": choices, "language": language, **more})
    return granted_by(deal, assemble(deal, LIBRARY, APPROVALS).articles, 1)


def choice(clause: str, position: str = "standard", **more: Any) -> ClauseChoice:
    return ClauseChoice.model_validate({"clause": clause, "position": position, "reason": "agreed", **more})


@pytest.mark.parametrize("language", ["en", "zh", "en-zh"])
def test_the_standard_positions_are_read_in_each_language(language: str) -> None:
    found = grants(language=language)
    assert found.cap is not None
    assert (found.cap.percent, found.cap.base, found.cap.refunds_count, found.cap.profit) == (
        100,
        "goods",
        True,
        "none",
    )
    assert found.minor is not None
    assert (found.minor.cap, found.minor.handling) == (10, False)
    assert found.replenishing is not None
    assert (found.replenishing.days, found.replenishing.buyer_chooses, found.replenishing.difference) == (
        30,
        False,
        False,
    )
    assert found.offsetting is not None
    assert (found.offsetting.who, found.offsetting.order_days, found.offsetting.pay_days) == (
        "agreed",
        90,
        15,
    )
    assert found.grades is not None
    assert (found.grades.pieces, found.grades.unfit, found.grades.costs, found.grades.other) == (
        True, False, "agreed", "replaced"
    )  # fmt: skip
    assert (found.law, found.chinese, found.shortage, found.warranty) == ("CISG", True, True, True)
    assert found.late_damages == (Decimal("0.5"), 5)
    assert found.articles["compensation.limitation"] == found.cap.article


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize(
    ("clause", "position", "facts"),
    [
        ("compensation.limitation", "fallback-1",
         {"cap.base": "contract", "cap.refunds_count": False, "cap.profit": "known-resale"}),
        ("compensation.limitation", "fallback-2",
         {"cap.base": "contract", "cap.refunds_count": False, "cap.profit": "foreseeable"}),
        ("compensation.minor-deviations", "fallback-1", {"minor.handling": True}),
        ("compensation.replenishment", "fallback-1",
         {"replenishing.buyer_chooses": True, "replenishing.difference": False}),
        ("compensation.replenishment", "fallback-2",
         {"replenishing.buyer_chooses": True, "replenishing.difference": True}),
        ("compensation.offset", "fallback-1", {"offsetting.who": "buyer"}),
        ("compensation.offset", "fallback-2", {"offsetting.who": "any-invoice"}),
        ("compensation.remedies", "fallback-1",
         {"grades.unfit": True, "grades.costs": "proven", "grades.other": "damages"}),
        ("compensation.remedies", "fallback-2",
         {"grades.unfit": True, "grades.costs": "proven", "grades.other": "choice"}),
        ("compensation.defective-pieces", "fallback-1", {"pieces.rule": "above-aql"}),
        ("compensation.defective-pieces", "fallback-2", {"pieces.rule": "above-spares", "pieces.spare": Decimal(2)}),
    ],
)  # fmt: skip
def test_each_position_is_told_by_its_words(
    language: str, clause: str, position: str, facts: dict[str, Any]
) -> None:
    found = grants(choice(clause, position), language=language)
    for path, wanted in facts.items():
        terms, name = path.split(".")
        assert getattr(getattr(found, terms), name) == wanted, path


def test_the_figures_are_those_of_this_contract() -> None:
    deal = load(LAMPS, Deal)
    remedies = deal.remedies.model_copy(
        update={"liability_cap": Decimal(80), "minor_discount_cap": Decimal("7.5"), "replenish_days": 45}
    )
    found = grants(choice("compensation.offset", values={"order_days": "120"}), remedies=remedies)
    assert found.cap is not None
    assert found.minor is not None
    assert found.replenishing is not None
    assert found.offsetting is not None
    assert (found.cap.percent, found.minor.cap, found.replenishing.days, found.offsetting.order_days) == (
        80, Decimal("7.5"), 45, 120
    )  # fmt: skip


def test_an_article_that_was_left_out_grants_nothing() -> None:
    deal = load(LAMPS, Deal)
    articles = [
        one
        for one in assemble(deal, LIBRARY, APPROVALS).articles
        if one.clause_id not in ("compensation.offset", "compensation.limitation", "compensation.remedies")
    ]
    found = granted_by(deal, articles)
    assert (found.offsetting, found.cap, found.grades) == (None, None, None)
    assert found.replenishing is not None


def test_words_that_are_not_the_library_s_tell_nothing() -> None:
    """A house may have worded an article anew: the number counts, what its words mean a person must say."""
    deal = load(LAMPS, Deal)
    found = granted_by(deal, [_reworded(one) for one in assemble(deal, LIBRARY, APPROVALS).articles])
    assert found.cap is not None
    assert (found.cap.percent, found.cap.base, found.cap.profit) == (100, None, None)
    assert found.grades is not None
    assert (found.grades.other, found.grades.pieces) == (None, False)
    assert found.offsetting is not None
    assert found.offsetting.who is None


def _reworded(article: Article) -> Article:
    def told(paragraph: Paragraph) -> Paragraph:
        def other(runs: Any) -> Any:
            return tuple(run if run.kind == "value" else run.model_copy(update={"text": "…"}) for run in runs)

        return paragraph.model_copy(update={"en": other(paragraph.en), "zh": other(paragraph.zh)})

    return article.model_copy(update={"paragraphs": tuple(map(told, article.paragraphs))})


def test_the_share_of_the_shipment_is_its_own() -> None:
    deal = load(LAMPS, Deal)
    shipped = granted_by(deal, (), 1).shipped
    assert {line: str(quantity) for line, quantity in shipped.items()} == {1: "24,000 pcs", 2: "9,000 pcs"}


def test_the_law_is_the_contract_s() -> None:
    deal = load(LAMPS, Deal)
    without = deal.model_copy(update={"law": deal.law.model_copy(update={"cisg": "excluded"})})
    assert granted_by(without, assemble(without, LIBRARY, APPROVALS).articles).law == "PRC"
    england = without.law.model_copy(
        update={"governing": LocalText(en="England and Wales", zh="英格兰和威尔士")}
    )
    abroad = without.model_copy(update={"law": england})
    assert granted_by(abroad, ()).law == "other"


@pytest.mark.parametrize(
    ("law", "is_chinese"),
    [
        ("the People's Republic of China", True),
        ("Hong Kong, China", False),
        ("Singapore", False),
        ("China", True),
    ],
)
def test_the_regions_have_their_own_law(law: str, is_chinese: bool) -> None:
    assert chinese(LocalText(en=law)) is is_chinese
