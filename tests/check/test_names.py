from __future__ import annotations

import pytest

from tests.check.make import characteristic
from tradedocs.check.models import mentions_model, names_model, share_a_word
from tradedocs.check.names import fold_number, same_company, same_parameter


@pytest.mark.parametrize(
    ("agreed", "printed"),
    [("Lead", "Lead (Pb)"), ("Lead (Pb)", "LEAD"), ("Lead (Pb)", "Pb"), ("Moisture", "moisture"),
     ("Colour", "ICUMSA colour"), ("Lead", "铅"),
     ("Lead", "Total Lead (Pb)"), ("Lead", "Lead Content (Pb)"), ("Pb", "Blei"), ("Hexavalent chromium", "Cr(VI)"),
     ("PBBs", "Sum of PBBs"), ("Sulphur dioxide", "SO2"),
     ("Correlated colour temperature", "Correlated Colour Temperature (CCT)"), ("Total chromium", "Chromium")],
)  # fmt: skip
def test_the_same(agreed: str, printed: str) -> None:
    one = characteristic(agreed, "<= 1 %", aliases=["ICUMSA colour"], name_zh="铅")
    assert same_parameter(one, printed)


@pytest.mark.parametrize(
    ("agreed", "printed"),
    [("Chromium (VI)", "Chromium (III)"), ("Chromium", "Chromium (VI)"), ("Moisture", "Moisture (as received)"),
     ("Lead", "Leader"), ("Power", "Power (max)"), ("Power", "Power factor"), ("pH", "P"), ("Lead", ""),
     ("Chromium", "Hexavalent chromium"), ("Chromium (VI)", "Total Chromium"), ("Lead", "Soluble Lead"),
     ("Sugars", "Total sugars"), ("Lead", "Lead (Cd)"),
     ("Moisture", "Moisture (Dry)"), ("Ash", "Ash (ADB)"), ("Chromium", "Chromium (Hex)"), ("Length", "Length (Min)"),
     ("Size +50 mm", "Size -50 mm"), ("Oversize > 4.5 mm", "Oversize < 4.5 mm"),
     ("Oversize > 4.5 mm", "Oversize > 45 mm")],
)  # fmt: skip
def test_never_by_likeness(agreed: str, printed: str) -> None:
    assert not same_parameter(characteristic(agreed, "<= 1 %"), printed)


@pytest.mark.parametrize(
    ("agreed", "printed", "same"),
    [("Alpha Inspection", "Alpha Inspection Co., Ltd. Ningbo Branch", True), ("Alpha", "ALPHA-CSTC Services", True),
     ("Alpha Inspection Limited", "Alpha Inspection Ltd.", True), ("Alpha", "Alphabet Inspection", False),
     ("Alpha Inspection", "Omega Alpha Inspection", False), ("Alpha Inspection", "Alpha", False),
     ("TÜV Alpha", "TUV ALPHA GmbH", True), ("Harrow & Finch", "Harrow and Finch Ltd", True),
     ("中国检验", "中国检验上海有限公司", True), ("Alpha Testing Co., Ltd.", "Alpha Te sting Co., Ltd.", True),
     ("Alpha Testing", "Alpha Te stings Co., Ltd.", False), ("Alpha", "Al pha Testing", False)],
)  # fmt: skip
def test_companies(agreed: str, printed: str, same: bool) -> None:
    assert same_company(agreed, printed) is same


@pytest.mark.parametrize(
    ("stated", "named"),
    [("WJ-1208", True), ("wj-1208", True), ("WJ-1207, WJ-1208", True), ("WJ-1208 and WJ-1209", True),
    ("WJ-12080", False),
     ("XWJ-1208", False), ("WJ-1208A", False), ("WJ-120-8", False), ("WJ-1208-DIM", False), ("not WJ-1208", False),
     ("WJ-1209 (similar to WJ-1208)", False)],
)  # fmt: skip
def test_models_are_whole_names(stated: str, named: bool) -> None:
    assert names_model(stated, "WJ-1208") is named


@pytest.mark.parametrize(
    ("text", "mentioned"),
    [
        ("Junction box (WJ-1208), grey", True),
        ("WJ-1208: housing", True),
        ("Housing WJ-1208-A", False),
        ("XWJ-1208", False),
    ],
)
def test_descriptions_mention_whole_models(text: str, mentioned: bool) -> None:
    assert mentions_model(text, "WJ-1208") is mentioned


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [("YQ/SUG/26-083", "yq / sug / 26-083", True), ("YQ/SUG/26-083", "No. YQ/SUG/26-083", True),
     ("YQ/SUG/26-083", "YQ/SUG/2-6083", False), ("NOVA-1", "VA-1", False)],
)  # fmt: skip
def test_numbers_keep_their_signs(one: str, other: str, same: bool) -> None:
    assert (fold_number(one) == fold_number(other)) is same


@pytest.mark.parametrize(
    ("one", "other", "shared"),
    [("White refined cane sugar", "Refined sugars ICUMSA 45", True),
     ("White refined cane sugar", "White granular urea", False),
     ("精制白砂糖", "白砂糖 ICUMSA 45", True), ("精制白砂糖", "尿素", False), ("LED lamp A60", "LED lamps", True)],
)  # fmt: skip
def test_descriptions_with_a_word_in_common(one: str, other: str, shared: bool) -> None:
    assert share_a_word(one, other) is shared
