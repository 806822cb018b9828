from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.word import hands
from tests.word.contracts import a_contract
from tests.word.edits import edited
from tradedocs.model.revision import ClauseFound, Edit
from tradedocs.word.build import build_docx
from tradedocs.word.package import DOCUMENT, read_parts
from tradedocs.word.passport import read_contract, says_the_same
from tradedocs.word.returned import Compared, compared
from tradedocs.word.xml import parse, w

NAMES = ("quality.conformity", "inspection", "late", "claims", "disputes")


def held(folder: Path, data: bytes) -> Compared:
    path = folder / "back.docx"
    path.write_bytes(data)
    found = read_contract(path)
    assert found.sent is not None
    return compared(read_parts(data, name=path.name), found.passport, found.sent)


def states(result: Compared) -> dict[str | None, str]:
    return {one.id: one.state for one in result.clauses if one.touched}


def clause(result: Compared, name: str | None) -> ClauseFound:
    return next(one for one in result.clauses if one.id == name)


def changed(edit: Edit) -> tuple[str, str]:
    removed, added = ("".join(p.text for p in edit.words if p.kind == kind) for kind in ("removed", "added"))
    return removed, added


def test_the_file_carries_the_deal_and_the_text(tmp_path: Path, built: bytes) -> None:
    (tmp_path / "c.docx").write_bytes(built)
    found = read_contract(tmp_path / "c.docx")
    contract = a_contract()
    assert found.deal == contract.deal
    assert found.sent is not None
    assert found.sent.articles == contract.articles
    assert says_the_same(found.sent, found.passport)


def test_what_is_internal_does_not_travel(tmp_path: Path, template: Path) -> None:
    contract = a_contract(
        clauses=[
            {"clause": "disputes.claims", "position": "fallback-1", "reason": "they would have walked away"}
        ],
        granted=[
            {"authority": "board", "by": "The Owner", "on": "2026-08-01", "reason": "to win the market"}
        ],
        suppress=[{"rule": "T20", "reason": "our forwarder knows"}],
        confirm=[{"key": "delivery.place", "why": "nobody has asked"}],
    )
    data = build_docx(contract, template, deal_sha256="d" * 64)
    text = b"".join(read_parts(data, name="c").values()).decode(errors="replace")
    for inside in ("walked away", "The Owner", "win the market", "forwarder", "nobody has asked"):
        assert inside not in text


@pytest.mark.parametrize("languages", [("en", "zh"), ("en",), ("zh",)])
def test_an_untouched_file_is_untouched(tmp_path: Path, template: Path, languages: tuple[str, ...]) -> None:
    contract = a_contract(languages)  # type: ignore[arg-type]
    result = held(tmp_path, build_docx(contract, template, deal_sha256="d" * 64))
    assert not any(one.touched for one in result.clauses)
    assert [one.id for one in result.clauses] == list(NAMES)
    assert (result.elsewhere, result.proposals) == ((), ())


def test_what_word_does_by_itself_is_no_edit(tmp_path: Path, built: bytes) -> None:
    for works in (
        (hands.saved_by_word,),
        (hands.drop_bookmarks,),
        (hands.saved_by_word, hands.drop_bookmarks),
    ):
        result = held(tmp_path, hands.worked_on(built, *works))
        assert states(result) == {}
        assert result.elsewhere == ()


def test_a_silent_edit_shows_its_words(tmp_path: Path, built: bytes) -> None:
    data = hands.worked_on(built, hands.replace("30 days", "60 days"), hands.replace("不超过", "不低于"))
    result = held(tmp_path, data)
    assert states(result) == {"claims": "edited", "late": "edited"}
    english, chinese = clause(result, "claims").edits[0], clause(result, "late").edits[0]
    assert (english.language, english.number, english.tracked, changed(english)) == (
        "en",
        "4.1",
        False,
        ("30", "60"),
    )
    assert (chinese.language, chinese.number, changed(chinese)) == ("zh", "3.1", ("超过", "低于"))
    assert clause(result, "claims").proposals == ()


def test_a_tracked_change_names_who_proposes_it(tmp_path: Path, built: bytes) -> None:
    result = held(tmp_path, hands.worked_on(built, hands.track("10 weeks", "4 weeks")))
    assert states(result) == {"late": "edited"}
    late = clause(result, "late")
    assert [(one.tracked, changed(one)) for one in late.edits] == [(True, ("10", "4"))]
    assert [(one.kind, one.author, one.text) for one in late.proposals] == [
        ("deletes", "B. Lawyer", "10 weeks"), ("inserts", "B. Lawyer", "4 weeks"),
    ]  # fmt: skip
    assert late.proposals[0].on == "2026-09-03T10:00:00Z"


def test_a_silent_edit_beside_a_tracked_one_is_told_apart(tmp_path: Path, built: bytes) -> None:
    data = hands.worked_on(
        built, hands.track("10 weeks", "4 weeks"), hands.replace("the late part", "the contract")
    )
    late = clause(held(tmp_path, data), "late")
    assert [(one.tracked, changed(one)) for one in late.edits] == [
        (False, ("late part", "contract")), (True, ("10", "4")),
    ]  # fmt: skip


