"""The packaged vocabulary files are read by a fast loader; a strict one must read the same from them."""

from __future__ import annotations

from importlib import resources

import pytest

from tradedocs.errors import ToolError
from tradedocs.vocabulary.packaged import packaged
from tradedocs.yamlfile import plain

DATA = resources.files("tradedocs.vocabulary") / "data"
NAMES = sorted(file.name.removesuffix(".yaml") for file in DATA.iterdir() if file.name.endswith(".yaml"))


@pytest.mark.parametrize("name", NAMES)
def test_no_key_stands_twice_and_nothing_is_read_otherwise(name: str) -> None:
    text = (DATA / f"{name}.yaml").read_text(encoding="utf-8")
    assert packaged(name) == plain(text, f"{name}.yaml")


def test_a_file_that_is_missing_is_named() -> None:
    with pytest.raises(ToolError, match="vocabulary nothing is missing"):
        packaged("nothing")
