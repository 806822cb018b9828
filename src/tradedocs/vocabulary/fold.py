"""One folded form of a printed word, whatever its case, width, accents and punctuation."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_PLURAL_MARK = re.compile(r"\((?:s|es|en|n|e)\)")
_NO_LETTER = re.compile(r"[^\w%№μµ]+|_+")
_PLURAL = re.compile(r"(?<=[a-z]{3})(?<![su])s\b")
_LOOKALIKE = str.maketrans("ıſ", "is")
_CJK = re.compile(r"[\u1100-\u11ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]")


@lru_cache(maxsize=20_000)
def fold(text: str) -> str:
    """Lower case, compatibility forms, no accents, single blanks, no punctuation, no English plural s.

    `Test Item(s):` becomes `test item`, `№ партии` becomes `no партии`, `检测项目：` becomes `检测项目`.
    """
    if text.isascii():
        return _PLURAL.sub("", _NO_LETTER.sub(" ", _PLURAL_MARK.sub("", text.lower())).strip())
    flat = _PLURAL_MARK.sub("", unicodedata.normalize("NFKC", text).casefold().translate(_LOOKALIKE))
    bare = "".join(c for c in unicodedata.normalize("NFD", flat) if not unicodedata.combining(c))
    words = _NO_LETTER.sub(" ", unicodedata.normalize("NFC", bare)).strip()
    return _PLURAL.sub("", words)


def has_cjk(text: str) -> bool:
    """Whether a Chinese, Japanese or Korean character is in it: such text has no blanks between words."""
    return bool(_CJK.search(text))
