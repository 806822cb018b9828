"""CPU of fresh processes that run as an installed program does: its modules compiled once, its cache in a folder."""

from __future__ import annotations

import os
import resource
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path


def as_installed(scratch: Path) -> dict[str, str]:
    """The environment; an installer compiles what it installs, so a setting that forbids it is taken out."""
    taken = {
        key: value
        for key, value in os.environ.items()
        if key != "PYTHONDONTWRITEBYTECODE" and not key.startswith("_TRADEDOCS")
    }
    return {
        **taken,
        "PYTHONPYCACHEPREFIX": str(scratch / "compiled"),
        "TRADEDOCS_CACHE": str(scratch / "cache"),
    }


def cpu_of(arguments: Sequence[str], environment: Mapping[str, str]) -> float:
    """User and system time in seconds of Python with these arguments."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(
        [sys.executable, *arguments], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False,
        env=dict(environment),
    )  # fmt: skip
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime
