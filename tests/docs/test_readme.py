"""Every command of the README runs and ends with the exit code that stands behind it."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent
BLOCK = re.compile(r"^```sh\n(.*?)^```", re.M | re.S)
LINE = re.compile(r"^(.*?)(?:\s+# exit (\d+))?$")


def test_the_commands_of_the_readme(tmp_path: Path) -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    commands = [line for block in BLOCK.findall(readme) for line in block.splitlines()]
    assert len(commands) > 15
    script = tmp_path / "tradedocs"
    script.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m tradedocs "$@"\n', encoding="utf-8")
    script.chmod(0o755)
    environment = {**os.environ, "PATH": f"{tmp_path}:{os.environ['PATH']}", "SAMPLES": str(ROOT / "samples")}
    folder = tmp_path
    for line in commands:
        match = LINE.match(line)
        assert match is not None
        if match[1].startswith("cd "):
            folder = folder / match[1][3:].strip()
            continue
        ran = subprocess.run(
            ["sh", "-c", match[1]], cwd=folder, env=environment, capture_output=True, text=True, check=False
        )
        assert ran.returncode == int(match[2]), f"{line}\n{ran.stdout}\n{ran.stderr}"
        assert "Traceback" not in ran.stderr
