"""A contract file as it is after a person has worked on it in Word: edited, cut, moved, with and without tracking."""

from __future__ import annotations

import copy
from collections.abc import Callable

from lxml import etree

from tradedocs.word.package import DOCUMENT, read_parts, write_parts
from tradedocs.word.text import paragraph_text
from tradedocs.word.xml import parse, serialised, w

Work = Callable[[etree._Element], None]
WHO = {w("author"): "B. Lawyer", w("date"): "2026-09-03T10:00:00Z"}


def worked_on(data: bytes, *works: Work, part: str = DOCUMENT) -> bytes:
    """The file after each work was done on the tree of one part."""
    parts = read_parts(data, name="test.docx")
    root = parse(parts[part], part)
    for work in works:
        work(root)
    return write_parts({**parts, part: serialised(root)})


def paragraph(root: etree._Element, text: str) -> etree._Element:
    """The first paragraph that holds the text."""
    return next(one for one in root.iter(w("p")) if text in paragraph_text(one))


def row(root: etree._Element, text: str) -> etree._Element:
    """The table row of that paragraph."""
    return next(one for one in paragraph(root, text).iterancestors(w("tr")))


def replace(old: str, new: str) -> Work:
    """Type over a word, without tracking; the run is found by its text."""

    def work(root: etree._Element) -> None:
        node = next(one for one in root.iter(w("t")) if old in (one.text or ""))
        node.text = (node.text or "").replace(old, new, 1)

    return work


def track(old: str, new: str, **who: str) -> Work:
    """Type over a word with tracking on: the run is split in Word's way."""

    def work(root: etree._Element) -> None:
        node = next(one for one in root.iter(w("t")) if old in (one.text or ""))
        run = node.getparent()
        assert run is not None
        before, after = (node.text or "").split(old, 1)
        parent = run.getparent()
        assert parent is not None
        at = parent.index(run)
        parent.remove(run)
        pieces = [_copy(run, before), _tracked("del", _copy(run, old, "delText"), who),
                  _tracked("ins", _copy(run, new), who), _copy(run, after)]  # fmt: skip
        for offset, piece in enumerate(pieces):
            parent.insert(at + offset, piece)

    return work


def _copy(run: etree._Element, text: str, tag: str = "t") -> etree._Element:
    out = copy.deepcopy(run)
    node = next(out.iter(w("t")))
    node.text, node.tag = text, w(tag)
    node.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    return out


def _tracked(kind: str, run: etree._Element, who: dict[str, str]) -> etree._Element:
    out = etree.Element(w(kind), {w("id"): "9001", **WHO, **{w(key): value for key, value in who.items()}})
    out.append(run)
    return out


def rows_of(root: etree._Element, first: str, last: str) -> list[etree._Element]:
    """The table rows from the one that holds `first` to the one that holds `last`."""
    start, end = row(root, first), row(root, last)
    table = start.getparent()
    assert table is not None
    rows = list(table.iter(w("tr")))
    return rows[rows.index(start) : rows.index(end) + 1]


def cut(first: str, last: str) -> Work:
    """Delete rows without tracking."""

    def work(root: etree._Element) -> None:
        for one in rows_of(root, first, last):
            one.getparent().remove(one)  # type: ignore[union-attr]

    return work


def move(first: str, last: str, before: str) -> Work:
    """Cut rows and paste them before another."""

    def work(root: etree._Element) -> None:
        for one in rows_of(root, first, last):
            row(root, before).addprevious(one)

    return work


def paste_clause(after: str, *texts: tuple[str, str]) -> Work:
    """A clause of one's own: copies of the row's look with other words; the first pair is styled as a heading."""

    def work(root: etree._Element) -> None:
        anchor = row(root, after)
        for index, pair in enumerate(texts):
            new = copy.deepcopy(row(root, "Claims" if index == 0 else "Claims for quantity"))
            for mark in list(new.iter(w("bookmarkStart"), w("bookmarkEnd"))):
                mark.getparent().remove(mark)  # type: ignore[union-attr]
            for one, text in zip(new.iter(w("p")), pair, strict=True):
                nodes = list(one.iter(w("t")))
                for node in nodes:
                    node.text = ""
                nodes[0].text = text
            anchor.addnext(new)
            anchor = new

    return work


def drop_bookmarks(root: etree._Element) -> None:
    """As a converter does that knows none."""
    for mark in list(root.iter(w("bookmarkStart"), w("bookmarkEnd"))):
        mark.getparent().remove(mark)  # type: ignore[union-attr]


def saved_by_word(root: etree._Element) -> None:
    """Direct numbering, blanks that do not break, typographic quotes, content controls, split runs."""
    for one in root.iter(w("p")):
        look = one.find(w("pPr"))
        if look is not None and look.find(w("numPr")) is None:
            etree.SubElement(etree.SubElement(look, w("numPr")), w("ilvl"), {w("val"): "0"})
    for node in root.iter(w("t")):
        text = (node.text or "").replace(" days", "\u00a0days").replace('"', "“")
        node.text = text
        run = node.getparent()
        if len(text) > 20 and run is not None and len(list(run.iter(w("t")))) == 1:
            half = len(text) // 2
            second = _copy(run, text[half:])
            node.text = text[:half]
            run.addnext(second)
    for one in list(root.iter(w("p")))[::3]:
        if any(child.tag in (w("ins"), w("del")) for child in one):
            continue
        control, content = etree.Element(w("sdt")), etree.Element(w("sdtContent"))
        control.append(content)
        for child in [child for child in one if child.tag == w("r")]:
            content.append(child)
        one.append(control)


def retype(where: str, old: str, new: str) -> Work:
    """Type over words of the paragraph that holds `where`, without tracking; its runs become one, blanks are plain."""

    def work(root: etree._Element) -> None:
        nodes = list(paragraph(root, where).iter(w("t")))
        text = "".join(node.text or "" for node in nodes).replace("\u00a0", " ")
        assert old in text, text
        for node in nodes:
            node.text = ""
        nodes[0].text = text.replace(old, new, 1)

    return work


def looks(where: str, **properties: str) -> Work:
    """Give every run of the paragraph that holds `where` a look of its own, without tracking."""

    def work(root: etree._Element) -> None:
        for run in list(paragraph(root, where).iter(w("r"))):
            look = run.find(w("rPr"))
            if look is None:
                look = etree.Element(w("rPr"))
                run.insert(0, look)
            for name, value in properties.items():
                etree.SubElement(look, w(name)).set(w("val"), value)

    return work
