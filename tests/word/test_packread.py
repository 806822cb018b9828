"""The eleven acts of a lawyer, each alone and all together, on a pack as it is written."""

from __future__ import annotations

import random
from collections.abc import Callable

import pytest
from lxml import etree

from tests.word import packacts as acts
from tests.word.hands import Work, replace, saved_by_word, track, worked_on
from tests.word.packs import CHANGED, NAMES, NEW, PLAIN, a_pack
from tradedocs.model.packread import ReviewClause, ReviewMark
from tradedocs.word.package import DOCUMENT, read_parts, write_parts
from tradedocs.word.packread import Found, compared_pack
from tradedocs.word.tracked import accepted, rejected
from tradedocs.word.xml import parse, serialised, w

LAST = "disputes.evidence"


def held(data: bytes) -> Found:
    return compared_pack(read_parts(data, name="back.docx"), a_pack()[1])


def after(*works: Work) -> Found:
    return held(worked_on(a_pack()[0], *works))


def clause(found: Found, name: str) -> ReviewClause:
    return next(one for one in found.clauses if one.clause == name)


def touched(found: Found) -> set[str]:
    return {one.clause for one in found.clauses if one.touched}


def silent(found: Found) -> set[str]:
    return {one.clause for one in found.clauses if one.silent or one.copies}


def words(mark: ReviewMark) -> tuple[str, str]:
    return mark.removed, mark.added


def fates(one: ReviewClause) -> set[str]:
    return {change.fate for change in one.ours}


def nothing_else(found: Found) -> bool:
    return not (found.outside or found.boilerplate or found.loose or found.not_compared)


def test_an_untouched_pack_says_nothing() -> None:
    found = held(a_pack()[0])
    assert touched(found) == set()
    assert nothing_else(found)
    assert fates(clause(found, CHANGED)) == {"pending"}
    assert {one.found_by for one in found.clauses} == {"control"}
    assert all(
        text.as_approved and text.as_sent and not text.changed for one in found.clauses for text in one.texts
    )


def test_what_word_does_by_itself_is_no_edit() -> None:
    found = after(saved_by_word)
    assert touched(found) == set()
    assert nothing_else(found)


def test_a_tracked_edit() -> None:
    found = after(track("in writing", "by letter"))
    (mark,) = clause(found, CHANGED).marks
    assert words(mark) == ("in writing", "by letter")
    assert (mark.silent, mark.author, mark.on, mark.language, mark.place) == (
        False, "B. Lawyer", "2026-09-03T10:00:00Z", "en", "1 #windows",
    )  # fmt: skip
    assert touched(found) == {CHANGED}
    assert silent(found) == set()
    assert fates(clause(found, CHANGED)) == {"pending"}
    text = clause(found, CHANGED).texts[0]
    assert (text.as_approved, text.as_sent, text.changed) == (True, True, True)
    assert "by letter" in text.final[1]
    assert "in writing" in text.ours[1]


def test_a_silent_edit() -> None:
    found = after(replace("in writing", "orally"))
    (mark,) = clause(found, CHANGED).marks
    assert mark.silent
    assert words(mark) == ("in writing", "orally")
    assert silent(found) == {CHANGED}


def test_a_silent_edit_inside_our_own_change() -> None:
    found = after(replace("A survey is made", "No survey is made"))
    assert silent(found) == {CHANGED}
    assert any("No" in mark.added for mark in clause(found, CHANGED).marks)


def test_a_silent_edit_inside_what_we_struck() -> None:
    def work(root: etree._Element) -> None:
        node = next(t for t in root.iter(w("delText")) if "survives" in (t.text or ""))
        node.text = (node.text or "").replace("survives", "ends")

    found = after(work)
    assert silent(found) == {CHANGED}
    assert any(mark.silent and mark.removed == "ends" for mark in clause(found, CHANGED).marks)


def test_a_mark_that_carries_our_name_and_is_not_ours_is_silent() -> None:
    found = after(track("in writing", "orally", author="tradedocs"))
    marks = clause(found, CHANGED).marks
    assert any(mark.silent and mark.added == "orally" for mark in marks)
    assert silent(found) == {CHANGED}


