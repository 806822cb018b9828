"""What lawyers and others do to a review pack, as edits of its XML."""

from __future__ import annotations

import copy
import random
from collections.abc import Iterator

from lxml import etree

from tests.word.hands import WHO, Work
from tradedocs.word.package import DOCUMENT, read_parts, write_parts
from tradedocs.word.text import paragraph_text
from tradedocs.word.tracked import _join_with_next, accepted, rejected
from tradedocs.word.xml import parse, serialised, w

_W14 = "http://schemas.microsoft.com/office/word/2010/wordml"
_W15 = "http://schemas.microsoft.com/office/word/2012/wordml"


def id_lines(root: etree._Element) -> list[etree._Element]:
    """The id line of each clause, and the end line."""
    return [
        p
        for p in root.iter(w("p"))
        if any(m.get(w("name"), "").startswith("td_") for m in p.iter(w("bookmarkStart")))
    ]


def of_clause(root: etree._Element, index: int) -> list[etree._Element]:
    """The paragraphs of a clause, its id line first."""
    lines = id_lines(root)
    every = list(root.iter(w("p")))
    return every[every.index(lines[index]) : every.index(lines[index + 1])]


def one_with(root: etree._Element, text: str) -> etree._Element:
    return next(
        p for p in root.iter(w("p")) if text in "".join(t.text or "" for t in p.iter(w("t"), w("delText")))
    )


def drop_control(index: int) -> Work:
    """The content control of an id line goes, its words stay."""

    def work(root: etree._Element) -> None:
        control = next(id_lines(root)[index].iter(w("sdt")))
        for run in list(control.find(w("sdtContent"))):  # type: ignore[arg-type]
            control.addprevious(run)
        control.getparent().remove(control)  # type: ignore[union-attr]

    return work


def drop_bookmark(index: int) -> Work:
    def work(root: etree._Element) -> None:
        for mark in list(id_lines(root)[index].iter(w("bookmarkStart"), w("bookmarkEnd"))):
            mark.getparent().remove(mark)  # type: ignore[union-attr]

    return work


def drop_line(index: int) -> Work:
    """The whole id line goes, without a mark."""

    def work(root: etree._Element) -> None:
        line = id_lines(root)[index]
        line.getparent().remove(line)  # type: ignore[union-attr]

    return work


def settle_ours(*, take: bool) -> Work:
    """Accept or reject all of our changes, and leave no mark of them."""

    def work(root: etree._Element) -> None:
        (accepted if take else rejected)(root)

    return work


def delete_in_our_insertion(word: str) -> Work:
    """Another author strikes a word inside our inserted text, as Word nests it: `ins` around `del`."""

    def work(root: etree._Element) -> None:
        run = next(
            r
            for i in root.iter(w("ins"))
            for r in i.iter(w("r"))
            if word in "".join(t.text or "" for t in r.iter(w("t")))
        )
        node = next(run.iter(w("t")))
        before, after = (node.text or "").split(word, 1)
        mark = etree.Element(w("del"), {w("id"): "9100", **WHO})
        mark.append(_run(run, word, "delText"))
        node.text = before
        node.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
        run.addnext(mark)
        mark.addnext(_run(run, after))

    return work


def _run(like: etree._Element, text: str, tag: str = "t") -> etree._Element:
    out = copy.deepcopy(like)
    node = next(out.iter(w("t")))
    node.text, node.tag = text, w(tag)
    node.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    return out


def delete_clause(index: int) -> Work:
    def work(root: etree._Element) -> None:
        for one in of_clause(root, index):
            one.getparent().remove(one)  # type: ignore[union-attr]

    return work


def strike_clause(index: int) -> Work:
    """Delete the text of a clause with tracking on; its id line is locked and stays."""

    def work(root: etree._Element) -> None:
        for one in of_clause(root, index)[1:]:
            strike(one)

    return work


def strike(paragraph: etree._Element) -> None:
    for run in list(paragraph.iter(w("r"))):
        mark = etree.Element(w("del"), {w("id"): "9200", **WHO})
        run.addprevious(mark)
        mark.append(run)
        for node in run.iter(w("t")):
            node.tag = w("delText")
    _end(paragraph, "del")


