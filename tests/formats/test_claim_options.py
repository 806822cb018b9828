"""The chart of the comparison: bars where a figure was given, words where none was."""

from __future__ import annotations

import re
from decimal import Decimal

from tradedocs.formats.claim_options_chart import chart_svg
from tradedocs.model.amount import Money
from tradedocs.model.claimoptions import Compared
from tradedocs.model.shapes import LocalText


def row(key: str, money: str | None, worth: str | None) -> Compared:
    def usd(amount: str | None) -> Money | None:
        return None if amount is None else Money(amount=Decimal(amount), currency="USD")

    return Compared(key=key, title=LocalText(en=f"<{key}>"), money=usd(money), worth=usd(worth))


def bars(svg: str) -> list[float]:
    """The widths of the bars; the two squares of the legend come first."""
    return [float(one) for one in re.findall(r'<rect [^>]*width="([\d.]+)"', svg)][2:]


def test_bars_are_in_proportion_and_nothing_is_drawn_for_what_was_not_given() -> None:
    svg = chart_svg(
        [row("a", "100.00", "400.00"), row("b", None, "200.00"), row("nothing", "0.00", None)], "cost", "en"
    )
    first, second, third, fourth = bars(svg)
    assert (first, third, fourth) == (second / 4, second / 2, 0)
    assert svg.count("not given") == 2
    assert "&lt;a&gt;" in svg


def test_without_any_figure_there_is_no_bar() -> None:
    svg = chart_svg([row("a", None, None)], "gain", "zh")
    assert bars(svg) == []
    assert svg.count("未提供") == 2
