from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.flows.claims.customers import on_day, sold


@pytest.fixture(scope="session")
def _sold(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return sold(tmp_path_factory.mktemp("claims"))


@pytest.fixture
def shop(_sold: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A fresh copy of the workspace, in which one stands on 16 January 2027."""
    root = Path(shutil.copytree(_sold, tmp_path / "shop"))
    monkeypatch.setattr("tradedocs.cli.clock.now", lambda: on_day("2027-01-16"))
    before = Path.cwd()
    os.chdir(root)
    yield root
    os.chdir(before)
