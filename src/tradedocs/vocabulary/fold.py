"""One folded form of a printed word, whatever its case, width, accents and punctuation."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_PLURAL_MARK = re.compile(r"\((?:s|es|en|n|e)\)")
_NO_LETTER = re.compile(r"[^\w%№μµ]+|_+")
_PLURAL = re.compile(r"(?<=[a-z]{3})(?<![su])s\b")
# Greek and Cyrillic letters that look like Latin ones (after casefold); K232 is printed in any of the three
_LATIN = str.maketrans("αβεικνορτυχавекмнорстухі", "abeikvoptyxabekmhopctyxi")
_ALIKE = re.compile("[αβεικνορτυχавекмнорстухі]")
_MIXED = re.compile(r"(?<!\w)(?=\w*[a-z\d])[a-z\dαβεικνορτυχавекмнорстухі]*[αβεικνορτυχавекмнорстухі]\w*")
_CJK = re.compile(r"[\u1100-\u11ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]")


@lru_cache(maxsize=20_000)
def fold(text: str) -> str:
    """Lower case, compatibility forms, no accents, single blanks, no punctuation, no English plural s.

    `Test Item(s):` becomes `test item`, `№ партии` becomes `no партии`, `检测项目：` becomes `检测项目`.
    """
    if text.isascii():
        flat = text.lower()
        if not flat.isalnum():  # each pattern costs more than to ask whether it can match at all
            flat = _NO_LETTER.sub(" ", _PLURAL_MARK.sub("", flat) if "(" in flat else flat).strip()
        return _PLURAL.sub("", flat) if "s" in flat else flat
    flat = unicodedata.normalize("NFKC", text).casefold().replace("ı", "i").replace("ſ", "s")
    flat = _PLURAL_MARK.sub("", flat) if "(" in flat else flat
    flat = _MIXED.sub(_as_latin, flat) if _ALIKE.search(flat) else flat
    apart = unicodedata.normalize("NFD", flat)
    if apart != flat:
        bare = "".join([c for c in apart if not unicodedata.combining(c)])
        flat = unicodedata.normalize("NFC", bare)
    words = _NO_LETTER.sub(" ", flat).strip()
    return _PLURAL.sub("", words)


def _as_latin(match: re.Match[str]) -> str:
    """A name of Latin letters or digits and of letters that look Latin, as Latin; other words as they are."""
    return match[0].translate(_LATIN) if match[0].translate(_LATIN).isascii() else match[0]


def has_cjk(text: str) -> bool:
    """Whether a Chinese, Japanese or Korean character is in it: such text has no blanks between words."""
    return bool(_CJK.search(text))
