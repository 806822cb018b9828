from __future__ import annotations

from typing import Any

import pytest

from tradedocs.contract.ladder import Judged, Ladder, judge
from tradedocs.model.base import Source
from tradedocs.model.clause import Clause

PLAYBOOK = {"sales": "10..20", "manager": "10..40", "legal": "1..90"}


def clause(position: str, en: str, zh: str, **more: Any) -> Clause:
    data = {
        "id": "x.claims", "version": "1.0.0", "family": "disputes", "position": position,
        "authority": "sales" if position == "standard" else "manager",
        "title": {"en": "Claims", "zh": "索赔"},
        "variables": {"days": {"type": "days", "default": "15", "playbook": PLAYBOOK},
                      "place": {"type": "text", "from": "deal.delivery.place"}},
        "paragraphs": [{"level": 2, "en": en, "zh": zh}],
        "file": Source(file="x.md", line=1), **more,
    }  # fmt: skip
    return Clause.model_validate(data)


STANDARD = clause(
    "standard",
    "Claims come within {{ days }} after arrival at {{ place }}, under Article [[ref:x.notice]].",
    "索赔应在货物到达{{ place }}后{{ days }}内按第[[ref:x.notice]]条提出。",
)
FALLBACK = clause(
    "fallback-1",
    "Claims come within {{ days }} after the Buyer has unpacked the goods.",
    "索赔应在买方开箱后{{ days }}内提出。",
)
SAID = {
    ("en", "days"): ("15 days",), ("zh", "days"): ("15日",), ("en", "place"): ("Dublin",), ("zh", "place"): ("都柏林",),
}  # fmt: skip
EN = "Claims come within {days} after arrival at {place}, under Article {ref}."
ZH = "索赔应在货物到达{place}后{days}内按第{ref}条提出。"


def ladder(**changes: Any) -> Ladder:
    facts: dict[str, Any] = {
        "positions": (STANDARD, FALLBACK), "approved": lambda _: True, "sent_as": "standard", "said": SAID,
        "targets": {"x.notice": "12"},
    }  # fmt: skip
    return Ladder(**{**facts, **changes})


def judged(en: str, zh: str, **changes: Any) -> Judged:
    return judge({"en": ("Claims", en), "zh": ("索赔", zh)}, ladder(**changes))


def kinds(found: Judged) -> list[str]:
    return [hit.kind for hit in found.hits]


def text(
    days: str = "15 days", tage: str = "15日", place: str = "Dublin", ref: str = "12"
) -> tuple[str, str]:
    zh_place = "都柏林" if place == "Dublin" else place
    return EN.format(days=days, place=place, ref=ref), ZH.format(days=tage, place=zh_place, ref=ref)


def test_what_was_sent_is_standard() -> None:
    found = judged(*text())
    assert (found.standing, found.needs, found.values, found.hits) == ("standard", "sales", (), ())


@pytest.mark.parametrize(
    ("number", "needs"),
    [(12, "sales"), (20, "sales"), (21, "manager"), (40, "manager"), (41, "legal"), (91, None)],
)
def test_the_level_of_a_value(number: int, needs: str | None) -> None:
    found = judged(*text(f"{number} days", f"{number}日"))
    assert (found.standing, found.needs) == ("standard", needs)
    assert kinds(found) == ([] if needs else ["beyond-range"])


@pytest.mark.parametrize(
    ("changed", "kind"),
    [
        (text("20 days", "30日"), "languages-differ"),
        (text("15 working days"), "value"),
        (text("two weeks", "15日"), "value"),
        (text(place="Cork"), "value"),
    ],
)
def test_a_value_that_is_not_the_clause_s_own_kind(changed: tuple[str, str], kind: str) -> None:
    found = judged(*changed)
    assert (found.standing, found.needs) == ("deviation", "legal")
    assert kind in kinds(found)


def test_another_reference_is_a_deviation() -> None:
    found = judged(*text(ref="13"))
    assert (found.standing, found.nearest, found.needs) == ("deviation", "standard", "legal")


def test_a_reference_whose_target_is_not_known_is_told() -> None:
    found = judged(*text(ref="13"), targets={})
    assert (found.standing, kinds(found)) == ("deviation", ["reference", "reference"][:1])


def test_a_fallback_needs_its_authority_and_an_approval() -> None:
    words = (
        "Claims come within 15 days after the Buyer has unpacked the goods.",
        "索赔应在买方开箱后15日内提出。",
    )
    found = judged(*words)
    assert (found.standing, found.needs, found.hits) == ("fallback-1", "manager", ())
    unapproved = judged(*words, approved=lambda one: one.position == "standard")
    assert (unapproved.standing, unapproved.needs, kinds(unapproved)) == (
        "fallback-1",
        "legal",
        ["unapproved"],
    )


def test_one_language_in_another_position_is_a_deviation() -> None:
    found = judged("Claims come within 15 days after the Buyer has unpacked the goods.", text()[1])
    assert (found.standing, found.needs) == ("deviation", "legal")


def test_the_nearest_approved_position_is_shown() -> None:
    words = (
        "Claims come within 15 days after the Buyer has seen the goods.",
        "索赔应在买方开箱查验后15日内提出。",
    )
    assert judged(*words).nearest == "fallback-1"
    assert judged(*words, approved=lambda one: one.position == "standard").nearest == "standard"
    nobody = judged(*words, approved=lambda _: False)
    assert "unapproved" in kinds(nobody)


def test_numbers_are_told_in_a_deviation() -> None:
    found = judged(
        "Any claims come within 95 days after arrival at Dublin, under Article 12.",
        "任何索赔应在货物到达都柏林后95日内按第12条提出。",
    )
    assert (found.standing, found.needs) == ("deviation", None)
    assert {value.found for value in found.values} == {"95 days", "95日"}
    assert kinds(found) == ["beyond-range"]
    words = [piece.text for edit in found.against for piece in edit.words if piece.kind == "added"]
    assert "95" in words


def test_a_number_that_cannot_be_read_is_told() -> None:
    found = judged(
        "Any claims come within 30 to 95 days after arrival at Dublin, under Article 12.", text()[1]
    )
    assert "value" in kinds(found)
