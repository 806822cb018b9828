"""The rules over whole libraries: the packaged one, a broken one, and one that silences rules."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import pytest

from tests.library.lint.libraries import AS_OF, linted, unpacked
from tradedocs.errors import UsageError
from tradedocs.flows.lint import lint_library
from tradedocs.library.lint.rules import RULES
from tradedocs.workspace import Workspace, packaged

CASES = Path(__file__).parent.parent.parent / "cases" / "lint"


def test_the_packaged_library_has_no_error_and_no_warning() -> None:
    report = lint_library(packaged(), as_of=AS_OF)
    assert [f"{one.source}: {one.message}" for one in report.findings if one.severity != "info"] == []
    assert report.files > 150


def test_every_file_is_looked_at_where_some_cannot_be_read(tmp_path: Path) -> None:
    unpacked((CASES / "bad-TD110-dangling.md").read_text(encoding="utf-8"), tmp_path)
    broken = tmp_path / "commercial" / "other" / "standard.md"
    broken.write_text(broken.read_text(encoding="utf-8").replace("version:", "vresion:"), encoding="utf-8")
    report = linted(tmp_path)
    rules = {one.rule for one in report.findings}
    assert {"TD001", "TD110"} <= rules
    assert report.files == 2


def test_a_reference_to_a_file_that_cannot_be_read_is_not_called_dangling(tmp_path: Path) -> None:
    unpacked((CASES / "good-TD110-dangling.md").read_text(encoding="utf-8"), tmp_path)
    (tmp_path / "commercial" / "other" / "standard.md").write_text("no clause\n", encoding="utf-8")
    assert not [one for one in linted(tmp_path).findings if one.rule in ("TD110", "TD321")]


def test_a_suppression_silences_its_rule_until_its_day(tmp_path: Path) -> None:
    unpacked((CASES / "good-TD390-entries.md").read_text(encoding="utf-8"), tmp_path)
    report = linted(tmp_path)
    assert [one.rule for one in report.suppressed] == ["TD231", "TD231"]
    assert report.suppressed[0].reason == "the credit names it"
    after = linted(tmp_path, date(2027, 11, 1))
    assert after.suppressed == ()
    assert {"TD231", "TD390"} <= {one.rule for one in after.findings}


def test_what_an_approval_rests_on_is_never_silenced() -> None:
    never = {rule.ID for rule in RULES if not rule.SUPPRESSIBLE}
    assert {"TD301", "TD302", "TD310", "TD122", "TD390"} <= never
    assert all(not rule.SUPPRESSIBLE for rule in RULES if rule.GATE)


def test_ids_are_in_order_and_guesses_are_no_gates() -> None:
    ids = [rule.ID for rule in RULES]
    assert ids == sorted(set(ids))
    assert not [rule.ID for rule in RULES if rule.GATE and not rule.EXACT]


def test_a_text_under_a_version_that_the_lawyers_have_otherwise_is_told(tmp_path: Path) -> None:
    from dataclasses import replace

    from tradedocs.library.lint.case import Sent, case_of
    from tradedocs.library.lint.run import lint

    unpacked((CASES / "good-TD304-folder.md").read_text(encoding="utf-8"), tmp_path)
    case = case_of(tmp_path)
    text = case.clauses[0][1].sha256
    sent = Sent("commercial.sample", "standard", "0" * 64, "1.0.0")

    def messages(*packs: Sent) -> list[str]:
        return [one.message for one in lint(replace(case, sent=packs)).findings if one.rule == "TD304"]

    assert messages(sent) == ["version 1.0.0 was sent to the lawyers with another text"]
    assert messages(sent._replace(version="0.9.0")) == []
    assert messages(sent._replace(sha256=text)) == []


def test_paths_narrow_what_is_shown(tmp_path: Path) -> None:
    library = tmp_path / "clauses"
    library.mkdir()
    unpacked((CASES / "bad-TD111-optional.md").read_text(encoding="utf-8"), library)
    workspace = Workspace(None, library, library, library)
    shown = lint_library(workspace, as_of=AS_OF, only=[library / "commercial" / "sample"])
    assert {Path(one.source.file).parent.name for one in shown.findings} == {"sample"}
    assert shown.files == 1
    assert not lint_library(workspace, as_of=AS_OF, only=[library / "commercial" / "other"]).count("error")
    with pytest.raises(UsageError, match="no file or folder of the library"):
        lint_library(workspace, as_of=AS_OF, only=[tmp_path])


def test_a_folder_without_clauses_is_a_mistake(tmp_path: Path) -> None:
    shutil.rmtree(tmp_path / "clauses", ignore_errors=True)
    with pytest.raises(UsageError, match="no clauses"):
        linted(tmp_path)
