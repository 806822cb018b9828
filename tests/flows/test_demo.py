from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import Ran

Run = Callable[..., Ran]


def test_a_folder_of_somebody_elses_is_left_alone(run: Run, tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("mine", encoding="utf-8")
    ran = run("demo", "--out", tmp_path)
    assert ran.code == 2
    assert "not of a demonstration" in ran.err
    assert [path.name for path in tmp_path.iterdir()] == ["letter.txt"]


def test_the_demonstration_twice_without_libreoffice(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    for _ in range(2):
        ran = run("demo", "--out", tmp_path / "demo")
        assert ran.code == 0, ran.err
        assert "apt-get install" in ran.err
        for verdict in ("RELEASE", "REJECT", "HOLD"):
            assert ran.out.count(verdict) == 3
        assert f"{tmp_path}/demo/led-lamps/contract.docx" in ran.out
        assert "Try next" in ran.out
    assert (tmp_path / "demo" / "white-sugar" / "pass" / "verdict.html").is_file()