def _end(paragraph: etree._Element, kind: str) -> None:
    look = paragraph.find(w("pPr"))
    if look is None:
        look = etree.Element(w("pPr"))
        paragraph.insert(0, look)
    etree.SubElement(etree.SubElement(look, w("rPr")), w(kind), {w("id"): "9201", **WHO})


def move_clause(index: int, before: int) -> Work:
    def work(root: etree._Element) -> None:
        target = id_lines(root)[before]
        for one in of_clause(root, index):
            target.addprevious(one)

    return work


def copy_clause(index: int, before: int) -> Work:
    """Copy and paste: Word keeps a bookmark only once."""

    def work(root: etree._Element) -> None:
        target = id_lines(root)[before]
        for one in of_clause(root, index):
            new = copy.deepcopy(one)
            for mark in list(new.iter(w("bookmarkStart"), w("bookmarkEnd"))):
                mark.getparent().remove(mark)  # type: ignore[union-attr]
            target.addprevious(new)

    return work


def type_before(index: int, text: str, *, tracked: bool = False) -> Work:
    """A new paragraph before the id line of a clause."""

    def work(root: etree._Element) -> None:
        id_lines(root)[index].addprevious(_paragraph(text, tracked=tracked))

    return work


def type_after(near: str, text: str, *, tracked: bool = False) -> Work:
    def work(root: etree._Element) -> None:
        one_with(root, near).addnext(_paragraph(text, tracked=tracked))

    return work


def _paragraph(text: str, *, tracked: bool) -> etree._Element:
    out = etree.Element(w("p"))
    holder = out
    if tracked:
        _end(out, "ins")
        holder = etree.SubElement(out, w("ins"), {w("id"): "9300", **WHO})
    node = etree.SubElement(etree.SubElement(holder, w("r")), w("t"))
    node.text = text
    return out


def split(near: str, at: str) -> Work:
    """Press Enter inside a paragraph with tracking on."""

    def work(root: etree._Element) -> None:
        whole = one_with(root, near)
        runs = [r for r in whole if r.tag == w("r")]
        run = next(r for r in runs if at in "".join(t.text or "" for t in r.iter(w("t"))))
        node = next(run.iter(w("t")))
        before, after = (node.text or "").split(at, 1)
        rest = [one for one in whole if one.tag != w("pPr")]
        rest = rest[rest.index(run) + 1 :]
        second = etree.Element(w("p"))
        look = whole.find(w("pPr"))
        if look is not None:
            second.append(copy.deepcopy(look))
        second.append(_run(run, at + after))
        second.extend(rest)
        node.text = before
        node.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
        whole.addnext(second)
        _end(whole, "ins")

    return work


def split_at_end(near: str) -> Work:
    """Press Enter behind a paragraph with tracking on: the end that stays is that of the empty one."""

    def work(root: etree._Element) -> None:
        whole = one_with(root, near)
        empty = etree.Element(w("p"))
        look = whole.find(w("pPr"))
        if look is not None:
            empty.append(copy.deepcopy(look))
        whole.addnext(empty)
        _end(whole, "ins")

    return work


def join(near: str) -> Work:
    """Delete the end of a paragraph with tracking on."""

    def work(root: etree._Element) -> None:
        _end(one_with(root, near), "del")

    return work


def text_of(run: etree._Element) -> str:
    return "".join(node.text or "" for node in run.iter(w("t")))


def change(run: etree._Element, start: int, end: int, new: str, *, tracked: bool) -> None:
    """Type over some letters of a run, which need not be whole words."""
    text = text_of(run)
    if not tracked:
        node = next(run.iter(w("t")))
        node.text = text[:start] + new + text[end:]
        return
    pieces = [_run(run, text[:start])]
    for kind, words in (("del", text[start:end]), ("ins", new)):
        mark = etree.Element(w(kind), {w("id"): "9400", **WHO})
        mark.append(_run(run, words, "delText" if kind == "del" else "t"))
        pieces += [mark] if words else []
    for piece in [*pieces, _run(run, text[end:])]:
        run.addprevious(piece)
    run.getparent().remove(run)  # type: ignore[union-attr]