def test_a_removed_a_moved_and_a_foreign_clause(tmp_path: Path, built: bytes) -> None:
    foreign = (("Exclusivity", "独家"), ("The Seller sells to nobody else.", "卖方不得向他人销售。"))
    for more in ((), (hands.drop_bookmarks,)):
        data = hands.worked_on(
            built,
            hands.cut("Late delivery", "After 10 weeks"),
            hands.move("Arbitration", "The contract is governed", "Pre-shipment inspection"),
            hands.paste_clause("The Seller answers within", *foreign),
            *more,
        )
        result = held(tmp_path, data)
        assert clause(result, "late").state == "removed"
        assert [one.id for one in result.clauses if one.moved] == ["disputes"]
        new = clause(result, None)
        assert (new.state, new.title) == ("foreign", "Exclusivity")
        assert [changed(edit)[1] for edit in new.edits] == [text for pair in foreign for text in pair]
        assert states(result).keys() == {"late", "disputes", None}


def test_word_counting_anew_is_no_edit_but_a_wrong_number_is(tmp_path: Path, built: bytes) -> None:
    foreign = (("Exclusivity", "独家"), ("The Seller sells to nobody else.", "卖方不得向他人销售。"))
    data = hands.worked_on(built, hands.paste_clause("major and minor characteristics", *foreign))
    once = hands.worked_on(
        data, lambda root: _renumber(root, {"2": "3", "3.1": "4.1", "3": "4", "2.2": "3.2", "2.3": "3.3"})
    )
    assert states(held(tmp_path, once)) == {None: "foreign"}
    wrong = hands.worked_on(built, lambda root: _renumber(root, {"2.3": "2.1"}))
    assert "quality.conformity" in states(held(tmp_path, wrong))


def _renumber(root: object, to: dict[str, str]) -> None:
    from tradedocs.word.lines import _fields

    for instruction, shown in _fields(root):  # type: ignore[arg-type]
        if instruction.split()[:1] == ["REF"] and shown[0].text in to:
            shown[0].text = to[shown[0].text]


def test_new_and_lost_paragraphs_are_edits_of_their_clause(tmp_path: Path, built: bytes) -> None:
    lost = hands.worked_on(built, hands.cut("sorts, repairs", "sorts, repairs"))
    result = held(tmp_path, lost)
    assert states(result) == {"inspection": "edited"}
    assert all(changed(one)[1] == "" for one in clause(result, "inspection").edits)
    split = edited(built, DOCUMENT, "answers within ", "answers</w:t></w:r></w:p><w:p><w:r><w:t>within ")
    assert states(held(tmp_path, split)) == {"claims": "edited"}


def test_cover_annex_and_header_are_watched(tmp_path: Path, built: bytes) -> None:
    for part, old, new in (
        (DOCUMENT, "0.685", "0.585"), (DOCUMENT, "≥ 806 lm", "≥ 700 lm"), ("word/header1.xml", "TD-2026", "TD-2027"),
    ):  # fmt: skip
        result = held(tmp_path, edited(built, part, old, new))
        assert states(result) == {}
        assert len(result.elsewhere) == 1


def test_a_tracked_paragraph_that_goes_is_proposed(tmp_path: Path, built: bytes) -> None:
    def work(root: object) -> None:
        hands.track("10 weeks", "")(root)  # type: ignore[arg-type]
        one = hands.paragraph(root, "of delay the Buyer may cancel")  # type: ignore[arg-type]
        from lxml import etree

        look = one.find(w("pPr"))
        assert look is not None
        etree.SubElement(etree.SubElement(look, w("rPr")), w("del"), {w("id"): "3", **hands.WHO})

    late = clause(held(tmp_path, hands.worked_on(built, work)), "late")
    assert late.state == "edited"
    assert {one.author for one in late.proposals} == {"B. Lawyer"}
    assert all(edit.tracked for edit in late.edits)


@cache
def _built() -> bytes:
    template = Path(__file__).parents[2] / "templates" / "sales-contract.docx"
    return build_docx(a_contract(), template, deal_sha256="d")


@given(st.data())
def test_no_edit_of_the_text_goes_unseen(data: st.DataObject) -> None:
    import tempfile

    built = _built()
    root = parse(read_parts(built, name="c")[DOCUMENT], DOCUMENT)
    count = sum(bool((node.text or "").strip()) for node in root.iter(w("t")))
    chosen = data.draw(st.integers(0, count - 1))
    kind = data.draw(st.sampled_from(["longer", "empty", "sign", "twice"]))

    def work(tree: object) -> None:
        node = [one for one in tree.iter(w("t")) if (one.text or "").strip()][chosen]  # type: ignore[attr-defined]
        text = node.text or ""
        node.text = {"longer": f"{text}x", "empty": "", "sign": f"-{text}", "twice": text * 2}[kind]

    with tempfile.TemporaryDirectory() as folder:
        result = held(Path(folder), hands.worked_on(built, work))
    assert any(one.touched for one in result.clauses) or result.elsewhere
