"""A difference between the languages, planted in a clause of the library, is found at its paragraph."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from tradedocs.errors import InputError
from tradedocs.library.file import ClauseFile, parse_clause
from tradedocs.library.found import Found
from tradedocs.library.lint.case import LintCase
from tradedocs.library.lint.rules import td310_languages_differ
from tradedocs.library.outline import OutlineFile
from tradedocs.workspace import data_folder
from tradedocs.yamlfile.nodes import Text

_VARIABLE = re.compile(r"\{\{ \w+ \}\}")
_REFERENCE = re.compile(r"\[\[ref:[^\]]+\]\]")
_TERM = re.compile(r"\*\*([^*]+)\*\*")
_NUMBER = re.compile(r"(?<![\w#{.-])\d+(?![\w}.-])")
_KEY = re.compile(r"\{#([a-z-]+)\}")


@cache
def texts() -> tuple[tuple[Path, str], ...]:
    """Every clause file of the packaged library."""
    folder = data_folder() / "clauses"
    return tuple((path, path.read_text(encoding="utf-8")) for path in sorted(folder.glob("*/*/*.md")))


def differences(source: str, path: Path) -> list[Found]:
    file: ClauseFile = parse_clause(source, path)
    case = LintCase(path.parent, (file,), (), frozenset(), OutlineFile(Text("outline.yaml", "")))
    return list(td310_languages_differ.look(case))


@st.composite
def planted(draw: st.DrawFn) -> tuple[Path, str, int | None]:
    """A clause file with one difference planted in its Chinese text, and its line, if it has one."""
    path, source = draw(st.sampled_from(texts()))
    lines = source.split("\n")
    start = lines.index("## zh")
    rows = [row for row in range(start + 1, len(lines)) if lines[row].strip()]
    row = draw(st.sampled_from(rows))
    kind = draw(
        st.sampled_from(["variable", "reference", "term", "number", "typed", "key", "level", "gone", "more"])
    )
    line = lines[row]
    changes = {
        "variable": lambda: _VARIABLE.sub("", line, count=1),
        "reference": lambda: _REFERENCE.sub("[[ref:general.nowhere]]", line, count=1),
        "term": lambda: _TERM.sub(r"\1", line, count=1),
        "number": lambda: _NUMBER.sub(lambda match: f"{match[0]}7", line, count=1),
        "typed": lambda: f"{line}共99件。",
        "key": lambda: _KEY.sub(r"{#\1-x}", line, count=1),
        "level": lambda: line[2:] if line.startswith("  ") else f"  {line}",
    }
    if kind == "gone":
        del lines[row]
    elif kind == "more":
        lines.insert(row + 1, "- 多出的一段。")
    else:
        assume(kind != "level" or row != rows[0])
        changed = changes[kind]()
        assume(changed != line)
        lines[row] = changed
    assume(any(lines[at].strip() for at in range(start + 1, len(lines))))
    return path, "\n".join(lines), None if kind in ("gone", "more") else row + 1


@settings(max_examples=150, deadline=None)
@given(planted())
def test_a_planted_difference_is_found(case: tuple[Path, str, int | None]) -> None:
    path, source, line = case
    try:
        found = differences(source, path)
    except InputError:
        return  # a file that has lost its form is no clause file at all
    assert found
    assert line is None or line in [one.line for one in found]


def test_the_library_itself_has_no_difference() -> None:
    assert [one for path, source in texts() for one in differences(source, path)] == []
