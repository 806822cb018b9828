from __future__ import annotations

from decimal import Decimal

import pytest

from tradedocs.contract.figures import stated
from tradedocs.model.clause import Language, Variable

DAYS = Variable(type="days", default="30")
PERCENT = Variable(type="percent", default="5")
WEEKS = Variable(type="number", unit="week", default="10")


@pytest.mark.parametrize(
    ("text", "variable", "language", "value", "plain"),
    [
        ("30 days", DAYS, "en", "30", True),
        ("thirty (30) days", DAYS, "en", "30", True),
        ("sixty days", DAYS, "en", "60", False),
        ("30 working days", DAYS, "en", "30", False),
        ("6 weeks", DAYS, "en", "6", False),
        ("30日", DAYS, "zh", "30", True),
        ("三十（30）日", DAYS, "zh", "30", True),
        ("六十日", DAYS, "zh", "60", False),
        ("两日", DAYS, "zh", "2", False),
        ("0.5%", PERCENT, "en", "0.5", True),
        ("0.5 %", PERCENT, "en", "0.5", True),
        ("1,000 weeks", WEEKS, "en", "1000", True),
        ("one hundred and twenty-one weeks", WEEKS, "en", "121", False),
    ],
)
def test_the_number_is_read(
    text: str, variable: Variable, language: Language, value: str, plain: bool
) -> None:
    found = stated(text, variable, language)
    assert found == (Decimal(value), plain)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("sixty (30) days", "en"),
        ("30 to 60 days", "en"),
        ("六十（30）日", "zh"),
        ("a reasonable time", "en"),
        ("", "en"),
        ("30.5.1 days", "en"),
        ("9" * 500, "en"),
    ],
)
def test_what_states_no_one_number_is_not_read(text: str, language: Language) -> None:
    assert stated(text, DAYS, language) is None
