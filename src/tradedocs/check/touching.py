"""Whether two boxes of a page lie over each other."""

from __future__ import annotations

from collections.abc import Sequence


def touch(a: Sequence[float], b: Sequence[float]) -> bool:
    """Whether the boxes (x0, y0, x1, y1) have a part in common."""
    return a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]
