"""The body of a Word file as it lies there: every paragraph with its text, and who inserted or deleted each piece.

Nothing is accepted or rejected here. A reader that settles the marks first can no longer tell a change that was made
with a mark from one that was made without.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from lxml import etree

from tradedocs.word.xml import w

_INS, _DEL = frozenset((w("ins"), w("moveTo"))), frozenset((w("del"), w("moveFrom")))
_TEXTS = frozenset((w("t"), w("delText")))
_BLANKS = {w("tab"): " ", w("ptab"): " ", w("br"): " ", w("cr"): " ", w("noBreakHyphen"): "-"}
_OBJECTS = frozenset(w(name) for name in ("drawing", "pict", "object", "sym"))
_OBJECT = "\N{OBJECT REPLACEMENT CHARACTER}"
_MATH = "{http://schemas.openxmlformats.org/officeDocument/2006/math}t"
_P, _R, _SDT, _TR = w("p"), w("r"), w("sdt"), w("tr")
_BOX = w("txbxContent")
_START, _END, _POINT = w("commentRangeStart"), w("commentRangeEnd"), w("commentReference")
_ALTERNATE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}AlternateContent"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"


class Who(NamedTuple):
    """Whose mark it is, as the file says it."""

    author: str
    on: str | None


class Piece(NamedTuple):
    """A stretch of text in one state: `added` and `deleted` say by whose mark, None by nobody's."""

    text: str
    added: Who | None = None
    deleted: Who | None = None
    style: str | None = None


@dataclass
class Layered:
    """One paragraph with its marks.

    Attributes:
        pieces: its text in order, deleted text too.
        added, deleted: whose mark stands on the end of the paragraph.
        bookmarks, tags: the names that begin in it, and the tags of the content controls in or around it.
        style: the id of its paragraph style.
        boxed: whether it stands in a text box, whose text other programs show elsewhere or not at all.
        hidden: text in it that is set to be invisible; it is not among the pieces.
        reformatted: who changed its look with a mark.
        comments: the ids of the comments that begin or point here, with the text that they are about.
    """

    pieces: list[Piece] = field(default_factory=list)
    added: Who | None = None
    deleted: Who | None = None
    bookmarks: list[str] = field(default_factory=list)
    tags: list[str] = field(default_factory=list)
    style: str | None = None
    boxed: bool = False
    hidden: str = ""
    reformatted: list[Who] = field(default_factory=list)
    comments: list[str] = field(default_factory=list)

    @property
    def text(self) -> str:
        """All of its text, inserted and deleted."""
        return "".join(piece.text for piece in self.pieces)

    @property
    def final(self) -> str:
        """Its text with every mark accepted."""
        return "".join(piece.text for piece in self.pieces if piece.deleted is None)


@dataclass(frozen=True)
class Body:
    """The paragraphs of a part in order, and what each comment is about."""

    paragraphs: tuple[Layered, ...]
    anchors: dict[str, str]


class _State(NamedTuple):
    added: Who | None = None
    deleted: Who | None = None
    boxed: bool = False
    tags: tuple[str, ...] = ()


def layered(root: etree._Element) -> Body:
    """The paragraphs below an element, with every mark left as it is."""
    walk = _Walk()
    walk.into(root, None, _State())
    return Body(tuple(walk.out), walk.anchors)


