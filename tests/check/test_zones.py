"""The three zones of a price scale: guarantee, adjustment, rejection."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from tests.check.make import RECORDED, characteristic, judged, line, psi, result, rules, spec
from tradedocs.check.scaleclause import releases_in_zone
from tradedocs.model.contract import Article, Paragraph, Segment
from tradedocs.model.finding import Finding, Verdict
from tradedocs.model.report import Report

SCALE = {"step": "0.1", "percent": "1 %", "cap": "5 %", "reject": ">= 45.0 %"}
PLAIN = spec(line(characteristic("Nitrogen", ">= 46.0 %", scale=SCALE)))
CRITICAL = spec(line(characteristic("Nitrogen", ">= 46.0 %", scale=SCALE, **{"class": "critical"})))
CLAUSE = replace(RECORDED, scale_releases=True)


def nitrogen(printed: str, unit: str = "%", **more: Any) -> Report:
    return psi(result("Nitrogen", printed, unit, **more))


def told(findings: tuple[Finding, ...]) -> list[str]:
    return [finding.message for finding in findings if finding.rule == "price-adjustment"]


@pytest.mark.parametrize(
    ("printed", "unit", "verdict", "words"),
    [
        ("46.0", "%", Verdict.RELEASE, None), ("46.3", "%", Verdict.RELEASE, None),
        ("45.7", "%", Verdict.RELEASE, "by 0.3 % and meets the limit of rejection ≥ 45.0 %: 3 started steps of 0.1 % "
         "at 1 % = 3 % of the price"),
        ("45.69", "%", Verdict.RELEASE, "4 started steps of 0.1 % at 1 % = 4 % of the price"),
        ("457", "g/kg", Verdict.RELEASE, "by 0.3 %"),
        ("45.0", "%", Verdict.RELEASE, "10 started steps of 0.1 % at 1 % = 10 % of the price, at most 5 %"),
        ("44.99", "%", Verdict.REJECT, None),
    ],
)  # fmt: skip
def test_with_the_clause_the_price_follows_the_value(
    printed: str, unit: str, verdict: Verdict, words: str | None
) -> None:
    given, findings = judged(PLAIN, nitrogen(printed, unit), standing=CLAUSE)
    assert given is verdict
    assert len(told(findings)) == (1 if words else 0)
    assert words is None or words in told(findings)[0]


@pytest.mark.parametrize(
    ("printed", "verdict"), [("46.0", Verdict.RELEASE), ("45.7", Verdict.HOLD), ("44.9", Verdict.REJECT)]
)
def test_without_the_clause_the_zone_holds(printed: str, verdict: Verdict) -> None:
    given, findings = judged(PLAIN, nitrogen(printed))
    assert given is verdict
    assert ("price-adjustment" in rules(findings)) is (verdict is Verdict.HOLD)


def test_a_critical_characteristic_is_held_in_the_zone() -> None:
    assert judged(CRITICAL, nitrogen("45.7"), standing=CLAUSE)[0] is Verdict.HOLD


def test_each_specimen_counts() -> None:
    both = psi(result("Nitrogen", "46.1", "%", specimen="1"), result("Nitrogen", "44.0", "%", specimen="2"))
    assert judged(PLAIN, both, standing=CLAUSE)[0] is Verdict.REJECT


@pytest.mark.parametrize("more", [{"verdict": "Fail"}, {"doubt": ("ocr-only",)}, {"witnesses": ()}])
def test_what_keeps_a_value_from_counting_keeps_it_in_the_zone_as_well(more: dict[str, Any]) -> None:
    assert judged(PLAIN, nitrogen("45.7", **more), standing=CLAUSE)[0] is Verdict.HOLD


def test_a_value_that_may_lie_beyond_rejection_is_held() -> None:
    assert judged(PLAIN, nitrogen("<45.7"), standing=CLAUSE)[0] is Verdict.HOLD


def test_without_a_scale_a_miss_is_a_miss() -> None:
    bare = spec(line(characteristic("Nitrogen", ">= 46.0 %")))
    assert judged(bare, nitrogen("45.9"), standing=CLAUSE)[0] is Verdict.REJECT


def article(clause: str, text: str) -> Article:
    said = (Segment(kind="text", text=text),)
    paragraph = Paragraph(key="a", level=2, number="9.2", label="9.2", en=said, zh=())
    return Article.model_construct(clause_id=clause, paragraphs=(paragraph,))


def test_only_the_clause_that_says_so_releases() -> None:
    words = "It does not stand in the way of the release under Clause 9."
    assert releases_in_zone(article("compensation.price-scale", words))
    assert releases_in_zone(article("compensation.price-scale", "不构成其他不符，也不妨碍依第9款放行。"))
    assert not releases_in_zone(article("compensation.price-scale", "It stops the release."))
    assert not releases_in_zone(article("compensation.remedies", words))
