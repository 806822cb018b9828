"""Masked paragraphs, sentences and phrases: what the lint's rules on words are built from."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tradedocs.clausetext.flat import DAYS, MARK, REFERENCE, WORDS, flat, sentences
from tradedocs.clausetext.phrases import Hit, hits, hits_outside, holds

WORDING = st.lists(
    st.sampled_from(
        ["The Seller", " pays. ", "{{ days }}", "{{ name }}", "[[ref:a.b#c]]", "**Goods**", "货物。", "应 "]
    )
).map("".join)


@given(WORDING)
def test_masks_keep_every_offset(text: str) -> None:
    masked = flat(text, {"days": DAYS})
    assert len(masked) == len(text)
    assert all(now == was for now, was in zip(masked, text, strict=True) if now.isalnum())


@given(WORDING, st.sampled_from(["en", "zh"]))
def test_sentences_cover_the_paragraph(text: str, language: str) -> None:
    found = sentences(text, "en" if language == "en" else "zh")
    assert "".join(sentence.text for sentence in found) == text
    assert all(text.startswith(sentence.text, sentence.start) for sentence in found)


def test_each_kind_of_token_has_its_mask() -> None:
    masked = flat("{{ days }}{{ other }}[[ref:a.b]]**Goods**", {"days": DAYS})
    assert masked == DAYS * 10 + WORDS * 11 + REFERENCE * 11 + MARK * 2 + "Goods" + MARK * 2


@pytest.mark.parametrize(
    ("text", "phrases", "expected"),
    [
        ("Adequate, adequately", ("adequate",), ["Adequate"]),
        (
            "reasonable cost and reasonable costs",
            ("reasonable cost*",),
            ["reasonable cost", "reasonable costs"],
        ),
        ("and/or", ("or",), ["or"]),
        ("non-material, immaterial, material", ("material",), ["material"]),
        ("as soon  as possible", ("as soon as possible", "as soon as"), ["as soon  as possible"]),
        ("in 5% of lots", ("%",), ["%"]),
    ],
)
def test_english_phrases_are_whole_words(text: str, phrases: tuple[str, ...], expected: list[str]) -> None:
    assert [text[hit.start : hit.end] for hit in hits(text, phrases, "en")] == expected


def test_chinese_phrases_are_characters() -> None:
    assert tuple(hits("卖方必须及时交货", ("须", "必须"), "zh")) == (Hit(2, 4),)


def test_a_hit_inside_an_accepted_phrase_is_none() -> None:
    text = "无须通知，须付款"
    assert [hit.start for hit in hits_outside(text, ("须",), ("无须",), "zh")] == [5]


def test_no_phrases_are_nowhere() -> None:
    assert not holds("anything", (), "en")