class _Walk:
    def __init__(self) -> None:
        self.out: list[Layered] = []
        self.anchors: dict[str, str] = {}
        self._open: set[str] = set()
        self._fields: list[bool] = []  # whether the result of each open field has begun

    def into(self, element: etree._Element, paragraph: Layered | None, state: _State) -> None:
        for child in element.iterchildren(tag=etree.Element):
            self._one(child, paragraph, state)

    def _one(self, child: etree._Element, paragraph: Layered | None, state: _State) -> None:
        tag = child.tag
        if tag == _R:
            if paragraph is not None:
                self._run(child, paragraph, state)
        elif tag == _P:
            self._paragraph(child, state)
        elif tag in _INS:
            self.into(child, paragraph, state._replace(added=_who(child)))
        elif tag in _DEL:
            self.into(child, paragraph, state._replace(deleted=_who(child)))
        elif tag == _SDT:
            self._control(child, paragraph, state)
        elif tag == _TR:
            self.into(child, paragraph, _row(child, state))
        elif tag == _MATH:
            if paragraph is not None and child.text:
                paragraph.pieces.append(Piece(child.text, state.added, state.deleted))
        elif tag == w("bookmarkStart"):
            if paragraph is not None:
                paragraph.bookmarks.append(child.get(w("name"), ""))
        elif tag in (_START, _END, _POINT):
            self._comment(child, paragraph)
        elif tag != _FALLBACK:
            self.into(child, paragraph, state)

    def _paragraph(self, element: etree._Element, state: _State) -> None:
        own = Layered(boxed=state.boxed, tags=list(state.tags), added=state.added, deleted=state.deleted)
        self.out.append(own)
        look = element.find(w("pPr"))
        if look is not None:
            style = look.find(w("pStyle"))
            own.style = None if style is None else style.get(w("val"))
            own.reformatted += [_who(one) for one in look.iterchildren(w("pPrChange"))]
            for mark in look.iterfind(f"{w('rPr')}/*"):
                own.added = _who(mark) if mark.tag in _INS else own.added
                own.deleted = _who(mark) if mark.tag in _DEL else own.deleted
        for child in element.iterchildren(tag=etree.Element):
            if child.tag != w("pPr"):
                self._one(child, own, state)

    def _control(self, element: etree._Element, paragraph: Layered | None, state: _State) -> None:
        tag = element.find(f"{w('sdtPr')}/{w('tag')}")
        name = None if tag is None else tag.get(w("val"))
        if name and paragraph is not None:
            paragraph.tags.append(name)
        elif name:
            state = state._replace(tags=(*state.tags, name))
        content = element.find(w("sdtContent"))
        if content is not None:
            self.into(content, paragraph, state)

    def _comment(self, element: etree._Element, paragraph: Layered | None) -> None:
        name = element.get(w("id"), "")
        self.anchors.setdefault(name, "")
        if element.tag == _START:
            self._open.add(name)
        elif element.tag == _END:
            self._open.discard(name)
        if paragraph is not None and name not in paragraph.comments:
            paragraph.comments.append(name)

    def _run(self, run: etree._Element, paragraph: Layered, state: _State) -> None:
        look = run.find(w("rPr"))
        style, hidden = None, False
        if look is not None:
            named, vanish = look.find(w("rStyle")), look.find(w("vanish"))
            style = None if named is None else named.get(w("val"))
            hidden = vanish is not None and vanish.get(w("val")) not in ("0", "false", "off")
            paragraph.reformatted += [_who(one) for one in look.iterchildren(w("rPrChange"))]
        text = "".join(self._shown(run, paragraph, state))
        if hidden:
            paragraph.hidden += text
        elif text:
            paragraph.pieces.append(Piece(text, state.added, state.deleted, style))
            for name in self._open:
                self.anchors[name] += text

    def _shown(self, run: etree._Element, paragraph: Layered, state: _State) -> Iterator[str]:
        for child in run.iterchildren(tag=etree.Element):
            tag = child.tag
            if tag in _TEXTS:
                # A field's instruction is text too in some programs; only its result is shown.
                if all(self._fields):
                    yield child.text or ""
            elif tag in _BLANKS:
                yield _BLANKS[str(tag)]
            elif tag in _OBJECTS or tag == _ALTERNATE:
                yield _OBJECT
                self.into(child, None, state._replace(boxed=True))
            elif tag == _POINT:
                self._comment(child, paragraph)
            elif tag == w("fldChar"):
                self._field(child.get(w("fldCharType")))

    def _field(self, kind: str | None) -> None:
        if kind == "begin":
            self._fields.append(False)
        elif kind == "separate" and self._fields:
            self._fields[-1] = True
        elif kind == "end" and self._fields:
            self._fields.pop()


def _row(element: etree._Element, state: _State) -> _State:
    """A table row that was inserted or deleted as a whole."""
    for mark in element.iterfind(f"{w('trPr')}/*"):
        if mark.tag in _INS:
            state = state._replace(added=_who(mark))
        elif mark.tag in _DEL:
            state = state._replace(deleted=_who(mark))
    return state


def _who(element: etree._Element) -> Who:
    return Who(element.get(w("author"), ""), element.get(w("date")))