def test_authors_that_word_took_away_do_not_matter() -> None:
    def anonymous(root: etree._Element) -> None:
        for mark in root.iter(w("ins"), w("del")):
            mark.set(w("author"), "Author")

    found = after(anonymous)
    assert touched(found) == set()
    found = after(track("in writing", "by letter"), anonymous)
    (mark,) = clause(found, CHANGED).marks
    assert (mark.author, words(mark)) == ("Author", ("in writing", "by letter"))
    assert fates(clause(found, CHANGED)) == {"pending"}


def test_the_control_goes_and_the_text_stays() -> None:
    found = after(acts.drop_control(0))
    assert clause(found, CHANGED).found_by == "bookmark"
    assert touched(found) == set()
    assert nothing_else(found)


@pytest.mark.parametrize(("take", "fate"), [(True, "accepted"), (False, "rejected")])
def test_all_of_our_changes_are_settled(take: bool, fate: str) -> None:
    found = after(acts.settle_ours(take=take))
    assert fates(clause(found, CHANGED)) == {fate}
    assert clause(found, CHANGED).marks == ()
    assert silent(found) == set()
    assert touched(found) == {CHANGED}
    assert nothing_else(found)
    assert clause(found, CHANGED).texts[0].changed is not take


def test_one_of_our_changes_is_settled() -> None:
    def take_first(root: etree._Element) -> None:
        mark = next(root.iter(w("ins")))
        for run in list(mark):
            mark.addprevious(run)
        mark.getparent().remove(mark)  # type: ignore[union-attr]

    found = after(take_first)
    one = clause(found, CHANGED)
    assert sorted(change.fate for change in one.ours if change.fate != "pending") == ["mixed"]
    assert one.marks == ()


def test_a_deletion_inside_our_insertion() -> None:
    found = after(acts.delete_in_our_insertion("independent "))
    one = clause(found, CHANGED)
    (mark,) = one.marks
    assert words(mark) == ("independent", "")
    assert (mark.silent, mark.author) == (False, "B. Lawyer")
    assert fates(one) == {"pending"}


def test_half_a_word_is_struck() -> None:
    found = after(acts.delete_in_our_insertion("pendent"))
    (mark,) = clause(found, CHANGED).marks
    assert words(mark) == ("pendent", "")


def test_half_a_word_is_added_and_struck_in_plain_text() -> None:
    found = after(track("ing and ", "ed "))
    marks = clause(found, CHANGED).marks
    assert marks
    assert not any(mark.silent for mark in marks)


def test_a_clause_is_deleted_without_a_mark() -> None:
    found = after(acts.delete_clause(1))
    one = clause(found, PLAIN)
    assert (one.removed, one.found_by) == ("silent", None)
    assert silent(found) == {PLAIN}
    assert {mark.silent for mark in found.boilerplate} == {True}


def test_a_clause_is_struck() -> None:
    found = after(acts.strike_clause(1))
    one = clause(found, PLAIN)
    assert one.removed == "tracked"
    assert not one.silent
    assert {mark.author for mark in one.marks} == {"B. Lawyer"}
    assert touched(found) == {PLAIN}


def test_a_clause_is_moved_without_a_mark() -> None:
    found = after(acts.move_clause(0, 3))
    assert {one.clause for one in found.clauses if one.moved} == {CHANGED}
    assert clause(found, CHANGED).marks == ()
    assert silent(found) == {CHANGED}
    assert nothing_else(found)


def test_a_clause_is_copied() -> None:
    found = after(acts.copy_clause(1, 3))
    assert clause(found, PLAIN).copies == 1
    assert clause(found, PLAIN).marks == ()
    assert touched(found) == {PLAIN}
    assert {one.copy_of for one in found.outside} == {PLAIN}


