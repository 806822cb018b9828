from __future__ import annotations

import json
from concurrent.futures import ProcessPoolExecutor
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tradedocs.errors import RefusedInput
from tradedocs.ledger import Ledger
from tradedocs.model.anchor import Anchor

NOON = datetime(2026, 11, 24, 12, tzinfo=UTC)


def filled(path: Path, count: int) -> Ledger:
    ledger = Ledger(path)
    for number in range(count):
        ledger.append("check", {"number": number, "name": "检验 & <b>"}, at=NOON)
    return ledger


def test_a_ledger_of_the_first_version_still_holds_and_goes_on(tmp_path: Path) -> None:
    path = tmp_path / "ledger.jsonl"
    path.write_bytes((Path(__file__).parent / "first.jsonl").read_bytes())
    kept = Anchor(row=3, sha256="afa0bc07fb9d07c5ba49b9d675a9fc55a453dc837c6ff2a4bd6ea8f5bf413ec0")
    assert Ledger(path).verify((kept,)).intact
    assert Ledger(path).append("check", {}, at=NOON).row == 4
    assert Ledger(path).verify((kept,)).intact


def test_an_empty_ledger_is_intact(tmp_path: Path) -> None:
    verification = Ledger(tmp_path / "ledger.jsonl").verify()
    assert verification.intact
    assert verification.rows == 0


def test_rows_chain(tmp_path: Path) -> None:
    ledger = filled(tmp_path / "ledger.jsonl", 3)
    rows = list(ledger.rows())
    assert [row.row for row in rows] == [1, 2, 3]
    assert rows[1].prev == rows[0].sha256
    assert ledger.verify().last == Anchor(row=3, sha256=rows[2].sha256)
    assert ledger.holds(Anchor(row=2, sha256=rows[1].sha256))


@given(position=st.integers(min_value=0), byte=st.integers(0, 255))
def test_any_changed_byte_is_found(
    tmp_path_factory: pytest.TempPathFactory, position: int, byte: int
) -> None:
    path = tmp_path_factory.mktemp("ledger") / "ledger.jsonl"
    ledger = filled(path, 3)
    last = ledger.verify().last
    data = bytearray(path.read_bytes())
    position %= len(data)
    if data[position] == byte:
        return
    data[position] = byte
    path.write_bytes(data)
    changed = ledger.verify()
    same_facts = [json.loads(line) for line in data.splitlines()] if changed.intact else None
    assert not changed.intact or (changed.last == last and same_facts is not None)


@pytest.mark.parametrize("drop", [0, 1])
def test_a_removed_row_is_found(tmp_path: Path, drop: int) -> None:
    path = tmp_path / "ledger.jsonl"
    ledger = filled(path, 3)
    lines = path.read_bytes().splitlines(keepends=True)
    del lines[drop]
    path.write_bytes(b"".join(lines))
    assert not ledger.verify().intact


def test_a_cut_tail_is_found_by_an_anchor_kept_elsewhere(tmp_path: Path) -> None:
    path = tmp_path / "ledger.jsonl"
    ledger = filled(path, 3)
    anchor = ledger.verify().last
    assert anchor is not None
    path.write_bytes(b"".join(path.read_bytes().splitlines(keepends=True)[:2]))
    assert ledger.verify().intact
    assert not ledger.holds(anchor)


def test_nothing_is_added_to_a_broken_ledger(tmp_path: Path) -> None:
    path = tmp_path / "ledger.jsonl"
    ledger = filled(path, 2)
    before = path.read_bytes().replace(b'"number": 0', b'"number": 7')
    path.write_bytes(before)
    with pytest.raises(RefusedInput, match="row 1 of the ledger was changed"):
        ledger.append("check", {}, at=NOON)
    assert path.read_bytes() == before


def _append(path: Path) -> int:
    return Ledger(path).append("check", {}, at=NOON).row


def test_processes_do_not_break_the_chain(tmp_path: Path) -> None:
    path = tmp_path / "ledger.jsonl"
    with ProcessPoolExecutor(4) as pool:
        rows = sorted(pool.map(_append, [path] * 24))
    assert rows == list(range(1, 25))
    assert Ledger(path).verify().intact


def test_rows_of_a_broken_ledger_are_not_handed_out(tmp_path: Path) -> None:
    ledger = filled(tmp_path / "ledger.jsonl", 1)
    with ledger.path.open("ab") as file:
        file.write(b'{"row": 2, "facts": null}\n')
    with pytest.raises(RefusedInput, match="row 2 of the ledger was changed"):
        list(ledger.rows())


def test_rows_that_are_added_together_are_the_same_as_one_by_one(tmp_path: Path) -> None:
    single, several = Ledger(tmp_path / "a.jsonl"), Ledger(tmp_path / "b.jsonl")
    facts = [{"number": number} for number in range(5)]
    anchors = [single.append("check", one, at=NOON) for one in facts]
    assert several.append_all("check", facts[:2], at=NOON) == tuple(anchors[:2])
    assert several.append_all("check", facts[2:], at=NOON) == tuple(anchors[2:])
    assert single.path.read_bytes() == several.path.read_bytes()


def test_what_somebody_else_added_in_between_is_followed(tmp_path: Path) -> None:
    path = tmp_path / "ledger.jsonl"
    mine, other = Ledger(path), Ledger(path)
    for ledger in (mine, other, mine):
        ledger.append("check", {}, at=NOON)
    assert mine.verify().rows == 3
    assert mine.verify().intact
