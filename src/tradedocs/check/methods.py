"""Whether a printed test method is the one that was agreed: the same designation and edition, whatever its form."""

from __future__ import annotations

import re
import unicodedata

_BEFORE = re.compile(
    r"^(?:with reference to|in accordance with|according to|acc(?:ording|\.)? to|as per|per|by|test method:?|"
    r"参照|依据|根据|按照|按)\s*", re.I,
)  # fmt: skip
_TECHNIQUE = re.compile(r"\s*,?\s+(?:by|using)\s+(?:[A-Z][A-Za-z()]*)(?:[-/ ](?:[A-Z][A-Za-z()]*))*\.?$")
_NOTE = re.compile(r"\s*[(（](?!\s*(?:19|20)\d\d\s*[)）])[^()（）\d]*[)）]$")
_EDITION = re.compile(r"(?:[-:]|\()((?:19|20)\d\d)\)?$")
_OR = re.compile(r"\s+or\s+|\s*[;；或]\s*", re.I)


def same_method(agreed: str, printed: str) -> bool:
    """Whether the printed method is the agreed one, or one of several that were agreed.

    What leads in to it (`With reference to`), the technique behind it (`, by ICP-OES`) and a note without figures
    are left out. Another edition, an amendment or `modified` makes another method.
    """
    given = {_form(printed), _form(_bare(printed))}
    return any(_form(one) in given for one in (agreed, *_OR.split(agreed)) if one.strip())


def _bare(text: str) -> str:
    short = _BEFORE.sub("", " ".join(text.split()).strip(" ."))
    return _TECHNIQUE.sub("", _NOTE.sub("", short)).strip(" ,.")


def _form(text: str) -> str:
    """Without case and blanks, with one kind of hyphen and one way to write the edition."""
    flat = unicodedata.normalize("NFKC", text).casefold().replace("–", "-").replace("—", "-")
    return _EDITION.sub(r":\1", "".join(flat.split()))