@pytest.mark.parametrize("tracked", [True, False])
def test_new_text_between_clauses(tracked: bool) -> None:
    found = after(acts.type_before(1, "The Buyer pays for the telex.", tracked=tracked))
    (mark,) = clause(found, CHANGED).marks
    assert (words(mark)[1].rstrip(" ¶"), mark.silent) == ("The Buyer pays for the telex.", not tracked)
    assert touched(found) == {CHANGED}


def test_new_text_in_no_clause() -> None:
    found = after(
        acts.type_before(0, "Dear all,"),
        acts.type_after("End of the clauses", "Regards, tracked", tracked=True),
    )
    assert [(one.text, one.author, one.after) for one in found.outside] == [
        ("Dear all,", None, None), ("Regards, tracked", "B. Lawyer", None),
    ]  # fmt: skip
    assert touched(found) == set()


def test_a_comment_with_a_reply_that_is_resolved() -> None:
    found = held(acts.commented(a_pack()[0], "by telex"))
    first, second = clause(found, CHANGED).comments
    assert (first.author, first.text, first.resolved, first.reply_to) == (
        "B. Lawyer",
        "Is telex still used?",
        True,
        None,
    )
    assert "by telex" in first.about
    assert (second.text, second.reply_to, second.resolved) == ("No.", first.id, True)
    assert silent(found) == set()


def test_all_acts_together() -> None:
    data = worked_on(
        acts.commented(a_pack()[0], "by telex"),
        track("in writing", "by letter"), replace("states the nature", "hides the nature"),
        acts.delete_in_our_insertion("independent "), acts.drop_control(0),
        acts.copy_clause(2, 4), acts.type_before(4, "Dear all,"), acts.move_clause(3, 1), acts.delete_clause(2),
    )  # fmt: skip
    found = held(data)
    one = clause(found, CHANGED)
    assert {(words(mark), mark.silent) for mark in one.marks} >= {
        (("in writing", "by letter"), False), (("states", "hides"), True), (("independent", ""), False),
    }  # fmt: skip
    assert len(one.comments) == 2
    assert one.found_by == "bookmark"
    assert clause(found, PLAIN).removed == "silent"
    assert clause(found, NEW).copies == 1
    assert clause(found, LAST).moved or clause(found, NEW).moved
    assert sum(found.characters.values()) == acts.letters(data)


@pytest.mark.parametrize(
    ("works", "found_by"),
    [
        ((acts.drop_control,), "bookmark"), ((acts.drop_bookmark,), "control"),
        ((acts.drop_control, acts.drop_bookmark), "id-line"),
    ],
)  # fmt: skip
@pytest.mark.parametrize("index", range(len(NAMES)))
def test_anchors_go_one_by_one(works: tuple[Callable[[int], Work], ...], found_by: str, index: int) -> None:
    if len(works) == 2:
        tree = parse(read_parts(a_pack()[0], name="x")[DOCUMENT], DOCUMENT)
        line = acts.id_lines(tree)[index]
        works[0](index)(tree)
        for mark in list(line.iter(w("bookmarkStart"), w("bookmarkEnd"))):
            mark.getparent().remove(mark)  # type: ignore[union-attr]
    found = after(*(work(index) for work in works))
    assert found.clauses[index].found_by == found_by
    assert touched(found) == set()
    assert nothing_else(found)


@pytest.mark.parametrize("index", range(len(NAMES)))
def test_without_its_id_line_a_clause_is_found_by_its_text(index: int) -> None:
    found = after(acts.drop_line(index))
    one = found.clauses[index]
    assert one.found_by == "text"
    assert one.marks == ()
    assert touched(found) <= {one.clause}
    assert [mark.silent for mark in found.boilerplate] == [True]


def test_without_id_line_and_with_an_edit() -> None:
    found = after(acts.drop_line(1), track("batch numbers", "lot numbers"))
    (mark,) = clause(found, PLAIN).marks
    assert (mark.silent, words(mark)) == (False, ("batch", "lot")) or words(mark) == (
        "batch numbers",
        "lot numbers",
    )


