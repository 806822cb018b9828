"""A pack that is sent, worked on, read back, and becomes proposals: from the command line, with the ledger."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml

from tests.conftest import Ran
from tests.word import packacts as acts
from tests.word.hands import Work, looks, replace, track, worked_on
from tradedocs.ledger import Ledger
from tradedocs.library import load_library
from tradedocs.word.package import CONTENT_TYPES, read_parts, write_parts

Run = Callable[..., Ran]
NAMES = ("disputes.claims", "quality.recall", "commercial.set-off")


@pytest.fixture
def pack(run: Run, workspace: Path) -> Path:
    """A pack of some clauses, as it was sent."""
    path = workspace / "pack.docx"
    assert (
        run("clause", "pack", *NAMES, "--position", "standard", "-o", str(path), "--as-of", "2026-11-25").code
        == 0
    )
    return path


def returned(pack: Path, *works: Work) -> Path:
    path = pack.with_name("back.docx")
    path.write_bytes(worked_on(pack.read_bytes(), *works))
    return path


def read(run: Run, path: Path, *more: str) -> tuple[int, dict[str, object]]:
    ran = run("clause", "read-pack", str(path), "--format", "json", *more)
    return ran.code, json.loads(ran.out)


def test_an_untouched_pack_agrees_with_all_that_is_known_of_it(run: Run, pack: Path) -> None:
    code, found = read(run, pack)
    assert code == 0
    assert found["untouched"] is True
    assert {one["account"]: one["agrees"] for one in found["proofs"]} == {  # type: ignore[attr-defined]
        "ledger": True, "beside": True, "file": True,
    }  # fmt: skip
    assert "0 to look at" in run("clause", "read-pack", str(pack)).out


def test_a_tracked_edit_is_to_be_looked_at_and_a_silent_one_stops(run: Run, pack: Path) -> None:
    assert read(run, returned(pack, track("batch numbers", "lot numbers")))[0] == 10
    ran = run("clause", "read-pack", str(returned(pack, replace("batch numbers", "lot numbers"))))
    assert ran.code == 20
    assert "WITHOUT A MARK" in ran.out
    assert "[-batch-]{+lot+}" in ran.out


def test_another_manifest_than_the_one_that_was_sent_is_refused(run: Run, pack: Path) -> None:
    """Somebody changes the text and the manifest inside the file alike."""
    parts = read_parts(worked_on(pack.read_bytes(), replace("batch numbers", "lot numbers")), name="x")
    item = next(
        name
        for name, data in parts.items()
        if name.startswith("customXml/item") and b"urn:tradedocs:pack" in data
    )
    forged = {**parts, item: parts[item].replace(b"batch numbers", b"lot numbers")}
    path = pack.with_name("back.docx")
    path.write_bytes(write_parts(forged))
    ran = run("clause", "read-pack", str(path))
    assert ran.code == 10
    assert "is not the one that the ledger tells of" in ran.err
    code, found = read(run, path, "--sent", str(pack.with_name("pack.manifest.json")))
    assert code == 20
    assert {one["account"]: one["agrees"] for one in found["proofs"]}["file"] is False  # type: ignore[attr-defined]


def test_a_file_that_lost_its_manifest_is_read_with_the_one_beside(run: Run, pack: Path) -> None:
    parts = read_parts(pack.read_bytes(), name="x")
    path = pack.with_name("bare.docx")
    path.write_bytes(
        write_parts({name: data for name, data in parts.items() if not name.startswith("customXml/")})
    )
    ran = run("clause", "read-pack", str(path))
    assert ran.code == 10
    assert "--sent" in ran.err
    code, found = read(run, path, "--sent", str(pack.with_name("pack.manifest.json")))
    assert code == 0
    assert found["untouched"] is True


def test_a_proposal_is_the_clause_file_with_the_reviewers_words(
    run: Run, pack: Path, workspace: Path
) -> None:
    path = returned(
        pack, track("batch numbers", "lot numbers"),
        acts.type_after("gives the records", "The Buyer keeps the goods apart.", tracked=True),
    )  # fmt: skip
    path.write_bytes(acts.commented(path.read_bytes(), "lot numbers"))
    folder = workspace / "proposals"
    ran = run("clause", "read-pack", str(path), "--apply", str(folder))
    assert ran.code == 10
    source = (workspace / "clauses" / "quality" / "recall" / "standard.md").read_text()
    made = (folder / "quality" / "recall" / "standard.md").read_text()
    front = yaml.safe_load(made.split("---\n")[1])
    assert front["author"] == "B. Lawyer"
    assert "Is telex still used?" in front["why"]
    assert "P-2026-11-25-1" in made.splitlines()[1]
    old, new = (
        [line for line in text.split("## en")[1].splitlines() if line.startswith("- ")]
        for text in (source, made)
    )
    assert [line for line in new if line not in old] == [
        old[0].replace("batch numbers", "lot numbers"), "- The Buyer keeps the goods apart.",
    ]  # fmt: skip
    assert [line for line in old if line not in new] == [old[0]]
    assert "zh: paragraph 3 #help must follow: a paragraph came in behind it in en only" in ran.err
    assert (workspace / "clauses" / "quality" / "recall" / "standard.md").read_text() == source
    (listed,) = json.loads((folder / "proposals.json").read_text())["proposals"]
    assert listed["file"] == "quality/recall/standard.md"
    assert next(folder.glob("P-*.docx")).read_bytes() == path.read_bytes()
    assert [row.kind for row in Ledger(workspace / "ledger.jsonl").rows()][-1] == "clause-pack-returned"


def test_a_proposal_that_is_whole_can_be_taken_into_the_library(
    run: Run, pack: Path, workspace: Path
) -> None:
    works = track("batch numbers", "lot numbers"), track("提供批号", "提供批次号")
    folder = workspace / "proposals"
    ran = run("clause", "read-pack", str(returned(pack, *works)), "--apply", str(folder))
    assert [line.split(" ", 1)[0] for line in ran.err.splitlines()] == ["quality.recall", "ledger"]
    place = Path("quality") / "recall" / "standard.md"
    (workspace / "clauses" / place).write_bytes((folder / place).read_bytes())
    clause = load_library(workspace / "clauses").get("quality.recall", "standard")
    assert "lot numbers" in clause.paragraphs[0].en
    assert clause.author == "B. Lawyer"
    assert clause.review_by is not None


def test_a_draft_keeps_who_wrote_it_and_why_and_gets_the_next_version(run: Run, workspace: Path) -> None:
    place = workspace / "clauses" / "quality" / "recall" / "standard.md"
    head = "author: Chen Yu\nwhy: The insurer asks for it.\ntitle:"
    place.write_text(place.read_text(encoding="utf-8").replace("title:", head, 1), encoding="utf-8")
    pack = workspace / "pack.docx"
    run("clause", "pack", "quality.recall", "-o", pack, "--as-of", "2026-11-25")
    path = returned(pack, track("batch numbers", "lot numbers"))
    run("clause", "read-pack", path, "--apply", workspace / "proposals")
    before = yaml.safe_load(place.read_text(encoding="utf-8").split("---\n")[1])
    place.write_bytes((workspace / "proposals" / "quality" / "recall" / "standard.md").read_bytes())
    front = yaml.safe_load(place.read_text(encoding="utf-8").split("---\n")[1])
    assert front["author"] == "Chen Yu; B. Lawyer"
    assert front["why"] == "The insurer asks for it; review of pack P-2026-11-25-1"
    assert front["version"] > before["version"]
    assert "TD304" not in run("clause", "lint", place).out


PLACE = Path("quality") / "recall" / "standard.md"


def taken_over(run: Run, pack: Path, workspace: Path, *works: Work) -> tuple[str, str]:
    """What the library says of a proposal whose one language was changed, and what stood there before."""
    before = (workspace / "clauses" / PLACE).read_text(encoding="utf-8")
    run("clause", "read-pack", str(returned(pack, *works)), "--apply", str(workspace / "proposals"))
    made = (workspace / "proposals" / PLACE).read_text(encoding="utf-8")
    (workspace / "clauses" / PLACE).write_text(made, encoding="utf-8")
    return before, made


def the_chinese(text: str) -> str:
    return text.partition("## zh")[2]


def approved_by_mei(run: Run, *more: str) -> Ran:
    return run("clause", "approve", "quality.recall", "--by", "Lin Mei", "--role", "Head of Legal", *more)


def test_a_change_of_one_language_is_a_draft_that_says_what_must_follow(
    run: Run, pack: Path, workspace: Path
) -> None:
    run("clause", "approvers", "add", "Lin Mei", "--role", "Head of Legal")
    assert approved_by_mei(run).code == 0
    before, made = taken_over(run, pack, workspace, track("the batch numbers", "the codes"))
    assert the_chinese(made) == the_chinese(before)
    assert (
        "# To do before it is approved: zh: paragraph 1 must follow: its text was changed in en only\n"
        in made
    )
    clause = load_library(workspace / "clauses").get("quality.recall", "standard")
    assert "the codes" in clause.paragraphs[0].en
    told = run("clause", "lint", workspace / "clauses" / PLACE).out
    assert "error[TD310]: the text under `## en` was changed and the other language was not" in told
    for language in ("en", "zh"):
        assert approved_by_mei(run, "--language", language).code == 0
    told = run("clause", "lint", workspace / "clauses" / PLACE).out
    assert "TD310" not in told
    assert "TD301" not in told


@pytest.mark.parametrize(
    ("work", "what"),
    [
        (track("the batch numbers", "the 3 batch numbers"), "the numbers differ from the English text: 3"),
        (track("[[ref:compensation.limitation]]", "the cap"), "the references differ from the English text"),
        (
            acts.type_after("gives the records", "It pays for it.", tracked=True),
            "key differ from the English",
        ),
    ],
)
def test_languages_that_differ_are_read_linted_and_packed_and_never_approved(
    run: Run, pack: Path, workspace: Path, work: Work, what: str
) -> None:
    run("clause", "approvers", "add", "Lin Mei", "--role", "Head of Legal")
    before, made = taken_over(run, pack, workspace, work)
    assert the_chinese(made) == the_chinese(before)
    linted = run("clause", "lint", workspace / "clauses" / PLACE)
    assert linted.code == 20
    assert what in linted.out
    assert run("clause", "show", "quality.recall").code == 0
    again = workspace / "again.docx"
    assert run("clause", "pack", "quality.recall", "-o", again).code == 0
    assert read(run, again)[0] == 0
    refused = approved_by_mei(run)
    assert refused.code == 10
    assert "the languages differ, so nobody can approve the text" in refused.err
    assert approved_by_mei(run, "--language", "en").code == 10


def test_the_other_language_follows_in_a_later_review(run: Run, pack: Path, workspace: Path) -> None:
    _, made = taken_over(run, pack, workspace, track("the batch numbers", "the codes"))
    assert "must follow" in made
    made = reviewed_again(run, workspace, track("提供批号", "提供代码"))
    assert "must follow" not in made


def test_what_nobody_followed_stays_to_be_done(run: Run, pack: Path, workspace: Path) -> None:
    taken_over(run, pack, workspace, track("the batch numbers", "the codes"))
    made = reviewed_again(run, workspace, track("立即停止销售", "停止销售"))
    told = [
        line.removeprefix("# To do before it is approved: ")
        for line in made.splitlines()
        if "must follow" in line
    ]
    assert "zh: paragraph 1 must follow: its text was changed in en only" in told
    assert any(line.startswith("en: ") for line in told)


def test_two_languages_that_were_approved_apart_and_differ_count_as_a_draft(
    run: Run, workspace: Path
) -> None:
    run("clause", "approvers", "add", "Lin Mei", "--role", "Head of Legal")
    place = workspace / "clauses" / PLACE
    first = place.read_text(encoding="utf-8")
    second = first.replace("the batch numbers", "the 3 batch numbers").replace("提供批号", "提供3个批号")
    for text, language in ((first, "zh"), (second, "en")):
        place.write_text(text, encoding="utf-8")
        assert approved_by_mei(run, "--language", language).code == 0
    mixed = second.partition("## zh")[0] + "## zh" + first.partition("## zh")[2]
    place.write_text(mixed, encoding="utf-8")
    (told,) = told_of_the_standard(run)
    assert "draft" in told
    assert "its languages differ" in told


def told_of_the_standard(run: Run) -> list[str]:
    """What blocks the clause in its standard position."""
    lines = run("clause", "status").out.splitlines()
    return [line for line in lines if line.split()[:2] == ["quality.recall", "standard"]]


def reviewed_again(run: Run, workspace: Path, work: Work) -> str:
    """The proposal of a second review, of the clause that a first one changed."""
    again, folder = workspace / "again.docx", workspace / "second"
    run("clause", "pack", "quality.recall", "-o", again)
    run("clause", "read-pack", str(returned(again, work)), "--apply", str(folder))
    return (folder / PLACE).read_text(encoding="utf-8")


def test_a_text_that_was_made_invisible_is_told_without_a_mark(run: Run, pack: Path) -> None:
    ran = run("clause", "read-pack", str(returned(pack, looks("batch numbers", sz="2"))))
    assert ran.code == 20
    assert "WITHOUT A MARK\n  text too small to be read: " in ran.out


@pytest.mark.parametrize(
    ("work", "why"),
    [
        (replace("batch numbers", "lot numbers"), "no mark shows"),
        (acts.strike_clause(1), "was taken out"),
        (acts.copy_clause(1, 2), "2 times"),
    ],
)
def test_no_proposal_where_it_would_carry_what_nobody_looked_at(
    run: Run, pack: Path, workspace: Path, work: Work, why: str
) -> None:
    ran = run("clause", "read-pack", str(returned(pack, work)), "--apply", str(workspace / "proposals"))
    assert why in ran.err
    assert not list((workspace / "proposals").rglob("*.md"))


def test_a_silent_edit_is_proposed_when_somebody_says_so(run: Run, pack: Path, workspace: Path) -> None:
    path = returned(pack, replace("batch numbers", "lot numbers"))
    folder = workspace / "proposals"
    assert run("clause", "read-pack", str(path), "--apply", str(folder), "--accept-silent").code == 20
    made = (folder / "quality" / "recall" / "standard.md").read_text()
    assert "without a mark" in yaml.safe_load(made.split("---\n")[1])["author"]


def test_a_lost_variable_is_told(run: Run, pack: Path, workspace: Path) -> None:
    path = returned(
        pack, lambda root: track("{{ hours }}", "a day")(acts.one_with(root, "tells the other within"))
    )
    ran = run("clause", "read-pack", str(path), "--apply", str(workspace / "proposals"))
    assert "en: {{ hours }} is gone" in ran.err


def test_a_text_that_changed_in_the_library_meanwhile_gets_no_proposal(
    run: Run, pack: Path, workspace: Path
) -> None:
    place = workspace / "clauses" / "quality" / "recall" / "standard.md"
    place.write_text(place.read_text().replace("batch numbers", "serial numbers"))
    path = returned(pack, track("batch numbers", "lot numbers"))
    ran = run("clause", "read-pack", str(path), "--apply", str(workspace / "proposals"))
    assert "no longer the one that was sent" in ran.err


def _with(pack: Path, **parts: bytes) -> Path:
    path = pack.with_name("hostile.docx")
    path.write_bytes(write_parts({**read_parts(pack.read_bytes(), name="x"), **parts}))
    return path


def _rel(kind: str, target: str) -> bytes:
    return (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="x" '
        f'Type="http://x/{kind}" Target="{target}" TargetMode="External"/></Relationships>'
    ).encode()


def test_macros_and_what_is_fetched_from_elsewhere_are_refused(run: Run, pack: Path) -> None:
    macros = _with(pack, **{"word/vbaProject.bin": b"x"})
    assert "macros" in run("clause", "read-pack", str(macros)).err
    types = read_parts(pack.read_bytes(), name="x")[CONTENT_TYPES]
    named = _with(
        pack, **{CONTENT_TYPES: types.replace(b"wordprocessingml.document.main", b"macroEnabled.main")}
    )
    assert run("clause", "read-pack", str(named)).code == 10
    for kind, target, code in (
        ("image", "http://example.org/a.png", 10), ("attachedTemplate", "http://example.org/a.dotm", 10),
        ("attachedTemplate", "file:///C:\\Templates\\house.dotx", 0), ("hyperlink", "mailto:a@example.org", 0),
        ("attachedTemplate", "file://server/share/a.dotm", 10),
    ):  # fmt: skip
        path = _with(pack, **{"word/_rels/other.xml.rels": _rel(kind, target)})
        assert run("clause", "read-pack", str(path)).code == code, (kind, target)


def test_a_document_type_a_deep_tree_and_no_word_file_are_refused_cleanly(
    run: Run, pack: Path, workspace: Path
) -> None:
    body = read_parts(pack.read_bytes(), name="x")["word/document.xml"]
    head, _, rest = body.partition(b"?>")
    entity = head + b'?><!DOCTYPE w [<!ENTITY a "b">]>' + rest
    deep = body.replace(b"<w:body>", b"<w:body>" + b"<w:smartTag>" * 4000 + b"</w:smartTag>" * 4000, 1)
    for data in (entity, deep, b"<not"):
        ran = run("clause", "read-pack", str(_with(pack, **{"word/document.xml": data})))
        assert ran.code == 10
    for name, data in (("empty.docx", b""), ("old.docx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1rest")):
        (workspace / name).write_bytes(data)
        assert run("clause", "read-pack", str(workspace / name)).code == 10


def test_a_tree_as_deep_as_the_parser_allows_is_read(run: Run, pack: Path) -> None:
    body = read_parts(pack.read_bytes(), name="x")["word/document.xml"]
    deep = body.replace(b"<w:body>", b"<w:body>" + b"<w:smartTag>" * 240 + b"</w:smartTag>" * 240, 1)
    assert run("clause", "read-pack", str(_with(pack, **{"word/document.xml": deep}))).code == 0