def settle(mark: etree._Element, *, take: bool) -> None:
    """Accept or reject one mark around runs."""
    if (mark.tag == w("ins")) == take:
        for run in list(mark):
            mark.addprevious(run)
            for node in run.iter(w("delText")):
                node.tag = w("t")
    mark.getparent().remove(mark)  # type: ignore[union-attr]


def settle_some(draw: random.Random, *, grouped: bool) -> Work:
    """Accept some marks, reject some and leave some, each by itself or as Word groups what stands together."""

    def work(root: etree._Element) -> None:
        for group in list(_groups(root, grouped=grouped)):
            act = draw.choice(("accept", "reject", "leave"))
            for mark in group if act != "leave" else ():
                look = mark.getparent()
                assert look is not None
                if look.tag == w("rPr"):
                    paragraph = look.getparent().getparent()  # type: ignore[union-attr]
                    look.remove(mark)
                    if (mark.tag == w("ins")) != (act == "accept"):
                        _join_with_next(paragraph)
                else:
                    settle(mark, take=act == "accept")

    return work


def _groups(root: etree._Element, *, grouped: bool) -> Iterator[list[etree._Element]]:
    """Marks of one kind with nothing between them are one change, also over the end of a paragraph."""
    own: list[etree._Element] = []
    for paragraph in root.iter(w("p")):
        ends = paragraph.iterfind(f"{w('pPr')}/{w('rPr')}/*")
        end = next((one for one in ends if one.tag in (w("ins"), w("del"))), None)
        for one in (*(child for child in paragraph if child.tag != w("pPr")), end):
            marked = one is not None and one.tag in (w("ins"), w("del"))
            if own and not (grouped and marked and own[-1].tag == one.tag):  # type: ignore[union-attr]
                yield own
                own = []
            if marked:
                own = [*own, one]  # type: ignore[list-item]
    if own:
        yield own


def commented(data: bytes, near: str) -> bytes:
    """A comment on a paragraph, a reply to it, and both resolved, as Word writes them."""
    parts = read_parts(data, name="test.docx")
    root = parse(parts[DOCUMENT], DOCUMENT)
    paragraph = one_with(root, near)
    first = next(one for one in paragraph if one.tag != w("pPr"))
    for name in ("70", "71"):
        first.addprevious(etree.Element(w("commentRangeStart"), {w("id"): name}))
        etree.SubElement(paragraph, w("commentRangeEnd"), {w("id"): name})
        run = etree.SubElement(paragraph, w("r"))
        etree.SubElement(run, w("commentReference"), {w("id"): name})
    comments = etree.Element(w("comments"), nsmap={"w14": _W14})
    for name, author, text, key in (
        ("70", "B. Lawyer", "Is telex still used?", "AA01"),
        ("71", "C. Sales", "No.", "AA02"),
    ):
        comment = etree.SubElement(
            comments, w("comment"), {w("id"): name, w("author"): author, w("date"): WHO[w("date")]}
        )
        body = etree.SubElement(comment, w("p"), {f"{{{_W14}}}paraId": key})
        etree.SubElement(etree.SubElement(body, w("r")), w("t")).text = text
    more = etree.Element(f"{{{_W15}}}commentsEx")
    for key, parent in (("AA01", None), ("AA02", "AA01")):
        one = etree.SubElement(
            more, f"{{{_W15}}}commentEx", {f"{{{_W15}}}paraId": key, f"{{{_W15}}}done": "1"}
        )
        if parent:
            one.set(f"{{{_W15}}}paraIdParent", parent)
    return write_parts(
        {**parts, DOCUMENT: serialised(root), "word/comments.xml": serialised(comments),
         "word/commentsExtended.xml": serialised(more)}
    )  # fmt: skip


def letters(data: bytes) -> int:
    """How many characters the body holds, deleted ones too, as a plain walk counts them."""
    root = parse(read_parts(data, name="x")[DOCUMENT], DOCUMENT)
    blanks = sum(
        1
        for one in root.iter(w("tab"), w("br"), w("noBreakHyphen"))
        if next(one.iterancestors()).tag == w("r")
    )
    return sum(len(t.text or "") for t in root.iter(w("t"), w("delText"))) + blanks


def shown(root: etree._Element) -> list[str]:
    return [paragraph_text(p) for p in root.iter(w("p"))]
