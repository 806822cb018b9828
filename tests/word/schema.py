"""What the schema of WordprocessingML (ECMA-376 part 1, wml.xsd) says of the elements that packs are made of.

Only the elements in use are listed, each with the children that may stand in it. For a sequence the order counts; a
property may stand once. Where the schema lets any order be, there is a set.
"""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from tradedocs.word.xml import W_URI

_RUNS = frozenset(("r", "ins", "del", "sdt", "hyperlink", "bookmarkStart", "bookmarkEnd", "commentRangeStart",
                   "commentRangeEnd"))  # fmt: skip
_PPR = ("pStyle", "keepNext", "keepLines", "pageBreakBefore", "numPr", "pBdr", "tabs", "overflowPunct", "spacing",
        "ind", "jc", "outlineLvl", "rPr", "sectPr", "pPrChange")  # fmt: skip
_RPR = ("ins", "del", "rStyle", "rFonts", "b", "bCs", "color", "sz", "szCs", "highlight", "lang")
SEQUENCES: dict[str, tuple[str, ...]] = {
    "document": ("body",),
    "pPr": _PPR,
    "rPr": _RPR,
    "sdt": ("sdtPr", "sdtContent"),
    "sdtPr": ("alias", "tag", "id", "lock"),
    "sectPr": ("headerReference", "footerReference", "pgSz", "pgMar", "cols", "docGrid"),
    "settings": ("zoom", "trackRevisions", "defaultTabStop", "characterSpacingControl", "compat", "themeFontLang"),
    "comment": ("p",),
}  # fmt: skip
CHOICES: dict[str, frozenset[str]] = {
    "body": frozenset(("p", "sectPr")),
    "p": frozenset(("pPr", *_RUNS)),
    "r": frozenset(("rPr", "t", "delText", "tab", "commentReference")),
    "ins": frozenset(("r",)),
    "del": frozenset(("r",)),
    "sdtContent": _RUNS,
    "hyperlink": _RUNS,
    "comments": frozenset(("comment",)),
}
_FIRST = {"p": "pPr", "r": "rPr"}
_EMPTY = frozenset(("compat", "pPrChange"))


def violations(root: etree._Element) -> Iterator[str]:
    """Every element that the schema would not let stand where it stands."""
    for element in root.iter(etree.Element):
        name = _name(element)
        children = [_name(child) for child in element]
        if name in SEQUENCES:
            yield from _sequence(name, children)
        elif name in CHOICES:
            if not (_is_mark(element) and not children):
                yield from (f"{child} in {name}" for child in children if child not in CHOICES[name])
            if _FIRST.get(name) in children[1:]:
                yield f"{_FIRST[name]} is not first in {name}"
        elif children and name not in _EMPTY and name not in ("numPr", "tabs", "pBdr"):
            yield f"{name} is not known to have children"
        if name == "delText" and not any(_name(one) == "del" for one in element.iterancestors()):
            yield "delText outside del"
        if name == "t" and any(_name(one) == "del" for one in element.iterancestors()):
            yield "t inside del"


def _sequence(name: str, children: list[str]) -> Iterator[str]:
    order = SEQUENCES[name]
    yield from (f"{child} in {name}" for child in children if child not in order)
    known = [order.index(child) for child in children if child in order]
    repeated = name != "sectPr" and len(set(known)) != len(known)
    if known != sorted(known) or repeated:
        yield f"order in {name}: {children}"


def _is_mark(element: etree._Element) -> bool:
    parent = element.getparent()
    return parent is not None and _name(parent) == "rPr"


def _name(element: etree._Element) -> str:
    return str(element.tag).removeprefix(f"{{{W_URI}}}")
