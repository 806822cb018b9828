"""The other side's copy of a real contract, edited in the ways that people edit."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from tests.flows.returned import MODES, SAMPLES, called, came_back, card, compared, house, refs
from tests.word import hands
from tradedocs.errors import RefusedInput, UsageError
from tradedocs.word.package import read_parts, write_parts

QUANTITY = {"en": ("for quantity and weight", "15 days", "{n} days"), "zh": ("数量和重量", "15日", "{n}日")}


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return house(tmp_path_factory.mktemp("compare"))


def days(number: int, *languages: str) -> list[hands.Work]:
    """Another number of days for claims of quantity."""
    out = []
    for language in languages:
        where, old, new = QUANTITY[language]
        out.append(hands.retype(where, old, new.format(n=number)))
    return out


def languages(mode: str) -> list[str]:
    return mode.split("-")


@pytest.mark.parametrize("mode", MODES)
def test_an_untouched_copy_has_no_card(root: Path, mode: str) -> None:
    found = compared(root, root / f"{mode}.docx")
    assert (found.code, found.cards, found.problems, found.not_compared) == (0, (), (), ())
    assert len(found.unchanged) > 60
    assert found.proof == "ledger"


@pytest.mark.parametrize("mode", MODES)
def test_a_number_within_the_range_is_standard_with_its_level(root: Path, mode: str) -> None:
    one = card(compared(root, came_back(root, mode, *days(25, *languages(mode)))), "disputes.claims")
    assert (one.standing, one.silent, one.needs, one.code) == ("standard", True, "manager", 20)
    assert [(value.variable, value.needed) for value in one.values] == [("quantity_days", "manager")]
    assert not one.hits


@pytest.mark.parametrize("mode", MODES)
def test_a_number_beyond_every_range_is_forbidden(root: Path, mode: str) -> None:
    one = card(compared(root, came_back(root, mode, *days(90, *languages(mode)))), "disputes.claims")
    assert (one.forbidden, one.needs, one.code) == (True, None, 20)
    assert [hit.kind for hit in one.hits] == ["beyond-range"]


def test_a_text_that_was_made_invisible_is_a_silent_change(root: Path) -> None:
    found = compared(root, came_back(root, "en", hands.looks("for quantity and weight", color="FFFFFF")))
    assert (found.code, found.cards) == (20, ())
    (told,) = found.unseen
    assert told.startswith("white text: ")
    assert "quantity" in told


def test_a_number_changed_in_one_language_only_is_told(root: Path) -> None:
    one = card(compared(root, came_back(root, "en-zh", *days(20, "zh"))), "disputes.claims")
    assert (one.standing, one.needs) == ("deviation", "legal")
    assert "languages-differ" in {hit.kind for hit in one.hits}


def test_another_unit_is_no_value_of_the_clause(root: Path) -> None:
    work = hands.retype("for quantity and weight", "15 days", "15 weeks")
    one = card(compared(root, came_back(root, "en", work)), "disputes.claims")
    assert (one.standing, one.needs) == ("deviation", "legal")


def test_a_number_is_found_although_other_words_changed(root: Path) -> None:
    work = hands.retype("for quantity and weight", "15 days for quantity", "45 days for any quantity")
    one = card(compared(root, came_back(root, "en", work)), "disputes.claims")
    assert (one.standing, one.needs) == ("deviation", "legal")
    assert [(value.variable, value.found) for value in one.values] == [("quantity_days", "45 days")]


def test_a_name_in_the_place_of_a_value_is_a_deviation(root: Path) -> None:
    work = hands.retype("The seat of arbitration is", "Shanghai", "London")
    one = card(compared(root, came_back(root, "en", work)), "disputes.arbitration")
    assert (one.standing, one.needs) == ("deviation", "legal")
    assert [(value.variable, value.sent, value.found) for value in one.values] == [
        ("seat", "Shanghai", "London")
    ]


def test_a_reference_to_another_article_is_a_deviation(root: Path) -> None:
    work = hands.retype("asks for a survey, or refuses", "offer under Article ", "offer under Article 9")
    one = card(compared(root, came_back(root, "en", work)), "disputes.claims")
    assert one.standing == "deviation"


@pytest.mark.parametrize("mode", ["en", "en-zh"])
def test_the_words_of_a_fallback_are_that_fallback(root: Path, mode: str) -> None:
    deal = root / "other.yaml"
    text = (SAMPLES / "led-lamps" / "deal.yaml").read_text(encoding="utf-8")
    deal.write_text(
        f"{text}\nclauses:\n  - {{clause: commercial.set-off, position: fallback-1, reason: asked for}}\n"
        "granted:\n  - {authority: manager, by: M. Manager, on: 2026-08-01, reason: third order}\n",
        encoding="utf-8",
    )
    called("--workspace", root, "contract", "build", deal, "--lang", mode, "-o", root / "other.docx")
    found = compared(root, root / "other.docx", sent=root / f"{mode}.docx")
    one = card(found, "commercial.set-off")
    assert (one.standing, one.nearest, one.needs, one.hits) == ("fallback-1", "fallback-1", "manager", ())
    assert list(refs(found)) == ["commercial.set-off"]


def test_signs_and_blanks_are_trivial(root: Path) -> None:
    work = hands.track("final and binding on", "final, and binding on")
    found = compared(root, came_back(root, "en", work))
    one = card(found, "disputes.arbitration")
    assert (one.standing, one.silent, found.code) == ("trivial", False, 0)
    silent = compared(
        root, came_back(root, "en", hands.replace("final and binding on", "final, and binding on"))
    )
    assert (card(silent, "disputes.arbitration").standing, silent.code) == ("trivial", 10)


def test_a_tracked_deviation_is_to_be_decided_by_legal(root: Path) -> None:
    found = compared(
        root, came_back(root, "en", hands.track("refuses with reasons", "refuses in its own name"))
    )
    one = card(found, "disputes.claims")
    assert (one.standing, one.silent, one.needs, found.code) == ("deviation", False, "legal", 10)
    assert one.against == ()  # the nearest position is the one that was sent


def test_a_forbidden_term_in_either_language(root: Path) -> None:
    for mode, old, new in (
        ("en", "refuses with reasons", "refuses in its sole discretion"),
        ("zh", "该检验批通过", "该检验批由买方单方决定"),
    ):
        found = compared(root, came_back(root, mode, hands.track(old, new)))
        assert found.code == 20
        assert [hit.kind for one in found.cards for hit in one.hits] == ["forbidden"]


def test_a_clause_that_went_and_one_that_moved(root: Path) -> None:
    from tradedocs.word.passport import read_contract

    sent = read_contract(root / "en-zh.docx").sent
    assert sent is not None
    lines = {one.clause_id: [p.text("en") for p in one.paragraphs] for one in sent.articles}
    gone = lines["commercial.set-off"]
    moved, before = lines["disputes.arbitration"], lines["general.parties"]
    found = compared(
        root,
        came_back(root, "en-zh", hands.cut(gone[0], gone[-1]), hands.move(moved[0], moved[-1], before[0])),
    )
    assert card(found, "commercial.set-off").standing == "missing"
    one = card(found, "disputes.arbitration")
    assert (one.moved, one.silent, one.standing, one.code) == (True, True, "unchanged", 20)
    assert set(refs(found)) == {"commercial.set-off", "disputes.arbitration"}


def test_silent_and_forbidden_come_first(root: Path) -> None:
    works = (
        hands.track("refuses with reasons", "refuses in writing"),
        hands.retype("Set-off", "Set-off", "Set-Off"),
    )
    found = compared(root, came_back(root, "en", *works))
    assert [one.grave for one in found.cards] == [True, False]


def test_the_cover_and_the_annexes_are_a_card(root: Path) -> None:
    text = "Harrow"
    data = read_parts((root / "en.docx").read_bytes(), name="c")["word/document.xml"].decode()
    assert text in data
    found = compared(root, came_back(root, "en", hands.replace(text, "Narrow")))
    one = card(found, "elsewhere")
    assert (one.standing, one.silent, found.code) == ("elsewhere", True, 20)


def test_a_file_that_alone_vouches_for_itself_is_looked_at(root: Path, tmp_path: Path) -> None:
    from tradedocs.workspace import init

    other = init(tmp_path / "other").root
    assert other is not None
    found = compared(other, root / "en.docx")
    assert (found.proof, found.code) == ("file", 10)


def test_the_file_that_was_sent_vouches_for_it(root: Path, tmp_path: Path) -> None:
    back = came_back(root, "en", hands.track("refuses with reasons", "refuses in writing"))
    parts = read_parts(back.read_bytes(), name="c")
    bare = {name: data for name, data in parts.items() if not name.startswith("customXml/")}
    back.write_bytes(write_parts(bare))
    assert compared(root, back).kind == "foreign"
    found = compared(root, back, sent=root / "en.docx")
    assert (found.kind, found.proof, list(refs(found)), found.code) == (
        "returned",
        "ledger",
        ["disputes.claims"],
        10,
    )


def test_an_edited_file_is_not_what_was_sent(root: Path) -> None:
    back = came_back(root, "en", hands.replace("refuses with reasons", "refuses in writing"))
    with pytest.raises(RefusedInput, match="edited since it was built"):
        compared(root, root / "en.docx", sent=back)


def test_a_copy_of_another_contract_is_told(root: Path) -> None:
    found = compared(root, root / "zh.docx", sent=root / "en.docx")
    assert any("made from another text" in one for one in found.problems)


def test_a_deal_is_for_a_foreign_paper(root: Path) -> None:
    with pytest.raises(UsageError, match="copy of a contract"):
        compared(root, root / "en.docx", deal=root / "deal.yaml")


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.libreoffice
@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
def test_saved_by_libreoffice_nothing_is_silent(root: Path, tmp_path: Path, mode: str) -> None:
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = [
        "soffice",
        profile,
        "--headless",
        "--convert-to",
        "docx",
        "--outdir",
        tmp_path,
        root / f"{mode}.docx",
    ]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    found = compared(root, tmp_path / f"{mode}.docx")
    assert (found.code, found.cards) == (0, ())
