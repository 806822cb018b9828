"""All commands go by one day: the one where the user sits."""

from __future__ import annotations

import ast
import time
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
import yaml

import tradedocs.cli
from tests.conftest import Ran
from tradedocs.cli import clock
from tradedocs.ledger import Ledger

Run = Callable[..., Ran]
# Between them lie 26 hours, so that at every moment one of them at least has another day than Greenwich.
ZONES = {"far east": "<+14>-14", "far west": "<-12>12"}


@pytest.fixture(params=ZONES)
def zone(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """The local clock of a place."""
    monkeypatch.setenv("TZ", ZONES[request.param])
    time.tzset()
    yield request.param
    monkeypatch.undo()
    time.tzset()


def test_the_day_is_the_local_one_unless_an_option_names_it(zone: str) -> None:
    before = datetime.now().astimezone().date()
    assert before <= clock.day_of(None) <= datetime.now().astimezone().date()
    assert clock.day_of(datetime(2031, 3, 3, tzinfo=UTC)) == date(2031, 3, 3)
    offset = clock.now().utcoffset()
    assert offset is not None
    assert offset.total_seconds() == (14 if zone == "far east" else -12) * 3600
    assert abs((clock.now() - datetime.now(UTC)).total_seconds()) < 60


def test_an_approval_and_its_row_in_the_ledger_are_of_the_same_local_day(
    run: Run, workspace: Path, zone: str
) -> None:
    before = clock.day_of(None)
    ran = run(
        "clause",
        "approve",
        "quality.recall",
        "--position",
        "standard",
        "--by",
        "A. Counsel",
        "--role",
        "counsel",
    )
    assert ran.code == 0, ran.err
    days = {before.isoformat(), clock.day_of(None).isoformat()}
    given = yaml.safe_load((workspace / "clauses" / "approvals.yaml").read_text(encoding="utf-8"))
    assert {str(one["on"]) for one in given["approvals"]} <= days
    assert {row.at[:10] for row in Ledger(workspace / "ledger.jsonl").rows()} <= days


def test_no_command_looks_at_another_clock() -> None:
    folder = Path(tradedocs.cli.__file__).parent
    asks = [
        f"{path.name}:{node.lineno}"
        for path in sorted(folder.glob("*.py"))
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Attribute)
        and node.attr in ("now", "today", "utcnow")
        and isinstance(node.value, ast.Name)
        and node.value.id in ("datetime", "date", "moment")
    ]
    assert [place.split(":")[0] for place in asks] == ["clock.py"]
