"""Give memory that was freed back to the system, where the C library can be asked to."""

from __future__ import annotations

import ctypes
import sys


def trim() -> None:
    """Return free memory; without effect where the C library has no such call."""
    if sys.platform == "linux" and (call := getattr(ctypes.CDLL(None), "malloc_trim", None)):
        call(0)
