from __future__ import annotations

import re
from pathlib import Path

from tradedocs.formats.doubts import DOUBTS, in_words

PAGE = Path(__file__).parents[2] / "docs" / "report-json.md"


def test_the_docs_say_of_each_doubt_what_the_program_says() -> None:
    part = PAGE.read_text(encoding="utf-8").split("## Reason codes of doubts")[1].split("\n## ")[0]
    assert dict(re.findall(r"^\| `([a-z0-9-]+)` \| (.+) \|$", part, re.M)) == DOUBTS


def test_an_unknown_code_stands_for_itself() -> None:
    assert in_words("no-such-code") == "no-such-code"
