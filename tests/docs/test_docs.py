"""What the documents say is what the program does."""

from __future__ import annotations

import importlib.util
import re
from pathlib import Path
from types import ModuleType

import pytest

from tradedocs import errors
from tradedocs.check.rules import RULES
from tradedocs.cli.main import Main
from tradedocs.contract.rules import RULES as DEAL_RULES
from tradedocs.library.lint.rules import RULES as LINT_RULES
from tradedocs.reading.report import _WHY

ROOT = Path(__file__).parent.parent.parent
TEXTS = [*sorted(ROOT.glob("*.md")), *sorted((ROOT / "docs").glob("*.md"))]


def make_docs() -> ModuleType:
    where = importlib.util.spec_from_file_location("make_docs", ROOT / "tools" / "make_docs.py")
    assert where is not None
    assert where.loader is not None
    module = importlib.util.module_from_spec(where)
    where.loader.exec_module(module)
    return module


@pytest.mark.parametrize("name", ["rules.md", "lint-rules.md", "commands.md", "claim-triage.md"])
def test_written_pages_are_up_to_date(name: str) -> None:
    assert (ROOT / "docs" / name).read_text(encoding="utf-8") == make_docs().PAGES[name]()


def test_every_command_is_in_the_readme() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    for command in Main.entries:
        assert f"tradedocs {command.name}" in readme, command.name


def test_every_exit_code_is_in_the_readme() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    table = dict(re.findall(r"^\| (\d+) \| ([^|]+)\|", readme, re.M))
    codes = (
        errors.DONE,
        errors.TOOL_FAILED,
        errors.USAGE,
        errors.NOTHING_TO_CHECK,
        errors.LOOK,
        errors.REJECTED,
    )
    assert set(table) == {str(code) for code in codes}


def test_every_rule_is_in_the_docs() -> None:
    page = (ROOT / "docs" / "rules.md").read_text(encoding="utf-8")
    for rule in (*RULES, *DEAL_RULES):
        assert f"## {rule.ID}\n" in page


def test_every_rule_of_the_lint_is_in_the_docs() -> None:
    page = (ROOT / "docs" / "lint-rules.md").read_text(encoding="utf-8")
    assert [f"## {rule.ID}" for rule in LINT_RULES] == re.findall(r"^## TD\d+$", page, re.M)


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.name)
def test_links_to_files_lead_somewhere(path: Path) -> None:
    for target in re.findall(r"\]\(([^)#:]+)\)", path.read_text(encoding="utf-8")):
        assert (path.parent / target).exists(), target


def test_the_version_is_in_the_changelog_or_unreleased() -> None:
    assert "## [Unreleased]" in (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")


def test_every_code_of_the_reading_is_in_the_docs() -> None:
    page = (ROOT / "docs" / "report-json.md").read_text(encoding="utf-8")
    listed = set(re.findall(r"`([a-z]+(?:-[a-z]+)+|refused)`(?=[,| ])", page))
    source = "".join(
        path.read_text(encoding="utf-8") for path in (ROOT / "src/tradedocs/reading").glob("*.py")
    )
    codes = set(re.findall(r"^[A-Z_]+ = \"([a-z]+(?:-[a-z]+)+)\"$", source, re.M))
    assert codes
    assert codes <= listed
    assert set(_WHY) <= listed


def test_every_rule_of_a_deal_is_built_or_said_not_to_be() -> None:
    page = (ROOT / "docs" / "deal-rules.md").read_text(encoding="utf-8")
    about = page[page.index("## What needs no rule") : page.index("## Registers")]
    named = set(re.findall(r"T\d\d", about))
    for first, last in re.findall(r"T(\d\d) to T(\d\d)", about):
        named |= {f"T{number:02}" for number in range(int(first), int(last) + 1)}
    # The ids of the rules that were planned; each has a module, or a reason why it needs none.
    planned = "01-05 10-17 20-24 30-42 50-58 60-66 70-91 95-99".split()
    ids = {f"T{number:02}" for part in planned for number in range(int(part[:2]), int(part[3:]) + 1)}
    assert ids <= named | {rule.ID for rule in DEAL_RULES}
