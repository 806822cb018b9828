"""One method in several forms, and methods that only look alike."""

from __future__ import annotations

import pytest

from tests.check.make import result
from tradedocs.check.limits import prints_other_limit
from tradedocs.check.methods import same_method
from tradedocs.model.requirement import parse


@pytest.mark.parametrize(
    ("agreed", "printed", "same"),
    [
        ("IEC 62321-5:2013", "IEC 62321-5:2013", True), ("IEC 62321-5:2013", "IEC62321-5 : 2013", True),
        ("IEC 62321-5:2013", "With reference to IEC 62321-5:2013, by ICP-OES", True),
        ("IEC 62321-5:2013", "IEC 62321-5:2013 (Determination of Pb by ICP-OES)", True),
        ("ICUMSA GS2/3-1 (2011)", "ICUMSA GS 2/3-1:2011", True), ("GB/T 8170-2008", "参照 GB/T 8170–2008", True),
        ("IEC 62612:2013 or EN 62612:2013", "EN 62612:2013", True),
        ("IEC 62321-5:2013", "IEC 62321-5:2006", False), ("IEC 62321-5:2013", "IEC 62321-4:2013", False),
        ("IEC 62321-5:2013", "IEC 62321-5", False), ("IEC 62321-5", "IEC 62321-5:2013", True),
        ("ISO 4832:2006", "ISO 4832", False), ("ISO 4832:2006", "EN ISO 4832:2006", True),
        ("ISO 4832:2006", "DIN EN ISO 4832:2006-11", False), ("EN ISO 4832:2006", "BS EN ISO 4832:2006", True),
        ("ISO 4832:2006", "DIN EN ISO 4832:2010", False), ("IEC 62612:2013", "EN 62612:2013", False),
        ("ISO 4832:2006", "GB/T 4789.3-2016 (ISO 4832:2006, IDT)", True),
        ("ISO 4832:2006", "GB/T 4789.3-2016 idt ISO 4832:2006", True),
        ("ISO 4832:2006", "GB/T 4789.3-2016 (ISO 4832:2006, MOD)", False),
        ("ISO 4832:2006", "GB/T 4789.3-2016 (ISO 4832:1991, IDT)", False), ("ISO 4832", "ISO 4832-1:2006", False),
        ("ISO 4832", "ISO 4832:2006 modified", False),
        ("IEC 62321-5:2013", "IEC 62321-5:2013 modified", False),
        ("IEC 62321-4:2013", "IEC 62321-4:2013+AMD1:2017", False),
        ("IEC 62321-5:2013", "IEC 62321-5:2013 and EPA 3052", False), ("ISO 712", "rapid meter", False),
        ("IEC 62321-52:2013", "IEC 62321-5:2013", False),
    ],
)  # fmt: skip
def test_methods(agreed: str, printed: str, same: bool) -> None:
    assert same_method(agreed, printed) is same


@pytest.mark.parametrize(
    ("require", "limit", "unit", "other"),
    [
        ("<= 45 IU", "Max. 45", "IU", False), ("<= 45 IU", "Max. 60", "IU", True), ("<= 45 IU", "Min. 45", "IU", True),
        ("<= 45 IU", "45", "IU", False), ("<= 45 IU", "60", "IU", True), ("<= 45 IU", "45 max", "IU", False),
        (">= 1055 lm", "Min. 1,055", "lm", False), (">= 1055 lm", "≥1,000", "lm", True),
        ("<= 0.06 %", "0,06 max.", "%", False), ("<= 0.06 %", "600", "mg/kg", False),
        ("<= 0.06 %", "≤ 0.10 %", None, True),
        ("120.0 ± 0.5 mm", "120.0 ± 0.5", "mm", False), ("120.0 ± 0.5 mm", "120 ± 1", "mm", True),
        ("120.0 ± 0.5 mm", "119.5 - 120.5", "mm", False), ("120.0 ± 0.5 mm", "120", "mm", False),
        ("2.8..3.2 mm", "2.8–3.2 mm", None, False), ("2.8..3.2 mm", "2.8 to 3.5", "mm", True),
        ("<= 45 IU", "as agreed", "IU", False), ("<= 45 IU", None, "IU", False),
        ("<= 45 IU", "not more than 45", "IU", False),
        ("conforms", "Max. 3", None, False), (">= 99.8 °Z", "at least 99.80", "°S", False),
    ],
)  # fmt: skip
def test_limits(require: str, limit: str | None, unit: str | None, other: bool) -> None:
    assert prints_other_limit((parse(require),), result("x", "1", unit, limit=limit)) is other
