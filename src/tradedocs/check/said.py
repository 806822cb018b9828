"""The words of a verdict in every language of the reports: whole words only, never a part of a longer one."""

from __future__ import annotations

from tradedocs.check.names import fold
from tradedocs.vocabulary.lexicon import lexicon

_ABSENT = frozenset(
    {"absent", "absence", "negative", "notdetected", "nd", "notfound", "nil", "none", "未检出", "阴性"}
)
_PRESENT = ("present", "positive", "detected", "found", "检出", "阳性")


def says_pass(text: str) -> bool:
    """Whether the whole text is a plain pass (`Pass`, `Conform`, `合格`)."""
    return lexicon("words").exact(text) == "pass"


def says_fail(text: str) -> bool:
    """Whether the whole text is a plain fail (`Fail`, `Not Conform`, `Beyond AQL`, `不合格`)."""
    return lexicon("words").exact(text) == "fail"


def says_absent(text: str) -> bool:
    """Whether the whole text says that nothing was there."""
    return fold(text) in _ABSENT


def says_present(text: str) -> bool:
    """Whether the text begins by saying that something was there."""
    return fold(text).startswith(_PRESENT)
