"""The words of a verdict in every language of the reports: whole words only, never a part of a longer one."""

from __future__ import annotations

import re

from tradedocs.check.names import fold
from tradedocs.vocabulary.lexicon import lexicon

_ABSENT = frozenset(
    {"absent", "absence", "negative", "notdetected", "nd", "notfound", "nil", "none", "未检出", "阴性"}
)
_DONE = frozenset({"tested", "complete", "completed", "reported", "已检测"})
_HALVES = re.compile(r"([A-Za-z][A-Za-z .]*?)\s*[/(（]?\s*([\u3400-\u9fff]+)[)）]?")
_PRESENT = ("present", "positive", "detected", "found", "检出", "阳性")


def says_pass(text: str) -> bool:
    """Whether the whole text is a plain pass (`Pass`, `Conform`, `合格`), in one language or in two (`Pass 合格`)."""
    if lexicon("words").exact(text) == "pass":
        return True
    halves = _HALVES.fullmatch(text.strip())
    return halves is not None and all(lexicon("words").exact(half) == "pass" for half in halves.groups())


def says_only_done(text: str) -> bool:
    """Whether the whole text says that the test was made, and judges nothing (`Tested`, `Completed`)."""
    return fold(text) in _DONE


def says_fail(text: str) -> bool:
    """Whether the whole text is a plain fail (`Fail`, `Not Conform`, `Beyond AQL`, `不合格`)."""
    return lexicon("words").exact(text) == "fail"


def says_absent(text: str) -> bool:
    """Whether the whole text says that nothing was there."""
    return fold(text) in _ABSENT


def says_present(text: str) -> bool:
    """Whether the text begins by saying that something was there."""
    return fold(text).startswith(_PRESENT)
