"""A paper of the other side's own: typed numbers, no styles, no passport."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.flows.returned import SAMPLES, card, compared, house
from tradedocs.model.clause import Language
from tradedocs.word.package import write_parts
from tradedocs.word.passport import read_contract

TAKEN = (
    "disputes.claims",
    "quality.warranty",
    "general.force-majeure",
    "commercial.set-off",
    "disputes.arbitration",
)
DEAL = SAMPLES / "led-lamps" / "deal.yaml"


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return house(tmp_path_factory.mktemp("foreign"))


def paper(root: Path, lines: list[str]) -> Path:
    from xml.sax.saxutils import escape

    body = "".join(f"<w:p><w:r><w:t>{escape(line)}</w:t></w:r></w:p>" for line in lines)
    space = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    parts = {
        "[Content_Types].xml": b'<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
        "word/document.xml": f'<w:document xmlns:w="{space}"><w:body>{body}</w:body></w:document>'.encode(),
    }
    out = root / "their.docx"
    out.write_bytes(write_parts(parts))
    return out


def lines(root: Path, language: Language, old: str = "", new: str = "") -> list[str]:
    sent = read_contract(root / f"{language}.docx").sent
    assert sent is not None
    out = ["PURCHASE CONTRACT"]
    articles = [one for one in sent.articles if one.clause_id in TAKEN]
    for number, article in enumerate(articles, 1):
        head, *rest = (one.text(language) for one in article.paragraphs)
        out.append(f"{number}. {head}" if language == "en" else f"第{number}条 {head}")
        out += [f"{number}.{k} {text.replace(old, new)}" for k, text in enumerate(rest, 1)]
    return out


@pytest.mark.parametrize("language", ["en", "zh"])
def test_clauses_are_placed_by_their_words(root: Path, language: Language) -> None:
    found = compared(root, paper(root, lines(root, language)))
    assert (found.kind, found.proof, found.contract_no) == ("foreign", "none", None)
    there = {one.id for one in found.placed} | {one.ref for one in found.cards}
    assert there == set(TAKEN)
    assert all(one.standing == "standard" for one in found.cards)
    assert found.unplaced == ("PURCHASE CONTRACT",)
    assert "quality.specification" in found.missing
    assert "disputes.claims" not in found.missing
    assert found.code == 10


def test_a_number_beyond_the_range_and_other_words(root: Path) -> None:
    found = compared(root, paper(root, lines(root, "en", "45 days for quality", "300 days for any quality")))
    one = card(found, "disputes.claims")
    assert (one.standing, one.forbidden, found.code) == ("deviation", True, 20)
    changed = [
        (piece.kind, piece.text) for edit in one.against for piece in edit.words if piece.kind != "same"
    ]
    assert changed == [("added", "any ")]


def test_a_deal_says_what_is_missing_and_what_its_values_are(root: Path) -> None:
    found = compared(root, paper(root, lines(root, "en", "Shanghai", "London")), deal=DEAL)
    assert found.problems == ()
    assert "commercial.bank-account" in found.missing
    one = card(found, "disputes.arbitration")
    assert ("seat", "Shanghai", "London") in {(v.variable, v.sent, v.found) for v in one.values}
    assert one.standing == "deviation"


def test_what_has_no_place_is_read_for_the_playbook_all_the_same(root: Path) -> None:
    more = [
        "9. Golf",
        "9.1 The parties play golf once a year. The Seller bears unlimited liability for lost balls.",
    ]
    found = compared(root, paper(root, [*lines(root, "en"), *more]))
    assert found.unplaced[-1] == "9. Golf (and 1 more paragraphs)"
    assert [(one.title, one.forbidden) for one in found.cards if one.standing == "new"] == [("Golf", True)]
    assert found.code == 20
