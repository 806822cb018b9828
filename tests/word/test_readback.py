from __future__ import annotations

import re

import pytest

from tests.word.contracts import a_contract
from tests.word.edits import edited
from tradedocs.errors import BuildError
from tradedocs.word.cover import context_of
from tradedocs.word.package import DOCUMENT, read_parts, write_parts
from tradedocs.word.readback import read_back

CONTRACT = a_contract()
CONTEXT = context_of(CONTRACT)


def test_what_was_built_is_found_again(built: bytes) -> None:
    read_back(built, CONTRACT, CONTEXT)


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("TD-2026/0117", "TD-2026/0118", "contract_no"),
        ("Smith &amp; Sons &lt;HK&gt; Ltd", "Smith  Sons  Ltd", "Smith & Sons"),
        ("3901 0200 0912 3456 789", "3901 0200 0912 3456 780", "account"),
        (">82,200.00<", "><", "goods line 1 amount"),
        (">82,200.00<", ">182,200.00<", "goods line 1 amount"),
        (">82,200.00<", ">82,200.001<", "goods line 1 amount"),
        ("USD\xa0141,870.00", "USD\xa0141,870.01", "total"),
        ("FORTY-ONE THOUSAND", "FORTY THOUSAND", "total in words"),
        ("壹拾肆万", "壹拾万", "total in words"),
        ("25.5吨", "25.6吨", "goods line 2 quantity"),
        ("30% of the Contract Price", "40% of the Contract Price", "terms."),
        ("10 weeks", "11 weeks", "paragraph 3.2"),
        ("迟延超过", "迟延", "paragraph 3.2"),
        ("SALES CONTRACT", "SALES CONTRACT {{ x }}", "left over"),
        ("SALES CONTRACT", "SALES CONTRACT {%p if %}", "left over"),
        ("SALES CONTRACT", "[[ref:late]]", "left over"),
        ("SALES CONTRACT", "None", "printed as None"),
        ("<w:t>2.3</w:t>", "<w:t>2.4</w:t>", "paragraph 1.2"),
        ('w:name="en_inspection_3"', 'w:name="en_gone"', "number"),
        ("REF en_inspection_3 ", "REF en_nowhere ", "reference to en_nowhere"),
        ("REF en_inspection_3 ", "REF en_inspection_2 ", "prints 2.3, but Word counts 2.2"),
        ('w:val="ContractItem"', 'w:val="ContractClause"', "number"),
        ("IEC 62612:2013", "IEC 62612:2015", "column 4"),
        ("Requirement", "Wish", "shows 0 specification tables, the contract has 2"),
        (">315<", ">314<", "annex 2, row 3, column 7: shows '314', the contract says '315'"),
        (">N → M<", "><", "annex 2, row 3, column 6: shows '', the contract says 'N → M'"),
        (">USD 99,309.00<", ">USD 99,309.01<", "annex 4, row 6, column 3"),
        ("not before 21 December 2026", "not before 22 December 2026", "annex 4, row 3, column 3"),
        (">Sample size<", ">Samples<", "tables of annexes, the contract has 6"),
        ("what, how many, where, sealed by whom", "what", "annex 5, row 9, column 2"),
        ("不早于2026年12月21日", "2026年12月21日", "annex 4, row 3, column 3"),
        ("Annex 3 – Documents", "Annex 2 – Documents", "'Annex 3 – Documents 附件3 单据清单' of an annex"),
        ("A lot of another size has the plan of its own size.", "", "of an annex is not found"),
    ],
)  # fmt: skip
def test_whatever_is_lost_left_over_or_changed_is_named(built: bytes, old: str, new: str, said: str) -> None:
    with pytest.raises(BuildError, match=re.escape(said)):
        read_back(edited(built, DOCUMENT, old, new, count=-1), CONTRACT, CONTEXT)


def test_a_lost_row_of_the_specification_is_noticed(built: bytes) -> None:
    parts = read_parts(built, name="a")
    text = parts[DOCUMENT].decode()
    row = next(row for row in re.findall(r"<w:tr>(?:(?!<w:tr>).)*</w:tr>", text) if "Cobalt-60" in row)
    with pytest.raises(BuildError, match="shows 4 rows, the contract has 5"):
        read_back(write_parts({**parts, DOCUMENT: text.replace(row, "").encode()}), CONTRACT, CONTEXT)


def test_braces_and_none_in_the_deal_itself_are_no_mistake(built: bytes) -> None:
    place = {"en": "{{ None }} Street **", "zh": "宁波"}
    contract = a_contract(place=place)
    data = edited(built, DOCUMENT, "Ningbo, China", place["en"])
    read_back(edited(data, DOCUMENT, "中国宁波", "宁波"), contract, context_of(contract))
