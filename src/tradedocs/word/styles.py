"""The names of the styles and marks by which the program and a template know each other."""

from __future__ import annotations

from collections.abc import Mapping

from tradedocs.model.clause import Language
from tradedocs.word.xml import parse, serialised, w

LEVELS: dict[Language, tuple[str, str, str]] = {
    "en": ("ContractArticle", "ContractClause", "ContractItem"),
    "zh": ("ContractArticleChinese", "ContractClauseChinese", "ContractItemChinese"),
}
"""Paragraph styles of the numbered levels 1 to 3; each is linked to a level of a multilevel list."""

TERM, VALUE, REFERENCE = "ContractTerm", "ContractValue", "ContractReference"
TABLE_TEXT, TABLE_HEAD, TABLE_GAP = "ContractTableText", "ContractTableHead", "ContractGap"
ANNEX, ANNEX_LINE, ANNEX_TEXT = "ContractAnnex", "ContractAnnexLine", "ContractAnnexText"
TABLE_NUMBER = "ContractTableNumber"
GRID, PARALLEL = "ContractGrid", "ContractParallelText"

REQUIRED = (
    *LEVELS["en"], *LEVELS["zh"], TERM, VALUE, REFERENCE, TABLE_TEXT, TABLE_HEAD, TABLE_NUMBER, TABLE_GAP,
    ANNEX, ANNEX_LINE, ANNEX_TEXT, GRID, PARALLEL,
)  # fmt: skip
"""Ids of the styles that a template must have. A style's name is its id with blanks (`Contract Article`)."""

TEXT_WIDTH = 9638
"""Width between the margins of the packaged templates: A4 with 2 cm on each side, in twips."""

DRAFT_MARK = "DRAFT – NOT FOR SIGNATURE / 草稿，不得签署"
"""Stands on every page of a contract that must not be signed yet."""

_STYLES = "word/styles.xml"
_NAMING = tuple(w(name) for name in ("pStyle", "rStyle", "tblStyle", "basedOn", "next", "link"))


def missing_styles(parts: Mapping[str, bytes]) -> tuple[str, ...]:
    """The names of the required styles that the file does not have."""
    there = _ids_by_name(parts)
    return tuple(name for name in REQUIRED if name not in there)


def with_our_ids(parts: Mapping[str, bytes]) -> dict[str, bytes]:
    """The parts with the ids of the required styles as this program writes them.

    Office programs keep a style's name; some give it another id when they save (WPS a number).
    """
    renamed = {old: name for name, old in _ids_by_name(parts).items() if name in REQUIRED and old != name}
    if not renamed:
        return dict(parts)
    xml = [part for part in parts if part.startswith("word/") and part.endswith(".xml")]
    return {**parts, **{part: _renamed(parts[part], part, renamed) for part in xml}}


def _ids_by_name(parts: Mapping[str, bytes]) -> dict[str, str]:
    root = parse(parts.get(_STYLES, b"<none/>"), _STYLES)
    out: dict[str, str] = {}
    for style in root.iter(w("style")):
        name = style.find(w("name"))
        if name is not None:
            out[name.get(w("val"), "").replace(" ", "")] = style.get(w("styleId"), "")
    return out


def _renamed(data: bytes, part: str, renamed: Mapping[str, str]) -> bytes:
    root = parse(data, part)
    for element in root.iter(w("style"), *_NAMING):
        key = w("styleId") if element.tag == w("style") else w("val")
        old = element.get(key, "")
        element.set(key, renamed.get(old, old))
    return serialised(root)
