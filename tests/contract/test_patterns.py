from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tradedocs.contract.patterns import Pattern, fit, fits

A, B = "\ue000", "\ue001"


def test_what_fills_the_holes() -> None:
    pattern = Pattern(f"within {A} after {B}.", ("days", "start"))
    assert fit(pattern, "within 30 days after arrival.") == ("30 days", "arrival")
    assert fit(pattern, "within 30 days of arrival.") is None
    assert fit(pattern, "Within 30 days after arrival.") is None
    assert fit(pattern, "within 30 days after arrival") is None
    assert fit(pattern, "within  after .") is None


def test_a_paragraph_without_holes_is_itself() -> None:
    assert fit(Pattern("The end.", ()), "The end.") == ()
    assert fit(Pattern("The end.", ()), "The end") is None


def test_the_holes_at_both_ends() -> None:
    assert fit(Pattern(f"{A} or {B}", ("a", "b")), "one or two") == ("one", "two")
    assert fit(Pattern(A, ("a",)), "") is None


def test_a_lone_list_takes_several_lines() -> None:
    wanted = [Pattern("Documents:", ()), Pattern(A, ("documents",), lone_list=True), Pattern("The end.", ())]
    assert fits(wanted, ["Documents:", "invoice", "packing list", "The end."]) == {
        "documents": ("invoice", "packing list")
    }
    assert fits(wanted, ["Documents:", "The end."]) is None
    assert fits(wanted[:1], ["Documents:", "more"]) is None


words = st.text("ab ,", min_size=1, max_size=8)


@given(st.lists(words, min_size=2, max_size=5), st.lists(words, min_size=1, max_size=4))
def test_a_fit_gives_the_line_again(fixed: list[str], values: list[str]) -> None:
    """Whatever is captured, put into the holes it is the line."""
    count = min(len(fixed) - 1, len(values))
    names = tuple(f"v{k}" for k in range(count))
    text = fixed[0] + "".join(chr(0xE000 + k) + fixed[k + 1] for k in range(count))
    line = fixed[0] + "".join(values[k] + fixed[k + 1] for k in range(count))
    found = fit(Pattern(text, names), line)
    if found is not None:
        assert fixed[0] + "".join(found[k] + fixed[k + 1] for k in range(count)) == line
