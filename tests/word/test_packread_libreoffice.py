"""A pack that went through a real LibreOffice: nothing that nobody changed is told, and what was changed is."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.word.office import worked_in_office
from tests.word.packs import CHANGED, NEW, PLAIN, a_pack
from tradedocs.word.package import read_parts
from tradedocs.word.packread import Found, compared_pack

pytestmark = [
    pytest.mark.libreoffice,
    pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed"),
]


def edited(folder: Path, *works: str) -> Found:
    """The pack after LibreOffice opened it, did the works, and saved it as DOCX."""
    data, manifest = a_pack()
    return compared_pack(read_parts(worked_in_office(data, folder, *works), name="back.docx"), manifest)


def test_saving_alone_changes_nothing(tmp_path: Path) -> None:
    found = edited(tmp_path)
    assert not any(one.touched for one in found.clauses)
    assert (found.outside, found.boilerplate, found.not_compared) == ((), (), ())
    assert {one.found_by for one in found.clauses} <= {"control", "bookmark"}


def test_tracked_edits_and_a_comment_are_all_told_and_nothing_else(tmp_path: Path) -> None:
    found = edited(
        tmp_path,
        "doc.RecordChanges = True",
        'Place(doc, "settlement asked for").setString("remedy that it asks for")',
        'Place(doc, "batch numbers").setString("lot numbers")',
        'Place(doc, "主管机关").setString("监管机关")',
        'Remark(doc, "set off", "Is this what treasury wants?")',
    )
    told = {
        (one.clause, mark.removed, mark.added, mark.silent) for one in found.clauses for mark in one.marks
    }
    assert told == {
        (CHANGED, "settlement asked for", "remedy that it asks for", False),
        (PLAIN, "batch numbers", "lot numbers", False),
        (PLAIN, "主管机关", "监管机关", False),
    }
    (comment,) = next(one for one in found.clauses if one.clause == NEW).comments
    assert comment.text == "Is this what treasury wants?"
    assert {one.clause for one in found.clauses if one.touched} == {CHANGED, PLAIN, NEW}
    assert (found.outside, found.boilerplate) == ((), ())


def test_an_edit_without_tracking_is_silent(tmp_path: Path) -> None:
    found = edited(
        tmp_path, "doc.RecordChanges = False", 'Place(doc, "batch numbers").setString("lot numbers")'
    )
    assert [(one.clause, mark.silent, mark.removed, mark.added) for one in found.clauses for mark in one.marks] == [
        (PLAIN, True, "batch", "lot")
    ]  # fmt: skip


@pytest.mark.parametrize(("take", "fate"), [("AcceptAll", "accepted"), ("RejectAll", "rejected")])
def test_our_changes_are_settled(tmp_path: Path, take: str, fate: str) -> None:
    found = edited(
        tmp_path,
        'bar = createUnoService("com.sun.star.frame.DispatchHelper")',
        f'bar.executeDispatch(doc.CurrentController.Frame, ".uno:{take}TrackedChanges", "", 0, Array())',
    )
    one = next(one for one in found.clauses if one.clause == CHANGED)
    assert {change.fate for change in one.ours} == {fate}
    assert not any(one.silent for one in found.clauses)
