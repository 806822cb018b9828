"""The built wheel, installed into an empty environment, is a working program."""

from __future__ import annotations

import os
import subprocess
import sys
import venv
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent


@pytest.mark.wheel
def test_the_wheel_runs_the_demonstration_in_an_empty_environment(tmp_path: Path) -> None:
    subprocess.run(
        [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(tmp_path), str(ROOT)],
        check=True, capture_output=True,
    )  # fmt: skip
    (wheel,) = tmp_path.glob("tradedocs-*.whl")
    venv.create(tmp_path / "empty", with_pip=True)
    binaries = tmp_path / "empty" / ("Scripts" if sys.platform == "win32" else "bin")
    constraints = ROOT / "constraints.txt"
    installed = subprocess.run(
        [str(binaries / "python"), "-m", "pip", "install", "--quiet", "--constraint", str(constraints), str(wheel)],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    if installed.returncode and "No matching distribution" in installed.stderr:
        pytest.skip("the package index is out of reach")
    assert installed.returncode == 0, installed.stderr
    environment = {
        key: value for key, value in os.environ.items() if key not in ("PYTHONPATH", "VIRTUAL_ENV")
    }
    ran = subprocess.run(
        [str(binaries / "tradedocs"), "demo", "--out", "demo"], cwd=tmp_path, env=environment,
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert ran.returncode == 0, ran.stderr
    assert (tmp_path / "demo" / "led-lamps" / "contract.docx").is_file()
    assert (tmp_path / "demo" / "led-lamps" / "fail" / "verdict.html").is_file()
    assert str(ROOT) not in ran.stdout
