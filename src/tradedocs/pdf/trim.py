"""When memory is looked through for what nobody needs any more, and when it is given back to the system."""

from __future__ import annotations

import ctypes
import gc
import sys
from collections.abc import Iterator
from contextlib import contextmanager


def trim() -> None:
    """Return free memory; without effect where the C library has no such call."""
    if sys.platform == "linux" and (call := getattr(ctypes.CDLL(None), "malloc_trim", None)):
        call(0)


@contextmanager
def collected_afterwards() -> Iterator[None]:
    """Put off the search for objects that hold each other: words and tables are many, and hold no circles."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
