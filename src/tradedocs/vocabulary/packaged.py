"""The vocabulary files that come with the program."""

from __future__ import annotations

from importlib import resources
from typing import Any

import yaml

from tradedocs.errors import ToolError

# `no` and `yes` are labels, not truth values; the loader in C reads the same ten times faster.
_LOADER = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


def packaged(name: str) -> Any:
    """What stands in `data/NAME.yaml`: mappings, lists and strings, nothing else.

    Raises:
        ToolError: there is no such file.
    """
    source = resources.files("tradedocs.vocabulary") / "data" / f"{name}.yaml"
    try:
        content = source.read_text(encoding="utf-8")
    except OSError:
        raise ToolError(f"vocabulary {name} is missing from the program") from None
    return yaml.load(content, Loader=_LOADER)  # noqa: S506 (it makes nothing but strings)
