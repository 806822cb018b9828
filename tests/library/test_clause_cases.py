"""Each bad-*.md has the errors that its golden file holds; `--update-golden` writes them again."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tradedocs.contract.facts import KINDS
from tradedocs.errors import InputError
from tradedocs.library import Library, load_library

CASES = Path(__file__).parent.parent / "cases" / "clauses"
OUTLINE = "version: 1\narticles: [commercial.sample]\n"


def shelved(path: Path, folder: Path) -> Path:
    """The case as the only clause of a library."""
    target = folder / "commercial" / "sample" / "standard.md"
    target.parent.mkdir(parents=True)
    shutil.copyfile(path, target)
    (folder / "outline.yaml").write_text(OUTLINE, encoding="utf-8")
    return target


def loaded(folder: Path) -> Library:
    return load_library(folder, facts=KINDS)


def shown(error: InputError, names: dict[str, str]) -> str:
    lines = []
    for problem in error.problems:
        lines += [f"{problem.place}: {problem.message}", problem.excerpt]
        if problem.hint:
            lines.append(f"      = {problem.hint}")
    text = "\n".join(lines)
    for path, name in names.items():
        text = text.replace(path, name)
    return text + "\n"


@pytest.mark.parametrize("path", sorted(CASES.glob("good-*.md")), ids=lambda path: path.stem)
def test_good_clauses_load(path: Path, tmp_path: Path) -> None:
    shelved(path, tmp_path)
    assert loaded(tmp_path).ids == ("commercial.sample",)


@pytest.mark.parametrize("path", sorted(CASES.glob("bad-*.md")), ids=lambda path: path.stem)
def test_bad_clauses_say_every_error_with_its_place(path: Path, tmp_path: Path, update_golden: bool) -> None:
    target = shelved(path, tmp_path)
    with pytest.raises(InputError) as caught:
        loaded(tmp_path)
    text = shown(caught.value, {str(target): path.name, f"{tmp_path}/": ""})
    golden = path.with_suffix(".errors.txt")
    if update_golden:
        golden.write_text(text, encoding="utf-8")
    assert text == golden.read_text(encoding="utf-8")


def test_errors_of_all_files_come_at_once(tmp_path: Path) -> None:
    for name, case in (("one", "bad-line"), ("two", "bad-no-front-matter")):
        target = tmp_path / "commercial" / name / "standard.md"
        target.parent.mkdir(parents=True)
        shutil.copyfile(CASES / f"{case}.md", target)
    (tmp_path / "outline.yaml").write_text(
        "version: 1\narticles: [commercial.one, commercial.two]\n", encoding="utf-8"
    )
    with pytest.raises(InputError) as caught:
        loaded(tmp_path)
    files = {problem.place.rsplit(":", 2)[0] for problem in caught.value.problems}
    assert {Path(file).parent.name for file in files} == {"one", "two"}


def test_an_outline_names_each_clause_once(tmp_path: Path) -> None:
    shelved(CASES / "good-everything.md", tmp_path)
    (tmp_path / "outline.yaml").write_text(
        "version: 1\narticles:\n  - commercial.gone\n  - commercial.sample\n  - commercial.sample\n",
        encoding="utf-8",
    )
    with pytest.raises(InputError) as caught:
        loaded(tmp_path)
    told = [(problem.place.rsplit(":", 2)[1], problem.message) for problem in caught.value.problems]
    assert told == [
        ("3", "the outline names commercial.gone, which is no clause"),
        ("5", "the outline names commercial.sample twice"),
    ]


def test_a_clause_needs_a_standard_position(tmp_path: Path) -> None:
    target = shelved(CASES / "good-everything.md", tmp_path)
    text = target.read_text(encoding="utf-8").replace(
        "family:", "position: fallback-1\nauthority: manager\ngives: More.\nfamily:"
    )
    target.rename(target.with_name("fallback-1.md")).write_text(text, encoding="utf-8")
    with pytest.raises(InputError) as caught:
        loaded(tmp_path)
    assert [problem.message for problem in caught.value.problems] == [
        "commercial.sample has no standard position"
    ]


def test_a_term_has_one_owner(tmp_path: Path) -> None:
    first = shelved(CASES / "good-everything.md", tmp_path)
    second = tmp_path / "commercial" / "other" / "standard.md"
    second.parent.mkdir()
    second.write_text(
        first.read_text(encoding="utf-8").replace("commercial.sample", "commercial.other"), encoding="utf-8"
    )
    (tmp_path / "outline.yaml").write_text(OUTLINE.replace("]", ", commercial.other]"), encoding="utf-8")
    with pytest.raises(InputError) as caught:
        loaded(tmp_path)
    assert [problem.message for problem in caught.value.problems] == [
        "the term Window is defined in commercial.other already"
    ]


def test_a_file_that_is_not_utf_8_says_in_which_line(tmp_path: Path) -> None:
    target = shelved(CASES / "good-everything.md", tmp_path)
    target.write_bytes(target.read_bytes() + b"\n- caf\xe9\n")
    with pytest.raises(InputError) as caught:
        loaded(tmp_path)
    assert "not UTF-8" in caught.value.problems[0].message
    assert caught.value.problems[0].place == f"{target}:{len(target.read_bytes().splitlines())}:1"
