"""Who issued a report that says so in no label."""

from __future__ import annotations

import pytest

from tests.reading.leaf import Row, leaf, read_leaves, read_lines
from tradedocs.reading.boilerplate import names_in
from tradedocs.reading.domains import domains_in, fits_domain

FILL = tuple(f"line {k} of ordinary text" for k in range(12))


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "shall not be reproduced without the written approval of Quillon Analytical Services.",
            "Quillon Analytical Services",
        ),
        ("Quillon Labs makes no claims as to efficacy.", "Quillon Labs"),
        ("Quillon Analytics, LLC (“QA”) performs testing.", "Quillon Analytics, LLC"),
        ("© 2026 Quillon LLC all rights reserved", "Quillon LLC"),
        ("for the exclusive use of Quillon's Client", "Quillon"),
        ("However, Quillon Prospect assumes no responsibility", "Quillon Prospect"),
    ],
)
def test_whom_the_small_print_names(text: str, name: str) -> None:
    assert name in dict(names_in(text))


@pytest.mark.parametrize(
    "text",
    [
        "cannot be reproduced except in full, without prior written approval of the Company.",
        "The Laboratory assumes no liability.",
        "Tested by Reviewed by Approved by",
    ],
)
def test_whom_the_small_print_does_not_name(text: str) -> None:
    assert [name for name, certain in names_in(text) if certain] == []


@pytest.mark.parametrize(
    ("rows", "issuer"),
    [
        (
            ("Testing laboratory: Quillon Testing Co., Ltd.", "Applicant: Harrow Trading Ltd"),
            "Quillon Testing Co., Ltd.",
        ),
        (("Issued by: Quillon Surveyors", "Seller: Lanxi Lighting Co., Ltd."), "Quillon Surveyors"),
        (("Technical Manager / Quillon Korea Co., Ltd", "Client: Harrow"), "Quillon Korea Co., Ltd"),
        (
            ("Client: Harrow Trading Ltd", *FILL, "Quillon Labs makes no claims.", "www.quillonlabs.com"),
            "Quillon Labs",
        ),
        (("QUILLON", "14 Mill Road", "www.quillon.com", *FILL, "Client: Harrow Trading Ltd"), "QUILLON"),
        (("武汉某某电机有限公司", "检查成绩表", "顾客：临江零部件有限公司"), "武汉某某电机有限公司"),
    ],
)
def test_the_issuer_by_the_weight_of_what_speaks_for_it(rows: tuple[Row, ...], issuer: str) -> None:
    report = read_lines(*rows)
    assert report.issuer is not None
    assert report.issuer.text == issuer


def test_the_web_address_alone_is_a_doubt() -> None:
    report = read_lines("Certificate of analysis", *FILL, "www.quillonlabs.com")
    assert report.issuer is not None
    assert (report.issuer.text, report.issuer.doubt) == ("quillonlabs.com", ("unlabelled",))


def test_a_client_in_two_languages_is_not_the_issuer() -> None:
    report = read_lines(
        "委托单位：宏远实业有限公司", [(60, "Applicant"), (200, "Hongyuan Industry Co., Ltd")], *FILL
    )
    assert report.issuer is None


def test_a_maker_of_parts_on_a_later_page_is_not_the_manufacturer() -> None:
    later = leaf(["Manufacturer: Kunpeng Resin Ltd"], number=6)
    report = read_leaves(leaf(["Report No.: AB-1177", "Manufacturer: Same as applicant"]), later)
    assert report.identity.manufacturer is None


def test_names_and_domains() -> None:
    assert fits_domain("acs laboratory", "acslabexample")
    assert fits_domain("kca laboratories", "kcalabs")
    assert not fits_domain("harrow trading", "quillonlabs")
    assert domains_in([leaf(["info@quillon-labs.co.uk someone@gmail.com"])]) == ("quillonlabs",)
