from __future__ import annotations

import contextlib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tradedocs.clausetext import TextError, parse_condition, tokens
from tradedocs.model.deal import Deal
from tradedocs.yamlfile import load

DEAL = load(Path(__file__).parent / "cases" / "deals" / "good-smallest.yaml", Deal)
NAMES = st.from_regex(r"[a-z][a-z0-9_]{0,8}", fullmatch=True)
PLAIN = st.text(st.characters(categories=["L", "N", "P", "Zs"], exclude_characters="{}[]*"), min_size=1)
PIECES = st.one_of(
    PLAIN,
    NAMES.map(lambda name: f"{{{{ {name} }}}}"),
    NAMES.map(lambda name: f"[[ref:family.{name.replace('_', '-')}]]"),
    NAMES.map(lambda name: f"[[ref:family.clause#{name.replace('_', '-')}]]"),
    NAMES.map(lambda name: f"**{name}**"),
)


@given(st.lists(PIECES).map("".join))
def test_tokens_cover_the_text(text: str) -> None:
    try:
        pieces = tokens(text)
    except TextError:
        return
    assert "".join(text[token.start : token.end] for token in pieces) == text
    for token in pieces:
        assert token.kind != "text" or not set(token.text) & set("{}")


@given(st.text())
def test_any_text_is_tokens_or_an_error_with_a_place(text: str) -> None:
    try:
        pieces = tokens(text)
    except TextError as error:
        at = (error.start, error.end)
    else:
        at = (0, 1)
        assert "".join(text[token.start : token.end] for token in pieces) == text
    assert at[0] < at[1] <= max(len(text), 1)


def test_each_kind() -> None:
    text = "The **Goods** of {{ day }}: [[ref:a.b]], [[ref:a.b#c]]."
    assert [(token.kind, token.text, token.key) for token in tokens(text)] == [
        ("text", "The ", None),
        ("term", "Goods", None),
        ("text", " of ", None),
        ("variable", "day", None),
        ("text", ": ", None),
        ("reference", "a.b", None),
        ("text", ", ", None),
        ("reference", "a.b", "c"),
        ("text", ".", None),
    ]


@pytest.mark.parametrize(
    "text", ["{{x", "{ x }", "x }}", "[[a.b]]", "[[ref:A.B]]", "** x", "a\u202eb", "{%x%}"]
)
def test_what_begins_nothing_is_an_error(text: str) -> None:
    with pytest.raises(TextError):
        tokens(text)


@pytest.mark.parametrize(
    ("condition", "holds"),
    [
        ('deal.delivery.incoterm == "FOB"', True),
        ('deal.delivery.incoterm != "FOB"', False),
        ('deal.delivery.incoterm in ("CIF", "FOB")', True),
        ('deal.delivery.incoterm not in ["CIF", "FOB"]', False),
        ("deal.has_credit", False),
        ("not deal.has_credit", True),
        ("deal.inspection.aql == None", True),
        ("deal.inspection.aql != None", False),
        ("deal.letter_of_credit.confirmed", False),
        ("deal.letter_of_credit.opening_days == None", True),
        ("deal.warranty_months == 12 and deal.disputes.arbitrators == 1", True),
        ('deal.has_credit or (deal.mode_is_no_key == "x")', None),
        ('deal.our_side == "seller" or deal.has_credit', True),
    ],
)
def test_conditions(condition: str, holds: bool | None) -> None:
    if holds is None:
        with pytest.raises(TextError):
            parse_condition(condition)
    else:
        assert parse_condition(condition).holds(DEAL) is holds


@pytest.mark.parametrize(
    "condition",
    [
        "__import__('os')",
        "deal.__class__ == 1",
        "deal.model_copy",
        "deal.model_fields_set == 1",
        "deal.goods[0].line == 1",
        "deal.place.en.upper() == 'X'",
        "[deal for deal in (1, 2)]",
        "lambda: 1",
        "deal.warranty_months + 1 == 2",
        "deal.warranty_months > 1",
        "1 < deal.warranty_months < 3",
        "f'{deal}' == 'x'",
        "other.path == 1",
        "deal",
        "True",
        "deal.currency in deal.place.en",
        "deal.currency == b'USD'",
        "deal.currency == 1.5",
        "(deal.currency := 'USD') == 'USD'",
        "deal.currency == 'USD' if deal.has_credit else deal.has_credit",
        "",
        "(" * 300 + "1" + ")" * 300,
        "deal.currency == 'a\nb'",
        "x" * 5000,
    ],
)
def test_anything_else_is_an_error(condition: str) -> None:
    with pytest.raises(TextError):
        parse_condition(condition)


def test_a_word_outside_the_choices_names_the_choices() -> None:
    with pytest.raises(TextError) as caught:
        parse_condition('deal.inspection.effect == "finally"')
    assert "loading-with-reinspection" in caught.value.hint


@given(st.text(max_size=60))
def test_no_text_crashes_the_reader_of_conditions(text: str) -> None:
    with contextlib.suppress(TextError):
        assert parse_condition(text).holds(DEAL) in (True, False)


def test_the_place_counts_characters_not_bytes() -> None:
    text = 'deal.place.zh == "宁波" and nothing'
    with pytest.raises(TextError) as caught:
        parse_condition(text)
    assert text[caught.value.start : caught.value.end] == "nothing"
