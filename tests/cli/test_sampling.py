from __future__ import annotations

import json
from collections.abc import Callable

import pytest

from tests.conftest import Ran

Run = Callable[..., Ran]


def test_plan_as_json(run: Run) -> None:
    ran = run("sampling", "plan", "--lot", 2000, "--level", "ii", "--aql", "0,2.50,4", "--format", "json")
    assert ran.code == 0
    rows = json.loads(ran.out)["plans"]
    assert [
        (row["aql"], row["letter"], row["sample_size"], row["accept"], row["reject"]) for row in rows
    ] == [
        ("0", "K", 125, 0, 1),
        ("2.5", "K", 125, 7, 8),
        ("4.0", "K", 125, 10, 11),
    ]


def test_plan_as_text(run: Run) -> None:
    ran = run("sampling", "plan", "--lot", 600000, "--level", "II", "--aql", "2.5")
    assert ran.code == 0
    assert "code letter Q" in ran.out
    assert "the table leads to letter N" in ran.out


def test_standard_and_state(run: Run) -> None:
    arguments = ("sampling", "plan", "--lot", 2000, "--aql", "2.5", "--state", "reduced", "--format", "json")
    accepts = [
        json.loads(run(*arguments, "--standard", name).out)["plans"][0]["accept"]
        for name in ("ISO2859-1", "Z1.4")
    ]
    assert accepts == [5, 3]


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("--lot", "0", "--aql", "1.0"), "a lot of 0 items"),
        (("--lot", "1", "--aql", "1.0"), "begin at a lot of 2"),
        (("--lot", "many", "--aql", "1.0"), "many"),
        (("--lot", "500", "--aql", "3"), "2.5 and 4.0"),
        (("--lot", "500", "--aql", "2,5"), "no AQL 2"),
        (("--lot", "500", "--aql", "1.0,"), "no AQL"),
        (("--lot", "500", "--aql", "1.0", "--level", "IV"), "no inspection level"),
        (("--lot", "500", "--aql", "1.0", "--standard", "ISO 2859-1:1989"), "1989"),
        (("--lot", "500", "--aql", "1.0", "--state", "loose"), "loose"),
    ],
)
def test_what_is_refused(run: Run, arguments: tuple[str, ...], message: str) -> None:
    ran = run("sampling", "plan", *arguments)
    assert ran.code == 2
    assert message in ran.err
    assert ran.out == ""


def test_letters(run: Run) -> None:
    ran = run("sampling", "letters")
    assert ran.code == 0
    assert len(ran.out.splitlines()) == 16
