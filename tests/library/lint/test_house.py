"""The house list: the packaged clauses keep to it, a library's own list wins, and a list with errors is refused."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from tests.library.lint.libraries import linted, unpacked
from tradedocs.errors import InputError
from tradedocs.library.lint.house import HOUSE, house_of
from tradedocs.library.lint.rules import RULES
from tradedocs.workspace import data_folder

CASES = Path(__file__).parent.parent.parent / "cases" / "lint"
PACKAGED = data_folder() / "clauses"
WORDS = frozenset(rule.ID for rule in RULES if not rule.EXACT)


def rules_of(name: str, folder: Path) -> list[str]:
    unpacked((CASES / name).read_text(encoding="utf-8"), folder)
    return [finding.rule for finding in linted(folder).findings if finding.rule in WORDS]


def test_the_packaged_clauses_keep_to_the_house_list() -> None:
    told = [
        (finding.rule, finding.source.file, finding.source.line)
        for finding in linted(PACKAGED, date(2026, 11, 25)).findings
        if finding.rule in WORDS and finding.severity != "info"
    ]
    assert told == []


def test_a_librarys_own_list_wins(tmp_path: Path) -> None:
    assert "TD204" in rules_of("bad-TD204-and-or.md", tmp_path)
    text = (PACKAGED / HOUSE).read_text(encoding="utf-8")
    own = text.replace("en: [and/or, ", "en: [").replace("hereof, ", "").replace("pursuant to, ", "")
    own = own.replace("zh: [和/或, ", "zh: [").replace("视情况, ", "")
    (tmp_path / HOUSE).write_text(own, encoding="utf-8")
    assert "TD204" not in rules_of("bad-TD204-and-or.md", tmp_path)


def test_a_list_with_errors_is_refused_with_its_place(tmp_path: Path) -> None:
    text = (PACKAGED / HOUSE).read_text(encoding="utf-8").replace("vague_time:", "vague_tiem:")
    (tmp_path / HOUSE).write_text(text, encoding="utf-8")
    with pytest.raises(InputError) as caught:
        house_of(tmp_path)
    line = text.splitlines().index("vague_tiem:") + 1
    assert any(problem.place.startswith(f"{tmp_path / HOUSE}:{line}:") for problem in caught.value.problems)


def test_wording_rules_never_keep_a_library_from_loading() -> None:
    assert not [rule.ID for rule in RULES if not rule.EXACT and rule.GATE]


def test_a_paragraph_that_cannot_be_taken_apart_does_not_hide_the_others(tmp_path: Path) -> None:
    case = (CASES / "bad-TD204-and-or.md").read_text(encoding="utf-8")
    unpacked(case.replace("## en\n\n", "## en\n\n- The Buyer and/or {{ broken.\n", 1), tmp_path)
    found = [finding.source.line for finding in linted(tmp_path).findings if finding.rule == "TD204"]
    first = (tmp_path / "commercial" / "sample" / "standard.md").read_text(encoding="utf-8").splitlines()
    assert found
    assert first.index("- The Buyer and/or {{ broken.") + 1 not in found
