"""The remedies of the law: which ones, what the contract has put in their place, and the exposure."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest

from tests.claims.remedies.make import CAP, GRADES, case, granted, of
from tradedocs.claims.remedies import Late, RemedyCase, exposure
from tradedocs.claims.statute import remarks, statute, statutory, unlimited
from tradedocs.model.shapes import LocalText

COSTS = {"buyer_loss": "USD 5000", "handling": "USD 100", "rework": "USD 700"}


def claim(other: str | None = "replaced", law: str = "CISG", **more: Any) -> RemedyCase:
    grants = granted(grades=GRADES.model_copy(update={"other": other}), law=law, **more)
    return case(grants, value_ratio="82 %", costs=COSTS)


@pytest.mark.parametrize(("law", "articles"), [
    ("CISG", ["45", "46", "47", "48", "49", "50", "51", "52", "74", "75", "76", "77"]),
    ("PRC", ["577", "578", "579", "580", "581", "582", "583", "584", "585"]),
])  # fmt: skip
def test_every_article_of_the_range_is_named(law: str, articles: list[str]) -> None:
    named = " ".join(one.provision for one in statute().remedies if one.law == law)
    assert not [one for one in articles if one not in named]


def test_keys_are_unique_and_both_languages_are_there() -> None:
    rows = statute().remedies
    assert len({one.key for one in rows}) == len(rows)
    assert all(one.title.zh and one.conditions.zh for one in rows)


def test_all_of_them_are_for_legal_s_eyes() -> None:
    for one in statutory(claim()):
        assert one.legal_only
        assert one.authority == "legal"
        assert one.source


def test_the_example_of_article_50() -> None:
    """Price 20,000, value ratio .82: 16,400 remain, 3,600 come back."""
    found = of("cisg-50", statutory(claim("choice")))
    assert found.gain is not None
    assert found.gain.amount == Decimal("3600.00")
    assert found.barred is None


def test_the_contract_s_grades_take_the_place_of_the_law_s_remedies() -> None:
    found = statutory(claim("replaced"))
    assert {one.key for one in found if one.barred is None} == {"cisg-48", "cisg-49", "cisg-75"}
    shut = of("cisg-50", found)
    assert shut.barred is not None
    assert "Article 36" in shut.barred.en
    assert shut.gain is not None  # the exposure is shown all the same: silence hides nothing


@pytest.mark.parametrize("other", ["damages", "choice", None])
def test_what_excludes_nothing_leaves_all_of_them(other: str | None) -> None:
    assert all(one.barred is None for one in statutory(claim(other)))


def test_words_that_are_not_the_library_s_are_for_a_person_to_read() -> None:
    assert any("a person must read" in one.en for one in remarks(claim(None)))
    assert not any("a person must read" in one.en for one in remarks(claim("choice")))


def test_intent_and_gross_negligence_by_the_law_that_governs() -> None:
    assert any("article 506" in one.en for one in remarks(claim()))
    abroad = claim(governing=LocalText(en="Singapore", zh="新加坡"))
    assert not any("506" in one.en for one in remarks(abroad))
    assert any("CISG article 4(a)" in one.en for one in remarks(abroad))


def test_a_law_that_is_not_known_is_said_to_be_so() -> None:
    other = claim(law="other", governing=LocalText(en="England and Wales", zh="英格兰和威尔士"))
    assert statutory(other) == ()
    assert "ask counsel" in remarks(other)[0].en


def test_loss_of_profit_is_not_counted_where_the_contract_excludes_it() -> None:
    open_one = of("cisg-74", statutory(claim("choice")))
    assert open_one.gain is not None
    assert open_one.gain.amount == Decimal("100.00")
    assert any("excludes loss of profit" in note.en for note in open_one.notes)
    free = of("cisg-74", statutory(claim("choice", cap=CAP.model_copy(update={"profit": "foreseeable"}))))
    assert free.gain is not None
    assert free.gain.amount == Decimal("5100.00")


def test_the_exposure_without_limits_is_the_refund_and_the_loss_that_is_left() -> None:
    free = unlimited(claim("replaced", cap=CAP.model_copy(update={"percent": Decimal(10)})))
    amount, keys = exposure(statutory(free), free)
    assert amount.amount == Decimal("25100.00")
    assert len(keys) == 2


def test_late_notice_takes_the_law_s_remedies_too_but_for_the_reduction_with_an_excuse() -> None:
    late = Late(LocalText(en="the notice came late.", zh="通知逾期。"), excuse=True)
    found = statutory(replace(claim("choice"), late=late))
    assert {one.key for one in found if one.barred is None} == {"cisg-48", "cisg-50"}


def test_the_civil_code_s_list_has_no_article_of_the_convention() -> None:
    found = statutory(claim("choice", law="PRC"))
    assert {one.key.split("-")[0] for one in found} == {"prc"}
    reduction = of("prc-582-reduction", found)
    assert reduction.gain is not None
    assert reduction.gain.amount == Decimal("3600.00")
    assert "prc-582-replacement" in reduction.excludes
    assert "prc-583" not in reduction.excludes
