from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tradedocs.errors import InputError
from tradedocs.reading.columns import role_of
from tradedocs.reading.labelkeys import meaning_of
from tradedocs.vocabulary import lexicon
from tradedocs.vocabulary.lexicon import teach
from tradedocs.vocabulary.taught import Taught, roles, taught_in


@pytest.fixture(autouse=True)
def _forgotten() -> Iterator[None]:
    yield
    teach({})


def test_a_taught_label_counts_beside_the_packaged_ones_and_before_them() -> None:
    assert lexicon("columns").exact("Frumtal") is None
    assert lexicon("columns").exact("Result") == "result"
    teach(Taught(columns={"limit": ("Frumtal", "RESULT")}).folded())
    assert lexicon("columns").exact("frumtal") == "limit"
    assert lexicon("columns").exact("Results") == "limit"
    assert lexicon("columns").exact("Unit") == "unit"
    teach({})
    assert lexicon("columns").exact("Frumtal") is None
    assert lexicon("columns").exact("Result") == "result"


def test_what_was_remembered_is_forgotten_when_something_is_taught() -> None:
    assert meaning_of("Zorbel") is None
    assert role_of("Frumtal") is None
    teach(Taught(fields={"lot": ("Zorbel",)}, columns={"limit": ("Frumtal",)}).folded())
    assert meaning_of("Zorbel") == "lot"
    assert role_of("Frumtal") == "limit"


def test_one_label_more_keeps_the_others_and_moves_its_own() -> None:
    taught = Taught(columns={"limit": ("A b", "C d")}, fields={"lot": ("E f",)})
    taught = taught.with_label("columns", "a B", "result").with_label("fields", "G h", "lot")
    assert taught.columns == {"limit": ("C d",), "result": ("a B",)}
    assert taught.fields == {"lot": ("E f", "G h")}


def test_the_file_says_what_was_taught(tmp_path: Path) -> None:
    taught = Taught(columns={"result": ("结果: 是", "no", "'quoted'")}, fields={"lot": ("Ж № 1",)})
    path = tmp_path / "vocabulary.yaml"
    path.write_text(taught.as_yaml(), encoding="utf-8")
    assert taught_in(path) == taught
    assert taught_in(tmp_path / "none.yaml") == taught_in(None) == Taught()


def test_only_headings_and_labels_can_be_taught(tmp_path: Path) -> None:
    path = tmp_path / "vocabulary.yaml"
    path.write_text("words:\n  pass: [Fail]\n", encoding="utf-8")
    with pytest.raises(InputError):
        taught_in(path)


def test_the_roles_are_those_of_the_program() -> None:
    assert {"result", "limit", "unit", "other"} <= set(roles("columns"))
    assert {"report_no", "lot", "other"} <= set(roles("fields"))
