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
_EDITION_OF_FORM = re.compile(r":((?:19|20)\d\d)$")
_IDT = re.compile(r"(?<![^\W\d_])IDT(?![^\W\d_])\.?", re.I)
_IDENTICAL = re.compile(r"[(（]([^()（）]*(?<![^\W\d_])IDT(?![^\W\d_])[^()（）]*)[)）]", re.I)
_ADOPTED = re.compile(r"^(?:din|bs|nf|une|uni|nen|önorm|pn|csn|ss|sfs|ds|ns|sn|i\.s\.|ilnas)?-?en-?(?=iso)")
_OR = re.compile(r"\s+or\s+|\s*[;；或]\s*", re.I)


def same_method(agreed: str, printed: str) -> bool:
    """Whether the printed method is the agreed one, or one of several that were agreed.

    What leads in to it (`With reference to`), the technique behind it (`, by ICP-OES`) and a note without figures
    are left out, and so is the adoption of an ISO standard as a European or national one (`DIN EN ISO 4832:2006`), or
    as one that the report calls identical (`GB/T 4789.3-2016 (ISO 4832:2006, IDT)`). Another edition, an amendment or
    `modified` makes another method; where the contract names no edition, each will do.
    """
    given = {form for text in _named(printed) for form in (_form(text), _form(_bare(text)))}
    undated = {_EDITION_OF_FORM.sub("", form) for form in given}
    for one in (agreed, *_OR.split(agreed)):
        for text in _named(one) if one.strip() else ():
            form = _form(text)
            if form in given or (_EDITION_OF_FORM.search(form) is None and form in undated):
                return True
    return False


def edition_of(method: str) -> str | None:
    """The edition that a method ends with (`2013`); None where it names none."""
    match = _EDITION_OF_FORM.search(_form(_bare(method)))
    return match[1] if match is not None else None


def _named(text: str) -> tuple[str, ...]:
    """The method, and what it says that it is identical with."""
    bracket = _IDENTICAL.search(text)
    if bracket is not None:
        inner = _IDT.sub(" ", bracket[1]).strip(" ,;，；")
        return (text[: bracket.start()].strip(), inner) if inner else (text,)
    parts = tuple(part.strip(" ,;，；") for part in _IDT.split(text))
    return parts if len(parts) == 2 and all(parts) else (text,)


def _bare(text: str) -> str:
    short = _BEFORE.sub("", " ".join(text.split()).strip(" ."))
    return _TECHNIQUE.sub("", _NOTE.sub("", short)).strip(" ,.")


def _form(text: str) -> str:
    """Without case and blanks, with one kind of hyphen and one way to write the edition."""
    flat = unicodedata.normalize("NFKC", text).casefold().replace("–", "-").replace("—", "-")
    return _ADOPTED.sub("", _EDITION.sub(r":\1", "".join(flat.split())))
