"""Tracked changes in a part of a Word file: the text with all of them rejected or accepted, and who proposes what.

`python-docx` sees neither view. Both are worked out on a tree of one's own, so that every other reader of text sees
an ordinary document afterwards.
"""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from tradedocs.model.revision import Proposal
from tradedocs.word.xml import w

_INS, _DEL = (w("ins"), w("moveTo")), (w("del"), w("moveFrom"))
_CELL = {w("cellIns"), w("cellDel")}
_MARKS = frozenset((*_INS, *_DEL, *_CELL))
_FORMER = tuple(
    w(f"{name}Change") for name in ("rPr", "pPr", "tblPr", "trPr", "tcPr", "sectPr", "tblGrid", "tblPrEx")
)
_RANGES = tuple(w(f"{name}{end}") for name in ("moveFromRange", "moveToRange") for end in ("Start", "End"))


def accepted(root: etree._Element) -> etree._Element:
    """The tree with every tracked change taken over; the tree itself is changed and returned."""
    return _settled(root, keep=_INS, drop=_DEL)


def rejected(root: etree._Element) -> etree._Element:
    """The tree as it was before the tracked changes; the tree itself is changed and returned."""
    for former in list(root.iter(*_FORMER)):
        _restore(former)
    return _settled(root, keep=_DEL, drop=_INS)


def _settled(root: etree._Element, *, keep: tuple[str, str], drop: tuple[str, str]) -> etree._Element:
    for element in list(root.iter(*_FORMER, *_RANGES)):
        _take_out(element)
    for row in list(root.iter(w("tr"))):
        look = row.find(w("trPr"))
        if look is not None and any(look.find(name) is not None for name in drop):
            _take_out(row)
    joined = [mark.getparent().getparent().getparent() for mark in _paragraph_marks(root, drop)]  # type: ignore[union-attr]
    for mark in list(_paragraph_marks(root, (*keep, *drop))):
        _take_out(mark)
    for name in ("trPr", "tcPr"):
        for look in root.iter(w(name)):
            for mark in [one for one in look if one.tag in _MARKS]:
                look.remove(mark)
    for element in list(root.iter(*drop)):
        _take_out(element)
    for element in list(root.iter(*keep)):
        _unwrap(element)
    for deleted, live in ((w("delText"), w("t")), (w("delInstrText"), w("instrText"))):
        for text in list(root.iter(deleted)):
            text.tag = live
    for paragraph in joined:
        _join_with_next(paragraph)
    for table in [one for one in root.iter(w("tbl")) if one.find(w("tr")) is None]:
        _take_out(table)
    return root


def _paragraph_marks(root: etree._Element, names: tuple[str, ...]) -> Iterator[etree._Element]:
    for look in root.iter(w("rPr")):
        above = look.getparent()
        if above is not None and above.tag == w("pPr"):
            yield from (mark for mark in look if mark.tag in names)


def _join_with_next(paragraph: etree._Element | None) -> None:
    """A paragraph whose end is gone runs on into the next; the last one of its cell keeps its end."""
    if paragraph is None or paragraph.getparent() is None:
        return
    following = paragraph.getnext()
    content = [child for child in paragraph if child.tag != w("pPr")]
    if following is None or following.tag != w("p"):
        if not any(child.tag == w("r") for child in content) and len(paragraph.getparent() or ()) > 1:
            _take_out(paragraph)
        return
    at = 1 if following.find(w("pPr")) is not None else 0
    for offset, child in enumerate(content):
        following.insert(at + offset, child)
    _take_out(paragraph)


def _restore(former: etree._Element) -> None:
    """Put the earlier properties back in place of the changed ones."""
    look = former.getparent()
    before = former[0] if len(former) else None
    if look is None or before is None or before.tag != look.tag:
        return
    marks = [child for child in look if child.tag in _MARKS or child.tag == w("rPr")]
    for child in list(look):
        look.remove(child)
    look.extend([*before, *marks])


def _take_out(element: etree._Element) -> None:
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)


def _unwrap(element: etree._Element) -> None:
    parent = element.getparent()
    if parent is None:
        return
    at = parent.index(element)
    for offset, child in enumerate(list(element)):
        parent.insert(at + offset, child)
    parent.remove(element)


def proposals(root: etree._Element) -> tuple[Proposal, ...]:
    """The tracked changes below an element; those of one author and kind that follow each other are one."""
    out: list[Proposal] = []
    for element in root.iter(*_INS, *_DEL, *_FORMER):
        kind = "inserts" if element.tag in _INS else "deletes" if element.tag in _DEL else "reformats"
        text = "".join(node.text or "" for node in element.iter(w("t"), w("delText")))
        if kind != "reformats" and not text and not _of_paragraph_or_row(element):
            continue
        found = Proposal.model_validate(
            {"kind": kind, "author": element.get(w("author"), ""), "on": element.get(w("date")), "text": text}
        )
        last = out[-1] if out else None
        if last is not None and (last.kind, last.author) == (found.kind, found.author):
            out[-1] = last.model_copy(update={"text": last.text + text})
        else:
            out.append(found)
    return tuple(out)


def _of_paragraph_or_row(element: etree._Element) -> bool:
    parent = element.getparent()
    return parent is not None and parent.tag in (w("rPr"), w("trPr"))


def tracks_changes(root: etree._Element) -> bool:
    """Whether a part holds any tracked change."""
    return next(root.iter(*_INS, *_DEL, *_FORMER, *_CELL), None) is not None