@pytest.mark.parametrize(
    "work", [acts.split("The Claim Notice states", " The evidence"), acts.join("The Claim Notice states")]
)
def test_paragraphs_that_are_split_or_joined_with_a_mark(work: Work) -> None:
    found = after(work)
    (mark,) = clause(found, CHANGED).marks
    assert not mark.silent
    assert "¶" in mark.added + mark.removed
    assert touched(found) == {CHANGED}


def test_a_text_box_a_hidden_text_and_a_header_are_told() -> None:
    def hide(root: etree._Element) -> None:
        run = next(
            r
            for r in acts.one_with(root, "in writing").iter(w("r"))
            if "in writing" in "".join(t.text or "" for t in r.iter(w("t")))
        )
        look = run.find(w("rPr"))
        etree.SubElement(look, w("vanish"))  # type: ignore[arg-type]

    found = after(hide)
    assert silent(found) == {CHANGED}
    data = worked_on(a_pack()[0], acts.type_after("Why: shorter", "A note."))
    found = held(data)
    assert [one.text for one in found.outside] == ["A note."]


def test_the_pages_own_words_that_are_changed_are_told() -> None:
    found = after(replace("Why: ", "Because: "))
    assert [mark.silent for mark in found.boilerplate] == [True]
    assert touched(found) == set()


def _random_edits(seed: int) -> tuple[bytes, int]:
    """Letters typed over, put in and struck at random, also inside words and inside our marks, with and without a mark;
    our changes settled one by one. Returns how many edits have no mark."""
    dice, hidden = random.Random(seed), 0
    parts = read_parts(a_pack()[0], name="x")
    root = parse(parts[DOCUMENT], DOCUMENT)
    count = len(acts.id_lines(root)) - 1
    bodies = [p for k in range(count) for p in acts.of_clause(root, k) if _style(p).startswith("Contract")]
    for _ in range(dice.randrange(1, 9)):
        paragraph = dice.choice(bodies)
        ours = [m for m in paragraph if m.tag in (w("ins"), w("del")) and m.get(w("author")) == "tradedocs"]
        plain = [r for r in paragraph if r.tag == w("r") and len(acts.text_of(r)) > 6]
        inserted = [r for m in ours if m.tag == w("ins") for r in m if len(acts.text_of(r)) > 4]
        what = dice.choice(["type", "type", "strike ours", "settle", "hide"])
        if what == "settle" and ours:
            acts.settle(dice.choice(ours), take=dice.random() < 0.5)
        elif what == "strike ours" and inserted:
            acts.change(*_stretch(dice, inserted), "", tracked=True)
        elif what in ("type", "hide") and plain:
            run, start, end = _stretch(dice, plain)
            new = dice.choice(["quite other", "x", "三十日内", "60"])
            acts.change(run, start, end, new, tracked=what == "type")
            hidden += what == "hide"
    return write_parts({**parts, DOCUMENT: serialised(root)}), hidden


def _style(paragraph: etree._Element) -> str:
    style = paragraph.find(f"{w('pPr')}/{w('pStyle')}")
    return "" if style is None else style.get(w("val"), "")


def _stretch(dice: random.Random, runs: list[etree._Element]) -> tuple[etree._Element, int, int]:
    run = dice.choice(runs)
    start = dice.randrange(len(acts.text_of(run)))
    return run, start, min(len(acts.text_of(run)), start + dice.randrange(12))


@pytest.mark.parametrize("seed", range(60))
def test_whatever_is_edited_silent_edits_are_told_and_only_those(seed: int) -> None:
    data, hidden = _random_edits(seed)
    found = held(data)
    assert sum(found.characters.values()) == acts.letters(data)
    assert any(mark.silent for one in found.clauses for mark in one.marks) == bool(hidden)
    assert (found.outside, found.boilerplate) == ((), ())
    for view, name in ((accepted, "final"), (rejected, "rejected")):
        there = set(acts.shown(view(parse(read_parts(data, name="x")[DOCUMENT], DOCUMENT))))
        for one in found.clauses:
            assert one.certain
            for text in one.texts:
                # A text whose end is struck runs on into the next one's for Word, and into nothing for us.
                assert all(any(line in other for other in there) for line in getattr(text, name))
