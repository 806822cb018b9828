from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tradedocs.errors import InputError
from tradedocs.model.base import Fact
from tradedocs.yamlfile import load


class Inner(Fact):
    name: str
    size: int = 0


class Outer(Fact):
    title: str
    inner: Inner
    many: tuple[Inner, ...]


def loaded(folder: Path, text: str, missing: Any) -> Outer:
    file = folder / "a.yaml"
    file.write_text(text, encoding="utf-8")
    return load(file, Outer, missing=missing)


def test_what_is_missing_can_be_stood_in_for_down_to_the_last_key(tmp_path: Path) -> None:
    asked: list[tuple[int | str, ...]] = []

    def stand_in(way: tuple[int | str, ...]) -> Any:
        asked.append(way)
        return {} if way == ("inner",) else f"<{way[-1]}>"

    found = loaded(tmp_path, "many: [{size: 1}, {name: b}]\n", stand_in)
    assert found == Outer(
        title="<title>", inner=Inner(name="<name>"), many=(Inner(name="<name>", size=1), Inner(name="b"))
    )
    assert asked == [("title",), ("inner",), ("many", 0, "name"), ("inner", "name")]


def test_what_nothing_stands_for_is_an_error_alone(tmp_path: Path) -> None:
    with pytest.raises(InputError) as failed:
        loaded(tmp_path, "many: [{size: 1}]\n", lambda way: "x" if way[-1] == "name" else None)
    assert [problem.message for problem in failed.value.problems] == [
        "`title` is missing",
        "`inner` is missing",
    ]
