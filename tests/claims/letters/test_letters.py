"""Every letter in each language: whole, without an admission, and with what its kind has to say."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

from tests.claims.letters.make import HEAD, KINDS, TONGUES, case, paper, texts
from tradedocs.claims.letters.frame import RESERVED, RESERVED_BUYER
from tradedocs.claims.letters.kinds import sender_of, written_by
from tradedocs.model.claim import LetterKind
from tradedocs.word.package import read_parts
from tradedocs.word.paper import paper_docx
from tradedocs.word.text import visible_text
from tradedocs.yamlfile import plain

TEMPLATE = Path(__file__).parents[3] / "templates" / "claim-letter.docx"
NEVER: Any = plain(
    (Path(__file__).parent / "cases" / "admissions.yaml").read_text(encoding="utf-8"), "admissions.yaml"
)
HAN = re.compile("[\u3400-\u9fff]")
every = pytest.mark.parametrize("kind", KINDS)
in_each = pytest.mark.parametrize("language", TONGUES)


@every
@in_each
def test_a_letter_is_whole_and_admits_nothing(kind: LetterKind, language: str) -> None:
    one = paper(kind, language)
    said = texts(one).casefold()
    for word in (*NEVER["en"], *NEVER["zh"]):
        assert word not in said, word
    for part in one.sections:
        for note in (*part.lead, *part.notes):
            assert len(note) == len(TONGUES[language])
            assert all(text.strip() for text in note)
        for words in (cell for table in part.tables for row in table.rows for cell in row):
            assert any(text.strip() for text in words)


@every
def test_each_language_stands_alone(kind: LetterKind) -> None:
    assert HAN.search(texts(paper(kind, "en"))) is None
    notes = [
        text for part in paper(kind, "zh").sections for note in (*part.lead, *part.notes) for text in note
    ]
    assert notes
    assert all(HAN.search(text) for text in notes)


@every
@in_each
def test_it_is_written_in_its_template_with_head_and_claim(kind: LetterKind, language: str) -> None:
    text = visible_text(read_parts(paper_docx(paper(kind, language), TEMPLATE), name="letter"))
    assert f"CL-2027-001 · {HEAD}" in text


@every
def test_rights_stay_reserved_with_the_time_of_notice(kind: LetterKind) -> None:
    said = texts(paper(kind))
    buyer = sender_of(kind, case(kind)) == "buyer"
    for text in RESERVED_BUYER if buyer else RESERVED:
        assert text in said
    assert "notice" in (RESERVED_BUYER if buyer else RESERVED)[0]


def test_the_request_lists_what_is_missing_and_nothing_else() -> None:
    whole, less = (
        case("request-evidence").lacking,
        case("request-evidence", sent=["photo-whole", "video"]).lacking,
    )
    assert {one.kind for one in whole} - {one.kind for one in less} == {"photo-whole", "video"}
    table = next(
        part.tables[0] for part in paper("request-evidence", "en", sent=["video"]).sections if part.tables
    )
    wanted = case("request-evidence", sent=["video"]).lacking
    assert [row[1:] for row in table.rows] == [
        ((one.what.en,), (one.format.en,), (one.why.en,)) for one in wanted
    ]
    assert "25 March 2027" in texts(paper("request-evidence", "en"))


@pytest.mark.parametrize(
    ("kind", "facts", "draft"),
    [
        ("carrier-notice", {}, True),  # FOB: the buyer bears the risk
        ("carrier-notice", {"title_to_sue": "seller"}, False),
        ("insurer-notice", {"policy_holder": "buyer"}, True),
        ("insurer-notice", {"policy_holder": "seller"}, False),
    ],
)
def test_a_notice_is_a_draft_for_whoever_holds_the_document(
    kind: LetterKind, facts: dict[str, Any], draft: bool
) -> None:
    one = paper(kind, "en", **facts)
    assert one.letter is not None
    assert bool(one.mark) is draft
    assert ("this notice is yours to send" in texts(one)) is draft
    assert one.letter.sender[0].startswith("Harrow" if draft else "Ningbo")


def test_a_notice_does_not_say_of_itself_that_it_is_late() -> None:
    assert "Period for this notice" not in texts(paper("non-conformity", "en"))


def test_a_claim_that_is_passed_on_says_that_a_customer_waits() -> None:
    assert "Our own customer waits" in texts(paper("non-conformity", "en", upstream_of="CL-7"))
    assert "Our own customer waits" not in texts(paper("non-conformity", "en"))


def test_only_a_seller_answers_and_only_a_buyer_gives_notice() -> None:
    assert "non-conformity" not in written_by("seller")
    assert {"acknowledge", "request-evidence", "refuse", "offer"}.isdisjoint(written_by("buyer"))
    assert set(written_by("seller")) | set(written_by("buyer")) == set(KINDS)


@pytest.mark.parametrize(("language", "says"), [("en", "Moisture: 0.09 %"), ("zh", "干燥失重：0.09 %")])
def test_a_notice_names_what_was_agreed_and_measured(language: str, says: str) -> None:
    values = [{"characteristic": "moisture", "value": "0.09 %"}]
    said = texts(paper("non-conformity", language, characteristic="Moisture", values=values))
    assert says in said
    assert "0.06 %" in said
