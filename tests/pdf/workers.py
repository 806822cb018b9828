"""Which worker processes of this process are still there."""

from __future__ import annotations

import os
from pathlib import Path


def left_behind(parent: int | None = None) -> list[int]:
    """The children of a process (of this one) that are running or wait to be taken notice of."""
    own = parent or os.getpid()
    tasks = Path(f"/proc/{own}/task")
    return [int(pid) for task in tasks.glob("*/children") for pid in task.read_text().split()]


def is_alive(pid: int) -> bool:
    """Whether a process runs; one that has ended and only waits to be noticed does not."""
    try:
        state = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]
    except (FileNotFoundError, ProcessLookupError):
        return False
    return state != "Z"
