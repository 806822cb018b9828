from __future__ import annotations

import pytest

from tradedocs.vocabulary.parameters import meaning_of


@pytest.mark.parametrize(
    ("name", "meaning"),
    [("Lead", "lead"), ("PB", "lead"), ("Total Lead", "lead"), ("lead content", "lead"), ("铅含量", "lead"),
     ("Cr(VI)", "chromium-vi"), ("Total chromium", "chromium"), ("Cr6+", "chromium-vi"),
     ("Moisture content", "moisture"),
     ("Total DEHP", None), ("Leads", None), ("", None), ("Total", None)],
)  # fmt: skip
def test_meanings(name: str, meaning: str | None) -> None:
    assert meaning_of(name) == meaning
