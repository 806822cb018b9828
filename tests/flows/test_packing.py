"""Review packs and redlines from the command line, with the ledger and the approvals that follow."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import Ran
from tradedocs.ledger import Ledger
from tradedocs.model.pack import PackManifest
from tradedocs.word.package import DOCUMENT, read_parts
from tradedocs.word.text import paragraph_texts
from tradedocs.word.tracked import accepted, rejected, tracks_changes
from tradedocs.word.xml import parse

Run = Callable[..., Ran]
MEI = ("--by", "Lin Mei", "--role", "Head of Legal")
ID = "general.notices"


@pytest.fixture
def approved(run: Run, workspace: Path) -> Path:
    run("clause", "approve", ID, "inspection.pre-shipment", *MEI)
    return workspace


def change(workspace: Path, language: str = "en", clause: str = ID, word: str = "forthwith") -> None:
    """Add a word to the first paragraph of one language, and say why."""
    family, name = clause.split(".")
    path = workspace / "clauses" / family / name / "standard.md"
    head, mark, rest = path.read_text(encoding="utf-8").partition(f"## {language}\n")
    if "why:" not in head:
        head = head.replace("owner: Legal", "owner: Legal\nwhy: a letter was lost", 1)
    path.write_text(head + mark + rest.replace("- ", f"- {word} ", 1), encoding="utf-8")


def manifest(path: Path) -> PackManifest:
    return PackManifest.model_validate_json(path.with_suffix(".manifest.json").read_text(encoding="utf-8"))


def views(path: Path) -> tuple[str, str]:
    data = read_parts(path.read_bytes(), name=path.name)[DOCUMENT]
    before, after = ("\n".join(paragraph_texts(view(parse(data, "x")))) for view in (rejected, accepted))
    return before, after


def test_what_changed_since_the_approval_is_sent(run: Run, workspace: Path) -> None:
    approved = workspace
    run("clause", "approve", "--all", *MEI)
    assert run("clause", "pack", "-o", "p.docx").code == 3
    change(approved)
    ran = run("clause", "pack", "-o", "p.docx", "--as-of", "2026-12-01")
    assert (ran.code, ran.out.split()[0]) == (0, "P-2026-12-01-1")
    sent = manifest(approved / "p.docx")
    assert [(one.clause, one.position) for one in sent.clauses] == [(ID, "standard")]
    assert sent.clauses[0].basis == {"en": "approved", "zh": "unchanged"}
    notes = [line.draft for line in sent.clauses[0].lines if line.kind == "note"]
    assert "Why it changed: a letter was lost" in notes
    before, after = views(approved / "p.docx")
    assert ("forthwith" in before, "forthwith" in after) == (False, True)
    row = list(Ledger(approved / "ledger.jsonl").rows())[-1]
    assert (row.kind, row.facts["pack"]) == ("clause-pack", "P-2026-12-01-1")
    assert row.facts["clauses"][0]["sha256"] == sent.clauses[0].sha256


def test_the_same_pack_is_the_same_file_and_one_row(run: Run, approved: Path) -> None:
    change(approved)
    first, second = (
        run("clause", "pack", ID, "-o", name, "--as-of", "2026-12-01") for name in ("a.docx", "b.docx")
    )
    assert first.out.split()[0] == second.out.split()[0]
    assert (approved / "a.docx").read_bytes() == (approved / "b.docx").read_bytes()
    assert sum(row.kind == "clause-pack" for row in Ledger(approved / "ledger.jsonl").rows()) == 1
    change(approved, word="hereupon")
    assert (
        run("clause", "pack", ID, "-o", "c.docx", "--as-of", "2026-12-01").out.split()[0] == "P-2026-12-01-2"
    )


def test_a_pack_puts_a_text_in_review_and_is_approved_as_a_whole(run: Run, approved: Path) -> None:
    change(approved)
    pack = run("clause", "pack", ID, "-o", "p.docx").out.split()[0]
    assert "in-review" in run("clause", "show", ID).out.splitlines()[0]
    assert run("clause", "approve", "--pack", pack, *MEI).code == 0
    assert "approved" in run("clause", "show", ID).out.splitlines()[0]
    change(approved, word="evermore")
    run("clause", "pack", ID, "-o", "q.docx")
    before, after = views(approved / "q.docx")
    assert "forthwith" in before
    assert ("evermore" in before, "evermore" in after) == (False, True)


def test_a_pack_that_came_back_is_not_overwritten(run: Run, approved: Path) -> None:
    change(approved)
    (approved / "p.docx").write_bytes(b"the lawyer's work")
    ran = run("clause", "pack", ID, "-o", "p.docx")
    assert (ran.code, "another file stands there" in ran.err) == (2, True)
    assert not any(row.kind == "clause-pack" for row in Ledger(approved / "ledger.jsonl").rows())


def test_a_text_that_is_not_kept_is_shown_plain_and_that_is_said(run: Run, approved: Path) -> None:
    change(approved)
    for path in (approved / "clauses" / "approved").iterdir():
        path.unlink()
    ran = run("clause", "pack", ID, "-o", "p.docx")
    assert ran.code == 0
    assert ID in ran.err
    assert "not kept here" in views(approved / "p.docx")[0]
    data = read_parts((approved / "p.docx").read_bytes(), name="p")[DOCUMENT]
    assert not tracks_changes(parse(data, "x"))
    assert run("clause", "diff", ID).code == 2


def test_named_clauses_come_in_each_position(run: Run, workspace: Path) -> None:
    assert run("clause", "pack", "quality.warranty", ID, "-o", "p.docx").code == 0
    sent = manifest(workspace / "p.docx")
    assert [one.clause for one in sent.clauses].count("quality.warranty") > 1
    assert sent.clauses[0].basis == {"en": "new", "zh": "new"}
    assert run("clause", "pack", "quality.warranty", "--position", "fallback-1", "-o", "q.docx").code == 0
    assert [one.position for one in manifest(workspace / "q.docx").clauses] == ["fallback-1"]


@pytest.mark.parametrize(
    "wrong", [(ID, "--since-approved"), ("--position", "standard"), ("nobody.knows",)], ids=" ".join
)
def test_what_contradicts_itself_is_told(run: Run, workspace: Path, wrong: tuple[str, ...]) -> None:
    assert run("clause", "pack", *wrong, "-o", "p.docx").code == 2
    assert run("clause", "pack", "-o", "p.pdf").code == 2
    assert not (workspace / "p.docx").exists()


def test_a_changed_filling_is_told(run: Run, approved: Path) -> None:
    path = approved / "clauses" / "inspection" / "pre-shipment" / "standard.md"
    text = path.read_text(encoding="utf-8")
    path.write_text(
        text.replace("from: deal.inspection.notice_days", "from: deal.claims.answer_days"), encoding="utf-8"
    )
    assert run("clause", "pack", "inspection.pre-shipment", "-o", "p.docx").code == 0
    after = views(approved / "p.docx")[1]
    assert "{{ notice_days }} was deal.inspection.notice_days, is deal.claims.answer_days" in after
    assert "deal.claims.answer_days" in run("clause", "diff", "inspection.pre-shipment").out


def test_diff_shows_the_words_in_both_languages(run: Run, approved: Path) -> None:
    assert run("clause", "diff", ID).code == 0
    change(approved)
    change(approved, "zh", word="另")
    ran = run("clause", "diff", ID, "-o", "r.docx")
    assert ran.code == 10
    assert "{+forthwith" in ran.out
    assert "{+另" in ran.out
    before, after = views(approved / "r.docx")
    assert ("forthwith" in before, "forthwith" in after) == (False, True)
    told = json.loads(run("clause", "diff", f"{ID}@approved", ID, "--format", "json").out)
    assert [edit["language"] for edit in told["edits"]] == ["en", "zh"]


def test_diff_takes_positions_hashes_and_files(run: Run, approved: Path) -> None:
    assert run("clause", "diff", "quality.warranty", "quality.warranty/fallback-1").code == 10
    sha256 = next(one for one in json.loads(run("clause", "list", "--format", "json").out)["clauses"]
                  if one["id"] == ID)["sha256"]  # fmt: skip
    change(approved)
    assert run("clause", "diff", f"{ID}@{sha256[:10]}", ID).code == 10
    path = f"clauses/{ID.replace('.', '/')}/standard.md"
    assert run("clause", "diff", path, ID).code == 0
    assert run("clause", "diff", f"{ID}/third", ID).code == 2
    assert run("clause", "diff", f"{ID}@ffffffff", ID).code == 2


def test_the_lint_speaks_in_comments_and_what_it_silences_in_notes(run: Run, approved: Path) -> None:
    change(approved, word="TBD")
    path = approved / "clauses" / "general" / "notices" / "standard.md"
    text = path.read_text(encoding="utf-8")
    assert run("clause", "pack", ID, "--comments", "-o", "p.docx").code == 0
    parts = read_parts((approved / "p.docx").read_bytes(), name="p")
    said = "\n".join(paragraph_texts(parse(parts["word/comments.xml"], "x")))
    assert "TD122 error" in said
    assert "TD301" not in said
    silence = "lint: [{rule: TD230, reason: the post is slow, until: 2099-01-01}]"
    path.write_text(text.replace("owner: Legal", f"owner: Legal\n{silence}", 1), encoding="utf-8")
    assert run("clause", "pack", ID, "--comments", "-o", "q.docx").code == 0
    assert "Lint rule silenced: TD230: the post is slow, until 2099-01-01" in views(approved / "q.docx")[1]
