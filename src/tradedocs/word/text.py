"""The visible text of a Word file, and its hash, by which a later edit is noticed.

Everything that a reader sees counts: body, tables, text boxes, headers, footers, notes; each picture counts as a
mark. Page numbers do not count, because Word works them out anew, nor do blanks of any kind, nor how Word splits
a paragraph into runs. Text that is hidden or deleted in a tracked change is not visible.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from tradedocs.files import sha256_of
from tradedocs.word.package import DOCUMENT
from tradedocs.word.xml import parse, w

if TYPE_CHECKING:
    from lxml import etree

HEADERS = re.compile(r"word/header\d*\.xml")
HEADERS_AND_NOTES = re.compile(r"word/(header|footer|footnotes|endnotes)\d*\.xml")
_PAGE_FIELDS = frozenset(("PAGE", "NUMPAGES", "SECTIONPAGES"))
_ALTERNATE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}AlternateContent"
_OBJECTS = frozenset((*(w(name) for name in ("drawing", "pict", "object", "sym")), _ALTERNATE))
_BLANKS = {w("tab"): " ", w("br"): " ", w("cr"): " ", w("noBreakHyphen"): "-"}


def visible_text(parts: Mapping[str, bytes]) -> str:
    """The paragraphs of the body in order, then those of headers, footers and notes, sorted.

    Raises:
        RefusedInput: a part is not well-formed.
    """
    body, around = visible_lines(parts)
    return "\n".join((*body, *around))


def visible_lines(parts: Mapping[str, bytes]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The paragraphs of the body in order, and the texts of headers, footers and notes, sorted, each once.

    Raises:
        RefusedInput: a part is not well-formed.
    """
    body = tuple(paragraph_texts(parse(parts[DOCUMENT], DOCUMENT)))
    around = {
        "\n".join(paragraph_texts(parse(parts[name], name)))
        for name in parts
        if HEADERS_AND_NOTES.fullmatch(name)
    }
    # Word numbers header parts anew when it saves, so their names say nothing.
    return body, tuple(sorted(text for text in around if text))


def text_sha256(parts: Mapping[str, bytes]) -> str:
    """The hash of the visible text."""
    return sha256_of(visible_text(parts).encode())


def paragraph_texts(root: etree._Element) -> Iterator[str]:
    """The text of every paragraph that holds any, in document order."""
    for paragraph in root.iter(w("p")):
        if text := paragraph_text(paragraph):
            yield text


def paragraph_text(paragraph: etree._Element) -> str:
    """The visible text of one paragraph, without the paragraphs of text boxes inside it."""
    return normalised("".join(_pieces(paragraph)))


def normalised(text: str) -> str:
    """NFC, every run of blanks one blank."""
    return " ".join(unicodedata.normalize("NFC", text).split())


def _pieces(paragraph: etree._Element) -> Iterator[str]:
    fields: list[list[str | bool]] = []  # the open fields: [instruction, result begun]
    for run in _own_runs(paragraph):
        for child in run:
            kind = child.get(w("fldCharType")) if child.tag == w("fldChar") else None
            if kind == "begin":
                fields.append(["", False])
            elif kind == "separate" and fields:
                fields[-1][1] = True
            elif kind == "end" and fields:
                fields.pop()
            elif child.tag == w("instrText") and fields:
                fields[-1][0] = f"{fields[-1][0]}{child.text or ''}"
            elif not any(_silent(str(instruction), bool(begun)) for instruction, begun in fields):
                yield _shown(child)


def _silent(instruction: str, begun: bool) -> bool:
    name = instruction.split()[:1]
    return not begun or (bool(name) and name[0].upper() in _PAGE_FIELDS)


def _own_runs(paragraph: etree._Element) -> Iterator[etree._Element]:
    for run in paragraph.iter(w("r")):
        nearest = next(run.iterancestors(w("p")), None)
        if nearest is paragraph and not _hidden(run) and not _counts_pages(run.getparent()):
            yield run


def _counts_pages(parent: etree._Element | None) -> bool:
    """The short form of a field, as LibreOffice and old Word write it."""
    return parent is not None and parent.tag == w("fldSimple") and _silent(parent.get(w("instr"), ""), True)


def _hidden(run: etree._Element) -> bool:
    mark = run.find(f"{w('rPr')}/{w('vanish')}")
    return mark is not None and mark.get(w("val")) not in ("0", "false", "off")


def _shown(child: etree._Element) -> str:
    if child.tag == w("t"):
        return child.text or ""
    if child.tag in _OBJECTS:
        return "\N{OBJECT REPLACEMENT CHARACTER}"
    return _BLANKS.get(str(child.tag), "")
