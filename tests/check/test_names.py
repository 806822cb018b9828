from __future__ import annotations

import pytest

from tests.check.make import characteristic
from tradedocs.check.names import same_company, same_parameter


@pytest.mark.parametrize(
    ("agreed", "printed"),
    [("Lead", "Lead (Pb)"), ("Lead (Pb)", "LEAD"), ("Lead (Pb)", "Pb"), ("Moisture", "moisture"),
     ("Colour", "ICUMSA colour"), ("Lead", "铅"),
     ("Lead", "Total Lead (Pb)"), ("Lead", "Lead Content (Pb)"), ("Pb", "Blei"), ("Hexavalent chromium", "Cr(VI)"),
     ("PBBs", "Sum of PBBs"), ("Sulphur dioxide", "SO2"), ("Total chromium", "Chromium")],
)  # fmt: skip
def test_the_same(agreed: str, printed: str) -> None:
    one = characteristic(agreed, "<= 1 %", aliases=["ICUMSA colour"], name_zh="铅")
    assert same_parameter(one, printed)


@pytest.mark.parametrize(
    ("agreed", "printed"),
    [("Chromium (VI)", "Chromium (III)"), ("Chromium", "Chromium (VI)"), ("Moisture", "Moisture (as received)"),
     ("Lead", "Leader"), ("Power", "Power (max)"), ("Power", "Power factor"), ("pH", "P"), ("Lead", ""),
     ("Chromium", "Hexavalent chromium"), ("Chromium (VI)", "Total Chromium"), ("Lead", "Soluble Lead"),
     ("Sugars", "Total sugars"), ("Lead", "Lead (Cd)")],
)  # fmt: skip
def test_never_by_likeness(agreed: str, printed: str) -> None:
    assert not same_parameter(characteristic(agreed, "<= 1 %"), printed)


@pytest.mark.parametrize(
    ("agreed", "printed", "same"),
    [("Alpha Inspection", "Alpha Inspection Co., Ltd. Ningbo Branch", True), ("Alpha", "ALPHA-CSTC Services", True),
     ("Alpha Inspection Limited", "Alpha Inspection Ltd.", True), ("Alpha", "Alphabet Inspection", False),
     ("Alpha Inspection", "Omega Alpha Inspection", False), ("Alpha Inspection", "Alpha", False)],
)  # fmt: skip
def test_companies(agreed: str, printed: str, same: bool) -> None:
    assert same_company(agreed, printed) is same
