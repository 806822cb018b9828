from __future__ import annotations

import pytest

from tradedocs.errors import UsageError
from tradedocs.sampling.standards import ISO_2859_1, Z1_4, standard_of


@pytest.mark.parametrize(
    ("text", "name", "family"),
    [
        ("ISO2859-1", "ISO 2859-1:2026", "iso"),
        ("iso 2859-1:1999", "ISO 2859-1:1999", "iso"),
        ("ISO 2859-1-2026", "ISO 2859-1:2026", "iso"),
        ("GB/T 2828.1-2012", "GB/T 2828.1-2012", "iso"),
        ("Z1.4", "ANSI/ASQ Z1.4-2003", "z1.4"),
        ("ANSI/ASQ Z1.4-2003 (R2018)", "ANSI/ASQ Z1.4-2003", "z1.4"),
        ("ANSI/ASQC Z1.4", "ANSI/ASQ Z1.4-2003", "z1.4"),
        ("MIL-STD-105E", "MIL-STD-105E", "z1.4"),
    ],
)
def test_names_as_people_write_them(text: str, name: str, family: str) -> None:
    found = standard_of(text)
    assert str(found) == name
    assert found.family == family


@pytest.mark.parametrize("text", ["ISO 2859-1:1989", "ISO 2859-2", "Z1.9", "MIL-STD-105D", "", "ISO"])
def test_tables_that_are_not_held(text: str) -> None:
    with pytest.raises(UsageError) as refused:
        standard_of(text)
    assert "held:" in refused.value.way_out


def test_the_defaults() -> None:
    assert (str(ISO_2859_1), str(Z1_4)) == ("ISO 2859-1:2026", "ANSI/ASQ Z1.4-2003")
